"""An addition that was checked in; its files written into the pack, all or none, out.

They are written into a folder of their own. That it gets its name is the moment at which the addition counts: whoever
opens the pack after a crash finishes what was begun.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from kg.base.errors import KgError, PackError
from kg.load.addition import Addition
from kg.pack.finish_addition import STAGED, finish_addition
from kg.pack.manifest import FILE
from kg.store.lock import lock

_WRITING = ".writing-addition-"


def write_addition(addition: Addition) -> None:
    """Write the files of an addition, all or none, also when the process is killed.

    Raise PackError when the addition has problems, KgError when a file of the pack is no longer what was checked, or
    while another process adds to it. When a file cannot be put in its place, all is put back, and KgError raised.
    """
    if addition.problems:
        raise PackError(addition.problems)
    folder = addition.folder
    adding = lock(folder / FILE, shared=False)
    if adding is None:
        raise KgError(f"{folder}: another process is adding to it; nothing was added. Run the command again")
    with adding:
        finish_addition(folder)
        _check(addition)
        _remove_abandoned(folder)
        staged = Path(tempfile.mkdtemp(prefix=_WRITING, dir=folder))
        try:
            for name, (_, after) in addition.files.items():
                _stage(folder / name, staged / name, after)
            staged.rename(folder / STAGED)
        finally:
            shutil.rmtree(staged, ignore_errors=True)
        try:
            finish_addition(folder)
        except KgError:
            _put_back(addition)
            raise


def _check(addition: Addition) -> None:
    for name, (before, _) in addition.files.items():
        path = addition.folder / name
        if before != (path.read_bytes() if path.exists() else None):
            raise KgError(f"{path} has been changed meanwhile; nothing was added. Run the command again")


def _remove_abandoned(folder: Path) -> None:
    """Remove what a killed process wrote before it counted: nobody else is writing now."""
    for left in folder.glob(f"{_WRITING}*"):
        shutil.rmtree(left, ignore_errors=True)


def _stage(path: Path, place: Path, data: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    place.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)


def _put_back(addition: Addition) -> None:
    shutil.rmtree(addition.folder / STAGED, ignore_errors=True)
    for name, (before, _) in addition.files.items():
        path = addition.folder / name
        with suppress(OSError):
            if before is None:
                path.unlink(missing_ok=True)
            elif path.read_bytes() != before:
                path.write_bytes(before)
