"""What many tests share: a cache of their own, the shipped graph opened once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from kg.session.session import Session
from kg.session.session import open as open_session

# How long an example takes says more of the machine than of the law. Where a change is judged, the examples are always
# the same ones; elsewhere they are new each time.
settings.register_profile("kg", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("kg")


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache folder that all processes of a test run share, apart from the user's own."""
    folder = tmp_path_factory.getbasetemp()
    worker = "PYTEST_XDIST_WORKER" in os.environ
    folder = (folder.parent if worker else folder) / "cache"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KG_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="session")
def shipped(cache: Path) -> Session:
    """The pack that ships, opened."""
    return open_session()


@pytest.fixture(scope="session")
def own_pack() -> Path:
    """The folder of the example pack: what a village bakes."""
    return Path(__file__).resolve().parents[1] / "examples" / "own_pack"


@pytest.fixture(scope="session")
def village(cache: Path, own_pack: Path) -> Session:
    """The example pack, opened."""
    return open_session(own_pack)
