"""Tokens in, the kinds of them out: what a turn of phrase is known by."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language.token import Token


def kinds_of(tokens: Sequence[Token]) -> list[str]:
    """Return the kind of each token."""
    return [token.kind for token in tokens]
