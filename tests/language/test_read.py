"""A text is read as every sentence that its words can be, the preferred first; or the place is shown where it stops."""

from __future__ import annotations

import pytest

from kg.base.errors import QuestionError
from kg.language.read import read
from tests.language.graphs import Graph


def refused(text: str, graph: Graph) -> QuestionError:
    with pytest.raises(QuestionError) as caught:
        read(text, graph.lexicon)
    return caught.value


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("who supplies NVIDIA", "clause"),
        ("does Corning supply Meta", "yes-no"),
        ("suppliers of NVIDIA", "phrase"),
        ("describe Innolight", "describe"),
        ("compare Innolight and Eoptolink", "compare"),
        ("how is Marvell related to Innolight", "relation"),
        ("what is the source for Innolight supplying NVIDIA", "sources"),
        ("谁给英伟达供货", "clause"),
        ("介绍中际旭创", "describe"),
        ("对比中际旭创和新易盛", "compare"),
        ("Marvell和中际旭创是什么关系", "relation"),
    ],
)
def test_a_sentence_has_its_mode(text: str, mode: str, graph: Graph) -> None:
    assert read(text, graph.lexicon).readings[0].question.mode == mode


def test_吗_asks_whether(graph: Graph) -> None:
    assert read("康宁给Meta供货吗", graph.lexicon).readings[0].yes_no


def test_without_吗_nothing_is_asked_whether(graph: Graph) -> None:
    assert not read("康宁给谁供货", graph.lexicon).readings[0].yes_no


def test_no_two_readings_are_the_same(graph: Graph) -> None:
    trees = [
        reading.question
        for reading in read("which companies supply lasers or optical modules to Google", graph.lexicon).readings
    ]
    assert all(tree != other for index, tree in enumerate(trees) for other in trees[:index])


def test_the_same_text_is_read_the_same_again(graph: Graph) -> None:
    text = "suppliers of suppliers of NVIDIA"
    assert read(text, graph.lexicon) == read(text, graph.lexicon)


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_an_empty_question_is_Q001(text: str, graph: Graph) -> None:
    assert refused(text, graph).diagnostics[0].code == "Q001"


def test_an_unexpected_word_is_Q002_at_its_place(graph: Graph) -> None:
    text = "who supplies of NVIDIA"
    one = refused(text, graph).diagnostics[0]
    assert (one.code, one.span.of(text)) == ("Q002", "of")


def test_an_unfinished_question_is_Q003_at_its_end(graph: Graph) -> None:
    text = "who supplies HBM to NVIDIA and"
    one = refused(text, graph).diagnostics[0]
    assert (one.code, one.span.start) == ("Q003", len(text))


def test_a_too_long_question_is_Q004(graph: Graph) -> None:
    assert refused("HBM " * 600, graph).diagnostics[0].code == "Q004"


def test_every_unknown_word_is_reported(graph: Graph) -> None:
    codes = [one.code for one in refused("who supplies gizmos to Acmecorp", graph).diagnostics]
    assert codes == ["N001", "N001"]


@pytest.mark.parametrize("text", ["who supplies of NVIDIA", "谁给英伟达供应的的"])
def test_what_was_expected_is_said_in_words(text: str, graph: Graph) -> None:
    expected = refused(text, graph).diagnostics[0].expected
    assert expected
    assert not any(word.isupper() and word.isascii() and len(word) > 1 for word in expected)


def test_what_was_expected_is_said_once(graph: Graph) -> None:
    expected = refused("who supplies of NVIDIA", graph).diagnostics[0].expected
    assert len(expected) == len(set(expected))
