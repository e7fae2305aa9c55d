"""A kind of writing and a folder in; state after state of it written until the process ends, and read back, out.

Run as a program it writes: ``python -m tests.safety.writing store FOLDER STATES``. Each state is a number; it is
printed when its writing has come back.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from kg.load.addition import Addition, Difference
from kg.load.write_addition import write_addition
from kg.pack.finish_addition import finish_addition
from kg.store.cache import Built, open_cached, read_entry
from kg.store.persistent import read_store, write_store
from kg.view.web.write import write

_ROWS = 300
_FILES = ("facts/deliveries.csv", "facts/things.csv", "facts/sources.csv")


def built(state: int) -> Built:
    lines = (f'<http://e/{row}> <http://e/is> "{state}" .\n' for row in range(_ROWS))
    return Built("".join(lines).encode(), {"pack": f"{state}".encode() * 1000, "lexicon": b"words"})


def state_of(found: Built) -> int:
    """Return the state that was built; an assertion fails when it is none, or several mixed."""
    state = int(found.quads.split(b'"')[1])
    whole = built(state)
    assert (sorted(found.quads.splitlines()), dict(found.parts)) == (sorted(whole.quads.splitlines()), whole.parts)
    return state


# ---------------------------------------------------------------- kinds of writing


def write_store_state(folder: Path, state: int) -> None:
    write_store(folder / "store", built(state))


def read_store_state(folder: Path) -> int:
    kept = read_store(folder / "store", thorough=True)
    with kept.held:
        return state_of(Built(kept.opened.store.nquads(), kept.opened.parts))


def write_cache_state(folder: Path, state: int) -> None:
    open_cached(f"state{state}", lambda: built(state), folder / "cache")


def read_cache_state(folder: Path) -> int:
    """Return the newest entry; all that are there are whole."""
    names = [path.name for path in (folder / "cache").iterdir() if path.name.startswith("state")]
    entries = {name: read_entry(folder / "cache" / name, thorough=True) for name in names}
    states = [state_of(Built(entry.store.nquads(), entry.parts)) if entry else -1 for entry in entries.values()]
    assert sorted(states) == sorted(int(name.removeprefix("state")) for name in names)
    return max(states)


def write_added_state(folder: Path, state: int) -> None:
    """Write three files at once, as an addition to a pack does."""
    before = {name: (folder / name).read_bytes() if (folder / name).exists() else None for name in _FILES}
    after = f"{state}\n".encode() * 5000
    (folder / "pack.toml").touch()
    write_addition(Addition(folder, Difference(), (), (), {name: (before[name], after) for name in _FILES}))


def read_added_state(folder: Path) -> int:
    finish_addition(folder)
    contents = {(folder / name).read_text("utf-8") for name in _FILES}
    assert len(contents) == 1
    content = contents.pop()
    state = content.partition("\n")[0]
    assert content == f"{state}\n" * 5000
    return int(state)


def write_page_state(folder: Path, state: int) -> None:
    write(f"<p>{state}\n" * 50_000, folder / "answer.html")


def read_page_state(folder: Path) -> int:
    content = (folder / "answer.html").read_text("utf-8")
    state = content.partition("\n")[0].removeprefix("<p>")
    assert content == f"<p>{state}\n" * 50_000
    return int(state)


WRITERS: dict[str, Callable[[Path, int], None]] = {
    "store": write_store_state,
    "cache": write_cache_state,
    "addition": write_added_state,
    "page": write_page_state,
}
READERS: dict[str, Callable[[Path], int]] = {
    "store": read_store_state,
    "cache": read_cache_state,
    "addition": read_added_state,
    "page": read_page_state,
}


if __name__ == "__main__":
    kind, place, first, last = sys.argv[1:]
    for number in range(int(first), int(last)):
        WRITERS[kind](Path(place), number)
        print(number, flush=True)
