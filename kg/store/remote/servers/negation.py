"""SPARQL text in; the same meaning in a shape whose negations Virtuoso 7.2.5 answers rightly, or a refusal, out.

It loses or invents rows where a group inside of a negation binds nothing of its own, and where VALUES lists a variable
that is bound outside of the negation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.base.diagnostics import diagnostic
from kg.base.errors import StoreError
from kg.store.tokens import tokens

#: Words of a group that bind no variable, and signs that may stand between them.
_BINDS_NOTHING = frozenset({"FILTER", "NOT", "EXISTS", "MINUS", "."})
_NEGATION = frozenset({"EXISTS", "MINUS"})
#: What is subtracted is listed: MINUS { SELECT DISTINCT ?x WHERE { VALUES ?x { ... } } }.
_LISTED = re.compile(
    r"MINUS\s*\{\s*SELECT\s+DISTINCT\s+(\?\w+)\s+WHERE\s*\{\s*VALUES\s+\1\s*\{([^{}\"'#]*)\}\s*\}\s*\}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Group:
    """A pair of braces: where its tokens begin and end, and whether it stands in a negation."""

    begin: int
    end: int
    negated: bool


def negation(sparql: str) -> str:
    """Return a query whose negations are answered rightly. Raise StoreError when none is known.

    >>> negation("SELECT ?x { ?x a <C> MINUS { SELECT DISTINCT ?x WHERE { VALUES ?x { <a> <b> } } } }")
    'SELECT ?x { ?x a <C> FILTER(?x NOT IN (<a>, <b>)) }'
    """
    found = _LISTED.sub(_not_in, sparql)
    read = list(tokens(found))
    texts = [text for _, text, _ in read]
    for group in _groups(texts):
        inside, outside = texts[group.begin : group.end], {*texts[: group.begin], *texts[group.end :]}
        shared = {text for text in inside if text.startswith("?")} & outside
        if shared and group.negated and _binds_nothing(inside):
            raise _refused("a negation that holds nothing but filters")
        if group.negated and shared & set(_listed(inside)):
            raise _refused("VALUES in a negation")
    return found


def _not_in(found: re.Match[str]) -> str:
    listed = [text for _, text, _ in tokens(found[2])]
    return f"FILTER({found[1]} NOT IN ({', '.join(listed)}))" if listed else ""


def _groups(texts: list[str]) -> Iterator[_Group]:
    opened: list[tuple[int, bool]] = []
    for place, text in enumerate(texts):
        if text == "{":
            word = texts[place - 1].upper() if place else ""
            opened.append((place, word in _NEGATION or any(negated for _, negated in opened)))
        elif text == "}" and opened:
            begin, negated = opened.pop()
            yield _Group(begin + 1, place, negated)


def _binds_nothing(inside: list[str]) -> bool:
    """Tell whether a group has filters and negations alone; one that is empty has neither."""
    depth = 0
    before = ""
    for text in inside:
        if not depth and text not in "({" and text.upper() not in _BINDS_NOTHING:
            return False
        if not depth and text == "{" and before not in _NEGATION:
            return False
        depth += (text in "({") - (text in ")}")
        before = text.upper()
    return bool(inside)


def _listed(inside: list[str]) -> Iterator[str]:
    """Yield the variables that VALUES lists."""
    for place, text in enumerate(inside):
        if text.upper() == "VALUES":
            for name in inside[place + 1 :]:
                if name == "{":
                    break
                yield name


def _refused(reason: str) -> StoreError:
    return StoreError(diagnostic("S014", server="Virtuoso", reason=reason))
