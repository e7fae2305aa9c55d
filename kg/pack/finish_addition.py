"""A pack's folder in; the folder with what a killed process had begun to add to it, whole, out."""

from __future__ import annotations

import shutil
from pathlib import Path

from kg.base.errors import KgError
from kg.pack.inside import inside

#: Where the new files of an addition are, from the moment that it counts until all are in their places.
STAGED = ".addition"


def finish_addition(folder: Path) -> None:
    """Put the files of an addition that counts already into their places; nothing where there is none.

    Several processes may do so at once. Raise KgError when it cannot be done.
    """
    staged = folder / STAGED
    if not staged.is_dir():
        return
    try:
        for file in sorted(path for path in staged.rglob("*") if path.is_file()):
            _put(folder, file)
        shutil.rmtree(staged, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise KgError(
            f"{folder}: an addition was interrupted and cannot be finished: {reason}. Make the folder writable once"
        ) from error


def _put(folder: Path, file: Path) -> None:
    name = file.relative_to(folder / STAGED).as_posix()
    place = inside(folder, name, STAGED)
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        file.replace(place)
    except FileNotFoundError:
        if not place.is_file():  # else another process was first
            raise
