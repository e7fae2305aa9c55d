"""The shipped pack, and the flag that writes the answers anew: ``pytest tests/spec --answer``."""

from __future__ import annotations

import pytest

from tests.language.graphs import Graph, shipped


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--answer", action="store_true", help="write the answers of the manual anew; then read the difference"
    )


@pytest.fixture
def answer_anew(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--answer", default=False))


@pytest.fixture(scope="session")
def graph() -> Graph:
    return shipped()
