"""A name of several things is never guessed: each meaning is offered as a text that selects it."""

from __future__ import annotations

import csv

import pytest

from kg.query.query import Describe, Select
from tests.language.graphs import CHECKOUT, Graph

FILE = CHECKOUT / "ontology" / "ai-compute" / "facts" / "ambiguous.csv"
with FILE.open(encoding="utf-8", newline="") as _file:
    ROWS = [(row["name"], frozenset(row["things"].split("|"))) for row in csv.DictReader(_file)]
NAMES = pytest.mark.parametrize(("name", "things"), ROWS, ids=[row[0] for row in ROWS])


def test_the_table_of_ambiguous_names_is_not_empty() -> None:
    assert len(ROWS) >= 18


@NAMES
@pytest.mark.parametrize("question", ["{}", "describe {}", "what is {}", "介绍{}", "{}是什么"])
def test_a_name_of_several_things_is_refused_as_ambiguous(
    name: str, things: frozenset[str], question: str, graph: Graph
) -> None:
    error = graph.refuse(question.format(name))
    assert [one.code for one in error.diagnostics] == ["N002"]


@NAMES
def test_the_mistake_is_marked_at_the_name(name: str, things: frozenset[str], graph: Graph) -> None:
    question = f"describe {name}"
    assert graph.refuse(question).diagnostics[0].span.of(question) == name


@NAMES
@pytest.mark.parametrize("question", ["describe {}", "介绍{}"])
def test_each_choice_typed_as_offered_selects_another_of_the_things(
    name: str, things: frozenset[str], question: str, graph: Graph
) -> None:
    choices = graph.refuse(question.format(name)).diagnostics[0].suggestions
    selected = [graph.read(question.format(choice.text)).form for choice in choices]
    assert {form.names for form in selected if isinstance(form, Describe)} == {(thing,) for thing in things}


@NAMES
def test_each_choice_is_explained_by_a_note(name: str, things: frozenset[str], graph: Graph) -> None:
    assert all(choice.note for choice in graph.refuse(name).diagnostics[0].suggestions)


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("suppliers of CoWoS", "cowos-packaging-service"),
        ("OCS的供应商", "ocs-switch"),
        ("suppliers of OCI", "oracle"),
        ("who develops CoWoS [cowos]", "cowos"),
    ],
)
def test_a_place_that_wants_one_class_settles_the_name(question: str, thing: str, graph: Graph) -> None:
    form = graph.read(question).form
    assert isinstance(form, Select)
    assert f"names=('{thing}',)" in repr(form)
