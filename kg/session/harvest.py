"""An endpoint and the pack that describes its graph in; the names of its things and sources, fetched page by page, out.

Pages are kept as they come: a harvest that was interrupted goes on where it ended.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from kg.base.diagnostics import diagnostic
from kg.base.errors import StoreError
from kg.base.iris import BROADER, DCTERMS, KG, SKOS, TYPE
from kg.base.terms import Iri, Text
from kg.pack.pack import Names, Pack, Source, Thing, Words
from kg.plan.pattern import Compare, Filter, Select, Tally, Triple, Values, Variable
from kg.sparql.write import write
from kg.store.blob import from_bytes, to_bytes
from kg.store.kept import keep, kept
from kg.store.remote.remote_store import RemoteStore

#: Called with how many things were fetched, and how many there are.
Progress = Callable[[int, int], None]

_PAGE = 1000
_SECONDS_A_PAGE = 120.0
_ID = Iri(KG + "id")
_SOURCE = KG + "Source"
_LABEL, _OTHER, _HIDDEN = (SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel"))
_ADJECTIVE = KG + "adjective"
_TITLE, _PUBLISHER, _AUTHOR = (DCTERMS + name for name in ("title", "publisher", "creator"))
_ASKED = tuple(map(Iri, (TYPE, _LABEL, _OTHER, _HIDDEN, _ADJECTIVE, BROADER, _TITLE, _PUBLISHER, _AUTHOR)))
_THING, _NAME, _PREDICATE, _VALUE = (Variable(name) for name in ("thing", "id", "predicate", "value"))


class Named(Struct, frozen=True):
    """What the endpoint says of one thing: (predicate, value, language) triples."""

    id: str
    iri: str
    told: tuple[tuple[str, str, str], ...]


class Page(Struct, frozen=True):
    """Things in the order of their ids."""

    things: tuple[Named, ...]


def count_things(store: RemoteStore, seconds: float = _SECONDS_A_PAGE) -> int:
    """Return how many things and sources the endpoint has."""
    select = Select((Tally(_THING, Variable("number")),), (Triple(_THING, _ID, _NAME),), distinct=False)
    number = store.select(write(select), seconds=seconds).rows[0][0]
    return number if isinstance(number, int) else 0


def harvest(store: RemoteStore, there: int, folder: Path, progress: Progress | None) -> tuple[Named, ...]:
    """Return all things of the endpoint, ``there`` of them; the pages that ``folder`` holds are not fetched again.

    Raise StoreError when the endpoint gives fewer or more than it says that it has.
    """
    found: list[Named] = []
    for page in _pages(store, folder):
        found += page.things
        if progress is not None:
            progress(min(len(found), there), there)
        if len(found) > there:
            break
    with suppress(OSError):
        shutil.rmtree(folder)
    if len({named.iri for named in found}) != there:
        reason = f"{len(found)} names of {there} things"
        raise StoreError(diagnostic("S007", url=store.endpoint.url, reason=reason))
    return tuple(found)


def _pages(store: RemoteStore, folder: Path) -> Iterator[Page]:
    last, number = "", 0
    while True:
        place = folder / f"{number:06}.page"
        data = kept(place)
        page = from_bytes(data, Page) if data is not None else _fetch(store, last)
        if data is None:
            with suppress(OSError):  # what cannot be kept is fetched again next time
                keep(place, to_bytes(page))
        if page.things:
            yield page
            last = page.things[-1].id
        if len(page.things) < _PAGE:
            return
        number += 1


def _fetch(store: RemoteStore, after: str) -> Page:
    select = Select((_NAME, _THING), (Triple(_THING, _ID, _NAME), Filter(Compare(_NAME, ">", after))))
    ids = store.select(f"{write(select)}\nORDER BY ?id LIMIT {_PAGE}", seconds=_SECONDS_A_PAGE).rows
    things = {iri: str(id) for id, iri in ids if isinstance(iri, Iri)}
    told: dict[str, list[tuple[str, str, str]]] = {iri: [] for iri in things}
    if things:
        where = (Values(_THING, tuple(things)), Values(_PREDICATE, _ASKED), Triple(_THING, _PREDICATE, _VALUE))
        select = Select((_THING, _PREDICATE, _VALUE), where)
        for iri, predicate, value in store.select(write(select), seconds=_SECONDS_A_PAGE).rows:
            text, lang = (value.value, value.lang) if isinstance(value, Text) else (str(value), "")
            told[str(iri)].append((str(predicate), text, lang))
    return Page(tuple(Named(id, iri, tuple(sorted(told[iri]))) for iri, id in things.items()))


# ---------------------------------------------------------------- things of a pack


def named_things(found: tuple[Named, ...], pack: Pack) -> tuple[Mapping[str, Thing], Mapping[str, Source]]:
    """Return the things and sources that were found; a class that the pack does not declare makes no thing.

    RDF has no order: where the pack itself knows a thing by the same names, theirs is taken.
    """
    classes = {str(cls.iri): cls.id for cls in pack.classes.values()}
    ids = {named.iri: named.id for named in found}
    things: dict[str, Thing] = {}
    sources: dict[str, Source] = {}
    for named in sorted(found, key=lambda named: named.id):
        types = {value for predicate, value, _ in named.told if predicate == TYPE}
        if _SOURCE in types:
            texts = {predicate: value for predicate, value, _ in reversed(named.told)}
            about = (texts.get(predicate, "") for predicate in (_TITLE, _PUBLISHER, _AUTHOR))
            sources[named.id] = Source(named.id, Iri(named.iri), *about)
        own = {classes[type] for type in types & classes.keys() - {_SOURCE}}
        if own:
            cls = max(own, key=lambda cls: (len(pack.ancestors(cls)), cls))
            things[named.id] = _ordered(_thing(named, cls, ids), pack.things.get(named.id))
    return things, sources


def _thing(named: Named, cls: str, ids: Mapping[str, str]) -> Thing:
    kinds = (ids.get(value, value) for predicate, value, _ in named.told if predicate == BROADER)
    adjectives: dict[str, tuple[str, ...]] = {}
    for predicate, value, lang in named.told:
        if predicate == _ADJECTIVE:
            adjectives[lang] = (*adjectives.get(lang, ()), value)
    return Thing(named.id, Iri(named.iri), cls, _names(named), tuple(sorted(kinds)), adjectives)


def _names(named: Named) -> Names:
    labels: dict[str, list[str]] = {}
    hidden: list[str] = []
    for wanted in (_LABEL, _OTHER):
        for predicate, value, lang in named.told:
            if predicate == wanted:
                labels.setdefault(lang or "en", []).append(value)
    hidden = [value for predicate, value, _ in named.told if predicate == _HIDDEN]
    if not labels:
        return {"en": Words(named.id, (), tuple(hidden))}
    first = next(iter(labels))
    return {
        lang: Words(names[0], tuple(dict.fromkeys(names[1:])), tuple(hidden) if lang == first else ())
        for lang, names in labels.items()
    }


def _ordered(thing: Thing, known: Thing | None) -> Thing:
    return known if known is not None and _as_sets(thing) == _as_sets(known) else thing


def _as_sets(thing: Thing) -> tuple[object, ...]:
    names = {lang: (words.label, frozenset(words.others)) for lang, words in thing.names.items()}
    hidden = frozenset(text for words in thing.names.values() for text in words.hidden)
    adjectives = {lang: frozenset(words) for lang, words in thing.adjectives.items()}
    return thing.iri, thing.cls, names, hidden, frozenset(thing.kinds), adjectives
