"""A page and a path in; the file, whole or not at all, out."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path


def write(text: str, path: Path) -> None:
    """Write a text as UTF-8 with LF, whatever the locale, and put it in its place in one step.

    A process killed meanwhile leaves the old file; a failure leaves nothing behind. Raise OSError as open does.
    """
    path = path.resolve() if path.is_symlink() else path
    beside = path.with_name(f".{path.name}.{secrets.token_hex(6)}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            with contextlib.suppress(OSError):
                beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
