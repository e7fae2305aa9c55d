"""An object that may be two is refused with both ways to say it."""

from __future__ import annotations

import pytest

from kg.base.errors import QuestionError
from tests.language.graphs import Graph


@pytest.mark.parametrize(
    ("text", "receiving", "owning"),
    [
        ("which firms sell NVIDIA HBM", "sell HBM to NVIDIA", "sell HBM of NVIDIA"),
        ("who ships Google PCBs", "ships PCBs to Google", "ships PCBs of Google"),
    ],
)
def test_both_ways_are_offered(text: str, receiving: str, owning: str, graph: Graph) -> None:
    with pytest.raises(QuestionError) as caught:
        graph.read(text)
    found = caught.value.diagnostics[0]
    assert found.code == "M002"
    assert f"{receiving}; or: {owning}" in found.remedy("en")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("who supplies NVIDIA GPUs to Meta", "who supplies NVIDIA's GPUs to Meta"),
        ("which NVIDIA GPUs does Foxconn sell", "which NVIDIA GPUs are supplied by Foxconn"),
    ],
)
def test_where_only_one_fits_it_is_read(text: str, plain: str, graph: Graph) -> None:
    assert graph.read(text) == graph.read(plain)
