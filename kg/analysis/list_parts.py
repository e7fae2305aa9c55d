"""The parts of a whole, one level or all -> an answer with a row for each count of each part."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kg.analysis.amount import plain
from kg.analysis.explode import Counts
from kg.analysis.headings import column
from kg.analysis.multiply import find_amounts
from kg.analysis.notes import circles, counts_no_parts, no_parts_at_all
from kg.analysis.part_count import PartCount
from kg.analysis.read_counts import counting_frames, read_counts
from kg.analysis.settle import Amount
from kg.analysis.tabulate import Line, tabulate
from kg.analysis.witness import Witness
from kg.answer.answer import Answer, Cell, Coverage, ValueCell
from kg.base.terms import Iri
from kg.query.query import Parts, Query


class _Item(Struct, frozen=True):
    """A count at its level: 1 for what the whole itself contains."""

    level: int
    count: PartCount


def list_parts(step: Parts, query: Query, witness: Witness, answer: Answer) -> Answer:
    """Answer with level, whole, quantity, part, conditions, and how many one whole holds in all.

    Each count stands once, at its shortest way from the whole, below the part that contains it. Several counts of
    one pair are alternatives, each in a row of its own. The last column is empty where the accounts of it differ.
    """
    frames = counting_frames(witness.pack)
    if not frames:
        return replace(answer, notes=(*answer.notes, counts_no_parts()))
    counts = read_counts(witness, query.context)
    whole = witness.pack.iri(step.whole)
    items, circle = _indented(counts, whole, full=step.full)
    amounts: dict[Iri, frozenset[Amount]] = {}
    for part in dict.fromkeys(item.count.part for item in items):
        amounts[part] = find_amounts(counts, whole, (part,), witness)
    lines = [Line(_cells(item, amounts[item.count.part], witness), item.count.sayings) for item in items]
    if circle:
        answer = replace(answer, notes=(*answer.notes, circles([witness.cell(thing).label for thing in circle])))
    if not lines:
        label = witness.cell(whole).label
        answer = replace(answer, coverage=Coverage(1, 0, frames[0].id), notes=(*answer.notes, no_parts_at_all(label)))
    columns = tuple(map(column, ("part", "level", "whole", "quantity", "condition", "amount")))
    return tabulate(columns, lines, witness, answer, query.limit)


def _cells(item: _Item, amounts: frozenset[Amount], witness: Witness) -> tuple[Cell, ...]:
    count = item.count
    quantity = None if count.quantity is None else ValueCell(plain(count.quantity), count.unit_id)
    condition = ValueCell("; ".join(count.conditions)) if count.conditions else None
    return (
        witness.cell(count.part),
        ValueCell(item.level),
        witness.cell(count.whole),
        quantity,
        condition,
        _amount(amounts, count),
    )


def _amount(amounts: frozenset[Amount], count: PartCount) -> Cell:
    if len(amounts) != 1:
        return None
    amount = next(iter(amounts))
    return ValueCell(plain(amount.value / (count.unit.factor if count.unit else 1.0)), count.unit_id)


def _indented(counts: Counts, whole: Iri, *, full: bool) -> tuple[list[_Item], tuple[Iri, ...]]:
    """Return the counts depth first, each whole opened once, where it is nearest to the top; and a circle, if any."""
    level = {whole: 0}
    waiting = [whole]
    for here in waiting:
        for count in counts.get(here, ()):
            if count.part not in level:
                level[count.part] = level[here] + 1
                waiting.append(count.part)
    items: list[_Item] = []
    circle: tuple[Iri, ...] = ()
    opened: set[Iri] = set()
    stack: list[tuple[PartCount, tuple[Iri, ...]]] = [(count, (whole,)) for count in reversed(counts.get(whole, ()))]
    while stack:
        count, above = stack.pop()
        items.append(_Item(len(above), count))
        if count.part in above:
            circle = circle or (*above[above.index(count.part) :], count.part)
        elif full and count.part not in opened and level[count.part] == len(above):
            opened.add(count.part)
            inside = reversed(counts.get(count.part, ()))
            stack += [(inner, (*above, count.part)) for inner in inside]
    return items, circle
