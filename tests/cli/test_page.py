"""``kg page`` writes pages to disk."""

import pytest

from kg.cli.main import main


def test_a_question_has_its_page(own_pack, tmp_path, capsys):
    out = tmp_path / "answer.html"
    assert main(["page", "--pack", str(own_pack), "who delivers bread to the inn", "--out", str(out)]) == 0
    assert capsys.readouterr().out.strip() == str(out)
    assert "<title>who delivers bread to the inn</title>" in out.read_text(encoding="utf-8")


def test_a_thing_has_its_page_in_the_language_of_its_name(own_pack, tmp_path):
    out = tmp_path / "bakery.html"
    assert main(["page", "--pack", str(own_pack), "面包店", "--out", str(out)]) == 0
    assert "<title>面包店</title>" in out.read_text(encoding="utf-8")


def test_without_a_name_the_page_is_named_after_its_subject(own_pack, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["page", "--pack", str(own_pack), "bakery"]) == 0
    assert (tmp_path / "bakery.html").exists()


def test_the_surroundings_are_held_by_the_page(own_pack, tmp_path):
    sizes = []
    for steps in ("0", "2"):
        out = tmp_path / f"{steps}.html"
        assert (
            main(
                ["page", "--pack", str(own_pack), "who delivers bread to the inn", "--around", steps, "--out", str(out)]
            )
            == 0
        )
        sizes.append(out.stat().st_size)
    assert sizes[0] < sizes[1]


def test_the_atlas_is_a_folder_that_opens_at_its_index(own_pack, tmp_path, capsys):
    assert main(["page", "--pack", str(own_pack), "--atlas", str(tmp_path / "atlas")]) == 0
    assert capsys.readouterr().out.strip() == str(tmp_path / "atlas" / "index.html")
    assert (tmp_path / "atlas" / "bakery.html").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "either a question or a thing"),
        (["bakery", "--atlas", "x"], "either a question or a thing"),
        (["bakery", "--around", "9"], "--around takes 0 to 4"),
    ],
)
def test_what_cannot_be_done_is_said(own_pack, capsys, arguments, said):
    assert main(["page", "--pack", str(own_pack), *arguments]) == 1
    assert said in capsys.readouterr().err


def test_a_question_that_cannot_be_read_is_an_error_of_its_own(own_pack, capsys):
    assert main(["page", "--pack", str(own_pack), "who delivres"]) == 2
    assert "delivres" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_named(own_pack, tmp_path, capsys):
    assert main(["page", "--pack", str(own_pack), "bakery", "--out", str(tmp_path / "none" / "x.html")]) == 1
    assert "cannot be written" in capsys.readouterr().err
