"""What was compiled is built once, opened after that, and never half there."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.base.errors import StoreError
from kg.store.cache import Built, Opened, cache_folder, fingerprint, open_cached

QUADS = b"<http://example.org/acme> <http://example.org/supplies> <http://example.org/beta> .\n"
BUILT = Built(QUADS, {"names": b"acme and beta"})
BUILD = f"Built({QUADS!r}, {{'names': b'acme and beta'}})"
ROOT = Path(__file__).resolve().parents[2]

KILLED_WHILE_IT_BUILDS = """
import os, sys
from pathlib import Path
from kg.store.cache import open_cached

open_cached("key", lambda: os._exit(9), Path(sys.argv[1]))
"""

KILLED_WHILE_IT_WRITES = f"""
import os, sys
from pathlib import Path
import kg.store.cache as cache
from kg.store.cache import Built

write = cache.write_folder
def write_and_die(data, folder):
    write(data, folder)
    os._exit(9)
cache.write_folder = write_and_die
cache.open_cached("key", lambda: {BUILD}, Path(sys.argv[1]))
"""

#: Each builder waits until the other one builds too.
BUILDS_BESIDE_ANOTHER = f"""
import sys, time
from pathlib import Path
from kg.store.cache import Built, open_cached

folder, me, other = Path(sys.argv[1]), *map(Path, sys.argv[2:])
def build():
    me.touch()
    for _ in range(3000):
        if other.exists():
            return {BUILD}
        time.sleep(0.01)
    sys.exit("the other process never came")
