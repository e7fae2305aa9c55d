"""``kg complete``: the beginning of a question -> what may follow it."""

from __future__ import annotations

import argparse

from kg.cli.graph import open_graph


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("text", help="the beginning of a question; a space at its end asks for the next word")
    parser.add_argument("--limit", type=int, default=20, help="list at most so many (default: 20)")


def run(options: argparse.Namespace) -> int:
    """List what may follow, the likeliest first: the text, what it is, and its class."""
    for one in open_graph(options).complete(options.text, limit=options.limit):
        print("\t".join((one.text, one.kind, one.note)).rstrip())
    return 0
