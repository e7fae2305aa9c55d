"""A file in; a lock on it that ends with the process, or None when another process holds one, out."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import IO, Any


def lock(path: Path, *, shared: bool) -> IO[bytes] | None:
    """Lock a file, for all that hold it ``shared`` or for one alone; closing what is returned ends the lock.

    Raise OSError when the file cannot be opened. Windows knows no shared locks, and needs none: it removes no
    file that is open.
    """
    file = path.open("rb" if shared else "ab")
    try:
        if sys.platform == "win32":
            if not shared:
                windows: Any = importlib.import_module("msvcrt")
                windows.locking(file.fileno(), windows.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file
