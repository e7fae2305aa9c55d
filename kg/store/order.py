"""A SELECT in; what it orders its rows by, token by token, out."""

from __future__ import annotations

from kg.store.tokens import tokens

_AFTER = frozenset({"LIMIT", "OFFSET", "VALUES"})


def order(select: str) -> list[str]:
    """Return the tokens of the outermost ORDER BY; none when the rows have no order.

    >>> order("SELECT ?a { ?a ?b ?c } ORDER BY DESC(?a) ?b LIMIT 3")
    ['DESC', '(', '?a', ')', '?b']
    """
    depth = 0
    found: list[str] | None = None
    for kind, text, _ in tokens(select):
        word = text.upper() if kind == "word" and not depth else ""
        depth += (text in "{(") - (text in "})") if kind == "sign" else 0
        if word == "ORDER":
            found = []
        elif found is not None and word in _AFTER:
            break
        elif found is not None and word != "BY":
            found.append(text)
    return found or []
