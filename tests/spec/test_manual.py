"""The manual is the specification: every sentence in it is read, and answers what stands below it."""

from __future__ import annotations

import pytest

from tests.language.graphs import Graph
from tests.spec.chapters import Block, blocks, told, write_answers

BLOCKS = [pytest.param(block, id=f"{block.chapter}:{block.line}") for block in blocks()]
READ = [
    pytest.param(block, id=f"{block.chapter}:{block.line}")
    for block in blocks()
    if not (block.answer or "").startswith("refused")
]
REFUSED = [
    pytest.param(block, id=f"{block.chapter}:{block.line}")
    for block in blocks()
    if (block.answer or "").startswith("refused")
]
ANSWERED = [
    pytest.param(block, id=f"{block.chapter}:{block.line}")
    for block in blocks()
    if block.answer is not None and not block.answer.startswith("refused")
]


def test_the_manual_has_chapters() -> None:
    assert len({block.chapter for block in blocks()}) >= 15


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_has_a_sentence_in_each_language(block: Block, graph: Graph) -> None:
    chinese = [sentence for sentence in block.sentences if any("\u4e00" <= char <= "\u9fff" for char in sentence)]
    assert chinese
    assert len(chinese) < len(block.sentences)


@pytest.mark.parametrize("block", READ)
def test_the_sentences_of_a_block_mean_the_same(block: Block, graph: Graph) -> None:
    first, *others = [graph.read(sentence) for sentence in block.sentences]
    assert [query for query in others if query != first] == []


@pytest.mark.parametrize("block", READ)
def test_what_is_understood_is_said_in_both_languages_and_read_back(block: Block, graph: Graph) -> None:
    query = graph.read(block.sentences[0])
    assert [graph.read(graph.say(query, lang)) for lang in ("en", "zh")] == [query, query]


@pytest.mark.parametrize("block", REFUSED)
def test_a_refused_sentence_has_its_code(block: Block, graph: Graph) -> None:
    codes = {graph.refuse(sentence).diagnostics[0].code for sentence in block.sentences}
    assert f"refused {' '.join(codes)}" == block.answer


@pytest.mark.parametrize("block", ANSWERED)
def test_the_answer_is_what_the_manual_says(block: Block, graph: Graph, answer_anew: bool) -> None:
    answer = told(graph.ask(block.sentences[0]))
    if answer_anew:
        write_answers({(block.chapter, block.line): answer})
    else:
        assert answer == block.answer
