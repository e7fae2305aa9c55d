"""A file of bytes that is whole or not there: written beside its place, renamed into it, with a digest of its content."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

_DIGEST = hashlib.sha256().digest_size


def keep(path: Path, data: bytes) -> None:
    """Write a file in one step, replacing what was there. Raise OSError when it cannot be; then nothing has changed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, hashlib.sha256(data).digest() + data)


def replace_file(path: Path, content: bytes) -> None:
    """Write a file beside its place and put it there in one step. Raise OSError; then nothing has changed."""
    handle, temporary = tempfile.mkstemp(prefix=".writing-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise


def kept(path: Path) -> bytes | None:
    """Return what was kept in a file; None when there is none or it is damaged."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    digest, data = content[:_DIGEST], content[_DIGEST:]
    return data if hashlib.sha256(data).digest() == digest else None
