"""A pack folder and a SPARQL endpoint in; the pack with the names that the endpoint's graph has, and its store, out."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kg.base.diagnostics import diagnostic
from kg.base.errors import StoreError
from kg.base.iris import DERIVED_GRAPH, KG
from kg.lexicon.lexicon import Lexicon
from kg.pack.pack import Source, Thing
from kg.session.harvest import Progress, count_things, harvest, named_things
from kg.session.opening import Opened, compiler_version, open_pack
from kg.store.blob import from_bytes, to_bytes
from kg.store.cache import cache_folder
from kg.store.kept import keep, kept
from kg.store.remote.endpoint import Endpoint
from kg.store.remote.remote_store import RemoteStore

#: Names that were fetched longer ago are fetched anew.
_OLDEST_SECONDS = 86_400.0
_SURVEY_SECONDS = 60.0
#: Changes when names are made of what is fetched in another way.
_FORMAT = "1"


class Index(Struct, frozen=True):
    """The names of an endpoint's graph, as they are kept; ``when`` they were fetched, in seconds since 1970."""

    when: float
    things: Mapping[str, Thing]
    sources: Mapping[str, Source]
    lexicon: Lexicon
    #: The longest result that the server is known to have given whole.
    proven: int
    unnamed: int


def open_endpoint(
    folder: Path, endpoint: Endpoint, *, refresh: bool = False, progress: Progress | None = None
) -> Opened:
    """Open the graph that an endpoint serves, with the ontology and the words of a pack.

    Its names are fetched once a day, or when their number has changed, or to ``refresh`` them, and kept in the
    cache. Raise StoreError when the endpoint cannot be asked, PackError when the pack is at fault.
    """
    local = open_pack(folder)
    store, there = _survey(endpoint)
    key = hashlib.sha256(
        "\0".join(
            (_FORMAT, compiler_version(), str(local.pack), endpoint.url, str(store.endpoint.stated), str(there))
        ).encode()
    ).hexdigest()[:32]
    place = cache_folder() / f"endpoint-{key}.names"
    index = None if refresh else _kept(place)
    if index is None:
        index = _fetch(store, local, there, place, progress)
    store.proven = max(store.proven, index.proven)
    pack = replace(local.pack, things=index.things, sources=index.sources)
    notes = (*local.notes, *_notes(index))
    return Opened(folder, pack, index.lexicon, store, notes)


def _kept(place: Path) -> Index | None:
    data = kept(place)
    if data is None:
        return None
    try:
        index = from_bytes(data, Index)
    except StoreError:
        return None
    return index if 0 <= time.time() - index.when < _OLDEST_SECONDS else None


def _fetch(store: RemoteStore, local: Opened, there: int, place: Path, progress: Progress | None) -> Index:
    found = harvest(store, there, place.with_suffix(".pages"), progress)
    things, sources = named_things(found, local.pack)
    pack = replace(local.pack, things=things, sources=sources)
    lexicon = local.lexicon
    if pack != local.pack:
        # Imported only when words are compiled: it brings the libraries for plurals and characters.
        from kg.lexicon.build import build_lexicon

        lexicon = build_lexicon(pack)
    unnamed = there - len(things.keys() | sources.keys())
    index = Index(time.time(), things, sources, lexicon, store.proven, unnamed)
    with suppress(OSError):  # what cannot be kept is fetched again next time
        keep(place, to_bytes(index))
    return index


def _notes(index: Index) -> tuple[Mapping[str, str], ...]:
    if not index.unnamed:
        return ()
    note = {
        "en": f"{index.unnamed} things of the endpoint are of no class that the pack declares; they cannot be named.",
        "zh": f"端点中有{index.unnamed}个事物不属于图谱包声明的任何类别,无法提及。",
    }
    return (note,)


# ---------------------------------------------------------------- where the graph is


def _survey(endpoint: Endpoint) -> tuple[RemoteStore, int]:
    """Return the store with what is stated told from what is derived, and the number of its things."""
    store = RemoteStore(endpoint)
    there = count_things(store, _SURVEY_SECONDS)
    if endpoint.stated is None and (not there or _mixed(store)):
        # Some servers take all graphs together as the default graph: find the one that holds the statements.
        found = replace(endpoint, stated=_stated_graph(store))
        store = RemoteStore(found, store.server)
        there = count_things(store, _SURVEY_SECONDS)
    if not there:
        raise _nothing(endpoint, f"no thing with a {KG}id in the graph {endpoint.stated or ''}".rstrip())
    return store, there


def _mixed(store: RemoteStore) -> bool:
    """Tell whether the default graph holds what rules derive: that belongs in a graph of its own."""
    return store.ask(f"ASK {{ ?statement <{KG}rule> ?rule }}", seconds=_SURVEY_SECONDS)


def _stated_graph(store: RemoteStore) -> str:
    query = f"SELECT DISTINCT ?graph WHERE {{ GRAPH ?graph {{ ?thing <{KG}id> ?id }} }}"
    rows = store.select(query, seconds=_SURVEY_SECONDS).rows
    graphs = sorted({str(row[0]) for row in rows} - {str(DERIVED_GRAPH)})
    if len(graphs) != 1:
        listed = ", ".join(graphs[:5]) or "-"
        raise _nothing(store.endpoint, f"{len(graphs)} graphs have things with a {KG}id: {listed}")
    return graphs[0]


def _nothing(endpoint: Endpoint, reason: str) -> StoreError:
    return StoreError(diagnostic("S008", url=endpoint.url, reason=reason))
