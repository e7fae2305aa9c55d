"""The command line: what it prints, where, and with which exit code."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.base.diagnostics import diagnostic
from kg.base.errors import BudgetError, KgError, PackError, QuestionError, StoreError
from kg.base.version import __version__
from kg.cli.failure import exit_code
from kg.cli.main import main

BREAD = "who delivers bread to the inn"
Printed = pytest.CaptureFixture[str]


@pytest.fixture
def pack(own_pack: Path) -> list[str]:
    return ["--pack", str(own_pack)]


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal wide enough for a sentence."""
    monkeypatch.setenv("COLUMNS", "120")


def ask_lines(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


# ---------------------------------------------------------------- ask


def test_ask_prints_a_table_and_what_was_understood(pack: list[str], capsys: Printed) -> None:
    assert main([*pack, "ask", BREAD]) == 0
    printed = capsys.readouterr().out
    assert "Understood: " in printed
    assert "the bakery delivers rye bread to the inn" in printed


def test_a_question_need_not_be_quoted(pack: list[str], capsys: Printed) -> None:
    assert main([*pack, "ask", *BREAD.split()]) == 0
    assert "the bakery" in capsys.readouterr().out


def test_the_pack_may_stand_behind_the_command(pack: list[str], capsys: Printed) -> None:
    assert main(["ask", BREAD, *pack]) == 0
    assert "the bakery" in capsys.readouterr().out


def test_ask_json_prints_one_object(pack: list[str], capsys: Printed) -> None:
    main([*pack, "ask", "--json", BREAD])
    assert json.loads(capsys.readouterr().out)["entities"] == ["bakery"]


def test_ask_json_writes_chinese_as_it_is(pack: list[str], capsys: Printed) -> None:
    main([*pack, "ask", "--json", "谁给客栈送面包"])
    assert "面包店" in capsys.readouterr().out


def test_ask_json_names_full_iris_when_asked(pack: list[str], capsys: Printed) -> None:
    main([*pack, "ask", "--json", "--iri", BREAD])
    assert json.loads(capsys.readouterr().out)["entities"] == ["https://example.org/village/bakery"]


def test_ask_csv_prints_rows(pack: list[str], capsys: Printed) -> None:
    main([*pack, "ask", "--csv", BREAD])
    assert capsys.readouterr().out.splitlines()[1].startswith("the bakery,bakery")


def test_the_answer_can_be_had_in_the_other_language(pack: list[str], capsys: Printed) -> None:
    main([*pack, "ask", "--csv", "--lang", "zh", BREAD])
    assert "面包店" in capsys.readouterr().out


def test_ask_page_writes_the_page_and_names_it(pack: list[str], tmp_path: Path, capsys: Printed) -> None:
    assert main([*pack, "ask", BREAD, "--page", str(tmp_path / "answer.html")]) == 0
    assert f"Page: {tmp_path / 'answer.html'}" in capsys.readouterr().out
    assert "the bakery" in (tmp_path / "answer.html").read_text(encoding="utf-8")


def test_the_note_of_the_page_keeps_out_of_json(pack: list[str], tmp_path: Path, capsys: Printed) -> None:
    main([*pack, "ask", "--json", BREAD, "--page", str(tmp_path / "answer.html")])
    assert json.loads(capsys.readouterr().out)["error"] is None


def test_a_page_that_cannot_be_written_is_told_by_its_name(pack: list[str], tmp_path: Path, capsys: Printed) -> None:
    page = tmp_path / "nowhere" / "answer.html"
    assert main([*pack, "ask", BREAD, "--page", str(page)]) == 1
    assert f"{page} cannot be written: No such file or directory" in capsys.readouterr().err


def test_as_of_leaves_out_what_begins_later(pack: list[str], capsys: Printed) -> None:
    main([*pack, "ask", "--json", "--as-of", "2024", BREAD])
    assert json.loads(capsys.readouterr().out)["entities"] == []


def test_no_derived_leaves_out_what_rules_derive(cache: Path, capsys: Printed) -> None:
    main(["ask", "--json", "--no-derived", "who supplies optical modules to NVL clusters"])
    assert json.loads(capsys.readouterr().out)["entities"] == ["eoptolink"]


# ---------------------------------------------------------------- questions that cannot be answered


def test_an_unreadable_question_is_shown_with_a_caret_under_its_words(pack: list[str], capsys: Printed) -> None:
    assert main([*pack, "ask", "who delivers cake to the inn"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[2].index("^") == lines[1].index("cake")


def test_an_unreadable_question_prints_nothing_on_standard_output(pack: list[str], capsys: Printed) -> None:
    main([*pack, "ask", "who delivers cake to the inn"])
    assert capsys.readouterr().out == ""


def test_an_unreadable_question_is_an_object_with_its_error_in_json(pack: list[str], capsys: Printed) -> None:
    assert main([*pack, "ask", "--json", "who delivers cake to the inn"]) == 2
    answer = json.loads(capsys.readouterr().out)
    assert (answer["error"]["code"], answer["error"]["span"], answer["rows"]) == ("N001", [13, 17], [])


def test_an_error_in_json_has_all_the_keys_of_an_answer(pack: list[str], capsys: Printed) -> None:
    main([*pack, "ask", "--json", BREAD])
    answered = json.loads(capsys.readouterr().out)
    main([*pack, "ask", "--json", "who delivers cake"])
    assert json.loads(capsys.readouterr().out).keys() == answered.keys()


def test_a_question_out_of_time_exits_with_four(pack: list[str]) -> None:
    assert main([*pack, "ask", "--seconds", "0", BREAD]) == 4


def test_a_pack_at_fault_is_told_by_file_and_exits_with_three(tmp_path: Path, capsys: Printed) -> None:
    assert main(["--pack", str(tmp_path), "ask", BREAD]) == 3
    assert "pack.toml" in capsys.readouterr().err


QUESTION = QuestionError("", "en", (diagnostic("Q001", example=BREAD),))
PACK = PackError((diagnostic("P001", path="pack.toml"),))


@pytest.mark.parametrize(
    ("error", "code"),
    [(QUESTION, 2), (PACK, 3), (StoreError("broken"), 3), (BudgetError("late"), 4), (KgError("else"), 1)],
)
def test_each_error_has_its_exit_code(error: KgError, code: int) -> None:
    assert exit_code(error) == code


def test_wrong_usage_exits_with_one(capsys: Printed) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["answer", BREAD])
    assert stopped.value.code == 1


def test_an_unknown_option_is_refused(pack: list[str], capsys: Printed) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*pack, "ask", "--colour", BREAD])
    assert stopped.value.code == 1
    assert "--colour" in capsys.readouterr().err


