"""A rule and a graph in; a table of the ways in which its body is true, out."""

from __future__ import annotations

from functools import cache

from kg.infer.budget import Meter
from kg.infer.join import UNIT, Relations, Table, join
from kg.infer.rule import Atom, Rule, is_axiom


def solve(
    rule: Rule,
    relations: Relations,
    meter: Meter,
    new: tuple[int, Relations] | None = None,
    start: Table = UNIT,
) -> Table:
    """Return a row for each way in which the body of a rule is true.

    ``new`` is the place of one atom, and the triples that this atom is to be looked for in, instead of all: what has
    been found since the rule was last run. ``start`` is what is known of the variables before.
    """
    place = new[0] if new else None
    table = start.unequal(rule.unequal)
    for index in order(rule, place, tuple(start.columns)):
        table = join(table, rule.body[index], new[1] if new and index == place else relations, meter)
        table = table.unequal(rule.unequal)
        if not table.size:
            return table
    return table


@cache
def order(rule: Rule, place: int | None, known: tuple[int, ...]) -> tuple[int, ...]:
    """Return the order in which the atoms of a rule are joined: axioms, then what is new, then what is best bound."""
    axioms = [index for index, atom in enumerate(rule.body) if is_axiom(atom)]
    if place is not None:
        axioms = [place, *(index for index in axioms if index != place)] if place in axioms else [*axioms, place]
    chosen: list[int] = []
    bound = set(known)
    left = [index for index in range(len(rule.body)) if index not in axioms]
    while axioms or left:
        of = axioms or left
        best = (
            of[0]
            if of is axioms and not chosen
            else max(of, key=lambda index: (_bound(rule.body[index], bound), -index))
        )
        of.remove(best)
        chosen.append(best)
        bound.update(rule.body[best])
    return tuple(chosen)


def _bound(atom: Atom, bound: set[int]) -> int:
    return sum(term >= 0 or term in bound for term in atom)
