"""An addition that was checked in; its files written into the pack, all or none, out."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from kg.base.errors import KgError, PackError
from kg.load.addition import Addition


def write_addition(addition: Addition) -> None:
    """Write the files of an addition: each beside its place, then all renamed into theirs.

    Raise PackError when the addition has problems, KgError when a file of the pack is no longer what was checked.
    When a rename fails, the files that were renamed before it are put back, and OSError is raised.
    """
    if addition.problems:
        raise PackError(addition.problems)
    written: dict[Path, Path] = {}
    try:
        for name, (before, after) in addition.files.items():
            path = addition.folder / name
            if before != (path.read_bytes() if path.exists() else None):
                raise KgError(f"{path} has been changed meanwhile; nothing was added. Run the command again")
            written[path] = _beside(path, after)
        _rename(addition, written)
    finally:
        for temporary in written.values():
            temporary.unlink(missing_ok=True)


def _beside(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(handle)
    Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
    return Path(name)


def _rename(addition: Addition, written: dict[Path, Path]) -> None:
    done: list[Path] = []
    try:
        for path, temporary in written.items():
            temporary.replace(path)
            done.append(path)
    except OSError:
        for path in done:
            with suppress(OSError):
                _put_back(path, addition)
        raise


def _put_back(path: Path, addition: Addition) -> None:
    before, _ = addition.files[path.relative_to(addition.folder).as_posix()]
    if before is None:
        path.unlink()
    else:
        path.write_bytes(before)
