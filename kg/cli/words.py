"""``kg words`` -> the words and names that the graph knows, with what they mean."""

from __future__ import annotations

import argparse

from kg.cli.graph import open_graph


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("text", nargs="?", default="", help="only those that contain this")


def run(options: argparse.Namespace) -> int:
    """List the words."""
    for word in open_graph(options).words(options.text):
        print(f"{word.text}\t{word.kind}\t{word.id}")
    return 0
