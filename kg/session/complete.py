"""The beginning of a question in; what may follow, names only where they lead to answers, out."""

from __future__ import annotations

import time
from collections.abc import Mapping

from kg.answer.answer import EntityCell
from kg.base.errors import BudgetError
from kg.lexicon.lexicon import Lexicon
from kg.pack.pack import Pack
from kg.query.complete import Completion
from kg.query.complete import complete as follow
from kg.query.definition import Definition
from kg.query.instead import instead
from kg.query.query import Holds, Query, Select
from kg.session.search import Prober


def complete(
    text: str,
    pack: Pack,
    lexicon: Lexicon,
    prober: Prober,
    limit: int,
    seconds: float,
    definitions: tuple[Definition, ...] = (),
) -> tuple[Completion, ...]:
    """Return the completions; past ``seconds`` names are offered without looking whether they lead to answers."""
    deadline = time.monotonic() + seconds
    known: dict[Query, Mapping[str, int] | None] = {}

    def documented(query: Query, name: str) -> Mapping[str, int] | None:
        turned = instead(query, name)
        if turned is None:
            return None
        if turned not in known:
            known[turned] = _found(turned, pack, prober, deadline - time.monotonic())
        return known[turned]

    return follow(text, pack, lexicon, documented=documented, definitions=definitions, limit=limit, seconds=seconds)


def _found(query: Query, pack: Pack, prober: Prober, seconds: float) -> Mapping[str, int] | None:
    """Return the things that a query finds, then the kinds that they are of, by the place of the role that they fill;
    None when time is out."""
    if seconds <= 0:
        return None
    try:
        answer = prober.run(query, seconds)
    except BudgetError:
        return None
    rank = 2 * _place(query, pack)
    found = {row.cells[0].id for row in answer.rows if isinstance(row.cells[0], EntityCell)}
    kinds = {kind for id in found for kind in _kinds(id, pack)}
    return {id: rank if id in found else rank + 1 for id in found | kinds}


def _place(query: Query, pack: Pack) -> int:
    """Return the place of the role that is asked for among the roles of its frame."""
    where = query.form.noun.where if isinstance(query.form, Select) else None
    if not isinstance(where, Holds):
        return 0
    return [role.id for role in pack.frames[where.frame].roles].index(where.role)


def _kinds(id: str, pack: Pack) -> set[str]:
    found: set[str] = set()
    queue = [id]
    while queue:
        thing = pack.things.get(queue.pop())
        new = set(thing.kinds) - found if thing else set()
        found |= new
        queue += new
    return found
