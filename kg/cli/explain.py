"""``kg explain``: a question -> what becomes of it, stage by stage."""

from __future__ import annotations

import argparse

from kg.cli.graph import open_graph


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("question", nargs="+")


def run(options: argparse.Namespace) -> int:
    """Explain the question."""
    print(open_graph(options).explain(" ".join(options.question)))
    return 0
