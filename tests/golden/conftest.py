"""The flag that rewrites the golden files: ``pytest tests/golden --update-golden``."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew; then read the difference"
    )


@pytest.fixture
def updating(request: pytest.FixtureRequest) -> bool:
    """Whether the files are to be written; without the flag of this folder they are only compared."""
    return bool(request.config.getoption("--update-golden", default=False))
