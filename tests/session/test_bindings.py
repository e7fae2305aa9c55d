"""Bindings are written as the W3C's results formats want them."""

from __future__ import annotations

import json
from datetime import date

import pytest

from kg.base.terms import Blank, Iri, Term, Text
from kg.session.bindings import to_json, to_tsv
from kg.store.store import Table

TERMS: list[tuple[Term, str, dict[str, str] | None]] = [
    (Iri("http://e/a"), "<http://e/a>", {"type": "uri", "value": "http://e/a"}),
    (Blank("b0"), "_:b0", {"type": "bnode", "value": "b0"}),
    (Text("光", "zh"), '"光"@zh', {"type": "literal", "value": "光", "xml:lang": "zh"}),
    ('a "b"\n', '"a \\"b\\"\\n"', {"type": "literal", "value": 'a "b"\n'}),
    (7, "7", {"type": "literal", "value": "7", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}),
    (True, "true", {"type": "literal", "value": "true", "datatype": "http://www.w3.org/2001/XMLSchema#boolean"}),
    (1.5, "1.5", {"type": "literal", "value": "1.5", "datatype": "http://www.w3.org/2001/XMLSchema#double"}),
    (
        date(2025, 3, 1),
        '"2025-03-01"^^<http://www.w3.org/2001/XMLSchema#date>',
        {"type": "literal", "value": "2025-03-01", "datatype": "http://www.w3.org/2001/XMLSchema#date"},
    ),
    (None, "", None),
]


@pytest.mark.parametrize(("term", "written", "_"), TERMS)
def test_a_term_is_written_as_tsv(term: Term, written: str, _: object) -> None:
    assert to_tsv(Table(("a",), ((term,),))) == f"?a\n{written}\n"


@pytest.mark.parametrize(("term", "_", "object"), TERMS)
def test_a_term_is_written_as_json(term: Term, _: str, object: dict[str, str] | None) -> None:
    bindings = json.loads(to_json(Table(("a",), ((term,),))))["results"]["bindings"]
    assert bindings == [{} if object is None else {"a": object}]


def test_columns_are_named_once() -> None:
    assert json.loads(to_json(Table(("a", "b"), ())))["head"]["vars"] == ["a", "b"]
