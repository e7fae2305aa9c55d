from __future__ import annotations

from tests.benchmarks.compare import growth, table


def test_the_table_gives_medians_and_ratios_question_by_question():
    text = table(1000, {"parts": {"rdflib": [8.0, 40.0, 12.0], "kg": [2.0, 10.0, 4.0]}})
    assert "| parts | 4.00 (×1.00) | 12.00 (×4.00) |" in text


def test_time_that_grows_as_fast_as_the_triples_has_the_power_one():
    assert "| parts | 1.00 |" in growth({100: {"parts": {"kg": [1.0]}}, 1000: {"parts": {"kg": [10.0]}}})
