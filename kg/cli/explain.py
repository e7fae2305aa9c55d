"""``kg explain``: a question -> what becomes of it, stage by stage."""

from __future__ import annotations

import argparse

from kg.session.session import open as open_session


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("question", nargs="+")


def run(options: argparse.Namespace) -> int:
    """Explain the question."""
    print(open_session(options.pack).explain(" ".join(options.question)))
    return 0
