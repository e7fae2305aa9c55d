"""``python -m kg``: the command line."""

from __future__ import annotations

from kg.cli.main import run

if __name__ == "__main__":
    run()
