"""Words that do two jobs are told apart by their neighbours, before the grammar sees them."""

from __future__ import annotations

import pytest

from kg.language.arrange_chinese import arrange_chinese
from kg.language.arrange_english import arrange_english
from kg.language.lex import lex
from tests.language.graphs import Graph


def english(text: str, graph: Graph) -> dict[str, str]:
    tokens = [place[0] for place in lex(text, graph.lexicon).places]
    return {token.text.lower(): token.kind for token in arrange_english(tokens)}


def chinese(text: str, graph: Graph) -> list[str]:
    tokens = [place[0] for place in lex(text, graph.lexicon).places]
    return [token.kind for token in arrange_chinese(tokens, possessive_first=True)]


def test_and_between_nouns_joins_nouns(graph: Graph) -> None:
    assert english("suppliers of NVIDIA and AMD", graph)["and"] == "AND"


def test_and_before_a_verb_joins_clauses(graph: Graph) -> None:
    assert english("companies that supply lasers and develop CPO", graph)["and"] == "ANDV"


def test_or_before_a_verb_joins_clauses(graph: Graph) -> None:
    assert english("who makes lasers or supplies HBM", graph)["or"] == "ORV"


def test_a_comparison_has_one_terminal(graph: Graph) -> None:
    assert english("models with more than 1 trillion parameters", graph)["more than"] == "CMP"


def test_的_between_nouns_joins_them(graph: Graph) -> None:
    assert chinese("英伟达的供应商", graph) == ["N", "OF", "N"]


def test_的_behind_a_verb_ends_a_clause(graph: Graph) -> None:
    kinds = chinese("供应激光器的公司", graph)
    assert (kinds[0], "REL" in kinds, "OF" in kinds) == ("OPEN", True, False)


@pytest.mark.parametrize("text", ["who supplies optical modules to NVL clusters", "suppliers of HBM"])
def test_no_word_changes_its_place(text: str, graph: Graph) -> None:
    tokens = [place[0] for place in lex(text, graph.lexicon).places]
    assert [token.span for token in arrange_english(tokens)] == [token.span for token in tokens]
