import pytest

from kg.run.clock import Clock


def test_time_is_left_until_it_is_not() -> None:
    assert 0 < Clock(60.0).left <= 60.0
    assert Clock(0.0).left <= 0.0


def test_a_stage_that_runs_twice_is_one_stage() -> None:
    clock = Clock(1.0)
    for _ in range(2):
        with clock.stage("main"):
            pass
    assert list(clock.spent) == ["main"]


def test_a_stage_that_fails_is_counted_too() -> None:
    clock = Clock(1.0)
    with pytest.raises(ValueError, match="no"), clock.stage("main"):
        raise ValueError("no")
    assert "main" in clock.spent
