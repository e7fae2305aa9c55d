"""A query that names a thing in, the query that asks for what could stand in its place, out."""

from __future__ import annotations

from msgspec.structs import replace

from kg.query.query import And, Condition, Count, Exists, Fill, Holds, Noun, Query, Select, Some


def instead(query: Query, name: str) -> Query | None:
    """Return the query that lists what may stand where a name stands; None when it stands too deep to be asked for.

    "who supplies HBM to NVIDIA", "nvidia" -> "who buys HBM".
    """
    match query.form:
        case Select(noun) | Count(noun) | Exists(noun):
            turned = _turned(noun, name)
            return None if turned is None else replace(query, form=Select(turned), limit=None)
        case _:
            return None


def _turned(noun: Noun, name: str) -> Noun | None:
    if name in noun.names:
        return None if noun.where is None else Noun(where=noun.where)
    plain = replace(noun, where=None)
    for holds in _statements(noun.where):
        for fill in holds.fills:
            if name in fill.noun.names and fill.noun.where is None and fill.quantifier == Some():
                others = tuple(other for other in holds.fills if other is not fill)
                subject = (Fill(holds.role, plain),) if plain != Noun() else ()
                return Noun(where=replace(holds, role=fill.role, fills=(*others, *subject)))
    return None


def _statements(condition: Condition | None) -> tuple[Holds, ...]:
    match condition:
        case Holds():
            return (condition,)
        case And(parts):
            return tuple(part for part in parts if isinstance(part, Holds))
        case _:
            return ()
