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
