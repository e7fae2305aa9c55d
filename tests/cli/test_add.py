"""``kg read`` and ``kg add``: from an article, through a review, into a pack."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.cli.main import main

Printed = pytest.CaptureFixture[str]
ROWS = "supplier,tea,customer,source\nold-mill,keemun,lake-house,market\n"


@pytest.fixture
def tea(tmp_path: Path, capsys: Printed) -> Path:
    """A new pack."""
    main(["pack", "new", str(tmp_path / "tea")])
    capsys.readouterr()
    return tmp_path / "tea"


def written(tea: Path, text: str, name: str = "new.csv") -> str:
    (tea.parent / name).write_text(text, encoding="utf-8")
    return str(tea.parent / name)


def test_the_difference_is_told(tea: Path, capsys: Printed) -> None:
    assert main(["add", written(tea, ROWS), "--to", str(tea)]) == 0
    assert capsys.readouterr().out.startswith("1 added, 0 ended, 0 conflicts; 0 rows said nothing new\n")


def test_the_second_time_nothing_is_new(tea: Path, capsys: Printed) -> None:
    main(["add", written(tea, ROWS), "--to", str(tea)])
    capsys.readouterr()
    main(["add", written(tea, ROWS), "--to", str(tea), "--lang", "zh"])
    assert capsys.readouterr().out == "新增0,终止0,冲突0;1行没有新内容\n"


def test_a_dry_run_writes_nothing(tea: Path, capsys: Printed) -> None:
    before = (tea / "facts/deliveries.csv").read_bytes()
    main(["add", written(tea, ROWS), "--to", str(tea), "--dry-run"])
    assert "nothing was written" in capsys.readouterr().out
    assert (tea / "facts/deliveries.csv").read_bytes() == before


def test_what_is_wrong_is_told_with_its_place_and_exit_code_3(tea: Path, capsys: Printed) -> None:
    assert main(["add", written(tea, ROWS.replace("keemun", "keemum")), "--to", str(tea)]) == 3
    printed = capsys.readouterr().out
    assert "new.csv:2:10: P041 'keemum' is the name of no thing." in printed
    assert printed.endswith("nothing was added: 1 found\n")


def test_a_file_that_is_not_there_is_told_plainly(tea: Path, capsys: Printed) -> None:
    assert main(["add", str(tea / "none.csv"), "--to", str(tea)]) == 3
    assert "P001" in capsys.readouterr().err


def test_conflicts_and_possible_duplicates_are_told(tea: Path, capsys: Printed) -> None:
    rows = (
        "supplier,tea,customer,amount,unit,grade,since,source\nlake-garden,longjing,old-mill,130,kg,first,2023,market\n"
    )
    things = written(tea, "id,class,en,zh,town\nold-mil,Blender,Old Mil Teas,,\n", "things.csv")
    main(["add", written(tea, rows), things, "--to", str(tea)])
    printed = capsys.readouterr().out
    assert "perhaps the same: old-mil and old-mill" in printed
    assert "amount=130, unit=kg, grade=first) 2023..; there is also: Delivers(" in printed


def test_an_accepted_sentence_of_an_article_can_be_asked(tea: Path, capsys: Printed) -> None:
    article = written(tea, "Tea news\n\nThe Old Mill delivers keemun to the Lake Tea House since 2026.\n", "news.txt")
    review = tea.parent / "review.csv"
    assert main(["--pack", str(tea), "read", article, "--csv", str(review)]) == 0
    assert "candidate statements, none accepted: 1" in capsys.readouterr().out
    lines = review.read_text(encoding="utf-8").splitlines()
    review.write_text("\n".join([lines[0], "yes" + lines[1], ""]), encoding="utf-8")
    assert main(["add", str(review), "--to", str(tea)]) == 0
    capsys.readouterr()
    main(["--pack", str(tea), "ask", "--csv", "who delivers keemun to the Lake Tea House"])
    assert "Old Mill Teas,old-mill,,news" in capsys.readouterr().out


def test_a_review_that_was_not_reviewed_adds_nothing(tea: Path, capsys: Printed) -> None:
    article = written(tea, "The Old Mill delivers keemun to the Lake Tea House.", "news.txt")
    main(["--pack", str(tea), "read", article, "--csv", str(tea.parent / "review.csv")])
    capsys.readouterr()
    main(["add", str(tea.parent / "review.csv"), "--to", str(tea)])
    assert capsys.readouterr().out.startswith("0 added")


def test_what_an_article_names_is_told_with_line_and_column(tea: Path, capsys: Printed) -> None:
    main(
        ["--pack", str(tea), "read", written(tea, "茶叶\n西湖龙井和祁红。$大盘(SH000001)$", "news.txt"), "--lang", "zh"]
    )
    printed = capsys.readouterr().out
    assert "\t龙井 [longjing]\tTea\t2:1\n" in printed
    assert "大盘 (SH000001)\t2:9" in printed


def test_an_article_is_told_as_json(tea: Path, capsys: Printed) -> None:
    main(["--pack", str(tea), "read", written(tea, "Dragon Well", "news.txt"), "--json"])
    found = json.loads(capsys.readouterr().out)
    assert found["mentions"] == [
        {"text": "Dragon Well", "span": [0, 11], "things": ["longjing"], "line": 1, "column": 1}
    ]


def test_an_article_in_another_encoding_is_refused_plainly(tea: Path, capsys: Printed) -> None:
    (tea.parent / "news.txt").write_bytes("龙井".encode("gb18030"))
    assert main(["--pack", str(tea), "read", str(tea.parent / "news.txt")]) == 1
    assert "is no text in UTF-8" in capsys.readouterr().err
