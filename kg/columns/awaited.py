"""A job -> its result, for as many as wait for it; it goes on when one of them has no more time."""

from __future__ import annotations

from collections.abc import Callable
from threading import TIMEOUT_MAX, Event, Thread
from typing import Generic, TypeVar

from kg.base.errors import BudgetError

T = TypeVar("T")


class Awaited(Generic[T]):
    """Runs a job in a thread of its own from the moment it is made. The thread does not keep a process alive."""

    def __init__(self, job: Callable[[], T]) -> None:
        self._done = Event()
        self._results: list[T] = []
        self._error: BaseException | None = None
        Thread(target=self._run, args=(job,), name="kg-columns", daemon=True).start()

    @property
    def failed(self) -> bool:
        """Tell whether the job raised."""
        return self._error is not None

    def get(self, seconds: float) -> T:
        """Return the result; raise BudgetError when it is not there in time, and whatever the job raised."""
        if not self._done.wait(min(max(seconds, 0.0), TIMEOUT_MAX)):
            raise BudgetError("the statements are being read for the first time; ask again in a while")
        if self._error is not None:
            raise self._error
        return self._results[0]

    def _run(self, job: Callable[[], T]) -> None:
        try:
            self._results.append(job())
        except BaseException as error:  # noqa: BLE001  handed to those who wait
            self._error = error
        self._done.set()
