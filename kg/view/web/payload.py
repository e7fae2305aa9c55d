"""An answer in; everything the page shows beside the picture, as plain JSON values in both languages, out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from kg.answer.answer import Answer, Cell, Claim, Column, EntityCell, Row, Source, Statement, ValueCell
from kg.base.diagnostics import Lang
from kg.pack.pack import Pack
from kg.view.clean import clean
from kg.view.conflicts import subject_of
from kg.view.description import kinds, other_names, unsaid
from kg.view.evidence import row_evidence, standing, strongest_first
from kg.view.heading import assumed_text, counts_text, headline, notes, rule_text
from kg.view.sentence import details, sentence
from kg.view.values import cell_text, label, name
from kg.view.web.chart import chart
from kg.view.web.draw import arrangement
from kg.view.web.drawing import Layout
from kg.view.web.hops import LANGUAGES, role_order
from kg.view.web.palette import HUES, PLAIN, STROKES, Look, looks, shades
from kg.view.web.wording import words

Json = Any
_One = TypeVar("_One")


def payload(
    answer: Answer, pack: Pack, layout: Layout, around: Mapping[str, Statement] | None = None
) -> dict[str, Json]:
    """Return what the page's script reads: texts are one string where both languages agree, else {en, zh}.

    ``around`` are statements of the answer's surroundings: told and marked, but no part of its rows and counts.
    """
    shown = replace(answer, statements={**(around or {}), **answer.statements})
    things = _things(shown)
    used = {cell.cls for cell in things.values()}
    used_frames = dict.fromkeys(one.frame for one in shown.statements.values())
    frames = sorted(
        used_frames, key=lambda key: list(pack.frames).index(key) if key in pack.frames else len(pack.frames)
    )
    return {
        "lang": answer.language,
        "question": clean(answer.question),
        "kind": answer.kind,
        "order": arrangement(answer, pack),
        "reading": _both(lambda lang: label(answer.reading, lang)),
        "headline": _both(lambda lang: headline(answer, pack, lang)),
        "boolean": answer.boolean,
        "assumed": _both(lambda lang: assumed_text(answer, lang)),
        "counts": _both(lambda lang: counts_text(answer, lang)),
        "notes": _notes(answer, pack),
        "advice": [{"text": clean(one.text), "finds": one.finds} for one in answer.advice],
        "answered": answer.answered_on.isoformat() if answer.answered_on else "",
        "classes": {key: _class(key, look, pack) for key, look in looks(pack).items() if key in used},
        "plain": _look(PLAIN),
        "frames": {key: _same({lang: _frame_name(key, pack, lang) for lang in LANGUAGES}) for key in frames},
        "strokes": {key: _stroke(key) for key in STROKES},
        "things": {key: _thing(cell, answer, pack) for key, cell in things.items()},
        "sources": {key: _source(one) for key, one in _sources(shown).items()},
        "statements": {
            key: _statement(one, pack) | ({} if key in answer.statements else {"far": True})
            for key, one in {**answer.statements, **shown.statements}.items()
        },
        "roles": [clean(one.role) for one in answer.columns],
        "columns": [
            _same({lang: label(one.name, lang, one.role) for lang in LANGUAGES})
            for one in _kept(answer, answer.columns)
        ],
        "rows": [_row(row, answer, pack) for row in answer.rows],
        "chart": _chart(answer, pack),
        "rules": {
            rule: _same({lang: rule_text(rule, pack, lang) for lang in LANGUAGES})
            for rule in dict.fromkeys(one.rule for one in shown.statements.values() if one.rule is not None)
        },
        "tiers": [{"left": one.left, "right": one.right, "text": _same(one.heading)} for one in layout.columns],
        "top": layout.top,
        "words": words(),
    }


def _both(text: Callable[[Lang], str]) -> Json:
    return _same({lang: text(lang) for lang in LANGUAGES})


def _same(texts: Mapping[Lang, str]) -> Json:
    english, chinese = texts["en"], texts["zh"]
    return english if english == chinese else {"en": english, "zh": chinese}


def _things(answer: Answer) -> dict[str, EntityCell]:
    found: dict[str, EntityCell] = {}
    for row in answer.rows:
        for cell in row.cells:
            if isinstance(cell, EntityCell):
                found.setdefault(cell.id, cell)
    for one in answer.statements.values():
        for cell in one.roles.values():
            found.setdefault(cell.id, cell)
    return found


def _sources(answer: Answer) -> dict[str, Source]:
    claims = (claim for one in answer.statements.values() for claim in one.claims)
    return {claim.source.id: claim.source for claim in claims}


def _notes(answer: Answer, pack: Pack) -> list[Json]:
    texts = {lang: notes(answer, pack, lang) for lang in LANGUAGES}
    return [_same({"en": one, "zh": two}) for one, two in zip(texts["en"], texts["zh"], strict=True)]


def _class(key: str, look: Look, pack: Pack) -> dict[str, Json]:
    return {"text": _both(lambda lang: name(pack.classes[key].names, lang, key))} | _look(look)


def _look(look: Look) -> dict[str, Json]:
    shades = look.shades
    return {
        "shape": look.shape,
        "light": [shades.light_fill, shades.light_line],
        "dark": [shades.dark_fill, shades.dark_line],
    }


def _stroke(key: str) -> dict[str, Json]:
    one = STROKES[key]
    return {"dashes": list(one.dashes), "width": one.width, "light": one.light, "dark": one.dark, "arrow": one.arrow}


def _frame_name(key: str, pack: Pack, lang: Lang) -> str:
    frame = pack.frames.get(key)
    return name(frame.names, lang, key) if frame else clean(key)


def _thing(cell: EntityCell, answer: Answer, pack: Pack) -> dict[str, Json]:
    found: dict[str, Json] = {
        "cls": cell.cls,
        "text": _both(lambda lang: label(cell.label, lang, cell.id)),
        "also": list(other_names(cell, pack)),
        "kinds": [_same({"en": one, "zh": two}) for one, two in _kinds(cell, pack)],
        "iri": clean(cell.iri),
        "facts": _unsaid(cell, answer, pack),
    }
    return {key: value for key, value in found.items() if value != []}


def _unsaid(cell: EntityCell, answer: Answer, pack: Pack) -> list[Json]:
    if answer.kind != "description":
        return []
    texts = (unsaid(cell, answer, pack, "en"), unsaid(cell, answer, pack, "zh"))
    return [
        [_same({"en": key, "zh": other_key}), _same({"en": text, "zh": other_text})]
        for (key, text), (other_key, other_text) in zip(*texts, strict=True)
    ]


def _kinds(cell: EntityCell, pack: Pack) -> Iterable[tuple[str, str]]:
    return zip(kinds(cell, pack, "en"), kinds(cell, pack, "zh"), strict=True)


def _source(one: Source) -> dict[str, str]:
    """Return a source; its address only when a browser may follow it."""
    address = one.url if one.url.lower().startswith(("https://", "http://")) else ""
    found = {
        "title": clean(one.title),
        "publisher": clean(one.publisher),
        "author": clean(one.author),
        "date": clean(one.date),
        "url": clean(address),
        "reliability": clean(one.reliability),
    }
    return {key: value for key, value in found.items() if value}


def _statement(one: Statement, pack: Pack) -> dict[str, Json]:
    frame = pack.frames.get(one.frame)
    found: dict[str, Json] = {
        "frame": one.frame,
        "standing": standing(one),
        "text": _both(lambda lang: sentence(one, pack, lang)),
        "details": _details(one, pack),
        "things": [one.roles[role].id for role in (role_order(one, frame) if frame else one.roles)],
        "claims": [_claim(claim) for claim in strongest_first(one.claims)],
        "rule": one.rule,
        "premises": list(one.premises),
        "years": _years(one),
        "about": subject_of(one, frame),
    }
    return {key: value for key, value in found.items() if value not in (None, [])}


def _details(one: Statement, pack: Pack) -> Json:
    texts = {lang: [list(pair) for pair in details(one, pack, lang)] for lang in LANGUAGES}
    return [] if not texts["en"] and not texts["zh"] else texts


def _claim(claim: Claim) -> dict[str, str]:
    found = {"source": claim.source.id, "status": clean(claim.status), "confidence": clean(claim.confidence)}
    return {key: value for key, value in found.items() if value}


def _years(one: Statement) -> list[int | None] | None:
    """Return the first and last year in which the statement holds; None for an open end; nothing when undated."""
    first, last = (int(text[:4]) if text[:4].isdigit() else None for text in (one.valid_from, one.valid_to))
    return None if first is None and last is None else [first, last]


def _row(row: Row, answer: Answer, pack: Pack) -> dict[str, Json]:
    evidence = row_evidence(answer, row)
    columns: list[Column | None] = [*answer.columns]
    columns += [None] * (len(row.cells) - len(columns))
    found: dict[str, Json] = {
        "cells": [
            _cell(cell, column, pack)
            for cell, column in zip(_kept(answer, row.cells), _kept(answer, columns), strict=False)
        ],
        "statements": list(row.statements),
        "grounds": [one.id for one in evidence.grounds],
        "derived": row.derived,
        "sources": [one.id for one in evidence.sources],
    }
    if evidence.best is not None:
        found["best"] = _claim(evidence.best)
    return {key: value for key, value in found.items() if value is not None}


#: Columns that repeat what every row of the page's table shows of its evidence, with links.
_EVIDENCE = ("status", "source")


def _kept(answer: Answer, row: Sequence[_One]) -> list[_One]:
    """Leave out what stands in the columns of evidence; the first column is never one."""
    roles = [column.role for column in answer.columns]
    left_out = {index for index, role in enumerate(roles) if index and role in _EVIDENCE}
    return [one for index, one in enumerate(row) if index not in left_out]


def _chart(answer: Answer, pack: Pack) -> Json:
    """Return the chart with the places of the columns that the page's table has."""
    found = chart(answer, pack)
    if found is None:
        return None
    shown = _kept(answer, range(len(answer.columns)))
    parts = [
        {"text": _same(part.text), "rows": list(part.rows)}
        | ({} if part.rest is None else {"rest": shown.index(part.rest)})
        for part in found.parts
    ]
    hues = [shades(hue) for hue in HUES]
    return {
        "kind": found.kind,
        "column": shown.index(found.column),
        "parts": parts,
        "times": {str(row): year for row, year in found.times.items()},
        "hues": [[one.light_line, one.dark_line] for one in hues],
    }


def _cell(cell: Cell, column: Column | None, pack: Pack) -> Json:
    match cell:
        case None:
            return None
        case EntityCell():
            return {"thing": cell.id}
        case ValueCell(value=bool()) | ValueCell(value=str()):
            return {"text": _both(lambda lang: cell_text(cell, column, pack, lang))}
        case ValueCell():
            return {"text": _both(lambda lang: cell_text(cell, column, pack, lang)), "number": cell.value} | {
                key: value for key, value in (("unit", cell.unit), ("upper", cell.upper)) if value
            }
