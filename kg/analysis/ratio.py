"""A whole, a part and the measures that are ratios -> what sources say that the whole has of the part for each of another.

"nine optical modules per GPU": a choice of a measure names the two things (``kg:ratioOf``). Ratios of narrower wholes
are told too, each under its own name: they are accounts under other assumptions.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kg.analysis.read_sayings import read_sayings
from kg.analysis.saying import Saying
from kg.analysis.witness import Witness
from kg.base.terms import Iri
from kg.pack.pack import Choice, Frame, Qualifier
from kg.plan.kinds import Kinds
from kg.query.query import Context, Need


class Ratio(Struct, frozen=True):
    """So many of a part for each ``per`` of a whole; up to ``upper`` where a range is told. ``scope`` in its words."""

    whole: Iri
    part: str
    per: str
    value: float
    upper: float | None
    unit: str | None
    scope: str | None
    saying: Saying


def read_ratios(need: Need, witness: Witness, context: Context) -> tuple[Ratio, ...]:
    """Return the ratios that tell of a need: those of the whole itself first, then by whole and value.

    Raise BudgetError when time is out.
    """
    kinds = Kinds(witness.pack)
    wholes = [witness.pack.iri(name) for name in (need.whole, *sorted({*kinds.below(need.whole)} - {need.whole}))]
    found: list[Ratio] = []
    for frame in witness.pack.frames.values():
        fitting = [(one, choice) for one, choice in _ratios(frame) if _fits(choice, need, kinds)]
        if fitting:
            sayings = read_sayings(witness, context, (frame,), about=wholes, qualifiers=True)
            found += [ratio for one in sayings for ratio in _told(one, frame, fitting)]
    place = {whole: number for number, whole in enumerate(wholes)}
    return tuple(
        sorted(
            (one for one in found if one.whole in place),
            key=lambda one: (place[one.whole], one.value, one.scope or "", one.saying.iri or ""),
        )
    )


def _ratios(frame: Frame) -> Iterator[tuple[Qualifier, Choice]]:
    """Yield the measures of a frame that are ratios, with the qualifier that names them."""
    for qualifier in frame.qualifiers:
        for choice in qualifier.choices:
            if choice.ratio is not None:
                yield qualifier, choice


def _fits(choice: Choice, need: Need, kinds: Kinds) -> bool:
    """Tell whether a ratio is of the part that is needed, or of a kind of it, and for each of what the need counts by."""
    assert choice.ratio is not None
    part, per = choice.ratio
    return part in {need.part, *kinds.below(need.part)} and (
        need.per is None or need.per in {per, *kinds.below(per)} or per in kinds.below(need.per)
    )


def _told(saying: Saying, frame: Frame, fitting: list[tuple[Qualifier, Choice]]) -> Iterator[Ratio]:
    whole = saying.filler(frame.roles[0].id)
    number = next((one for one in frame.qualifiers if one.type == "number"), None)
    value = saying.qualifier(number.id) if number else None
    if whole is None or number is None or not isinstance(value, float):
        return
    upper = saying.qualifier(number.upper) if number.upper else None
    unit = saying.qualifier(number.unit) if number.unit else None
    scope = next((saying.qualifier(one.id) for one in frame.qualifiers if one.type == "text"), None)
    for qualifier, choice in fitting:
        if choice.ratio is not None and saying.qualifier(qualifier.id) == choice.id:
            part, per = choice.ratio
            yield Ratio(
                whole,
                part,
                per,
                value,
                upper if isinstance(upper, float) else None,
                unit if isinstance(unit, str) else None,
                str(scope) if scope is not None else None,
                saying,
            )
