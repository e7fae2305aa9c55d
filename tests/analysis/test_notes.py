"""The sentences that an analysis adds."""

from __future__ import annotations

import pytest

from kg.analysis.notes import Note, accounts_differ, disjoint_chains, shared, unavoidable, uncounted, weakest_link
from kg.analysis.weakest import Standing

FACT = Standing("fact", "high")


def label(name: str) -> Note:
    return {"en": name, "zh": name}


@pytest.mark.parametrize(
    ("note", "english", "chinese"),
    [
        (weakest_link(FACT, [1], True), "The weakest link of the path: fact, high confidence.", "该路径最弱的一环:事实,可信度高。"),
        (weakest_link(FACT, [2], False), "The weakest link of path 2: fact, high confidence.", "路径2最弱的一环:事实,可信度高。"),
        (uncounted(1), "1 row gives no amount: a count on the way is not documented.", "有1行没有合计:途中的数量没有记录。"),
        (shared(0, 2), "They share nothing that is documented.", "没有记录到任何共同之处。"),
    ],
)  # fmt: skip
def test_sentences_are_said_in_both_languages(note: Note, english: str, chinese: str) -> None:
    assert note == {"en": english, "zh": chinese}


def test_many_paths_are_counted_and_not_listed() -> None:
    assert "paths 1, 2, 3, 4, 5, 6, 7, 8 and 2 more" in weakest_link(FACT, range(1, 11), False)["en"]


def test_a_name_that_ends_with_a_mark_ends_the_sentence() -> None:
    assert unavoidable([label("Coherent Corp.")])["en"].endswith("passes Coherent Corp.")


def test_a_single_chain_that_passes_nothing_is_the_direct_step() -> None:
    assert "Beside the direct step" in disjoint_chains(1)["en"]


def test_many_amounts_are_cut() -> None:
    assert "; 7; +2)" in accounts_differ([str(number) for number in range(10)])["en"]
