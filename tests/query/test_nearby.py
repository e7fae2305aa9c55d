"""A question that cannot be read comes back with a valid sentence close to it: the one that was meant, where one is."""

from __future__ import annotations

import pytest

from kg.base.errors import QuestionError
from tests.language.graphs import Graph

#: (a question, the sentence that must be offered)
OFFERED: tuple[tuple[str, str], ...] = (
    ("components with at least 3 qualified suppliers", "components with at least 3 suppliers"),
    ("至少有三家合格供应商的部件", "至少有三家供应商的部件"),
    ("top 5 countries by number of optical suppliers", "top 5 countries by number of optical component suppliers"),
    ("top 3 suppliers of each component by itemVolume share", "top 3 suppliers of each component by share"),
    ("what share of NVIDIA's cost is TSMC", "what share of NVIDIA's purchases is TSMC"),
    ("台积电占英伟达成本的比例", "台积电占英伟达采购量的比例"),
    ("relations confirmed by both sides", "relations confirmed by two sources"),
    ("双方都披露的供应关系", "两个来源证实的供应关系"),
    ("双方都披露的陈述", "两个来源证实的陈述"),
    (
        "which suppliers depend more on NVIDIA than NVIDIA depends on them",
        "what is the share of NVIDIA in the revenue of NVIDIA's suppliers",
    ),
    ("哪些供应商对英伟达的依赖高于英伟达对其依赖", "英伟达在英伟达的供应商的收入中的份额是多少"),
    ("which paths from Taiwan to Azure go through a single company", "which companies in Taiwan are upstream of Azure"),
    ("从台湾到Azure的路径都经过哪家公司", "Azure上游的台湾公司"),
    (
        "average share of revenue from hyperscalers by supplier tier",
        "suppliers of hyperscalers and, if known, their share",
    ),
    ("各级供应商来自云厂商的平均收入占比", "云厂商的供应商及其份额(如有)"),
    ("who supplied it as known on 2024-01-15", "who supplied as known on 2024-01-15"),
    ("who supplies lazers to NVIDIA", "who supplies lasers to NVIDIA"),
    ("谁给英维达供应光模块", "谁给英伟达供应光模块"),
)


@pytest.mark.parametrize(("question", "sentence"), OFFERED)
def test_the_sentence_that_is_meant_is_offered_and_is_read(question: str, sentence: str, graph: Graph) -> None:
    with pytest.raises(QuestionError) as raised:
        graph.read(question)
    assert sentence in [found.text for found in raised.value.diagnostics[0].suggestions]
    graph.read(sentence)


def test_what_is_left_out_is_said(graph: Graph) -> None:
    with pytest.raises(QuestionError) as raised:
        graph.read("components with at least 3 qualified suppliers")
    assert raised.value.diagnostics[0].suggestions[-1].note == "without 'qualified'"


def test_why_what_is_asked_cannot_be_told_is_said(graph: Graph) -> None:
    with pytest.raises(QuestionError) as raised:
        graph.read("哪些供应商对英伟达的依赖高于英伟达对其依赖")
    assert {one.note for one in raised.value.diagnostics[0].suggestions} == {"口径不同的份额不相比较"}


def test_no_sentence_is_offered_for_words_of_nothing(graph: Graph) -> None:
    with pytest.raises(QuestionError) as raised:
        graph.read("zzqx vvbn")
    assert not raised.value.diagnostics[0].suggestions
