"""``kg portfolio``: a CSV file of holdings -> the companies that several of them depend on."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.answering import add_answer_options, show_answer
from kg.cli.graph import open_graph


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="CSV with a column name, and a column weight if you like"
    )
    parser.add_argument("--tiers", type=int, default=2, metavar="N", help="how many tiers upstream (default: 2)")
    parser.add_argument(
        "--shared", type=int, default=2, metavar="N", help="only what at least so many holdings depend on (default: 2)"
    )
    add_answer_options(parser)


def run(options: argparse.Namespace) -> int:
    """Answer; return the exit code."""
    answer = open_graph(options).portfolio(
        options.file,
        tiers=options.tiers,
        shared=options.shared,
        lang=options.lang or "en",
        as_of=options.as_of,
        seconds=options.seconds,
    )
    return show_answer(answer, options)
