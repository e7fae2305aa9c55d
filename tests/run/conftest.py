"""Every test of the answers runs on both engines."""

import pytest

from tests.run.story import ENGINES


@pytest.fixture(params=list(ENGINES))
def engine(request: pytest.FixtureRequest) -> str:
    """Name an engine."""
    return str(request.param)
