"""``kg check``: the folder of a pack -> what is wrong with it."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.failure import located
from kg.session.session import check_pack


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="DIR",
        help="its folder, or a store (default: the one of --store or --pack)",
    )


def run(options: argparse.Namespace) -> int:
    """Check the pack; return 3 when something is wrong."""
    found = check_pack(options.folder or options.store or options.pack)
    for diagnostic in found:
        print(located(diagnostic))
    print(f"{len(found)} found" if found else "nothing found")
    return 3 if found else 0
