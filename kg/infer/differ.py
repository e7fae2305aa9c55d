"""Two literals as N-Quads text in; whether they are surely two values, out."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from kg.base.iris import RDF, XSD

_LITERAL = re.compile(r'"(?P<text>.*)"(?:@(?P<lang>[A-Za-z0-9-]+)|\^\^<(?P<type>[^>]*)>)?', re.DOTALL)
#: The types whose values are decimal numbers.
_NUMBERS = {
    XSD + name
    for name in (
        *("decimal", "integer", "nonNegativeInteger", "nonPositiveInteger", "positiveInteger", "negativeInteger"),
        *("long", "int", "short", "byte", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
    )
}
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}

#: The space that a value is in, and the value: equal pairs are equal values, unequal ones are not.
_Value = tuple[str, object]


def differ(one: bytes, other: bytes) -> bool:
    """Tell whether two literals are known to be two values; what is not known (dates, measures) is not said to differ."""
    values = _value(one.decode()), _value(other.decode())
    return None not in values and values[0] != values[1]


def _value(literal: str) -> _Value | None:
    found = _LITERAL.fullmatch(literal)
    if found is None:
        return None
    text, lang, type = found["text"], found["lang"], found["type"] or XSD + "string"
    if lang:
        return RDF + "langString", (text, lang.lower())
    if type == XSD + "string":
        return type, text
    if type == XSD + "boolean" and text.strip() in _BOOLEANS:
        return type, _BOOLEANS[text.strip()]
    return _number(text) if type in _NUMBERS else None


def _number(text: str) -> _Value | None:
    try:
        return XSD + "decimal", Decimal(text.strip())
    except InvalidOperation:
        return None
