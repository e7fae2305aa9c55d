"""Chains of counts -> the rows of an answer: things, quantities, conditions and the amount of each chain."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from kg.analysis.amount import amount_of, plain
from kg.analysis.headings import amount_column, condition_column, label_of
from kg.analysis.part_count import PartCount
from kg.analysis.ratio import Ratio
from kg.analysis.read_counts import QUANTITY
from kg.analysis.witness import Witness
from kg.answer.answer import Answer, Cell, Column, Row, Statement, ValueCell
from kg.pack.pack import Frame

Chain = tuple[PartCount, ...]


class ByRatio(Struct, frozen=True):
    """A ratio for a row; ``times`` is how many of what it is counted by are meant, None when that is not known."""

    ratio: Ratio
    times: float | None
    further: Sequence[PartCount] = ()


class Needed(Struct, frozen=True):
    """Chains for rows. ``factor`` wholes are meant, None when that is not known; each row rests on ``further`` too."""

    chains: Sequence[Chain]
    factor: float | None
    further: Sequence[PartCount] = ()
    ratios: Sequence[ByRatio] = ()


def lay_out_parts(needed: Needed, frame: Frame, witness: Witness, answer: Answer) -> Answer:
    """Return the answer with one row for each chain, and one for each ratio.

    The columns are the whole, then quantity and part of each step, the conditions where there are any,
    and the amount. Rows of shorter chains have empty cells before the last columns.
    """
    chains = needed.chains
    steps = max(map(len, chains), default=1)
    conditional = any(count.conditions for chain in chains for count in chain)
    conditional = conditional or any(one.ratio.scope for one in needed.ratios)
    rows: list[Row] = []
    statements: dict[str, Statement] = {}
    for chain in chains:
        told = witness.ordered(saying for count in (*chain, *needed.further) for saying in count.sayings)
        statements |= {one.id: one for one in told}
        cells = [*_things(chain, steps, witness), *(_conditions(chain) if conditional else ())]
        rows.append(Row((*cells, _amount(chain, needed.factor)), tuple(one.id for one in told)))
    for one in needed.ratios:
        told = witness.ordered([one.ratio.saying, *(saying for count in one.further for saying in count.sayings)])
        statements |= {each.id: each for each in told}
        rows.append(Row(_ratio(one, steps, conditional, witness), tuple(each.id for each in told)))
    return replace(answer, columns=_columns(frame, steps, conditional), rows=tuple(rows), statements=statements)


def _columns(frame: Frame, steps: int, conditional: bool) -> tuple[Column, ...]:
    whole, part = frame.roles
    quantity = frame.qualifier(QUANTITY)
    columns = [Column(label_of(whole.names, whole.id), "step-0")]
    for step in range(1, steps + 1):
        columns.append(Column(label_of(quantity.names, quantity.id), f"quantity-{step}"))
        columns.append(Column(label_of(part.names, part.id), f"step-{step}"))
    if conditional:
        condition = next((one for one in frame.qualifiers if one.type in ("text", "choice")), None)
        own = Column(label_of(condition.names, condition.id), condition.id) if condition else condition_column()
        columns.append(own)
    return (*columns, amount_column())


def _things(chain: Chain, steps: int, witness: Witness) -> list[Cell]:
    cells: list[Cell] = [witness.cell(chain[0].whole)]
    for count in chain:
        cells.append(None if count.quantity is None else ValueCell(plain(count.quantity), count.unit_id))
        cells.append(witness.cell(count.part))
    return [*cells, *(None,) * (2 * (steps - len(chain)))]


def _ratio(one: ByRatio, steps: int, conditional: bool, witness: Witness) -> tuple[Cell, ...]:
    ratio = one.ratio
    counted = ValueCell(plain(ratio.value), ratio.unit, None if ratio.upper is None else plain(ratio.upper))
    cells: list[Cell] = [witness.cell(ratio.whole), counted, witness.cell(witness.pack.iri(ratio.part))]
    cells += (None,) * (2 * (steps - 1))
    if conditional:
        cells.append(ValueCell(ratio.scope) if ratio.scope else None)
    amount = None
    if one.times is not None:
        upper = None if ratio.upper is None else plain(ratio.upper * one.times)
        amount = ValueCell(plain(ratio.value * one.times), None, upper)
    return (*cells, amount)


def _conditions(chain: Chain) -> tuple[Cell]:
    said = dict.fromkeys(condition for count in chain for condition in count.conditions)
    return (ValueCell("; ".join(said)) if said else None,)


def _amount(chain: Chain, factor: float | None) -> Cell:
    amount = amount_of(chain)
    if amount is None or factor is None:
        return None
    return ValueCell(plain(amount * factor), chain[-1].unit_id)
