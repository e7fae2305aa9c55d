"""Lines of cells with the statements behind each -> the rows of an answer."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from kg.analysis.saying import Saying
from kg.analysis.witness import Witness
from kg.answer.answer import Answer, Cell, Column, Row, Statement


class Line(Struct, frozen=True):
    """One row in the making."""

    cells: tuple[Cell, ...]
    sayings: Sequence[Saying] = ()


def tabulate(
    columns: tuple[Column, ...], lines: Sequence[Line], witness: Witness, answer: Answer, limit: int | None = None
) -> Answer:
    """Return the answer with a row for each line, the first ones when there is a limit."""
    kept = lines if limit is None else lines[:limit]
    witness.gather(saying for line in kept for saying in line.sayings)
    rows: list[Row] = []
    statements: dict[str, Statement] = {}
    for line in kept:
        told = witness.ordered(line.sayings)
        statements |= {one.id: one for one in told}
        rows.append(Row(line.cells, tuple(one.id for one in told)))
    if len(kept) < len(lines):
        answer = replace(answer, truncated=f"limit: the first {limit} of {len(lines)} rows")
    return replace(answer, columns=columns, rows=tuple(rows), statements=statements)
