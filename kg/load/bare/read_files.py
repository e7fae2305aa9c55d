"""RDF files in any common format, plain or gzipped, in; their quads, blank nodes named for good, out."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from kg.base.iris import FILE_GRAPH
from kg.base.terms import Blank, Iri
from kg.pack.problems import Place, Problems
from kg.store.parse import BrokenFileError, Node, Quad, Syntax, parse

#: What the suffix of a file (behind which .gz may stand) says of its format.
SYNTAXES: dict[str, Syntax] = {
    ".ttl": "turtle",
    ".turtle": "turtle",
    ".n3": "turtle",
    ".owl": "rdf/xml",
    ".rdf": "rdf/xml",
    ".rdfs": "rdf/xml",
    ".xml": "rdf/xml",
    ".nt": "n-triples",
    ".ntriples": "n-triples",
    ".nq": "n-quads",
    ".nquads": "n-quads",
    ".trig": "trig",
    ".jsonld": "json-ld",
    ".json": "json-ld",
}
#: A gzipped file may not unfold to more than this: a small file that fills the memory is an attack.
LIMIT = 4_000_000_000
_CHUNK = 1 << 24
_BLANK = b"\xef\xbb\xbf \t\r\n"
_XML = (b"<?xml", b"<!", b"<rdf:", b"<RDF")


class File(Struct, frozen=True):
    """One file as it was read: ``graph`` is the named graph that holds what it states."""

    path: Path
    graph: Iri
    quads: tuple[Quad, ...]


def read_files(paths: Sequence[Path]) -> tuple[File, ...]:
    """Read every file. Raise PackError with all files that are missing or broken, each with its line."""
    problems = Problems()
    files: list[File] = []
    for path in paths:
        try:
            data = _bytes(path)
            files.append(_file(path, data, problems))
        except BrokenFileError as error:
            place = Place(str(path), error.line)
            problems.add("P002", place, path=str(path), format=syntax_of(path, b"") or "RDF", reason=str(error))
        except OSError:
            problems.add("P001", Place(str(path)), path=str(path))
    problems.stop()
    return tuple(files)


def syntax_of(path: Path, data: bytes) -> Syntax | None:
    """Return the format of a file by its suffix; of .owl and .xml by what it begins with; None when it is unknown."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    name = next((suffix for suffix in reversed(suffixes) if suffix != ".gz"), "")
    found = SYNTAXES.get(name)
    if found == "rdf/xml" and data and not data.lstrip(_BLANK).startswith(_XML):
        return "turtle"  # an ontology in Turtle is often called .owl
    return found


def _file(path: Path, data: bytes, problems: Problems) -> File:
    syntax = syntax_of(path, data)
    graph = Iri(FILE_GRAPH + quote(path.name))
    if syntax is None:
        reason = "its name ends in none of " + ", ".join(sorted(SYNTAXES))
        problems.add("P002", Place(str(path)), path=path.name, format="RDF", reason=reason)
        return File(path, graph, ())
    digest = hashlib.sha256(data).hexdigest()[:12]
    return File(path, graph, tuple(_named(parse(data, syntax, f"file:///{quote(path.name)}"), digest)))


def _bytes(path: Path) -> bytes:
    if path.suffix.lower() != ".gz":
        return path.read_bytes()
    chunks: list[bytes] = []
    size = 0
    try:
        with gzip.open(path) as file:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                if size > LIMIT:
                    raise BrokenFileError(f"more than {LIMIT} bytes when unpacked")
                chunks.append(chunk)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise BrokenFileError(str(error)) from error
    return b"".join(chunks)


def _named(quads: Iterator[Quad], digest: str) -> Iterator[Quad]:
    """Give each blank node an IRI by its place in the file: the same file means the same on every run."""
    names: dict[str, Iri] = {}

    def named(node: Node) -> Iri:
        if not isinstance(node, Blank):
            return node
        return names.setdefault(node, Iri(f"urn:kg:node:{digest}-{len(names) + 1}"))

    for subject, predicate, value, graph in quads:
        object = named(value) if isinstance(value, Blank) else value
        yield named(subject), predicate, object, None if graph is None else named(graph)