opened = open_cached("key", build, folder)
sys.stdout.buffer.write(opened.store.nquads() + opened.parts["names"])
"""


def start(script: str, *arguments: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)


def never() -> Built:
    raise AssertionError("it was built again")


def opened(folder: Path, build: Callable[[], Built] = lambda: BUILT, key: str = "key") -> Opened:
    return open_cached(key, build, folder)


def content(found: Opened) -> tuple[bytes, dict[str, bytes]]:
    return found.store.nquads(), dict(found.parts)


WHOLE = (QUADS, {"names": b"acme and beta"})


def test_the_first_open_builds(tmp_path: Path) -> None:
    found = opened(tmp_path)
    assert (content(found), found.warm, found.notes) == (WHOLE, False, ())


def test_the_second_open_does_not_build(tmp_path: Path) -> None:
    opened(tmp_path)
    found = opened(tmp_path, never)
    assert (content(found), found.warm) == (WHOLE, True)


def test_another_key_is_another_entry(tmp_path: Path) -> None:
    opened(tmp_path)
    found = opened(tmp_path, lambda: Built(b"", {}), key="other")
    assert content(found) == (b"", {})


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    opened(tmp_path / "deep" / "down")
    assert opened(tmp_path / "deep" / "down", never).warm


def test_nothing_but_the_entry_is_left_in_the_folder(tmp_path: Path) -> None:
    opened(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


def test_what_the_builder_raises_reaches_the_caller(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="built again"):
        opened(tmp_path, never)


def test_quads_that_are_none_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        opened(tmp_path, lambda: Built(b"these are no quads", {}))


# ---------------------------------------------------------------- several processes


@pytest.mark.parametrize("script", [KILLED_WHILE_IT_BUILDS, KILLED_WHILE_IT_WRITES])
def test_a_builder_that_is_killed_leaves_no_entry(script: str, tmp_path: Path) -> None:
    process = start(script, tmp_path)
    process.communicate()
    assert (process.returncode, (tmp_path / "key").exists()) == (9, False)


@pytest.mark.parametrize("script", [KILLED_WHILE_IT_BUILDS, KILLED_WHILE_IT_WRITES])
def test_after_a_builder_was_killed_the_next_one_builds(script: str, tmp_path: Path) -> None:
    start(script, tmp_path).communicate()
    found = opened(tmp_path)
    assert (content(found), found.warm, found.notes) == (WHOLE, False, ())


def test_two_that_build_at_once_get_the_same(tmp_path: Path) -> None:
    one, other, folder = tmp_path / "one", tmp_path / "other", tmp_path / "cache"
    both = [start(BUILDS_BESIDE_ANOTHER, folder, one, other), start(BUILDS_BESIDE_ANOTHER, folder, other, one)]
    assert [process.communicate()[0] for process in both] == [QUADS + b"acme and beta"] * 2


def test_two_that_build_at_once_leave_one_entry(tmp_path: Path) -> None:
    one, other, folder = tmp_path / "one", tmp_path / "other", tmp_path / "cache"
    both = [start(BUILDS_BESIDE_ANOTHER, folder, one, other), start(BUILDS_BESIDE_ANOTHER, folder, other, one)]
    for process in both:
        process.communicate()
    assert [path.name for path in folder.iterdir()] == ["key"]


# ---------------------------------------------------------------- where nothing can be written


def blocked(tmp_path: Path) -> Path:
    file = tmp_path / "file"
    file.write_text("no folder")
    return file


def test_without_a_folder_all_stays_in_memory(tmp_path: Path) -> None:
    assert content(opened(blocked(tmp_path))) == WHOLE


@pytest.mark.parametrize(("lang", "said"), [("en", "in memory only"), ("zh", "只在内存中")])
def test_what_stays_in_memory_is_said_in_both_languages(lang: str, said: str, tmp_path: Path) -> None:
    (note,) = opened(blocked(tmp_path)).notes
    assert said in note[lang]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_note_names_the_folder(lang: str, tmp_path: Path) -> None:
    (note,) = opened(blocked(tmp_path)).notes
    assert str(tmp_path / "file") in note[lang]


def test_what_stays_in_memory_is_built_at_every_open(tmp_path: Path) -> None:
    opened(blocked(tmp_path))
    assert not opened(tmp_path / "file").warm


# ---------------------------------------------------------------- damage


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def change(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(bytes([data[0] ^ 1]) + data[1:])


@pytest.mark.parametrize("damage", [cut, change, Path.unlink])
@pytest.mark.parametrize("pattern", ["manifest.json", "names.part", "store/*.sst", "store/CURRENT"])
def test_an_entry_that_is_damaged_is_built_anew(damage: Callable[[Path], None], pattern: str, tmp_path: Path) -> None:
    opened(tmp_path)
    damage(sorted((tmp_path / "key").glob(pattern))[0])
    found = opened(tmp_path)
    assert (content(found), found.warm, found.notes) == (WHOLE, False, ())


def test_an_entry_that_was_built_anew_is_whole(tmp_path: Path) -> None:
    opened(tmp_path)
    cut(tmp_path / "key" / "names.part")
    opened(tmp_path)
    assert content(opened(tmp_path, never)) == WHOLE


def test_a_manifest_that_is_no_object_is_damage(tmp_path: Path) -> None:
    opened(tmp_path)
    (tmp_path / "key" / "manifest.json").write_text("[]")
    assert not opened(tmp_path).warm


# ---------------------------------------------------------------- the key and the place


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "facts.csv").write_text("acme,beta\n")
    return folder


def test_the_same_content_has_the_same_key_wherever_it_lies(pack: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    (copy / "facts.csv").write_text("acme,beta\n")
    assert fingerprint([pack], "1") == fingerprint([copy], "1")


def test_changed_content_has_another_key(pack: Path) -> None:
    before = fingerprint([pack], "1")
    (pack / "facts.csv").write_text("acme,gamma\n")
    assert fingerprint([pack], "1") != before


def test_a_file_with_another_name_has_another_key(pack: Path) -> None:
    before = fingerprint([pack], "1")
    (pack / "facts.csv").rename(pack / "other.csv")
    assert fingerprint([pack], "1") != before


def test_a_further_file_that_is_empty_has_another_key(pack: Path) -> None:
    before = fingerprint([pack], "1")
    (pack / "more.csv").touch()
    assert fingerprint([pack], "1") != before


def test_another_version_has_another_key(pack: Path) -> None:
    assert fingerprint([pack], "1") != fingerprint([pack], "2")


def test_a_key_can_be_the_name_of_a_folder(pack: Path) -> None:
    assert fingerprint([pack], "1").isalnum()


def test_the_place_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KG_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep their caches elsewhere")
def test_the_place_is_that_of_the_system_otherwise(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("KG_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "kgask"
