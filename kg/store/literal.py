"""The parts of an RDF literal -> a plain Python value; the same from every engine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kg.base.iris import XSD
from kg.base.terms import Term, Text

XSD_STRING = XSD + "string"
_INTEGERS = (
    "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
    "negativeInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte",
)  # fmt: skip
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
_READERS: dict[str, Callable[[str], Term]] = {
    **{XSD + name: int for name in _INTEGERS},
    **{XSD + name: float for name in ("double", "float", "decimal")},
    XSD + "boolean": lambda text: _BOOLEANS[text],
    XSD + "date": date.fromisoformat,
}


def literal(lexical: str, datatype: str, lang: str | None) -> Term:
    """Return the value of a literal; a form that its datatype does not allow stays text.

    >>> literal("20", "http://www.w3.org/2001/XMLSchema#double", None)
    20.0
    """
    if lang:
        return Text(lexical, lang.lower())
    read = _READERS.get(datatype)
    if read is None:
        return lexical
    try:
        return read(lexical)
    except (ValueError, KeyError):
        return lexical
