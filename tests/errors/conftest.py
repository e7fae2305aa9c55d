"""The shipped pack, and the flag that draws the messages anew: ``pytest tests/errors --redraw``."""

from __future__ import annotations

import pytest

from tests.language.graphs import Graph, shipped


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--redraw", action="store_true", help="draw the messages of the error pages anew")


@pytest.fixture
def redraw_pages(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--redraw", default=False))


@pytest.fixture(scope="session")
def graph() -> Graph:
    return shipped()
