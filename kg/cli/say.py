"""``kg say``: a question -> its canonical words, in either language."""

from __future__ import annotations

import argparse

from kg.cli.graph import open_graph


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("question", nargs="+")
    parser.add_argument("--in", dest="lang", choices=("en", "zh"), help="the language to say it in (default: its own)")


def run(options: argparse.Namespace) -> int:
    """Say the question."""
    print(open_graph(options).say(" ".join(options.question), options.lang))
    return 0
