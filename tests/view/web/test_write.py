import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kg.view.web.write import write

CHECKOUT = Path(__file__).resolve().parents[3]


def test_the_file_is_utf_8_with_lf(tmp_path):
    write("光\n模块\n", tmp_path / "a.html")
    assert (tmp_path / "a.html").read_bytes() == "光\n模块\n".encode()


def test_nothing_else_is_left_in_the_folder(tmp_path):
    write("a", tmp_path / "a.html")
    assert [file.name for file in tmp_path.iterdir()] == ["a.html"]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path):
    (tmp_path / "a.html").write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write("\ud800", tmp_path / "a.html")
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.html", "old")]


def test_a_folder_that_is_missing_is_an_error_of_the_system(tmp_path):
    with pytest.raises(FileNotFoundError):
        write("a", tmp_path / "gone" / "a.html")


def test_a_link_is_written_through(tmp_path):
    (tmp_path / "real.html").write_text("old")
    (tmp_path / "link.html").symlink_to(tmp_path / "real.html")
    write("new", tmp_path / "link.html")
    assert ((tmp_path / "real.html").read_text(), (tmp_path / "link.html").is_symlink()) == ("new", True)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_the_rights_of_the_old_file_are_kept(tmp_path):
    (tmp_path / "a.html").write_text("old")
    (tmp_path / "a.html").chmod(0o600)
    write("new", tmp_path / "a.html")
    assert stat.S_IMODE((tmp_path / "a.html").stat().st_mode) == 0o600


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_the_locale_makes_no_difference(tmp_path, locale):
    code = "import sys; from pathlib import Path; from kg.view.web.write import write; write(chr(0x5149), Path(sys.argv[1]))"
    environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    environment["PYTHONPATH"] = str(CHECKOUT)
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.html")], env=environment, check=True)
    assert (tmp_path / "a.html").read_bytes() == "光".encode()
