"""A pack and a context -> the counts of parts that its statements give, by whole.

A frame counts parts when it is a node frame of two roles, the whole and the part in this order, with
a number qualifier "quantity"; its texts and choices beside the unit are the conditions.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.analysis.part_count import PartCount
from kg.analysis.read_sayings import read_sayings
from kg.analysis.saying import Saying
from kg.analysis.witness import Witness
from kg.base.terms import Iri
from kg.pack.pack import Frame, Pack, Unit
from kg.query.query import Context

QUANTITY = "quantity"

#: Whole, part, quantity, unit, conditions: what is said alike by several statements is one count.
_Key = tuple[Iri, Iri, float | None, str | None, tuple[str, ...]]


def counting_frames(pack: Pack) -> tuple[Frame, ...]:
    """Return the frames that count the parts of a whole."""
    return tuple(
        frame
        for frame in pack.frames.values()
        if frame.form == "node"
        and len(frame.roles) == 2
        and any(one.id == QUANTITY and one.type == "number" for one in frame.qualifiers)
    )


def read_counts(witness: Witness, context: Context) -> Mapping[Iri, tuple[PartCount, ...]]:
    """Return the counts of each whole, by part, then by quantity; raise BudgetError when time is out."""
    frames = {frame.id: frame for frame in counting_frames(witness.pack)}
    found: dict[_Key, list[Saying]] = {}
    for saying in read_sayings(witness, context, frames.values(), qualifiers=True):
        if (key := _key(saying, frames[saying.frame])) is not None:
            found.setdefault(key, []).append(saying)
    of_whole: dict[Iri, list[PartCount]] = {}
    for key in sorted(found, key=_order):
        whole, part, quantity, unit, conditions = key
        count = PartCount(whole, part, quantity, _unit(unit, witness.pack), conditions, tuple(found[key]))
        of_whole.setdefault(whole, []).append(count)
    return {whole: tuple(counts) for whole, counts in of_whole.items()}


def _key(saying: Saying, frame: Frame) -> _Key | None:
    whole, part = (saying.filler(role.id) for role in frame.roles)
    if whole is None or part is None:
        return None
    declared = frame.qualifier(QUANTITY)
    quantity = saying.qualifier(QUANTITY)
    unit = saying.qualifier(declared.unit) if declared.unit else None
    conditions = (saying.qualifier(one.id) for one in frame.qualifiers if one.type in ("text", "choice"))
    return (
        whole,
        part,
        quantity if isinstance(quantity, float) else None,
        unit if isinstance(unit, str) else None,
        tuple(str(condition) for condition in conditions if condition is not None),
    )


def _order(key: _Key) -> tuple[object, ...]:
    whole, part, quantity, unit, conditions = key
    return (whole, part, quantity is None, quantity or 0.0, unit or "", conditions)


def _unit(id: str | None, pack: Pack) -> Unit | None:
    """Return the unit; one that the pack does not declare counts, in a dimension of its own."""
    if id is None:
        return None
    return pack.units.get(id) or Unit(id, {}, id, 1.0)
