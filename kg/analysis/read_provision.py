"""A pack and a context -> the provision that the admitted statements tell of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kg.analysis.provision import Links, Provision
from kg.analysis.read_sayings import read_sayings
from kg.analysis.saying import Saying
from kg.analysis.witness import Witness
from kg.base.terms import Iri
from kg.pack.pack import Frame, Pack, Qualifier
from kg.query.query import Context

#: The choice of a qualifier (a stage) that says of its statement that it holds no longer.
ENDED = "ended"
_Found = dict[Iri, dict[Iri, list[Saying]]]


def read_provision(witness: Witness, context: Context) -> Provision:
    """Return the provision; raise BudgetError when time is out before the statements are read."""
    pack = witness.pack
    told = {frame.id: _of_frame(witness, context, frame) for frame in providing_frames(pack)}
    supplies = [frame for frame in pack.frames.values() if frame.offers and frame.flow]
    kinds = pack.kind_frame
    return Provision(
        parts=_links(told, pack, lambda frame: frame.composes),
        offers=tuple(_linked(told[f.id], f.offers[1], f.offers[0]) for f in pack.frames.values() if f.offers),
        kinds=_linked(told[kinds.id], kinds.roles[1].id, kinds.roles[0].id) if kinds else {},
        substitutes=_links(told, pack, lambda frame: frame.replaces[::-1] if frame.replaces else None),
        flow=_links(told, pack, lambda frame: frame.flow[::-1] if frame.flow else None),
        received=_links(told, pack, lambda f: (f.flow[1], f.offers[1]) if f.flow and f.offers else None),
        inputs=_merged(_linked(told[f.id], role, f.offers[1]) for f in supplies if f.offers for role in uses(f)),
        words=frozenset(one.iri for one in pack.things.values() if pack.classes[one.cls].kinds_of is not None),
    )


def providing_frames(pack: Pack) -> tuple[Frame, ...]:
    """Return the frames that say what is made of what, from whom it can be had, and of what kind it is."""
    return tuple(
        frame
        for frame in pack.frames.values()
        if frame.flow or frame.offers or frame.composes or frame.replaces or frame == pack.kind_frame
    )


def _of_frame(witness: Witness, context: Context, frame: Frame) -> tuple[Saying, ...]:
    ending = ending_qualifiers(frame)
    sayings = read_sayings(witness, context, (frame,), qualifiers=bool(ending))
    return tuple(one for one in sayings if not any(one.qualifier(each.id) == ENDED for each in ending))


def ending_qualifiers(frame: Frame) -> tuple[Qualifier, ...]:
    """Return the qualifiers that can say that a statement holds no longer."""
    return tuple(one for one in frame.qualifiers if any(choice.id == ENDED for choice in one.choices))


def uses(frame: Frame) -> tuple[str, ...]:
    """Return the roles of what an item goes into: those outside of the flow and the offer."""
    return tuple(role.id for role in frame.roles if role.id not in (*(frame.flow or ()), *(frame.offers or ())))


def _links(told: Mapping[str, Iterable[Saying]], pack: Pack, ends: Callable[[Frame], tuple[str, ...] | None]) -> Links:
    pairs = ((sayings, ends(pack.frames[id])) for id, sayings in told.items())
    return _merged(_linked(sayings, pair[0], pair[1]) for sayings, pair in pairs if pair)


def _linked(sayings: Iterable[Saying], start: str, end: str) -> Links:
    found: _Found = {}
    for saying in sayings:
        one, other = saying.filler(start), saying.filler(end)
        if one is not None and other is not None and one != other:
            found.setdefault(one, {}).setdefault(other, []).append(saying)
    return _settled(found)


def _merged(links: Iterable[Links]) -> Links:
    found: _Found = {}
    for each in links:
        for one, targets in each.items():
            for other, sayings in targets.items():
                found.setdefault(one, {}).setdefault(other, []).extend(sayings)
    return _settled(found)


def _settled(found: _Found) -> Links:
    return {one: {other: tuple(found[one][other]) for other in sorted(found[one])} for one in sorted(found)}
