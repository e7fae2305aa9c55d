"""An answer in; the statements of the things around it, step by step, out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kg.answer.answer import Answer, EntityCell, Statement
from kg.pack.pack import Pack

#: A page with more statements than that around its answer would be slow to open and hard to read.
MOST_STATEMENTS = 4000


def around(answer: Answer, pack: Pack, about: Callable[[tuple[str, ...]], Answer], steps: int) -> dict[str, Statement]:
    """Return the statements within so many steps of the answer's things that the answer itself does not hold.

    ``about`` describes things by their ids. Plain triples (a country, a kind) lead nowhere: through them everything
    is near to everything. Steps end where the next would make more than ``MOST_STATEMENTS``.
    """
    known = dict(answer.statements)
    edge = dict.fromkeys((*_rows_things(answer), *_things(known.values())))
    found: dict[str, Statement] = {}
    seen: set[str] = set()
    for _ in range(steps):
        asked = tuple(id for id in edge if id in pack.things and id not in seen)
        if not asked:
            break
        seen.update(asked)
        new = _leading(about(asked).statements, known | found, pack)
        if len(found) + len(new) > MOST_STATEMENTS:
            break
        found |= new
        edge = dict.fromkeys(_things(new.values()))
    return found


def _leading(statements: Mapping[str, Statement], known: Mapping[str, Statement], pack: Pack) -> dict[str, Statement]:
    return {
        key: one
        for key, one in statements.items()
        if key not in known
        and one.frame in pack.frames
        and pack.frames[one.frame].form == "node"
        and len(one.roles) > 1
    }


def _rows_things(answer: Answer) -> Iterable[str]:
    return (cell.id for row in answer.rows for cell in row.cells if isinstance(cell, EntityCell))


def _things(statements: Iterable[Statement]) -> Iterable[str]:
    return (cell.id for one in statements for cell in one.roles.values())
