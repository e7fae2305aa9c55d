"""Free wording: what makes no difference in a question makes none in the query."""

from __future__ import annotations

import pytest

from tests.language.graphs import Graph
from tests.query.wordings import REFUSED, WORDINGS


@pytest.mark.parametrize(
    ("plain", "wording"), [(plain, wording) for plain, found in WORDINGS.items() for wording in found]
)
def test_another_wording_is_the_same_question(plain: str, wording: str, graph: Graph) -> None:
    assert graph.read(wording) == graph.read(plain)


@pytest.mark.xfail(reason="a natural wording that is refused", strict=True)
@pytest.mark.parametrize(("plain", "wording"), REFUSED)
def test_a_wording_that_is_still_refused_is_the_same_question(plain: str, wording: str, graph: Graph) -> None:
    assert graph.read(wording) == graph.read(plain)
