"""Options of a command -> the graph that it asks: a pack, or ontology and data files that nobody prepared."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.session.session import Session
from kg.session.session import open as open_session


def add_graph_options(parser: argparse.ArgumentParser, *, shown: bool) -> None:
    """Declare which graph is meant: before the command (``shown`` in its help), and behind it too."""
    absent = None if shown else argparse.SUPPRESS
    about = {
        "pack": "folder of a pack (default: the one that ships)",
        "ontology": "an ontology: Turtle, RDF/XML, N-Triples, N-Quads, TriG, JSON-LD, or one of them .gz; repeatable",
        "data": "data in one of the same formats; repeatable",
        "inference": "leave out what the ontology implies",
    }
    if not shown:
        about = dict.fromkeys(about, argparse.SUPPRESS)
    parser.add_argument("--pack", metavar="DIR", type=Path, default=absent, help=about["pack"])
    parser.add_argument(
        "--ontology", metavar="FILE", type=Path, action="append", default=absent, help=about["ontology"]
    )
    parser.add_argument("--data", metavar="FILE", type=Path, action="append", default=absent, help=about["data"])
    parser.add_argument(
        "--no-inference", action="store_true", default=False if shown else argparse.SUPPRESS, help=about["inference"]
    )


def open_graph(options: argparse.Namespace) -> Session:
    """Open the graph that the options name."""
    ontology, data = options.ontology or (), options.data or ()
    return open_session(options.pack, ontology=ontology, data=data, inference=not options.no_inference)
