"""A parameter stands for one name, number or date; it never changes what the question around it says."""

from __future__ import annotations

import pytest

from kg.base.errors import QuestionError
from kg.query.parameter import Parameter
from kg.query.query import Query
from kg.query.read_parameters import parameters_of, read_parameters, with_values
from kg.query.understand import understand
from tests.language.graphs import Graph


def meant(graph: Graph, question: str, **values: str | Parameter) -> Query:
    given = read_parameters(question, values, graph.pack, graph.lexicon)
    return understand(question, graph.pack, graph.lexicon, given=given).query


def refused(graph: Graph, question: str, **values: str | Parameter) -> QuestionError:
    with pytest.raises(QuestionError) as error:
        meant(graph, question, **values)
    return error.value


@pytest.mark.parametrize(
    ("question", "values", "plain"),
    [
        ("who supplies $item to $customer", {"item": "HBM", "customer": "NVIDIA"}, "who supplies HBM to NVIDIA"),
        ("谁给$customer供应$item", {"item": "HBM", "customer": "英伟达"}, "who supplies HBM to NVIDIA"),
        ("谁给$customer供应HBM", {"customer": "nvidia"}, "谁给英伟达供应HBM"),
        ("models with more than $n parameters", {"n": "三亿"}, "models with more than 300000000 parameters"),
        ("systems with power over $limit", {"limit": "50 kW"}, "systems with power over 50 kW"),
        ("who supplies HBM to NVIDIA as of $day", {"day": "2024年3月"}, "who supplies HBM to NVIDIA as of 2024-03"),
        ("top $n components by number of suppliers", {"n": "5"}, "top 5 components by number of suppliers"),
        ("who supplies HBM to $who", {"who": "cloud providers"}, "who supplies HBM to cloud providers"),
        ("what is the power of $x", {"x": "GB200 [gb200-nvl72]"}, "what is the power of GB200 NVL72"),
    ],
)
def test_a_value_means_what_it_means_in_its_place(
    graph: Graph, question: str, values: dict[str, str], plain: str
) -> None:
    assert meant(graph, question, **values) == graph.read(plain)


@pytest.mark.parametrize("value", ["NVIDIA or AMD", "NVIDIA, only facts", "companies that make GPUs", "", "$customer"])
def test_a_value_that_would_change_the_question_is_refused(graph: Graph, value: str) -> None:
    assert refused(graph, "who supplies HBM to $customer", customer=value).diagnostics[0].code == "N004"


def test_the_mistake_stands_at_the_place_of_the_parameter(graph: Graph) -> None:
    error = refused(graph, "who supplies HBM to $customer", customer="nvidea")
    assert error.diagnostics[0].span.of(error.question) == "$customer"


def test_the_nearest_names_are_offered_for_a_value(graph: Graph) -> None:
    error = refused(graph, "who supplies HBM to $customer", customer="nvidea")
    assert error.diagnostics[0].suggestions[0].text == "NVIDIA"


def test_a_name_of_another_class_is_refused(graph: Graph) -> None:
    error = refused(graph, "who supplies $item", item=Parameter("NVIDIA", "name", "Component"))
    assert error.diagnostics[0].code == "M001"


def test_a_number_is_no_name(graph: Graph) -> None:
    assert refused(graph, "describe $x", x=Parameter("42", "name")).diagnostics[0].code == "N004"


def test_a_parameter_without_a_value_is_asked_for(graph: Graph) -> None:
    assert [one.code for one in refused(graph, "who supplies $item to $customer").diagnostics] == ["Q006", "Q006"]


def test_a_value_without_a_parameter_is_refused(graph: Graph) -> None:
    assert refused(graph, "who supplies HBM", item="HBM").diagnostics[0].code == "Q007"


def test_a_ticker_is_no_parameter(graph: Graph) -> None:
    assert graph.read("who supplies HBM to $NVDA") == graph.read("who supplies HBM to NVIDIA")


def test_chinese_words_end_the_name_of_a_parameter() -> None:
    assert parameters_of("谁给$customer供应$item") == ("customer", "item")


def test_a_question_is_shown_with_its_values() -> None:
    assert with_values("who supplies $item to $customer", {"item": "HBM"}) == "who supplies HBM to $customer"
