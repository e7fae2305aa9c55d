import os
import threading
import time

import pytest

from kg.base.errors import BudgetError
from kg.store.deadline import Stop, within


def test_a_job_that_is_in_time_gives_its_result() -> None:
    assert within(5.0, lambda stop: 42) == 42


def test_what_a_job_raises_is_raised_to_the_caller() -> None:
    def fail(stop: Stop) -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        within(5.0, fail)


def test_without_time_nothing_is_run() -> None:
    ran: list[int] = []
    with pytest.raises(BudgetError, match="no time"):
        within(0.0, lambda stop: ran.append(1))
    assert ran == []


def test_a_late_job_is_told_to_stop_between_rows() -> None:
    ended = threading.Event()

    def rows() -> object:
        while True:
            time.sleep(0.005)
            yield 1

    def job(stop: Stop) -> int:
        count = sum(stop.rows(rows()))  # type: ignore[arg-type, type-var]
        ended.set()
        return count

    with pytest.raises(BudgetError):
        within(0.03, job)
    assert ended.wait(5.0)


def test_threads_are_used_again() -> None:
    used = {within(5.0, lambda stop: threading.get_ident()) for _ in range(20)}
    assert len(used) == 1


def test_the_thread_of_a_late_job_ends_with_it() -> None:
    go_on = threading.Event()
    before = threading.active_count()
    with pytest.raises(BudgetError):
        within(0.02, lambda stop: go_on.wait(10.0))
    late = threading.active_count()
    go_on.set()
    for _ in range(500):
        if threading.active_count() <= max(before, late - 1):
            break
        time.sleep(0.01)
    assert threading.active_count() <= max(before, late - 1)


def test_callers_in_several_threads_do_not_wait_for_each_other() -> None:
    both = threading.Barrier(2, timeout=5.0)
    results: list[int] = []
    threads = [
        threading.Thread(target=lambda: results.append(within(5.0, lambda stop: both.wait() * 0 + 1))) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10.0)
    assert results == [1, 1]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks only where the system does")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_process_has_threads_of_its_own() -> None:
    within(5.0, lambda stop: 1)
    child = os.fork()
    if child == 0:
        try:
            os._exit(0 if within(5.0, lambda stop: 7) == 7 else 1)
        finally:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
