"""An answer in; the sentences that stand around it (what was assumed, counts, coverage, what was cut) out."""

from __future__ import annotations

from kg.answer.answer import Answer, ValueCell
from kg.base.diagnostics import Lang
from kg.pack.pack import Pack
from kg.view.clean import clean
from kg.view.evidence import STATUSES, grounds_of
from kg.view.phrases import counted, phrase
from kg.view.values import date_text, label, name, quantity_text, word_text


def assumed_text(answer: Answer, lang: Lang) -> str:
    """Return the day of the answer and the statuses let in; empty when the answer does not say."""
    assumed = answer.assumed
    if assumed is None:
        return ""
    parts = [phrase("as_of", lang, date=date_text(assumed.as_of, lang)) if assumed.as_of else phrase("as_of_any", lang)]
    if assumed.known_on:
        parts.append(phrase("known_on", lang, date=date_text(assumed.known_on, lang)))
    if not assumed.statuses or set(STATUSES) <= set(assumed.statuses):
        parts.append(phrase("statuses_all", lang))
    else:
        comma = "、" if lang == "zh" else ", "
        words = comma.join(_status(status, lang) for status in assumed.statuses)
        parts.append(phrase("statuses_only", lang, statuses=words))
    return " · ".join(parts)


def _status(status: str, lang: Lang) -> str:
    return phrase(f"status_{status}", lang) if status in STATUSES else clean(status)


def counts_text(answer: Answer, lang: Lang) -> str:
    """Return how many rows, derived rows, statements and sources the answer has."""
    sources = {claim.source.id for one in grounds_of(answer, answer.statements.values()) for claim in one.claims}
    derived = sum(row.derived is not None for row in answer.rows)
    parts = [counted("row", len(answer.rows), lang)] if answer.rows else []
    if derived:
        parts.append(phrase("derived_rows", lang, n=derived))
    parts.append(counted("statement", len(answer.statements), lang))
    parts.append(counted("source", len(sources), lang))
    return " · ".join(parts)


def coverage_text(answer: Answer, pack: Pack, lang: Lang) -> str:
    """Return how many of the things asked about are documented at all; empty when the answer does not say."""
    coverage = answer.coverage
    if coverage is None:
        return ""
    frame = pack.frames.get(coverage.frame)
    said = name(frame.names, lang, coverage.frame) if frame else clean(coverage.frame)
    return phrase("coverage", lang, asked=f"{coverage.asked:,}", documented=f"{coverage.documented:,}", frame=said)


def headline(answer: Answer, pack: Pack, lang: Lang) -> str:
    """Return the answer in a few words where it is a number or a yes or no; else an empty text."""
    match answer.kind:
        case "number":
            number = answer.number
            if number is not None:
                return quantity_text(number, answer.unit, pack, lang)
            told = any(row.cells and isinstance(row.cells[-1], ValueCell) for row in answer.rows)
            return phrase("no_one_number" if told else "no_data", lang)
        case "boolean":
            return phrase({True: "yes", False: "no", None: "unknown"}[answer.boolean], lang)
        case _:
            return ""


def notes(answer: Answer, pack: Pack, lang: Lang) -> tuple[str, ...]:
    """Return the sentences for the reader: the answer's own notes, its coverage, what was cut."""
    found = [label(note, lang) for note in answer.notes]
    if coverage := coverage_text(answer, pack, lang):
        found.append(coverage)
    if answer.truncated:
        found.append(phrase("truncated", lang, why=clean(answer.truncated)))
    return tuple(found)


def rule_text(rule: str, pack: Pack, lang: Lang) -> str:
    """Return the name of a rule, its id when the pack does not know it."""
    known = pack.rules.get(rule)
    return name(known.names, lang, rule) if known else word_text("", rule, pack, lang)
