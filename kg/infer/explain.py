"""A triple of a closure in; the rule that it follows from and the premises, looked for backwards, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from kg.infer.budget import Meter
from kg.infer.join import Relations, Table
from kg.infer.relation import EMPTY, MASK, SHIFT, Relation
from kg.infer.rule import Atom, Rule, rules
from kg.infer.saturate import Closure
from kg.infer.solve import solve
from kg.infer.vocabulary import FIRST, HAS, REST, SAME_AS, SAME_VALUE


def explain(closure: Closure, triple: Atom, names: frozenset[str], meter: Meter) -> tuple[str, tuple[Atom, ...]] | None:
    """Return the first rule that gives a triple from what was known before it, and its premises.

    A stated triple has the empty rule and no premises; one that the closure does not have, None.
    """
    subject, predicate, value = triple
    relation, key = closure.relations.get(predicate, EMPTY), np.array([(subject << SHIFT) | value])
    if not relation.holds(key).all():
        return None
    found_in = int(relation.rounds_of(key)[0])
    if found_in == 0:
        return "", ()
    earlier = {each: known.before(found_in) for each, known in closure.relations.items()}
    asked = (subject, SAME_AS if predicate == SAME_VALUE else predicate, value)
    for rule, start in _candidates((*rules(names), *closure.of_lists), asked):
        table = solve(rule, earlier, meter, start=start)
        if table.size:
            return rule.name, premises(rule, table, 0, earlier)
    raise AssertionError("an inferred triple follows from no rule")


def premises(rule: Rule, table: Table, row: int, relations: Relations) -> tuple[Atom, ...]:
    """Return the triples that the body of a rule stands for in one row; a member of a list by the list's own triples."""
    atoms: list[Atom] = []
    for atom in (*rule.body, *rule.given):
        subject, predicate, value = (term if term >= 0 else int(table.columns[term][row]) for term in atom)
        atoms += _list_triples(subject, value, relations) if predicate == HAS else [(subject, predicate, value)]
    return tuple(dict.fromkeys(atoms))


def _candidates(known: Iterable[Rule], triple: Atom) -> Iterator[tuple[Rule, Table]]:
    """Yield each rule with a head that can be the triple, and what that makes of its variables."""
    for rule in known:
        for head in rule.heads:
            values: dict[int, int] = {}
            if all(
                term == found if term >= 0 else values.setdefault(term, found) == found
                for term, found in zip(head, triple, strict=True)
            ):
                yield rule, Table(1, {variable: np.array([value]) for variable, value in values.items()})


def _list_triples(head: int, member: int, relations: Relations) -> Iterator[Atom]:
    """Yield the triples that lead from a list to one of its members."""
    while True:
        firsts, rests = _values(relations, FIRST, head), _values(relations, REST, head)
        if member in firsts:
            yield head, FIRST, member
            return
        yield head, REST, rests[0]
        head = rests[0]


def _values(relations: Relations, predicate: int, subject: int) -> list[int]:
    relation: Relation = relations.get(predicate, EMPTY)
    low, high = np.searchsorted(relation.keys, [subject << SHIFT, (subject + 1) << SHIFT])
    found: list[int] = (relation.keys[low:high] & MASK).tolist()
    return found
