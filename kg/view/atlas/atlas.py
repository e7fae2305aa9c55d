"""All that a graph says and its pack in; the pages of its atlas, each with its place in the folder, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from kg.answer.answer import Answer, EntityCell, Source, Statement
from kg.base.diagnostics import Lang
from kg.pack.pack import Pack
from kg.view.atlas.file_names import file_names
from kg.view.atlas.template import Templates
from kg.view.atlas.wording import WORDS
from kg.view.clean import clean
from kg.view.conflicts import conflicts
from kg.view.description import kinds, portrait
from kg.view.evidence import standing, strongest_first
from kg.view.heading import rule_text
from kg.view.phrases import phrase
from kg.view.sentence import details, sentence
from kg.view.values import name
from kg.view.web.draw import draw
from kg.view.web.layout import layout
from kg.view.web.palette import looks
from kg.view.web.svg import svg

#: The picture of a thing shows so many statements: more of them cannot be read.
_DRAWN = 36


def atlas(about: Answer, pack: Pack, lang: Lang) -> Iterator[tuple[PurePosixPath, str]]:
    """Yield path and text of each page: the start page, the sources, the conflicts, and one page a thing.

    ``about`` describes every thing that gets a page. The pages hold no script and load nothing.
    """
    made = _Atlas(about, pack, lang)
    templates = Templates({key: texts[lang] for key, texts in WORDS.items()} | made.phrases, lang)
    yield PurePosixPath("index.html"), templates.fill("start", made.start())
    yield PurePosixPath("sources.html"), templates.fill("sources", made.all_sources())
    yield PurePosixPath("conflicts.html"), templates.fill("conflicts", made.all_conflicts())
    for thing in made.things.values():
        yield PurePosixPath(made.files[thing.id]), templates.fill("thing", made.thing(thing))


class _Atlas(Struct, frozen=True, dict=True):
    about: Answer
    pack: Pack
    lang: Lang

    @cached_property
    def things(self) -> Mapping[str, EntityCell]:
        cells = (row.cells[0] for row in self.about.rows)
        return {cell.id: cell for cell in cells if isinstance(cell, EntityCell)}

    @cached_property
    def files(self) -> Mapping[str, str]:
        return file_names(self.things)

    @cached_property
    def of_thing(self) -> Mapping[str, Mapping[str, Statement]]:
        found: dict[str, dict[str, Statement]] = {key: {} for key in self.things}
        for one in self.about.statements.values():
            for cell in one.roles.values():
                found.setdefault(cell.id, {})[one.id] = one
        return found

    @cached_property
    def conflicts(self) -> tuple[tuple[Statement, ...], ...]:
        return conflicts(self.about.statements.values(), self.pack)

    @cached_property
    def rows_of(self) -> Mapping[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        for row in self.about.rows:
            if isinstance(row.cells[0], EntityCell):
                found.setdefault(row.cells[0].id, []).append(row)
        return found

    @property
    def phrases(self) -> dict[str, str]:
        keys = ("fact", "claim", "forecast", "rumour", "derived", "reference")
        levels = ("high", "medium", "low")
        return {f"status_{key}": phrase(f"status_{key}", self.lang) for key in keys} | {
            f"confidence_{key}": phrase(f"confidence_{key}", self.lang) for key in levels
        }

    @property
    def title(self) -> str:
        return WORDS["title"][self.lang].format(pack=name(self.pack.names, self.lang, self.pack.id))

    def start(self) -> dict[str, object]:
        statements = self.about.statements.values()
        counts = (
            ("things", len(self.things), ""),
            ("stated", sum(bool(one.claims) for one in statements), ""),
            ("sources", len(self._cited()), "sources.html"),
            ("conflicts", len(self.conflicts), "conflicts.html"),
        )
        return {"title": self.title, "counts": counts, "classes": list(self._classes())}

    def _classes(self) -> Iterator[dict[str, object]]:
        by_class: dict[str, list[EntityCell]] = {}
        for cell in self.things.values():
            by_class.setdefault(cell.cls, []).append(cell)
        for cls in sorted(by_class, key=lambda key: -len(by_class[key])):
            known = self.pack.classes.get(cls)
            by_kind: dict[str, list[dict[str, object]]] = {}
            for cell in by_class[cls]:
                for kind in kinds(cell, self.pack, self.lang) or ("",):
                    by_kind.setdefault(kind, []).append(self._entry(cell))
            yield {
                "name": name(known.names, self.lang, cls) if known else clean(cls),
                "count": len(by_class[cls]),
                "kinds": [
                    (kind, sorted(by_kind[kind], key=_by_weight))
                    for kind in sorted(by_kind, key=lambda key: (not key, -len(by_kind[key]), key))
                ],
            }

    def _entry(self, cell: EntityCell) -> dict[str, object]:
        other: Lang = "zh" if self.lang == "en" else "en"
        text, beside = clean(cell.label.get(self.lang, cell.id)), clean(cell.label.get(other, ""))
        return {
            "text": text,
            "other": "" if beside == text else beside,
            "file": self.files[cell.id],
            "count": len(self.of_thing[cell.id]),
        }

    def _cited(self) -> Mapping[str, tuple[Source, int]]:
        counts = Counter(claim.source.id for one in self.about.statements.values() for claim in one.claims)
        sources = {claim.source.id: claim.source for one in self.about.statements.values() for claim in one.claims}
        return {key: (sources[key], count) for key, count in counts.most_common()}

    def all_sources(self) -> dict[str, object]:
        cited = [_source(source) | {"cited": count} for source, count in self._cited().values()]
        return {"title": WORDS["sources_title"][self.lang], "cited_sources": cited}

    def all_conflicts(self) -> dict[str, object]:
        groups = [[self._statement(one) for one in group] for group in self.conflicts]
        return {"title": WORDS["conflicts_title"][self.lang], "groups": groups}

    def thing(self, cell: EntityCell) -> dict[str, object]:
        own = self.of_thing[cell.id]
        about = replace(self.about, rows=tuple(self.rows_of[cell.id]), statements=own)
        seen = portrait(cell, about, self.pack, self.lang)
        drawn = _strongest(tuple(own.values()))
        return {
            "title": seen.title,
            "other": seen.other,
            "cls": seen.cls,
            "facts": seen.facts,
            "picture": self._picture(cell, drawn) if drawn else "",
            "part": WORDS["part"][self.lang].format(shown=len(drawn), all=len(own)) if len(drawn) < len(own) else "",
            "frames": [(frame, [self._statement(own[id]) for id in ids]) for frame, ids in seen.statements],
        }

    def _picture(self, cell: EntityCell, drawn: Sequence[Statement]) -> str:
        shown = replace(self.about, rows=tuple(self.rows_of[cell.id][:1]), statements={one.id: one for one in drawn})
        drawing = draw(shown, self.pack)
        return svg(drawing, layout(drawing), looks(self.pack), self.lang, lambda box: self.files.get(box, ""))

    def _statement(self, one: Statement) -> dict[str, object]:
        return {
            "standing": standing(one),
            "text": sentence(one, self.pack, self.lang),
            "details": " · ".join(
                f"{key}: {text}" if key else text for key, text in details(one, self.pack, self.lang)
            ),
            "things": [self._entry(cell) for cell in one.roles.values() if cell.id in self.files],
            "rule": rule_text(one.rule, self.pack, self.lang) if one.rule else "",
            "claims": [
                {"status": claim.status, "confidence": claim.confidence, "source": _source(claim.source)}
                for claim in strongest_first(one.claims)
            ],
        }


def _by_weight(entry: Mapping[str, object]) -> tuple[int, str]:
    return -int(str(entry["count"])), str(entry["text"])


def _strongest(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements to draw: those of more than one thing, stated ones first, every frame in turn."""
    order = ("fact", "claim", "forecast", "rumour", "reference", "derived")
    by_frame: dict[str, list[Statement]] = {}
    for one in sorted(statements, key=lambda one: order.index(standing(one)) if standing(one) in order else len(order)):
        if len(one.roles) > 1:
            by_frame.setdefault(one.frame, []).append(one)
    turns = sorted(
        ((turn, index, one) for index, found in enumerate(by_frame.values()) for turn, one in enumerate(found)),
        key=lambda turn: turn[:2],
    )
    return [one for _, _, one in turns[:_DRAWN]]


def _source(one: Source) -> dict[str, object]:
    """Return a source; its address only when a browser may follow it."""
    followed = one.url.lower().startswith(("https://", "http://"))
    return {
        "title": clean(one.title) or clean(one.id),
        "publisher": clean(one.publisher),
        "author": clean(one.author),
        "date": clean(one.date),
        "url": clean(one.url) if followed else "",
    }
