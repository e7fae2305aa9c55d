"""What an article seems to state: candidates with the quote as evidence, and nothing more than a person accepts."""

from __future__ import annotations

import csv
import io

import pytest

from kg.session.article import Candidate
from kg.session.read_article import read_article
from kg.session.review import review
from kg.session.session import Session


def candidates(session: Session, text: str) -> list[Candidate]:
    return list(read_article(session, text).candidates)


def test_a_sentence_that_can_be_read_is_a_candidate(shipped: Session) -> None:
    (found,) = candidates(shipped, "Business is good.\nEoptolink supplies 800G optical modules to Meta.")
    assert (found.frame, dict(found.roles)) == (
        "Supply",
        {"supplier": "eoptolink", "item": "module-800g", "customer": "meta"},
    )
    assert (found.quote, found.line) == ("Eoptolink supplies 800G optical modules to Meta", 2)


def test_the_clauses_of_a_chinese_sentence_are_read_one_by_one(shipped: Session) -> None:
    found = candidates(shipped, "中际旭创给英伟达供应光模块，天孚通信给中际旭创供应光引擎。")
    assert [dict(one.roles)["supplier"] for one in found] == ["innolight", "tfc"]


def test_a_beginning_is_kept(shipped: Session) -> None:
    assert candidates(shipped, "SK hynix supplies HBM4 to NVIDIA since 2025.")[0].valid_from == "2025"


def test_what_the_graph_states_already_is_marked(shipped: Session) -> None:
    text = "中际旭创给英伟达供应光模块。罗博特科给谷歌供应光模块。"
    assert [one.known for one in candidates(shipped, text)] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "Marvell和中际旭创是什么关系呢",
        "中际旭创给英伟达供应光模块吗？",
        "does Innolight supply optical modules to NVIDIA",
        "Innolight supplies optical modules to NVIDIA?",
        "新易盛没有给英伟达供应光模块。",
        "many companies supply optical modules to NVIDIA.",
        "Chinese companies supply optical modules to NVIDIA.",
        "中际旭创和英伟达都在涨。",
    ],
)
def test_questions_denials_and_what_names_no_single_thing_are_no_candidates(shipped: Session, text: str) -> None:
    assert candidates(shipped, text) == []


def test_things_of_one_sentence_are_told_together_with_the_line(shipped: Session) -> None:
    (pair,) = read_article(shipped, "\n沪电股份做PCB。\n").together
    assert ({pair.first, pair.second}, pair.lines) == ({"wus", "pcb"}, (2,))


def test_ambiguous_names_are_not_told_together(shipped: Session) -> None:
    assert read_article(shipped, "TSMC and CoWoS.").together == ()


def test_when_time_runs_out_the_line_is_told(shipped: Session) -> None:
    assert read_article(shipped, "Good.\nInnolight and NVIDIA.", seconds=-1.0).cut_short == 2


def test_the_review_accepts_nothing_by_itself(shipped: Session) -> None:
    article = read_article(shipped, "Today's news\nEoptolink supplies 800G optical modules to Meta.")
    (row,) = csv.DictReader(io.StringIO(review(article, "news")))
    assert (row["accept"], row["status"], row["source"], row["source_title"]) == ("", "claim", "news", "Today's news")
    assert row["roles"] == "supplier=eoptolink | item=module-800g | customer=meta"
    assert row["quote"] == "Eoptolink supplies 800G optical modules to Meta"
