"""Replies as the specification has them, and as it has not."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.base.errors import StoreError
from kg.base.terms import Blank, Iri, Text
from kg.store.remote.parse_results import parse_boolean, parse_table
from kg.store.remote.send import Reply
from kg.store.store import Table
from tests.store.remote.scripted import JSON, results

URL = "http://127.0.0.1/sparql"


def reply(body: bytes | str, type: str = JSON) -> Reply:
    return Reply(200, {"content-type": type}, body.encode() if isinstance(body, str) else body)


def test_terms_come_back_as_plain_values() -> None:
    cells = [
        ({"type": "uri", "value": "http://e/a"}, Iri("http://e/a")),
        ({"type": "bnode", "value": "b0"}, Blank("b0")),
        ({"type": "literal", "value": "光", "xml:lang": "zh"}, Text("光", "zh")),
        ({"type": "literal", "value": "x"}, "x"),
        ({"type": "typed-literal", "value": "7", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}, 7),
    ]
    for cell, value in cells:
        body = json.dumps({"head": {"vars": ["x", "y"]}, "results": {"bindings": [{"x": cell}]}})
        table = parse_table(URL, reply(body, JSON + "; charset=utf-8"))
        assert table == Table(("x", "y"), ((value, None),))
        assert type(table.rows[0][0]) is type(value)


@pytest.mark.parametrize("value", [True, False])
def test_yes_and_no_come_back(value: bool) -> None:
    assert parse_boolean(URL, reply(json.dumps({"head": {}, "boolean": value}))) is value


def test_a_table_may_stand_for_yes_where_the_server_answers_so() -> None:
    assert parse_boolean(URL, reply(results("found", ("1",))), "found")
    assert not parse_boolean(URL, reply(results("found")), "found")


@pytest.mark.parametrize("type", ["text/html", "", "application/sparql-results+xml", "application/x\x1b[2J"])
def test_a_reply_of_another_type_is_refused(type: str) -> None:
    with pytest.raises(StoreError, match="not application/sparql-results") as caught:
        parse_table(URL, reply(b"<html>\x1b[2J", type))
    assert str(caught.value).isprintable()


BROKEN = [
    "", "null", "[]", "{}", "{", "[" * 100_000, '{"head": {"vars": ["x"]}}', '{"head": {"vars": 7}, "results": {"bindings": []}}',
    '{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "uri"}}]}}',
    '{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "triple", "value": {}}}]}}',
    '{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "odd", "value": ""}}]}}',
    '{"head": {"vars": ["x"]}, "results": {"bindings": [7]}}', '{"head": {}, "boolean": "true"}',
    '{"head": {}, "extra": ' + "[" * 100_000,
]  # fmt: skip


@pytest.mark.parametrize("body", BROKEN, ids=lambda body: body[:40])
def test_what_is_no_result_is_refused(body: str) -> None:
    with pytest.raises(StoreError):
        parse_table(URL, reply(body))
    with pytest.raises(StoreError):
        parse_boolean(URL, reply(body))


WHOLE = results("a b", ("http://e/1", "1"), ("http://e/2", "2"), ("http://e/3", "3"))


@given(st.integers(0, len(WHOLE) - 1))
def test_a_result_that_is_cut_anywhere_is_refused(place: int) -> None:
    with pytest.raises(StoreError):
        parse_table(URL, reply(WHOLE[:place]))


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
def test_a_damaged_result_raises_nothing_but_the_librarys_own(place: int, byte: int) -> None:
    damaged = bytearray(WHOLE)
    damaged[place] = byte
    try:
        parse_table(URL, reply(bytes(damaged)))
    except StoreError as error:
        assert str(error).isprintable()


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["head", "vars", "results", "bindings", "boolean", "type", "value", "x"]), inner
            )
        ),
    )
)
def test_any_json_is_a_result_or_refused(value: object) -> None:
    try:
        parse_table(URL, reply(json.dumps(value)))
    except StoreError as error:
        assert str(error).isprintable()
