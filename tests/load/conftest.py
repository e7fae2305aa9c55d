"""The bakery pack, copied to a folder of its own, where a test may spoil it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.load.kitchen import BAKERY, Kitchen


@pytest.fixture
def kitchen(tmp_path: Path) -> Kitchen:
    return Kitchen(Path(shutil.copytree(BAKERY, tmp_path / "bakery")))
