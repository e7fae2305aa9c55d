"""A path and what a pack was compiled to -> a store that lasts: several readers, one writer, nothing ever half there.

A store is a folder. Each state of it is a folder of its own inside, written once and never again; the file
``current`` names the one that counts, and changes in one step. A reader keeps the state that it opened, whatever a
writer does meanwhile: nothing reads what is being written. States that nobody reads any more are removed.
"""

from __future__ import annotations

import json
import re
import shutil
from contextlib import suppress
from pathlib import Path
from typing import IO

from msgspec import Struct

from kg.base.diagnostics import diagnostic
from kg.base.errors import StoreError
from kg.base.version import __version__
from kg.store.cache import Built, Opened, read_entry, write_entry
from kg.store.kept import replace_file
from kg.store.lock import lock

#: Changes when what a store is made of does.
FORMAT = 1
_MARK, _CURRENT, _LOCK, _HELD = "kg-store.json", "current", "writing.lock", "manifest.json"
_STATE = re.compile(r"state-(\d{6,12})")
_ATTEMPTS = 20


class Kept(Struct, frozen=True):
    """A state of a store, and the lock that keeps it from being removed while it is read."""

    opened: Opened
    writer: str
    held: IO[bytes]


def is_store(path: Path) -> bool:
    """Tell whether a path is that of a store."""
    return (path / _MARK).is_file()


def read_store(path: Path, *, thorough: bool = False) -> Kept:
    """Open the current state of a store for reading.

    Raise StoreError when there is none, when it is damaged, or of another format.
    """
    writer = _writer(path)
    for _ in range(_ATTEMPTS):  # a writer may remove a state between its name and its files: then there is a newer one
        state = _current(path)
        found = _open(path / state, thorough=thorough)
        if found is not None:
            return Kept(found[0], writer, found[1])
        if _current(path) == state:
            break
    raise _unusable(path, "files are missing or damaged")


def write_store(path: Path, built: Built) -> None:
    """Make what was built the current state of a store, which is made when there is none.

    Raise StoreError when it cannot be written, when another process writes it, or when something else is there;
    then nothing has changed.
    """
    try:
        _claim(path)
        writing = lock(path / _LOCK, shared=False)
        if writing is None:
            raise StoreError(diagnostic("S011", path=str(path)))
        with writing:
            _check_format(path)
            last = max((int(found[1]) for found in map(_state_name, path.iterdir()) if found), default=0)
            state = f"state-{last + 1:06}"
            write_entry(path / state, built)
            replace_file(path / _MARK, json.dumps({"format": FORMAT, "writer": __version__}).encode())
            replace_file(path / _CURRENT, state.encode())
            _remove_others(path, state)
    except OSError as error:
        raise StoreError(diagnostic("S012", path=str(path), reason=error.strerror or str(error))) from error


# ---------------------------------------------------------------- states


def _open(place: Path, *, thorough: bool) -> tuple[Opened, IO[bytes]] | None:
    try:
        held = lock(place / _HELD, shared=True)
    except OSError:
        return None
    if held is None:  # it is being removed
        return None
    found = read_entry(place, thorough=thorough)
    if found is None:
        held.close()
        return None
    return found, held


def _current(path: Path) -> str:
    try:
        state = (path / _CURRENT).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        raise _unusable(path, f"its file {_CURRENT} cannot be read") from None
    if not _STATE.fullmatch(state):
        raise _unusable(path, f"its file {_CURRENT} is damaged")
    return state


def _state_name(path: Path) -> re.Match[str] | None:
    return _STATE.fullmatch(path.name)


def _remove_others(path: Path, state: str) -> None:
    """Remove the states that nobody reads, and what killed writers left."""
    for place in path.iterdir():
        if place.name.startswith(("building-", ".writing-")) or (_state_name(place) and place.name != state):
            with suppress(OSError):
                reading = lock(place / _HELD, shared=False) if (place / _HELD).is_file() else None
                if reading is None and (place / _HELD).is_file():
                    continue
                shutil.rmtree(place, ignore_errors=True) if place.is_dir() else place.unlink()
                if reading is not None:
                    reading.close()


# ---------------------------------------------------------------- formats and foreign files


def _claim(path: Path) -> None:
    """Make the folder of a store; refuse one that holds something else."""
    path.mkdir(parents=True, exist_ok=True)
    own = (_MARK, _CURRENT, _LOCK)
    for place in path.iterdir():
        if place.name not in own and not place.name.startswith(("building-", ".writing-")) and not _state_name(place):
            raise _unusable(path, f"it holds something else ({place.name})")


def _check_format(path: Path) -> None:
    if (path / _CURRENT).exists():
        _writer(path)


def _writer(path: Path) -> str:
    """Return the version that wrote a store; raise StoreError when there is none of this format."""
    if not path.exists():
        raise _unusable(path, "there is nothing")
    try:
        mark = json.loads((path / _MARK).read_bytes())
        found, writer = mark["format"], str(mark["writer"])
    except FileNotFoundError:
        raise _unusable(path, "it is no store of kg") from None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise _unusable(path, f"its file {_MARK} is damaged") from None
    if found != FORMAT:
        raise other_format(path, str(found), writer)
    return writer


def other_format(path: Path, found: str, writer: str) -> StoreError:
    """Return the error of a store that another version wrote in another format."""
    return StoreError(diagnostic("S010", path=str(path), found=found[:20], known=str(FORMAT), writer=writer[:20]))


def _unusable(path: Path, reason: str) -> StoreError:
    return StoreError(diagnostic("S009", path=str(path), reason=reason))
