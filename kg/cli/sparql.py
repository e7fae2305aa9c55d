"""``kg sparql``: a SPARQL SELECT -> its rows."""

from __future__ import annotations

import argparse
import sys

from kg.cli.graph import open_graph
from kg.session.bindings import to_json, to_tsv


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("query", help="the query; - reads it from standard input")
    parser.add_argument("--federated", action="store_true", help="let it name other graphs and servers")
    parser.add_argument("--json", action="store_true", help="print SPARQL JSON results, not tab-separated lines")


def run(options: argparse.Namespace) -> int:
    """Run the query."""
    text = sys.stdin.read() if options.query == "-" else options.query
    table = open_graph(options).sparql(text, federated=options.federated)
    print(to_json(table) if options.json else to_tsv(table), end="")
    return 0
