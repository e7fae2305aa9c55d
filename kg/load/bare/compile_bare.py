"""Ontology and data files that nobody prepared in; a typed pack and its graph as N-Quads out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.base.terms import Iri
from kg.load.bare.build_pack import build_pack
from kg.load.bare.follow import NOTHING, follow
from kg.load.bare.graph import Graph
from kg.load.bare.plausible import plausible
from kg.load.bare.read_files import File, read_files
from kg.load.bare.read_kinds import read_kinds
from kg.load.bare.read_vocabulary import read_vocabulary
from kg.load.bare.write_bare import write_bare
from kg.load.compile_pack import Compiled
from kg.pack.pack import Source


def compile_bare(ontology: Sequence[Path], data: Sequence[Path], *, inference: bool = True) -> Compiled:
    """Read the files and what follows from them. Raise PackError with every file that is missing or broken.

    ``inference`` False leaves out what the ontology implies.
    """
    files = read_files([*ontology, *data])
    graph = Graph(quad for file in files for quad in file.quads)
    followed = follow(files) if inference else NOTHING
    inferred = plausible(followed.quads, graph)
    if inferred:
        graph = Graph((*(quad for file in files for quad in file.quads), *inferred))
    vocabulary = read_vocabulary(graph)
    kinds = read_kinds(graph, vocabulary)
    pack = build_pack(graph, vocabulary, kinds, _name(files), (source for file in files for source in _sources(file)))
    quads = write_bare(files, inferred, followed.proofs, graph, pack, vocabulary, kinds)
    return Compiled(pack, quads, {str(file.path): len(file.quads) for file in files})


def _name(files: Sequence[File]) -> str:
    return " + ".join(file.path.name for file in files)


def _sources(file: File) -> Iterator[Source]:
    """Yield the file and the named graphs in it: each is a source of what it states."""
    yield Source(file.graph, file.graph, file.path.name)
    for named in dict.fromkeys(named for _, _, _, named in file.quads if isinstance(named, Iri)):
        yield Source(named, named, f"{named} ({file.path.name})")
