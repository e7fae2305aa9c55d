"""A term in; the term as N-Quads text, the same for equal terms, out."""

from __future__ import annotations

from kg.base.iris import XSD
from kg.store.parse import Literal, Term

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_STRING = XSD + "string"


def write_term(value: Term) -> str:
    """Return an IRI or a literal as N-Quads text."""
    if not isinstance(value, Literal):
        return f"<{value}>"
    if value.lang:
        return f"{quoted(value.value)}@{value.lang}"
    return quoted(value.value) if value.datatype == _STRING else f"{quoted(value.value)}^^<{value.datatype}>"


def quoted(text: str) -> str:
    """Return a text between quotation marks."""
    return f'"{text.translate(_ESCAPES)}"'
