"""Completions of a graph lead to answers where that is found in time."""

from __future__ import annotations

from kg.session.session import Session


def test_customers_that_are_documented_are_offered(shipped: Session) -> None:
    names = [one.text for one in shipped.complete("who supplies HBM to ", seconds=20.0) if one.answers]
    assert names[:2] == ["Huawei", "NVIDIA"]


def test_a_name_that_leads_nowhere_is_not_offered(shipped: Session) -> None:
    assert "Corning" not in [one.text for one in shipped.complete("who supplies HBM to C", seconds=20.0)]


def test_with_a_name_offered_the_question_has_answers(shipped: Session) -> None:
    text = "谁给英"
    names = [one for one in shipped.complete(text, seconds=20.0) if one.answers]
    assert names
    assert all(len(shipped.ask(f"{text[: one.start]}{one.text}供应")) for one in names)


def test_without_time_names_are_offered_all_the_same(shipped: Session) -> None:
    assert "NVIDIA" in [one.text for one in shipped.complete("who supplies HBM to NV", seconds=0.0)]
