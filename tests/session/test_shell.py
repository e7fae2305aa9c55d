"""A conversation: questions, commands about the last answer, and errors that are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.session.session import Session
from kg.session.shell import Shell, is_unfinished

BREAD = "who delivers bread to the inn"


@pytest.fixture
def shell(village: Session) -> Shell:
    return Shell(village, width=120, color=False)


def said(shell: Shell, *lines: str) -> str:
    """Return what is shown for the last of some lines."""
    return [shell.respond(line) or "" for line in lines][-1]


def test_a_question_is_answered(shell: Shell) -> None:
    assert "the bakery delivers rye bread to the inn" in said(shell, BREAD)


def test_a_question_may_take_several_lines(shell: Shell) -> None:
    assert "the bakery" in said(shell, "who delivers bread \\\n to the inn")


def test_what_cannot_be_read_is_drawn(shell: Shell) -> None:
    assert "N001" in said(shell, "who delivers xyzzy")


def test_why_is_about_the_last_answer(shell: Shell) -> None:
    assert "Ledger of the bakery" in said(shell, BREAD, ":why 1")


def test_a_row_that_is_not_there_is_named(shell: Shell) -> None:
    assert said(shell, BREAD, ":why 7") == "There is no row 7; the last answer has 1.\n"


def test_explain_shows_the_stages_of_the_last_question(shell: Shell) -> None:
    assert "== SPARQL: main" in said(shell, BREAD, ":explain")


def test_explain_takes_a_question_of_its_own(shell: Shell) -> None:
    assert "question  谁给客栈送面包" in said(shell, ":explain 谁给客栈送面包")


@pytest.mark.parametrize("command", [":explain", ":why", ":page", ":save a.csv"])
def test_before_the_first_question_there_is_nothing_to_tell_of(shell: Shell, command: str) -> None:
    assert said(shell, command) == "Ask something first.\n"


def test_the_page_is_written(shell: Shell, tmp_path: Path) -> None:
    said(shell, BREAD, f":page {tmp_path}/answer.html")
    assert "<html" in (tmp_path / "answer.html").read_text(encoding="utf-8")


def test_an_answer_is_saved(shell: Shell, tmp_path: Path) -> None:
    assert str(tmp_path / "answer.csv") in said(shell, BREAD, f":save {tmp_path}/answer.csv")


def test_a_file_that_cannot_be_written_is_named(shell: Shell, tmp_path: Path) -> None:
    assert "No such file" in said(shell, BREAD, f":save {tmp_path}/nowhere/answer.csv")


def test_the_language_of_answers_can_be_chosen(shell: Shell) -> None:
    assert "面包店" in said(shell, ":lang zh", BREAD)


def test_the_language_goes_back_to_that_of_the_question(shell: Shell) -> None:
    assert "the bakery" in said(shell, ":lang zh", ":lang auto", BREAD)


def test_help_lists_every_command(shell: Shell) -> None:
    assert all(command in said(shell, ":help") for command in shell.commands)


def test_help_is_in_the_language_of_the_last_question(shell: Shell) -> None:
    assert "按Tab键补全" in said(shell, "谁给客栈送面包", ":help")


def test_an_unknown_command_is_named(shell: Shell) -> None:
    assert said(shell, ":nope") == "There is no command :nope; :help lists them all.\n"


def test_quit_leaves(shell: Shell) -> None:
    assert shell.respond(":quit") is None


def test_an_empty_line_shows_nothing(shell: Shell) -> None:
    assert said(shell, "  ") == ""


@pytest.mark.parametrize(
    "text", ["suppliers of (companies that", "companies \\", 'describe "Nvidia', "给(供应HBM的公司"]
)
def test_a_line_that_is_unfinished_goes_on(text: str) -> None:
    assert is_unfinished(text)


@pytest.mark.parametrize("text", ["who supplies HBM", "suppliers of (companies)", ":save (a", ""])
def test_a_whole_line_ends(text: str) -> None:
    assert not is_unfinished(text)


def test_a_word_can_be_defined_and_asked_with(shell: Shell) -> None:
    told = said(shell, 'define "feeds travellers" as delivers bread to the inn', "who feeds travellers")
    assert "the bakery" in told


def test_what_a_defined_word_stands_for_is_said_back(shell: Shell) -> None:
    told = said(shell, 'define "feeds travellers" as delivers bread to the inn')
    assert told == f"Defined: feeds travellers = {shell.graph.say('who delivers bread to the inn')}\n"
