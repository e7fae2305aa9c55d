"""The rows of an answer in; tables for the terminal out: stated rows first, derived ones below, by rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.answer.answer import Answer, Claim, Row
from kg.base.diagnostics import Lang
from kg.pack.pack import Pack
from kg.view.clean import clean
from kg.view.evidence import RowEvidence, row_evidence
from kg.view.heading import rule_text
from kg.view.phrases import phrase
from kg.view.sentence import details, sentence
from kg.view.values import cell_text, date_text, label, word_text

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

#: A colour of the terminal's own palette for each status, so that it fits light and dark terminals.
STYLES = {
    "fact": "green",
    "claim": "cyan",
    "forecast": "yellow",
    "rumour": "red",
    "derived": "magenta",
    "reference": "dim",
}
#: From this width on a row says the statement that it rests on.
_WIDE = 90
#: A table of few rows says so many statements a row, one of many rows only the first.
_FEW, _SENTENCES = 12, 4


def tables(answer: Answer, pack: Pack, width: int) -> Iterator[tuple[str, Table]]:
    """Yield (heading, table) for the stated rows and for the rows of each rule; no heading when all are stated."""
    lang = answer.language
    stated = [row for row in answer.rows if row.derived is None]
    rules = list(dict.fromkeys(row.derived for row in answer.rows if row.derived is not None))
    if stated:
        heading = f"{phrase('stated', lang)} ({len(stated)})" if rules else ""
        yield heading, _table(answer, stated, pack, width, derived=False)
    for rule in rules:
        rows = [row for row in answer.rows if row.derived == rule]
        heading = f"{phrase('derived_by', lang, rule=rule_text(rule, pack, lang))} ({len(rows)})"
        yield heading, _table(answer, rows, pack, width, derived=True)


def _table(answer: Answer, rows: Sequence[Row], pack: Pack, width: int, *, derived: bool) -> Table:
    from rich import box
    from rich.table import Table

    lang = answer.language
    evidence = [row_evidence(answer, row) for row in rows]
    with_evidence = any(one.grounds for one in evidence)
    with_claims = any(one.claims for one in evidence)
    said = with_evidence and (derived or (width >= _WIDE and len(answer.columns) <= 2))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for index, column in enumerate(answer.columns):
        numeric = all(isinstance(row.cells[index], type(None)) or _is_number(row, index) for row in rows)
        table.add_column(label(column.name, lang, column.role), justify="right" if numeric else "left", overflow="fold")
    if said:
        heading = phrase("because" if derived else "heading_statement", lang)
        table.add_column(heading, overflow="fold")
    if with_claims:
        table.add_column(phrase("heading_weakest" if derived else "heading_status", lang), no_wrap=True)
        table.add_column(phrase("heading_source", lang), overflow="fold", max_width=34)
    for row, one in zip(rows, evidence, strict=True):
        cells = _cells(answer, row, pack, lang)
        cells += [_said(one, pack, lang, _SENTENCES if len(rows) <= _FEW else 1)] if said else []
        cells += _claim_cells(one, lang, pack) if with_claims else []
        table.add_row(*cells)
    return table


def _is_number(row: Row, index: int) -> bool:
    value = getattr(row.cells[index], "value", None)
    return isinstance(value, int | float) and not isinstance(value, bool)


def _cells(answer: Answer, row: Row, pack: Pack, lang: Lang) -> list[Text]:
    from rich.text import Text

    columns = (*answer.columns, *(None,) * (len(row.cells) - len(answer.columns)))
    texts = [cell_text(cell, column, pack, lang) for cell, column in zip(row.cells, columns, strict=False)]
    return [Text(text, "bold" if index == 0 else "") for index, text in enumerate(texts)]


def _said(evidence: RowEvidence, pack: Pack, lang: Lang, most: int) -> Text:
    """Return the statements that the row rests on, one a line; further ones are counted."""
    from rich.text import Text

    texts = list(dict.fromkeys(sentence(one, pack, lang) for one in evidence.grounds))
    if len(texts) <= most:
        return Text("\n").join(Text(line) for line in texts)
    kept = max(most - 1, 1)
    more = Text(phrase("more", lang, n=len(texts) - kept), "dim")
    return Text(" " if kept == most else "\n").join([*(Text(line) for line in texts[:kept]), more])


def _claim_cells(evidence: RowEvidence, lang: Lang, pack: Pack) -> list[Text]:
    from rich.text import Text

    best = evidence.best
    if best is None:
        return [Text(phrase("status_reference", lang), STYLES["reference"]), Text()]
    confidence = word_text("confidence", best.confidence, pack, lang)
    more = len(evidence.sources) - 1
    source = Text(source_text(best))
    source.append(" " + date_text(best.source.date, lang), "dim").append(f" +{more}" if more else "", "dim")
    return [status_text(best.status, lang, pack).append(f" · {confidence}" if confidence else "", "default"), source]


def status_text(status: str, lang: Lang, pack: Pack) -> Text:
    """Return a status in words and in its colour."""
    from rich.text import Text

    return Text(word_text("status", status, pack, lang), STYLES.get(status, ""))


def source_text(claim: Claim) -> str:
    """Return who published the source of a claim, its title when that is not known."""
    return clean(claim.source.publisher or claim.source.title or claim.source.id)


def statement_list(answer: Answer, ids: Sequence[str], pack: Pack, most: int) -> Table:
    """Return statements as a list of sentences with their sources; those beyond ``most`` are counted."""
    from rich.table import Table

    lang = answer.language
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=1)
    table.add_column(overflow="fold")
    table.add_column(overflow="fold", style="dim")
    for key in ids[:most]:
        table.add_row("•", *statement_cells(answer, key, pack, lang))
    if len(ids) > most:
        table.add_row("", phrase("more", lang, n=len(ids) - most), "")
    return table


def statement_cells(answer: Answer, id: str, pack: Pack, lang: Lang) -> tuple[Text, Text]:
    """Return a statement as a sentence with its details, and who says so."""
    from rich.text import Text

    one = answer.statements[id]
    text = Text(sentence(one, pack, lang))
    extra = ("；" if lang == "zh" else "; ").join(f"{key} {value}".strip() for key, value in details(one, pack, lang))
    if extra:
        text.append(f" ({extra})" if lang == "en" else f"（{extra}）", "dim")
    if one.rule is not None:
        return text, Text(phrase("status_derived", lang) + " · " + rule_text(one.rule, pack, lang), STYLES["derived"])
    if not one.claims:
        return text, Text(phrase("status_reference", lang), STYLES["reference"])
    return text, Text("\n").join(_claim_line(claim, pack, lang) for claim in one.claims)


def _claim_line(claim: Claim, pack: Pack, lang: Lang) -> Text:
    line = status_text(claim.status, lang, pack)
    confidence = word_text("confidence", claim.confidence, pack, lang)
    parts = [confidence, source_text(claim), date_text(claim.source.date, lang)]
    return line.append("".join(" · " + part for part in parts if part))
