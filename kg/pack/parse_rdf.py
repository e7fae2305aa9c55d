"""An RDF file of a pack, in any common format, added to a graph; its text out."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from kg.pack.inside import inside
from kg.pack.manifest import FILE, unreadable
from kg.pack.problems import Place, pack_error

if TYPE_CHECKING:
    from rdflib import Graph

_QUADS = ("nquads", "trig")


def parse_rdf(graph: Graph, folder: Path, file: str, base: str) -> str:
    """Parse ``file`` into ``graph`` by its suffix and return its text.

    Relative IRIs are under ``base``, so that the same file means the same on every machine. Named
    graphs are read as one. Raise PackError with file and line when the file is missing or broken.
    """
    from xml.sax import SAXParseException

    from rdflib.exceptions import ParserError
    from rdflib.plugins.parsers.notation3 import BadSyntax
    from rdflib.util import guess_format

    syntax = guess_format(file) or "turtle"
    try:
        text = inside(folder, file, FILE).read_text(encoding="utf-8")
        _parse(graph, text, syntax, base)
    except FileNotFoundError:
        raise pack_error("P001", Place(FILE), path=file) from None
    except BadSyntax as error:
        raise unreadable(file, "Turtle", ValueError(error._why), error.lines + 1) from None
    except (ParserError, SAXParseException, ValueError) as error:
        raise unreadable(file, syntax, error) from None
    return text


def _parse(graph: Graph, text: str, syntax: str, base: str) -> None:
    from rdflib import Dataset

    if syntax not in _QUADS:
        graph.parse(data=text, format=syntax, publicID=base)
        return
    dataset = Dataset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib 7.6 warns of its own call
        dataset.parse(data=text, format=syntax, publicID=base)
        for subject, predicate, value, _ in dataset.quads((None, None, None, None)):
            graph.add((subject, predicate, value))
