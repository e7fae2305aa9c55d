"""``kg complete`` lists what may follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli.main import main


def test_what_may_follow_is_listed_with_its_kind(own_pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--pack", str(own_pack), "complete", "who delivers bread to the i"]) == 0
    assert "the inn\tname" in capsys.readouterr().out


def test_at_most_so_many_are_listed(own_pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--pack", str(own_pack), "complete", "--limit", "2", ""])
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_the_words_are_those_of_the_graph_that_is_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "data.ttl"
    data.write_text(
        "@prefix : <http://e.org/> . :ann a :Student ; :takes :maths . :maths a :Course .", encoding="utf-8"
    )
    assert main(["--data", str(data), "complete", "which st"]) == 0
    assert "students\tclass" in capsys.readouterr().out


def test_a_page_is_of_the_graph_that_is_asked(tmp_path: Path) -> None:
    data = tmp_path / "data.ttl"
    data.write_text(
        "@prefix : <http://e.org/> . :ann a :Student ; :takes :maths . :maths a :Course .", encoding="utf-8"
    )
    page = tmp_path / "page.html"
    assert main(["--data", str(data), "page", "which students take maths", "--out", str(page)]) == 0
    assert "ann" in page.read_text(encoding="utf-8")
