"""``kg pack``: a new pack answers its own questions at once; what is wrong is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli.main import main

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def tea(tmp_path: Path, capsys: Printed) -> Path:
    """A new pack."""
    assert main(["pack", "new", str(tmp_path / "tea")]) == 0
    capsys.readouterr()
    return tmp_path / "tea"


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_new_pack_is_sound_and_its_questions_are_answered(tea: Path, capsys: Printed) -> None:
    assert main(["pack", "check", str(tea)]) == 0
    assert capsys.readouterr().out == "sound. things: 12, sources: 2, frames: 3, questions answered: 3\n"


def test_the_check_speaks_chinese(tea: Path, capsys: Printed) -> None:
    assert main(["pack", "check", str(tea), "--lang", "zh"]) == 0
    assert "问题3个均已答对" in capsys.readouterr().out


def test_making_a_pack_tells_what_to_do_next(tmp_path: Path, capsys: Printed) -> None:
    main(["pack", "new", str(tmp_path / "tea"), "--lang", "zh"])
    assert "接下来" in capsys.readouterr().out


def test_what_is_wrong_has_file_line_column_and_remedy(tea: Path, capsys: Printed) -> None:
    replace(tea / "facts/deliveries.csv", "Dragon Well", "Dragon Wel")
    replace(tea / "facts/things.csv", "keemun,Tea", "keemun,Teaa")
    assert main(["pack", "check", str(tea)]) == 3
    printed = capsys.readouterr().out
    assert "facts/deliveries.csv:4:10: P041 'Dragon Wel' is the name of no thing.\n    Add the thing" in printed
    assert "facts/things.csv:11:8: P004 'Teaa' is no class" in printed


def test_a_question_answered_otherwise_is_told_at_its_line(tea: Path, capsys: Printed) -> None:
    replace(tea / "questions/customers.toml", "number = 2", "number = 3")
    assert main(["pack", "check", str(tea)]) == 3
    assert "questions/customers.toml:2: P043" in (printed := capsys.readouterr().out)
    assert "number: 2.0 instead of 3" in printed or "number: 2 instead of 3" in printed


def test_a_question_that_cannot_be_read_is_told_in_the_language_wanted(tea: Path, capsys: Printed) -> None:
    replace(tea / "questions/hangzhou.toml", "哪些商家位于杭州", "哪些商家位于京州")
    assert main(["pack", "check", str(tea), "--lang", "zh"]) == 3
    assert "图谱中没有“京州”这个名称或词" in capsys.readouterr().out


def test_missing_and_unexpected_answers_are_both_named(tea: Path, capsys: Printed) -> None:
    replace(
        tea / "questions/green-tea.toml", 'entities = ["lake-garden", "old-mill"]', 'entities = ["keemun", "old-mill"]'
    )
    main(["pack", "check", str(tea)])
    assert "entities: missing keemun; entities: unexpected lake-garden" in capsys.readouterr().out


def test_words_lists_the_vocabulary(tea: Path, capsys: Printed) -> None:
    assert main(["pack", "words", str(tea), "dragon"]) == 0
    assert capsys.readouterr().out == "Dragon Well\tthing\tlongjing\tTea\nDragon Wells\tthing\tlongjing\tTea\n"


def test_words_that_name_several_things_come_with_the_text_that_selects_each(tea: Path, capsys: Printed) -> None:
    with (tea / "facts/aliases.csv").open("a", encoding="utf-8") as file:
        file.write("longjing,Lake,en\nlake-house,Lake,en\n")
    main(["pack", "words", str(tea), "--collisions"])
    printed = capsys.readouterr().out
    assert "\tthing\tlake-house\tTeaHouse\tLake [lake-house]\n" in printed
    assert "\tthing\tlongjing\tTea\tLake [longjing]\n" in printed


def test_a_folder_that_is_no_pack_is_refused_plainly(tmp_path: Path, capsys: Printed) -> None:
    assert main(["pack", "check", str(tmp_path)]) == 3
    assert "P001 There is no file pack.toml" in capsys.readouterr().out
