"""SPARQL text that someone wrote in; its prologue and its SELECT out, or a refusal of what does more than read.

This is no parser: it tells words from what stands in strings, IRIs and comments, as SPARQL 1.1 does, and lets
nothing pass that writes, that names data from elsewhere, or that is nested beyond what engines survive.
"""

from __future__ import annotations

import re

from msgspec import Struct

from kg.base.diagnostics import diagnostic
from kg.base.errors import StoreError
from kg.store.tokens import tokens

_LONGEST = 4_000_000
#: More signs or brackets within each other than this are no question, and engines that nest calls die of them.
_DEEPEST = 100
#: Words that make data come from elsewhere.
_ELSEWHERE = frozenset({"SERVICE", "FROM"})
#: Words of SPARQL Update; no SELECT has them where words stand.
_WRITING = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD"})

_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class Reading(Struct, frozen=True):
    """A query that only reads: the declarations at its beginning, and the rest."""

    prologue: str
    body: str
    #: Whether it names what is not in the store (SERVICE, FROM); only where that was allowed.
    federated: bool


def read_only(sparql: str, form: str = "SELECT", *, federated: bool = False) -> Reading:
    """Return a query of the form, taken apart; raise StoreError when it is none or does more than read.

    >>> read_only("PREFIX e: <http://e/> SELECT ?x { ?x e:service 'DROP' }").body
    "SELECT ?x { ?x e:service 'DROP' }"
    """
    if len(sparql) > _LONGEST:
        raise _refused(f"it is longer than {_LONGEST:,} characters")
    reading = _read(sparql, form, federated)
    plain = _CODE_POINT.sub(_character, sparql)
    if plain != sparql:  # code points may be written as \u0053 anywhere, and are read before anything else
        _read(plain, form, federated)
    return reading


def _read(sparql: str, form: str, federated: bool) -> Reading:
    begin = None
    declared = ""
    elsewhere = False
    depth = signs = 0
    for kind, text, place in tokens(sparql):
        depth += (text in "{([") - (text in "})]")
        signs = signs + 1 if text in "!+-" else 0
        if max(depth, signs) > _DEEPEST:
            raise _refused(f"it is nested more than {_DEEPEST} deep")
        if kind != "word":
            if begin is None and not declared:
                raise _refused(f"it is no {form}")
            continue
        word = text.upper()
        if begin is None:
            if word in ("PREFIX", "BASE"):
                declared = word
            elif word == form:
                begin = place
            else:
                raise _refused(f"it is no {form}")
        elif word in _WRITING:
            raise _refused(f"{word} writes")
        elif word in _ELSEWHERE:
            elsewhere = True
            if not federated:
                raise _refused(f"{word} names data from elsewhere")
    if begin is None:
        raise _refused(f"it is no {form}")
    return Reading(sparql[:begin], sparql[begin:], elsewhere)


def _character(escape: re.Match[str]) -> str:
    number = int(escape[1] or escape[2], 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


def _refused(reason: str) -> StoreError:
    return StoreError(diagnostic("S013", reason=reason))
