from datetime import date

import pytest

from kg.base.iris import XSD
from kg.base.terms import Term, Text
from kg.store.literal import literal


@pytest.mark.parametrize(
    ("lexical", "datatype", "value"),
    [
        ("a", "string", "a"),
        ("7", "integer", 7),
        ("7", "nonNegativeInteger", 7),
        ("7.5", "decimal", 7.5),
        ("1e3", "double", 1000.0),
        ("true", "boolean", True),
        ("0", "boolean", False),
        ("2024-02-29", "date", date(2024, 2, 29)),
        ("2024", "gYear", "2024"),
        ("2024-01-01T00:00:00Z", "dateTime", "2024-01-01T00:00:00Z"),
    ],
)
def test_a_literal_is_the_value_of_its_datatype(lexical: str, datatype: str, value: Term) -> None:
    found = literal(lexical, XSD + datatype, None)
    assert (type(found), found) == (type(value), value)


@pytest.mark.parametrize(("lexical", "datatype"), [("x", "integer"), ("2024-02-30", "date"), ("yes", "boolean")])
def test_a_form_that_the_datatype_does_not_allow_stays_text(lexical: str, datatype: str) -> None:
    assert literal(lexical, XSD + datatype, None) == lexical


def test_a_language_tag_is_kept_in_lower_case() -> None:
    assert literal("光", XSD + "string", "zh-CN") == Text("光", "zh-cn")
