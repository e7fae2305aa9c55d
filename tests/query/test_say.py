"""The canonical sentence is one that a person would write, and says all that was understood."""

from __future__ import annotations

import re

import pytest

from tests.language.graphs import Graph, Lang
from tests.query.pairs import PAIRS

SAID = (
    ("suppliers of HBM to NVIDIA", "who supplies HBM to NVIDIA"),
    ("英伟达的HBM供应商", "谁给英伟达供应高带宽内存"),
    ("describe 300308.SZ", "describe Zhongji Innolight"),
    ("companies that supply both NVIDIA and AMD", "who supplies to AMD and supplies to NVIDIA"),
    ("who supplies HBM, excluding rumours", "who supplies HBM, excluding rumours"),
    ("谁供应HBM,不含传闻", "谁供应高带宽内存,不含传闻"),
    ("GB200 NVL72的功耗", "GB200 NVL72的功耗是多少"),
)


@pytest.mark.parametrize(("question", "sentence"), SAID)
def test_a_question_is_said_in_its_canonical_sentence(question: str, sentence: str, graph: Graph) -> None:
    understood = graph.understand(question)
    assert graph.say(understood.query, understood.lang) == sentence


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_canonical_sentence_shows_an_id_or_a_placeholder(lang: Lang, graph: Graph) -> None:
    said = [graph.say(graph.read(english), lang) for english, _ in PAIRS]
    assert [sentence for sentence in said if re.search(r"[{}_|]|None", sentence)] == []


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_canonical_sentence_is_its_own_canonical_sentence(lang: Lang, graph: Graph) -> None:
    for english, _ in PAIRS:
        said = graph.say(graph.read(english), lang)
        assert graph.say(graph.read(said), lang) == said


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("who supplies HBM to NVIDIA as of 2024-03", "2024-03"),
        ("who supplies HBM to NVIDIA as known on 2024-03-30", "2024-03-30"),
        ("who supplies NVIDIA, according to NVIDIA", "according to"),
        ("who directly supplies optical modules to NVL clusters", "directly"),
        ("who supplies optical modules to Google, confirmed by two sources", "2 sources"),
        ("suppliers that supply only NVIDIA", "only"),
        ("components with exactly one supplier", "exactly"),
        ("NVIDIA suppliers that do not supply AMD", "not"),
    ],
)
def test_what_narrows_the_answer_is_said(question: str, words: str, graph: Graph) -> None:
    assert words in graph.say(graph.read(question), "en")
