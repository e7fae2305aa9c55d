"""Free wording: what makes no difference in a question makes none in the query."""

from __future__ import annotations

import pytest

from tests.language.graphs import Graph
from tests.query.wordings import WORDINGS


@pytest.mark.parametrize(
    ("plain", "wording"), [(plain, wording) for plain, found in WORDINGS.items() for wording in found]
)
def test_another_wording_is_the_same_question(plain: str, wording: str, graph: Graph) -> None:
    assert graph.read(wording) == graph.read(plain)
