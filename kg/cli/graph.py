"""Options of a command -> the graph that it asks: a pack, files that nobody prepared, a store or an endpoint."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from kg.session.session import Session
from kg.session.session import open as open_session


def add_graph_options(parser: argparse.ArgumentParser, *, shown: bool) -> None:
    """Declare which graph is meant: before the command (``shown`` in its help), and behind it too."""
    for name, metavar, type, about in (
        ("--pack", "DIR", Path, "folder of a pack (default: the one that ships)"),
        ("--store", "PATH", Path, "a store that 'kg store' made"),
        ("--endpoint", "URL", str, "a SPARQL 1.1 query service; --pack tells its ontology and words"),
        ("--graph", "IRI", str, "the endpoint's graph that holds what sources state, where it cannot be found out"),
    ):
        default = None if shown else argparse.SUPPRESS
        parser.add_argument(
            name, metavar=metavar, type=type, default=default, help=about if shown else argparse.SUPPRESS
        )
    for name, about in (
        (
            "--ontology",
            "an ontology: Turtle, RDF/XML, N-Triples, N-Quads, TriG, JSON-LD, or one of them .gz; repeatable",
        ),
        ("--data", "data in one of the same formats; repeatable"),
    ):
        default = None if shown else argparse.SUPPRESS
        parser.add_argument(
            name,
            metavar="FILE",
            type=Path,
            action="append",
            default=default,
            help=about if shown else argparse.SUPPRESS,
        )
    default = None if shown else argparse.SUPPRESS
    parser.add_argument(
        "--define",
        metavar="TEXT",
        action="append",
        default=default,
        help="a word of your own: 'define \"laser maker\" as company that makes lasers'; repeatable"
        if shown
        else argparse.SUPPRESS,
    )
    parser.add_argument(
        "--definitions",
        metavar="FILE",
        type=Path,
        default=default,
        help="a file with one definition a line; lines that begin with # are notes" if shown else argparse.SUPPRESS,
    )
    for name, about in (
        ("--no-inference", "leave out what the ontology implies"),
        ("--refresh", "fetch the names of the endpoint anew"),
    ):
        parser.add_argument(
            name,
            action="store_true",
            default=False if shown else argparse.SUPPRESS,
            help=about if shown else argparse.SUPPRESS,
        )


def open_graph(options: argparse.Namespace) -> Session:
    """Open the graph that the options name, with the words that they define. Raise what ``kg.open`` raises, QuestionError
    for a definition that cannot be read."""
    texts = (*_lines(options.definitions), *(options.define or ()))
    graph = _open(options)
    return graph.define(*texts) if texts else graph


def _lines(file: Path | None) -> list[str]:
    """Return the definitions of a file. OSError when there is none."""
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines() if file else []
    return [line for line in lines if line.strip() and not line.lstrip().startswith("#")]


def _open(options: argparse.Namespace) -> Session:
    if options.endpoint is None:
        return open_session(
            options.pack,
            ontology=options.ontology or (),
            data=options.data or (),
            inference=not options.no_inference,
            store=options.store,
        )
    from kg.store.remote.endpoint import read_endpoint

    endpoint = read_endpoint(options.endpoint, os.environ, options.graph)
    return open_session(options.pack, endpoint=endpoint, refresh=options.refresh, progress=_progress())


def _progress() -> _Progress | None:
    return _Progress() if sys.stderr.isatty() else None


class _Progress:
    """Tells on one line of the terminal how many names have come."""

    def __call__(self, done: int, there: int) -> None:
        print(f"\rnames: {done:,} / {there:,}", end="\n" if done >= there else "", file=sys.stderr, flush=True)
