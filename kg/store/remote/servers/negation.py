"""SPARQL text in; the same meaning in a shape whose negations Virtuoso 7.2.5 answers rightly, or a refusal, out.

It loses or invents rows where a group inside of a negation binds nothing of its own, where VALUES lists a variable
that is bound outside of the negation, and where an arm of a UNION inside of one has VALUES that nothing is joined with.
"""

from __future__ import annotations

import re
from collections import Counter
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
    """A pair of braces: where its tokens begin and end, whether it stands in a negation, and whether in a UNION too."""

    begin: int
    end: int
    negated: bool
    united: bool


def negation(sparql: str) -> str:
    """Return a query whose negations are answered rightly. Raise StoreError when none is known.

    >>> negation("SELECT ?x { ?x a <C> MINUS { SELECT DISTINCT ?x WHERE { VALUES ?x { <a> <b> } } } }")
    'SELECT ?x { ?x a <C> FILTER(?x NOT IN (<a>, <b>)) }'
    """
    words = {place for kind, _, place in tokens(sparql) if kind == "word"}
    found = _LISTED.sub(lambda match: _not_in(match) if match.start() in words else match[0], sparql)
    found = _without_idle(found)
    texts = [text for _, text, _ in tokens(found)]
    for group in _groups(texts):
        inside, outside = texts[group.begin : group.end], {*texts[: group.begin], *texts[group.end :]}
        shared = {text for text in inside if text.startswith("?")} & outside
        if shared and group.negated and _binds_nothing(inside):
            raise _refused("a negation that holds nothing but filters")
        if group.negated and shared & set(_listed(inside)):
            raise _refused("VALUES in a negation")
        if group.united and any(texts.count(name) == 1 for name in _listed(inside)):
            raise _refused("VALUES that nothing is joined with, in a UNION in a negation")
    return found


def _without_idle(sparql: str) -> str:
    """Return a query without the VALUES that give one value to a variable that nothing else speaks of."""
    read = list(tokens(sparql))
    used = Counter(text for kind, text, _ in read if kind == "name")
    parts: list[str] = []
    done = 0
    for five in zip(*(read[start:] for start in range(5)), strict=False):
        shape = [text.upper() if kind in ("word", "sign") else kind for kind, text, _ in five]
        if shape == ["VALUES", "name", "{", "iri", "}"] and used[five[1][1]] == 1:
            parts.append(sparql[done : five[0][2]])
            done = five[-1][2] + 1
    return "".join([*parts, sparql[done:]])


def _not_in(found: re.Match[str]) -> str:
    listed = [text for _, text, _ in tokens(found[2])]
    return f"FILTER({found[1]} NOT IN ({', '.join(listed)}))" if listed else ""


def _groups(texts: list[str]) -> Iterator[_Group]:
    opened: list[_Group] = []
    ends = _ends(texts)
    for place, end in sorted(ends.items()):
        while opened and opened[-1].end < place:
            opened.pop()
        outer = opened[-1] if opened else _Group(0, len(texts), negated=False, united=False)
        before = texts[place - 1].upper() if place else ""
        arm = "UNION" in (before, *(text.upper() for text in texts[end + 1 : end + 2]))
        negated = outer.negated or before in _NEGATION
        group = _Group(place + 1, end, negated, outer.united or (negated and arm))
        opened.append(group)
        yield group


def _ends(texts: list[str]) -> dict[int, int]:
    """Return for the place of each opening brace that of its closing one."""
    opened: list[int] = []
    ends: dict[int, int] = {}
    for place, text in enumerate(texts):
        if text == "{":
            opened.append(place)
        elif text == "}" and opened:
            ends[opened.pop()] = place
    return ends


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
