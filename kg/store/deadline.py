"""Seconds and a job -> its result, or BudgetError when the time is out.

Neither engine can cancel a query, so every query runs in a thread of its own and the caller waits
for it no longer than it said. A query that is late is told to stop, which it does when its next row
comes; until then its thread goes on, out of anyone's way. The threads do not keep a process alive.
"""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

from kg.base.errors import BudgetError

T = TypeVar("T")
_Outcome = tuple[T | None, BaseException | None]


class Stop:
    """A word to a running job that no one waits for it any more."""

    def __init__(self) -> None:
        self.asked = False

    def rows(self, rows: Iterable[T]) -> Iterator[T]:
        """Yield the rows until the job is told to stop."""
        for row in rows:
            if self.asked:
                return
            yield row


class _Task(Generic[T]):
    def __init__(self, job: Callable[[Stop], T]) -> None:
        self.job = job
        self.stop = Stop()
        self.outcome: SimpleQueue[_Outcome[T]] = SimpleQueue()

    def run(self) -> None:
        try:
            self.outcome.put((self.job(self.stop), None))
        except BaseException as error:  # noqa: BLE001  handed to the waiting thread, which raises it
            # What the engine gave may only be dropped by the thread that asked for it.
            traceback.clear_frames(error.__traceback__)
            self.outcome.put((None, error))


class _Worker:
    """A thread that runs one task at a time; starting one anew for each query would cost more than the query."""

    def __init__(self) -> None:
        self.tasks: SimpleQueue[_Task[object] | None] = SimpleQueue()
        self.thread = threading.Thread(target=self._work, name="kg-query", daemon=True)
        self.thread.start()

    def _work(self) -> None:
        while (task := self.tasks.get()) is not None:
            task.run()


_idle: list[_Worker] = []


def within(seconds: float, job: Callable[[Stop], T]) -> T:
    """Run a job and return its result; raise BudgetError when it takes longer than ``seconds``.

    The job gets a ``Stop`` that it may look at. Whatever it raises is raised here.
    """
    if seconds <= 0:
        raise BudgetError("no time was left for the query")
    worker = _worker()
    task = _Task(job)
    worker.tasks.put(task)  # type: ignore[arg-type]  # the worker does not look at the result
    free = False
    try:
        result, error = task.outcome.get(timeout=min(seconds, threading.TIMEOUT_MAX))
        free = True
    except Empty:
        raise BudgetError(f"the query took longer than {seconds:g} seconds") from None
    finally:
        task.stop.asked = True
        if free:
            _idle.append(worker)
        else:  # also when Ctrl-C ended the wait
            worker.tasks.put(None)
    if error is not None:
        raise error
    return result  # type: ignore[return-value]  # without an error there is a result


def _worker() -> _Worker:
    """Return a thread that is free; after a fork those of the parent process are gone."""
    while True:
        try:
            worker = _idle.pop()
        except IndexError:
            return _Worker()
        if worker.thread.is_alive():
            return worker
