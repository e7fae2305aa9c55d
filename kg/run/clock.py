"""The time that a question may take, and what each stage took of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter


class Clock:
    """Starts when it is made. ``spent`` are milliseconds by stage, in the order of the stages."""

    def __init__(self, seconds: float) -> None:
        self._start = perf_counter()
        self._seconds = seconds
        self.spent: dict[str, float] = {}

    @property
    def left(self) -> float:
        """The seconds that are left; nothing or less when time is out."""
        return self._seconds - (perf_counter() - self._start)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time of a block towards a stage."""
        start = perf_counter()
        try:
            yield
        finally:
            self.spent[name] = round(self.spent.get(name, 0.0) + 1000 * (perf_counter() - start), 3)
