"""The shipped pack, compiled once a test run."""

from __future__ import annotations

import pytest

from tests.language.graphs import Graph, shipped


@pytest.fixture(scope="session")
def graph() -> Graph:
    return shipped()
