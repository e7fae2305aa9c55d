"""Statements and claims in; their short ids, the same on every run, out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from kg.load.facts import ClaimFact, DerivedFact, StatementFact

_DIGITS = 10
_SEPARATOR = "\x1f"


def identify(statements: Iterable[StatementFact], given: Mapping[StatementFact, str]) -> dict[StatementFact, str]:
    """Give each statement its id: ``given`` ones keep theirs, others are named by what they say."""
    ids: dict[StatementFact, str] = {}
    taken = set(given.values())
    for statement in statements:
        ids[statement] = given.get(statement) or _free(statement.frame, statement_key(statement), taken)
    return ids


def identify_derived(derived: Iterable[DerivedFact], ids: Mapping[StatementFact, str]) -> dict[DerivedFact, str]:
    """Give each derived statement its id: by what it says, its rule, and what it stands on."""
    taken = set(ids.values())
    return {fact: _free(fact.statement.frame, _derived_key(fact, ids), taken) for fact in derived}


def claim_id(statement: StatementFact, claim: ClaimFact) -> str:
    """Return the id of a claim: by the statement, the source, the status and the row."""
    return keyed_claim_id(statement_key(statement), claim)


def keyed_claim_id(key: str, claim: ClaimFact) -> str:
    """Return the id of a claim of the statement of that key, for those who have the key at hand."""
    parts = (key, claim.source, claim.status, claim.place.file, str(claim.place.line))
    return f"claim-{_digest(_SEPARATOR.join(parts))[:_DIGITS]}"


def triple_id(statement: StatementFact) -> str:
    """Return the id under which a derived statement records a plain triple as its premise."""
    return f"triple-{_digest(statement_key(statement))[:_DIGITS]}"


def statement_key(statement: StatementFact) -> str:
    """Return all that tells a statement from every other, as one text."""
    pairs = (*statement.roles, *statement.qualifiers)
    parts = [statement.frame, *(f"{name}={value}" for name, value in pairs), statement.valid_from, statement.valid_to]
    return _SEPARATOR.join(parts)


def _derived_key(fact: DerivedFact, ids: Mapping[StatementFact, str]) -> str:
    premises = (ids.get(premise) or triple_id(premise) for premise in fact.premises)
    return _SEPARATOR.join((statement_key(fact.statement), fact.rule, *premises))


def _free(frame: str, key: str, taken: set[str]) -> str:
    """Return the shortest id of a key that is not taken, and take it: two keys may share ten digits."""
    digest = _digest(key)
    digits = _DIGITS
    while (name := f"{frame.lower()}-{digest[:digits]}") in taken:
        digits += 2
    taken.add(name)
    return name


def _digest(text: str) -> str:
    return hashlib.sha1(text.encode("utf-8"), usedforsecurity=False).hexdigest()
