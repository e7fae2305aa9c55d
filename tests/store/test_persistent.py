"""A store that lasts: whole states, several readers and one writer, a clear error for all that is no such store."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.base.errors import StoreError
from kg.cli.main import main
from kg.store.cache import Built
from kg.store.lock import lock
from kg.store.persistent import FORMAT, is_store, read_store, write_store

ROOT = Path(__file__).resolve().parents[2]


def built(state: str) -> Built:
    return Built(f'<http://e/a> <http://e/is> "{state}" .\n'.encode(), {"pack": state.encode()})


def found(path: Path) -> bytes:
    kept = read_store(path, thorough=True)
    with kept.held:
        return kept.opened.parts["pack"]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    write_store(tmp_path / "data.db", built("first"))
    return tmp_path / "data.db"


def refused(action: Callable[[], object]) -> str:
    with pytest.raises(StoreError) as caught:
        action()
    assert caught.value.diagnostic is not None
    return caught.value.diagnostic.code


def test_what_was_written_is_read(store: Path) -> None:
    assert is_store(store)
    assert found(store) == b"first"


def test_a_reader_keeps_the_state_that_it_opened(store: Path) -> None:
    before = read_store(store)
    for state in ("second", "third"):
        write_store(store, built(state))
    with before.held:
        assert before.opened.store.ask('ASK { ?a ?is "first" }')
    assert found(store) == b"third"


def test_a_state_that_nobody_reads_is_removed(store: Path) -> None:
    write_store(store, built("second"))
    assert len([path for path in store.iterdir() if path.name.startswith("state-")]) == 1


def test_of_two_writers_one_is_told_to_wait(store: Path) -> None:
    writing = lock(store / "writing.lock", shared=False)
    assert writing is not None
    with writing:
        assert refused(lambda: write_store(store, built("second"))) == "S011"
    assert found(store) == b"first"


def test_a_folder_of_something_else_is_not_written_into(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/mother.txt").write_text("Dear")
    assert refused(lambda: write_store(tmp_path / "letters", built("first"))) == "S009"
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["mother.txt"]


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert refused(lambda: write_store(tmp_path / "file", built("first"))) == "S012"
    assert (tmp_path / "file").read_text() == "in the way"


@pytest.mark.parametrize("content", [None, b"", b"{}", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"format": 1}'])
def test_what_is_no_store_is_refused(store: Path, content: bytes | None) -> None:
    mark = store / "kg-store.json"
    mark.unlink() if content is None else mark.write_bytes(content)
    assert refused(lambda: read_store(store)) == "S009"


@pytest.mark.parametrize("content", [b"", b"state-000009", b"../../etc", b"\xff", b"state-000001\n"])
def test_a_name_of_no_state_is_refused(store: Path, content: bytes) -> None:
    (store / "current").write_bytes(content)
    assert refused(lambda: read_store(store)) == "S009"


def test_a_store_of_another_format_is_told_with_the_version_that_wrote_it(store: Path) -> None:
    (store / "kg-store.json").write_text(json.dumps({"format": FORMAT + 1, "writer": "99.0"}))
    with pytest.raises(StoreError) as caught:
        read_store(store)
    assert caught.value.diagnostic is not None
    assert "99.0" in caught.value.diagnostic.remedy("en")
    assert refused(lambda: write_store(store, built("second"))) == "S010"


def files(store: Path) -> list[Path]:
    (state,) = (path for path in store.iterdir() if path.name.startswith("state-"))
    return sorted(path for path in state.rglob("*") if path.is_file() and not path.name.startswith(("LOG", "LOCK")))


def test_every_file_that_is_damaged_is_found(store: Path) -> None:
    undiscovered = []
    for file in files(store):
        whole = file.read_bytes()
        changed = bytearray(whole or b"x")
        changed[len(changed) // 2] ^= 0x55
        for content in {bytes(changed), whole[: len(whole) // 2], b""} - {whole}:
            file.write_bytes(content)
            try:
                found(store)
            except StoreError:
                continue
            undiscovered.append((file.name, len(content)))
        file.write_bytes(whole)
    assert undiscovered == []
    assert found(store) == b"first"


def test_check_tells_whether_a_store_is_whole(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--store", str(store), "check"]) == 0
    next(file for file in files(store) if file.suffix == ".sst").write_bytes(b"damaged")
    assert main(["--store", str(store), "check"]) == 3
    assert "S009" in capsys.readouterr().out


# ---------------------------------------------------------------- when nothing more can be written

FULL = """
import resource, sys
from pathlib import Path
from kg.base.errors import StoreError
from tests.safety.writing import WRITERS
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
try:
    WRITERS[sys.argv[1]](Path(sys.argv[2]), 2)
except (StoreError, OSError) as error:
    print(type(error).__name__, error)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits files only where the system does")
@pytest.mark.parametrize("size", [0, 100, 3000, 20_000])
@pytest.mark.parametrize("kind", ["store", "page", "addition", "cache"])
def test_a_disk_that_is_full_leaves_what_was_there(kind: str, size: int, tmp_path: Path) -> None:
    from tests.safety.writing import READERS, WRITERS

    WRITERS[kind](tmp_path, 1)
    command = [sys.executable, "-c", FULL, kind, str(tmp_path), str(size)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    said = done.stdout.strip()
    assert READERS[kind](tmp_path) == (1 if said or kind == "cache" else 2)
    names = [path.name for path in tmp_path.rglob("*")]
    assert [name for name in names if name.startswith(("building-", ".writing-", ".addition", ".answer"))] == []