# ---------------------------------------------------------------- a question a line


def test_questions_are_answered_one_a_line(pack: list[str], capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    ask_lines(f"{BREAD}\n谁给客栈送面包\n", monkeypatch)
    assert main([*pack, "ask", "--json", "-"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["entities"] for answer in answers] == [["bakery"], ["bakery"]]


def test_a_bad_line_is_an_error_in_its_place(pack: list[str], capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    ask_lines(f"who delivers cake\n\n{BREAD}\n", monkeypatch)
    main([*pack, "ask", "--json", "-"])
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["error"] and answer["error"]["code"] for answer in answers] == ["N001", "Q001", None]


def test_lines_from_other_systems_may_end_otherwise(
    pack: list[str], capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask_lines(f"{BREAD}\r\n", monkeypatch)
    main([*pack, "ask", "--json", "-"])
    assert json.loads(capsys.readouterr().out)["question"] == BREAD


# ---------------------------------------------------------------- the other commands


def test_say_gives_the_canonical_sentence_in_the_other_language(pack: list[str], capsys: Printed) -> None:
    main([*pack, "say", "--in", "zh", BREAD])
    assert capsys.readouterr().out.strip() == "哪些店给客栈送面包"


def test_explain_shows_the_stages(pack: list[str], capsys: Printed) -> None:
    main([*pack, "explain", BREAD])
    assert "== SPARQL: main" in capsys.readouterr().out


def test_words_lists_those_that_contain_a_text(pack: list[str], capsys: Printed) -> None:
    main([*pack, "words", "黑麦"])
    assert "黑麦面包\tthing\trye-bread\n" in capsys.readouterr().out


def test_check_of_a_sound_pack_exits_with_zero(pack: list[str], capsys: Printed) -> None:
    assert main([*pack, "check"]) == 0
    assert capsys.readouterr().out == "nothing found\n"


def test_check_of_a_broken_pack_names_file_and_remedy(tmp_path: Path, capsys: Printed) -> None:
    assert main(["check", str(tmp_path)]) == 3
    assert "pack.toml: P001 There is no file pack.toml." in capsys.readouterr().out


def test_queries_lists_name_texts_and_parameters(capsys: Printed) -> None:
    main(["queries"])
    assert "optical-modules-for\n" in capsys.readouterr().out


@pytest.mark.parametrize("form", [["--customer", "AMD"], ["--customer=AMD"]])
def test_a_saved_question_takes_its_parameters(cache: Path, form: list[str], capsys: Printed) -> None:
    main(["run", "--json", "optical-modules-for", *form])
    assert json.loads(capsys.readouterr().out)["question"] == "who supplies optical modules to AMD"


def test_a_saved_question_is_asked_in_the_language_wanted(cache: Path, capsys: Printed) -> None:
    main(["run", "--json", "--lang", "zh", "optical-modules-for"])
    assert json.loads(capsys.readouterr().out)["question"] == "谁给英伟达供应光模块"


@pytest.mark.parametrize("given", [["--customer"], ["customer", "AMD"], ["--supplier", "AMD"]])
def test_wrong_parameters_exit_with_one(cache: Path, given: list[str], capsys: Printed) -> None:
    assert main(["run", "optical-modules-for", *given]) == 1


def test_sparql_prints_bindings(pack: list[str], capsys: Printed) -> None:
    main([*pack, "sparql", 'SELECT ?thing { ?thing <https://w3id.org/kgask/core#id> "inn" }'])
    assert capsys.readouterr().out == "?thing\n<https://example.org/village/inn>\n"


def test_version_prints_the_version(capsys: Printed) -> None:
    assert main(["version"]) == 0
    assert capsys.readouterr().out == f"kg {__version__}\n"


# ---------------------------------------------------------------- as a process


def process(arguments: list[str], **options: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "kg", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload, no-any-return]


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["C", "zh_CN.GBK", "en_US.ISO-8859-1"])
def test_utf8_is_written_under_any_locale(pack: list[str], locale: str) -> None:
    environment = os.environ | {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    out, _ = process([*pack, "say", "--in", "zh", BREAD], env=environment).communicate()
    assert out.decode("utf-8").strip() == "哪些店给客栈送面包"


@pytest.mark.slow
def test_a_reader_that_goes_away_is_no_traceback(pack: list[str]) -> None:
    running = process([*pack, "words"])
    assert running.stdout is not None
    running.stdout.close()
    assert running.stderr is not None
    assert running.stderr.read() == b""
    assert running.wait() == 1
    running.stderr.close()


@pytest.mark.slow
def test_an_interrupt_is_no_traceback(pack: list[str]) -> None:
    running = process([*pack, "ask", "--json", "-"], stdin=subprocess.PIPE)
    assert running.stdin is not None
    assert running.stdout is not None
    running.stdin.write(BREAD.encode() + b"\n")
    running.stdin.flush()
    running.stdout.readline()  # it runs, and waits for the next question
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=30)
    assert (running.returncode, errors) == (130, b"")


def test_files_that_nobody_prepared_are_asked_with_ontology_and_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "o.ttl").write_text("<a:Dog> a <http://www.w3.org/2002/07/owl#Class> .", encoding="utf-8")
    (tmp_path / "d.nt").write_text(
        "<a:rex> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <a:Dog> .\n", encoding="utf-8"
    )
    code = main(["ask", "--csv", "--ontology", str(tmp_path / "o.ttl"), "--data", str(tmp_path / "d.nt"), "which dogs"])
    assert (code, "rex" in capsys.readouterr().out) == (0, True)
