"""A number of statements in; a generated supply chain of that many as a pack and a store on disk, out.

The rows are those of ``tests.benchmarks.generate``; the triples are written straight in the layout of the store, without
names, dates and quantities, which no analysis of links looks at: a million statements are seven million triples.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
from msgspec import Struct
from msgspec.structs import replace

from kg.base.iris import KG, OF_KIND, TYPE
from kg.base.terms import Iri
from kg.load.compile_pack import compile_pack
from kg.pack.pack import Pack, Thing, Words
from kg.store.embedded import EmbeddedStore, from_folder
from tests.benchmarks.generate import generate

#: Triples of the generator for one statement, in the mean.
_TRIPLES = 19


class LargeGraph(Struct, frozen=True):
    """A pack that knows all things, and a store of their statements."""

    pack: Pack
    store: EmbeddedStore


def large_graph(folder: Path, statements: int) -> LargeGraph:
    """Return the graph of about so many statements; it is made when the folder does not hold it yet."""
    rows, store = folder / f"rows-{statements}", folder / f"store-{statements}"
    if not rows.is_dir():
        generate(rows, statements * _TRIPLES)
    pack = _pack(folder, rows)
    if not store.is_dir():
        quads = folder / f"quads-{statements}.nq"
        with quads.open("w", encoding="utf-8") as file:
            file.writelines(_lines(rows, pack))
        made = pyoxigraph.Store(str(store))
        made.bulk_load(path=str(quads), format=pyoxigraph.RdfFormat.N_QUADS)
        made.optimize()
        made.flush()
        quads.unlink()
    return LargeGraph(pack, from_folder(store))


def _pack(folder: Path, rows: Path) -> Pack:
    """Return the pack of a few things, with all things of the rows in their place."""
    if not (folder / "few").is_dir():
        generate(folder / "few", 5000)
    pack = compile_pack(folder / "few").pack
    found: dict[str, Thing] = {}
    for row in _read(rows / "facts" / "things.csv"):
        kinds = (row["kind_of"],) if row["kind_of"] else ()
        names = {"en": Words(row["en"]), "zh": Words(row["zh"])}
        found[row["id"]] = Thing(row["id"], Iri(pack.namespace + row["id"]), row["class"], names, kinds)
    return replace(pack, things=dict(sorted(found.items())))


def _lines(rows: Path, pack: Pack) -> Iterator[str]:
    space = pack.namespace
    country, kind = pack.frames["InCountry"].predicate, pack.kind_frame
    for row in _read(rows / "facts" / "things.csv"):
        thing = space + row["id"]
        yield f"<{thing}> <{TYPE}> <{pack.classes[row['class']].iri}> .\n<{thing}> <{OF_KIND}> <{thing}> .\n"
        if row["country"]:
            yield f"<{thing}> <{country}> <{space}{row['country']}> .\n"
        if row["kind_of"] and kind is not None:
            yield f"<{thing}> <{kind.predicate}> <{space}{row['kind_of']}> .\n"
    for file, frame in (("parts", pack.frames["Part"]), ("supplies", pack.frames["Supply"])):
        for number, row in enumerate(_read(rows / "facts" / f"{file}.csv")):
            statement, claim = f"{space}{file}-{number:08x}", f"{space}claim-{file}-{number:08x}"
            roles = "".join(f"<{statement}> <{role.iri}> <{space}{row[role.id]}> .\n" for role in frame.roles)
            yield (
                f"<{statement}> <{TYPE}> <{frame.iri}> .\n{roles}<{statement}> <{KG}claim> <{claim}> .\n"
                f'<{claim}> <{KG}source> <{space}{row["source"]}> .\n<{claim}> <{KG}status> "{row["status"]}" .\n'
            )


def _read(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened)
