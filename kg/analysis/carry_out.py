"""A step of analysis, the things that it does without, and a witness -> what the step yields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from kg.analysis.find_vital import find_vital
from kg.analysis.read_counts import counting_frames
from kg.analysis.read_provision import read_provision
from kg.analysis.read_sayings import read_sayings
from kg.analysis.saying import Saying
from kg.analysis.witness import Witness
from kg.analysis.yielded import Lazily, Yielded
from kg.base.terms import Iri
from kg.query.query import Context, Lost, Parts, Step, Upstream, Vital


def carry_out(step: Step, gone: Iterable[Iri], context: Context, witness: Witness) -> Yielded:
    """Return the things that a step yields; raise BudgetError when not even the statements could be read.

    ``gone`` are the things that a Lost does without; they are not among what it yields.
    """
    match step:
        case Upstream():
            from kg.analysis.follow import follow

            followed = follow(step, context, witness)
            return Yielded(Lazily(followed.keys(), lambda thing: followed[thing].sayings))
        case Parts():
            return _parts(step, context, witness)
        case Lost(substitutes=substitutes):
            from kg.analysis.do_without import do_without

            without = {*gone}
            loss = do_without(without, context, witness, substitutes=substitutes)
            return Yielded({thing: loss.chain(thing) for thing in loss.by if thing not in without})
        case Vital(whole, substitutes):
            provision = read_provision(witness, context)
            start = witness.pack.iri(whole)
            vital, cut = find_vital(provision, start, substitutes=substitutes, out_of_time=lambda: witness.left <= 0)
            return Yielded({thing: loss.chain(start) for thing, loss in vital.items()}, cut=cut)
        case _:
            assert_never(step)


def _parts(step: Parts, context: Context, witness: Witness) -> Yielded:
    """Return the parts of a whole with the statements that lead to each, those with fewest steps first."""
    inside: dict[Iri, dict[Iri, list[Saying]]] = {}
    frames = {frame.id: frame for frame in counting_frames(witness.pack)}
    for saying in read_sayings(witness, context, frames.values()):
        whole, part = (saying.filler(role.id) for role in frames[saying.frame].roles)
        if whole is not None and part is not None:
            inside.setdefault(whole, {}).setdefault(part, []).append(saying)
    start = witness.pack.iri(step.whole)
    found: dict[Iri, tuple[Saying, ...]] = {start: ()}
    waiting = [start]
    for here in waiting:
        for part, sayings in inside.get(here, {}).items():
            if part not in found:
                found[part] = (*found[here], *sayings)
                if step.full:
                    waiting.append(part)
    return Yielded({part: sayings for part, sayings in found.items() if part != start})
