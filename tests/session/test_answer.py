"""The answer that users hold: its rows, reasons, sources, and what it can be turned into."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from kg.base.errors import KgError
from kg.session.answer import Answer
from kg.session.session import Session


@pytest.fixture
def bread(village: Session) -> Answer:
    return village.ask("who delivers bread to the inn")


@pytest.fixture
def derived(shipped: Session) -> Answer:
    return shipped.ask("who supplies optical modules to NVL clusters")


def test_a_row_is_reached_by_its_place(bread: Answer) -> None:
    assert bread[0].text == "the bakery"


def test_rows_are_walked_with_their_evidence(bread: Answer) -> None:
    assert [len(row.statements) for row in bread] == [1]


def test_a_row_past_the_end_is_an_index_error(bread: Answer) -> None:
    with pytest.raises(IndexError):
        bread[1]


def test_an_answer_has_as_many_as_it_has_rows(bread: Answer) -> None:
    assert len(bread) == 1


def test_an_answer_without_rows_is_falsy(village: Session) -> None:
    assert not village.ask("who delivers flour to the mill")


def test_a_number_is_an_answer_even_without_rows(bread: Answer) -> None:
    assert replace(bread, rows=(), number=2.0)


def test_why_says_the_statement_and_who_says_so(bread: Answer) -> None:
    first, second = bread[0].why().splitlines()
    assert first.startswith("the bakery delivers rye bread to the inn")
    assert "fact: Ledger of the bakery. 2025-03. [facts/deliveries.csv:4]" in second


def test_why_names_the_rule_of_a_derived_row(derived: Answer) -> None:
    row = next(row for row in derived if row.derived)
    assert "supply through the maker of the system" in row.why()


def test_why_says_the_premises_of_a_derived_row(derived: Answer) -> None:
    row = next(row for row in derived if row.derived and row.text == "Zhongji Innolight")
    assert "Zhongji Innolight supplies optical module to NVIDIA" in row.why()


def test_why_says_no_claim_twice(derived: Answer) -> None:
    row = next(row for row in derived if row.derived)
    claims = [line.strip() for line in row.why().splitlines() if line.strip().startswith("-")]
    assert len(claims) == len(set(claims))


def test_why_speaks_the_language_of_the_question(village: Session) -> None:
    assert village.ask("谁给客栈送面包")[0].why().startswith("面包店给客栈送黑麦面包")


def test_a_row_is_cited_by_its_own_sources(bread: Answer) -> None:
    assert [source.id for source in bread[0].cite().sources] == ["ledger"]


def test_all_sources_are_cited_as_a_numbered_list(bread: Answer) -> None:
    assert str(bread.cite()) == "[1] Ledger of the bakery. 2025-03."


def test_the_text_is_the_table_of_the_terminal(bread: Answer) -> None:
    assert "the bakery delivers rye bread to the inn" in bread.to_text(width=120)


def test_an_answer_prints_as_its_table(bread: Answer) -> None:
    assert str(bread) == bread.to_text()


def test_the_dictionary_is_what_the_command_line_prints(bread: Answer) -> None:
    assert bread.to_dict()["entities"] == ["bakery"]


def test_the_dictionary_names_full_iris_when_asked(bread: Answer) -> None:
    assert bread.to_dict(iri=True)["entities"] == ["https://example.org/village/bakery"]


def test_a_data_frame_has_a_line_a_row(bread: Answer) -> None:
    assert list(bread.df()["sender"]) == ["the bakery"]


def test_the_rdflib_graph_holds_the_statement(bread: Answer) -> None:
    objects = {str(value) for value in bread.graph().objects()}
    assert "https://example.org/village/rye-bread" in objects


def test_the_network_has_things_for_nodes(bread: Answer) -> None:
    assert {"bakery", "inn", "rye-bread"} <= set(bread.to_networkx().nodes)


def test_the_page_is_shown_in_notebooks_inside_a_frame_of_its_own(bread: Answer) -> None:
    assert bread._repr_html_().startswith("<iframe sandbox=")


@pytest.mark.parametrize("suffix", [".html", ".csv", ".json", ".graphml", ".ttl", ".trig"])
def test_an_answer_is_saved_by_the_suffix(bread: Answer, tmp_path: Path, suffix: str) -> None:
    bread.save(tmp_path / f"answer{suffix}")
    assert "bakery" in (tmp_path / f"answer{suffix}").read_text(encoding="utf-8")


def test_saved_json_is_the_dictionary(bread: Answer, tmp_path: Path) -> None:
    bread.save(tmp_path / "answer.json")
    assert json.loads((tmp_path / "answer.json").read_text(encoding="utf-8")) == bread.to_dict()


def test_csv_has_a_heading_and_a_line_a_row(bread: Answer) -> None:
    heading, row = csv.reader(io.StringIO(bread.to_csv()))
    assert dict(zip(heading, row, strict=True))["sender (id)"] == "bakery"


def test_an_unknown_suffix_is_refused_with_the_known_ones(bread: Answer, tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"must end in one of \.html"):
        bread.save(tmp_path / "answer.pdf")


def test_show_writes_the_page_and_names_it(bread: Answer, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bread.show(tmp_path / "answer.html")
    assert capsys.readouterr().out.strip() == str(tmp_path / "answer.html")
