"""The cache: by content, whole or not at all, whatever happens to the process or the disk."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.base.errors import PackError
from kg.store import cache
from kg.store.cache import Built, cache_folder, fingerprint, open_cached

DATA = b"<http://e/a> <http://e/p> <http://e/b> .\n"
BUILT = Built(DATA, {"pack": b"words", "lexicon": b""})
ROOT = Path(__file__).resolve().parents[2]


def build() -> Built:
    return BUILT


def refuse() -> Built:
    raise AssertionError("nothing was to be built")


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith("building-")]


# ---------------------------------------------------------------- one process


def test_what_was_built_once_is_opened_without_building(tmp_path: Path) -> None:
    first = open_cached("key", build, tmp_path)
    second = open_cached("key", refuse, tmp_path)
    assert (first.warm, second.warm) == (False, True)
    assert second.parts == {"pack": b"words", "lexicon": b""}
    assert second.store.ask("ASK { <http://e/a> <http://e/p> <http://e/b> }")
    assert first.notes == second.notes == ()


def test_another_key_is_another_entry(tmp_path: Path) -> None:
    open_cached("one", build, tmp_path)
    assert not open_cached("two", build, tmp_path).warm


def test_an_entry_can_be_moved_away_while_it_is_open(tmp_path: Path) -> None:
    opened = open_cached("key", build, tmp_path)
    (tmp_path / "key").rename(tmp_path / "elsewhere")
    assert opened.store.ask("ASK { ?s ?p ?o }")


def test_what_the_build_raises_is_raised_and_nothing_is_left(tmp_path: Path) -> None:
    def fail() -> Built:
        raise PackError(())

    with pytest.raises((PackError, IndexError)):
        open_cached("key", fail, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["pack.part", "manifest.json", "lexicon.part"])
@pytest.mark.parametrize("damage", [b"", b"nonsense", b'{"files": []}'])
def test_a_damaged_file_is_found_and_the_entry_built_anew(tmp_path: Path, name: str, damage: bytes) -> None:
    open_cached("key", build, tmp_path)
    if (tmp_path / "key" / name).read_bytes() == damage:
        damage = b"other"
    (tmp_path / "key" / name).write_bytes(damage)
    assert not open_cached("key", build, tmp_path).warm
    assert open_cached("key", refuse, tmp_path).parts == BUILT.parts
    assert leftovers(tmp_path) == []


def test_a_damaged_store_is_found_and_built_anew(tmp_path: Path) -> None:
    open_cached("key", build, tmp_path)
    for file in (tmp_path / "key" / "store").glob("*.sst"):
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 0xFF
        file.write_bytes(data)
    assert not open_cached("key", build, tmp_path).warm
    assert open_cached("key", refuse, tmp_path).store.nquads() == DATA


def test_a_missing_file_is_found_and_the_entry_built_anew(tmp_path: Path) -> None:
    open_cached("key", build, tmp_path)
    next((tmp_path / "key" / "store").glob("MANIFEST*")).unlink()
    assert not open_cached("key", build, tmp_path).warm
    assert open_cached("key", refuse, tmp_path).warm


def test_a_folder_that_cannot_be_written_leaves_everything_in_memory_with_a_note(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    opened = open_cached("key", build, blocked / "cache")
    assert opened.store.ask("ASK { ?s ?p ?o }")
    assert opened.parts == BUILT.parts
    assert "could not be kept" in opened.notes[0]["en"]
    assert "无法保存" in opened.notes[0]["zh"]


def test_a_full_disk_leaves_everything_in_memory_with_a_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    opened = open_cached("key", build, tmp_path)
    assert "No space left" in opened.notes[0]["en"]
    assert opened.store.ask("ASK { ?s ?p ?o }")
    assert leftovers(tmp_path) == []
    assert not (tmp_path / "key").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_an_entry_in_a_folder_that_may_only_be_read_is_opened(tmp_path: Path) -> None:
    open_cached("key", build, tmp_path)
    for path in (*tmp_path.rglob("*"), tmp_path):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert open_cached("key", refuse, tmp_path).warm
    finally:
        for path in (tmp_path, *tmp_path.rglob("*")):
            path.chmod(0o755)


def test_old_entries_make_room_and_the_one_in_use_stays(tmp_path: Path) -> None:
    for number in range(12):
        open_cached(f"key{number}", build, tmp_path)
        os.utime(tmp_path / f"key{number}", (number, number))
    open_cached("last", build, tmp_path)
    names = {path.name for path in tmp_path.iterdir()}
    assert len(names) == 8
    assert {"last", "key11"} <= names
    assert "key0" not in names


def test_what_a_killed_process_left_long_ago_is_removed(tmp_path: Path) -> None:
    (tmp_path / "building-old").mkdir()
    os.utime(tmp_path / "building-old", (1, 1))
    (tmp_path / "building-new").mkdir()
    open_cached("key", build, tmp_path)
    assert leftovers(tmp_path) == ["building-new"]


def test_files_that_are_not_the_caches_own_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "folder").mkdir()
    for number in range(12):
        open_cached(f"key{number}", build, tmp_path)
    assert (tmp_path / "notes.txt").exists()
    assert (tmp_path / "folder").exists()


# ---------------------------------------------------------------- several processes

RACE = """
import sys, time
from pathlib import Path
from kg.store.cache import Built, open_cached
folder, seconds = Path(sys.argv[1]), float(sys.argv[2])
def build():
    (folder.parent / ("building" + sys.argv[3])).touch()
    time.sleep(seconds)
    return Built(b"<http://e/a> <http://e/p> <http://e/b> .\\n", {"pack": b"words"})
