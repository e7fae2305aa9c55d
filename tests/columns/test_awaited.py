"""Jobs that several wait for."""

from __future__ import annotations

from threading import Event

import pytest

from kg.base.errors import BudgetError
from kg.columns.awaited import Awaited


def test_a_job_goes_on_when_one_has_no_more_time_for_it() -> None:
    go = Event()
    job = Awaited(lambda: go.wait(60.0))
    with pytest.raises(BudgetError):
        job.get(0.0)
    go.set()
    assert job.get(60.0) is True


def test_what_a_job_raises_is_raised_for_those_who_wait() -> None:
    job: Awaited[float] = Awaited(lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        job.get(60.0)
    assert job.failed
