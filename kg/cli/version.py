"""``kg version`` -> the version."""

from __future__ import annotations

import argparse

from kg.base.version import __version__


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes: nothing."""


def run(_: argparse.Namespace) -> int:
    """Print the version."""
    print(f"kg {__version__}")
    return 0