opened = open_cached("key", build, folder)
assert opened.store.ask("ASK { ?s ?p ?o }") and opened.parts == {"pack": b"words"} and not opened.notes
"""


def process(folder: Path, seconds: float, name: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", RACE, str(folder), str(seconds), name], cwd=ROOT)


def test_processes_that_build_at_once_end_with_one_whole_entry(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    racing = [process(folder, 0.05, str(number)) for number in range(4)]
    assert [each.wait(60) for each in racing] == [0, 0, 0, 0]
    assert [path.name for path in folder.iterdir()] == ["key"]


def test_a_process_killed_while_it_builds_leaves_no_entry(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    victim = process(folder, 60.0, "victim")
    while not (tmp_path / "buildingvictim").exists():
        time.sleep(0.01)
    victim.kill()
    victim.wait(10)
    assert not (folder / "key").exists()
    assert not open_cached("key", build, folder).warm


KILLED = """
import os, signal, sys
from pathlib import Path
from kg.store import cache
keep = cache._rename
def die(*arguments):
    os.kill(os.getpid(), signal.SIGKILL)
cache._rename = die
cache.open_cached("key", lambda: cache.Built(b"", {"pack": b"half"}), Path(sys.argv[1]))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills only where the system does")
def test_a_process_killed_just_before_the_end_leaves_no_entry(tmp_path: Path) -> None:
    victim = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], cwd=ROOT, check=False)
    assert victim.returncode == -signal.SIGKILL
    assert leftovers(tmp_path) != []
    assert open_cached("key", build, tmp_path).parts == BUILT.parts


# ---------------------------------------------------------------- keys and places


def test_the_key_follows_contents_and_paths(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        (folder / "facts").mkdir(parents=True)
        (folder / "facts" / "a.csv").write_text("x")
    key = fingerprint([one], "1")
    assert fingerprint([other], "1") == key
    (other / "facts" / "a.csv").write_text("y")
    assert fingerprint([other], "1") != key
    (other / "facts" / "a.csv").rename(other / "a.csv")
    (other / "a.csv").write_text("x")
    assert fingerprint([other], "1") != key


def test_the_key_follows_the_builder_and_the_form_of_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("x")
    key = fingerprint([tmp_path], "1")
    assert fingerprint([tmp_path], "2") != key
    monkeypatch.setattr(cache, "FORMAT", "next")
    assert fingerprint([tmp_path], "1") != key


def test_where_a_file_is_told_apart_from_what_is_in_it(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, name in ((one, "ab"), (other, "a")):
        folder.mkdir()
        (folder / name).write_text("c" if name == "ab" else "bc")
    assert fingerprint([one], "1") != fingerprint([other], "1")


def test_the_folder_is_chosen_by_the_user_or_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("KG_CACHE")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder() == tmp_path / "xdg" / "kgask"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache_folder() == Path.home() / ".cache" / "kgask"


def test_on_linux_the_folder_is_the_one_that_platformdirs_names(monkeypatch: pytest.MonkeyPatch) -> None:
    from platformdirs import user_cache_path

    if sys.platform != "linux":
        pytest.skip("other systems ask platformdirs anyway")
    monkeypatch.delenv("KG_CACHE", raising=False)
    assert cache_folder() == user_cache_path("kgask", appauthor=False)
