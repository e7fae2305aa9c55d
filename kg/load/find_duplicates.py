"""New things and all things of a pack in; pairs that may be one thing, to be looked at by a person, out."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Literal

from kg.load.addition import Duplicate
from kg.load.facts import Facts, ThingFact
from kg.load.names import fold_name

#: Words that a company's name has or not: they tell no two companies apart.
_LEGAL = re.compile(
    r"\b(inc|incorporated|corp|corporation|co|company|ltd|limited|llc|plc|ag|gmbh|sa|nv|kk|holdings?|group)\b\.?"
    r"|(股份)?(有限)?(责任)?公司$|集团$"
)
_MARKS = re.compile(r"[\W_]+")
_LIKENESS = 0.88
_By = Literal["name", "ticker", "identifier"]
_Key = tuple[_By, str]
_KINDS: tuple[_By, ...] = ("ticker", "identifier", "name")


def find_duplicates(facts: Facts, new: Iterable[str]) -> tuple[Duplicate, ...]:
    """Return for each new thing those that share a ticker or an identifier, or whose names are nearly the same.

    Names are compared without case, marks and legal forms; nothing is ever merged.
    """
    fresh = list(new)
    keys: dict[_Key, list[str]] = {}
    for id, fact in facts.things.items():
        for key in _keys(fact):
            keys.setdefault(key, []).append(id)
    found: dict[tuple[str, str], Duplicate] = {}
    for id in fresh:
        for duplicate in (*_equal(id, facts, keys), *_alike(id, facts, keys)):
            pair = (min(id, duplicate.other), max(id, duplicate.other))
            found.setdefault(pair, duplicate)
    return tuple(found.values())


def _keys(fact: ThingFact) -> Iterator[_Key]:
    """Yield what may tell that a thing is another one."""
    for ticker in fact.tickers:
        yield "ticker", ticker.casefold()
    for predicate, value in fact.properties:
        if any(character.isdigit() for character in value) and len(value) >= 6:
            yield "identifier", f"{predicate} {value.casefold()}"
    for words in fact.thing.names.values():
        for name in (words.label, *words.others):
            if bare := _bare(name):
                yield "name", bare


def _bare(name: str) -> str:
    folded = fold_name(name)
    return _MARKS.sub("", _LEGAL.sub("", folded)) or _MARKS.sub("", folded)


def _equal(id: str, facts: Facts, keys: dict[_Key, list[str]]) -> Iterator[Duplicate]:
    for kind in _KINDS:
        for by, text in _keys(facts.things[id]):
            if by != kind:
                continue
            for other in keys[by, text]:
                if other != id:
                    yield Duplicate(id, other, by, text.rpartition(" ")[2])


def _alike(id: str, facts: Facts, keys: dict[_Key, list[str]]) -> Iterator[Duplicate]:
    """Yield things whose names differ in a letter or two; short names differ too easily to count."""
    for by, name in _keys(facts.things[id]):
        if by != "name" or len(name) < 5:
            continue
        near = [
            text for kind, text in keys if kind == "name" and text[:1] == name[:1] and abs(len(text) - len(name)) < 3
        ]
        for text in difflib.get_close_matches(name, near, n=3, cutoff=_LIKENESS):
            for other in keys["name", text]:
                if other != id and facts.things[other].thing.cls == facts.things[id].thing.cls:
                    yield Duplicate(id, other, "name", text)
