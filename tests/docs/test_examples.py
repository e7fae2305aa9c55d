"""The example packs are sound, and answer their own questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.load.check import check
from kg.session.pack_questions import check_questions
from kg.session.session import open as open_session

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.mark.parametrize("name", ["concerts", "own_pack"])
def test_an_example_pack_is_sound_and_answers_its_questions(name: str) -> None:
    folder = EXAMPLES / name
    assert check(folder) == ()
    assert check_questions(open_session(folder), folder) == ()
