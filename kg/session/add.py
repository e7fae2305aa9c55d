"""Files of statements and a pack's folder in; what adding them comes to, done unless it is only to be seen, out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.load.addition import Addition


def add(files: Sequence[str | Path], to: str | Path, *, into: str = "", dry_run: bool = False) -> Addition:
    """Add CSV, RDF and reviewed files to a pack: all or nothing, and the same file twice changes nothing.

    ``into``  the file of the pack that rows go to, where their columns leave it open;
    ``dry_run``  only tell what it would come to.
    When the addition has ``problems``, nothing was written. Raise PackError when the pack itself is at fault.
    """
    from kg.load.plan_addition import plan_addition
    from kg.load.write_addition import write_addition

    addition = plan_addition(Path(to), [Path(file) for file in files], into)
    if not dry_run and not addition.problems:
        write_addition(addition)
    return addition
