"""An RDF file of a pack, in any common format, added to a graph; its text out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.base.errors import PackError
from kg.pack.manifest import FILE, unreadable
from kg.pack.problems import Place, pack_error

if TYPE_CHECKING:
    from rdflib import Graph


def parse_rdf(graph: Graph, folder: Path, file: str) -> str:
    """Parse ``file`` into ``graph`` by its suffix and return its text.

    Raise PackError with file and line when it is missing or broken.
    """
    from xml.sax import SAXParseException

    from rdflib.exceptions import ParserError
    from rdflib.plugins.parsers.notation3 import BadSyntax
    from rdflib.util import guess_format

    syntax = guess_format(file) or "turtle"
    try:
        text = (folder / file).read_text(encoding="utf-8")
        graph.parse(data=text, format=syntax, publicID=(folder / file).resolve().as_uri())
    except FileNotFoundError:
        raise pack_error("P001", Place(FILE), path=file) from None
    except BadSyntax as error:
        raise _syntax(file, error._why, error.lines + 1) from None
    except (ParserError, SAXParseException, ValueError) as error:
        raise unreadable(file, syntax, error) from None
    return text


def _syntax(file: str, reason: str, line: int) -> PackError:
    return unreadable(file, "Turtle", ValueError(reason), line)
