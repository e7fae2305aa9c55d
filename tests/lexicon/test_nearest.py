"""Of a word that is not known, the words that look or sound like it."""

from __future__ import annotations

import pytest

from kg.lexicon.nearest import nearest
from tests.language.graphs import Graph


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("NVDIA", "NVIDIA"),
        ("Inolight", "InnoLight"),
        ("coherant", "Coherent"),
        ("Lumentem", "Lumentum"),
        ("supplys", "supply"),
        ("optical modul", "optical module"),
        ("中继旭创", "中际旭创"),
        ("新易胜", "新易盛"),
        ("台机电", "台积电"),
        ("光莫块", "光模块"),
        ("英维达", "英伟达"),
    ],
)
def test_a_misspelt_word_brings_the_meant_one_first(typed: str, meant: str, graph: Graph) -> None:
    assert nearest(typed, graph.lexicon)[0] == meant


def test_nothing_is_near_to_noise(graph: Graph) -> None:
    assert nearest("zzzzqq", graph.lexicon) == ()


def test_at_most_as_many_as_wanted_are_offered(graph: Graph) -> None:
    assert len(nearest("optical", graph.lexicon, limit=2)) <= 2
