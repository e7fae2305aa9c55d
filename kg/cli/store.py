"""``kg store``: a graph -> a store that lasts, or a file of N-Quads for another server's loader."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.base.errors import KgError
from kg.cli.graph import open_graph
from kg.store.kept import replace_file


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    place = parser.add_mutually_exclusive_group(required=True)
    place.add_argument("path", nargs="?", type=Path, metavar="PATH", help="the store to make, or to bring up to date")
    place.add_argument("--quads", type=Path, metavar="FILE", help="write the graph as N-Quads instead")


def run(options: argparse.Namespace) -> int:
    """Keep the graph in one step: whole, or what was there stays as it was."""
    if options.quads is None:
        open_graph(options).keep(options.path)
        return 0
    quads = open_graph(options).nquads()
    try:
        replace_file(options.quads, quads)
    except OSError as error:
        raise KgError(f"{options.quads} cannot be written: {error.strerror}") from error
    return 0
