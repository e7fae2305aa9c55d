"""A closure in; for each inferred triple of the wanted predicates one rule and the premises that give it, out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from kg.infer.budget import Meter
from kg.infer.explain import premises
from kg.infer.inferred import Inferred, Step, Triple
from kg.infer.join import Relations, Table
from kg.infer.relation import EMPTY, MASK, SHIFT, Integers
from kg.infer.rule import Atom, Rule, rules
from kg.infer.solve import solve
from kg.infer.vocabulary import INTERNAL


def prove_all(inferred: Inferred, wanted: Callable[[str], bool] = lambda _: True) -> Iterator[Step]:
    """Yield one step for each inferred triple whose predicate (N-Quads text) is wanted.

    All rows of a rule are looked at together: what ``Inferred.explain`` does for one triple costs as much as this does
    for a rule. A premise was always known in an earlier round, so that proofs do not go round in circles.
    """
    terms, relations = inferred.terms, inferred.closure.relations
    open_ = {
        predicate: relation.rounds > 0
        for predicate, relation in relations.items()
        if predicate not in INTERNAL and wanted(terms.text(predicate))
    }
    meter = Meter(inferred.budget)
    for rule in (*rules(inferred.rules), *inferred.closure.of_lists):
        if not any(head[1] < 0 or head[1] in open_ for head in rule.heads):
            continue
        table = solve(rule, relations, meter)
        if table.size:
            for atom, row in _first(rule, table, relations, open_):
                found = premises(rule, table, row, relations)
                yield Step(_texts(atom, inferred), rule.name, tuple(_texts(premise, inferred) for premise in found))


def _first(
    rule: Rule, table: Table, relations: Relations, open_: dict[int, NDArray[np.bool_]]
) -> Iterator[tuple[Atom, int]]:
    """Yield each triple that is still without a proof and that a rule gives, with the first row that gives it."""
    latest = _latest(rule.body, table, relations)
    for head in rule.heads:
        predicates = [head[1]] if head[1] >= 0 else np.unique(table.columns[head[1]]).tolist()
        for predicate in predicates:
            if predicate not in open_:
                continue
            relation = relations[predicate]
            keys = (table.values(head[0]) << SHIFT) | table.values(head[2])
            at = np.minimum(np.searchsorted(relation.keys, keys), len(relation) - 1)
            good = (relation.keys[at] == keys) & open_[predicate][at] & (latest < relation.rounds[at])
            if head[1] < 0:
                good &= table.columns[head[1]] == predicate
            rows = np.nonzero(good)[0]
            _, first = np.unique(keys[rows], return_index=True)
            chosen = rows[first]
            open_[predicate][at[chosen]] = False
            for row in chosen.tolist():
                yield (int(keys[row] >> SHIFT), predicate, int(keys[row] & MASK)), row


def _latest(body: Iterable[Atom], table: Table, relations: Relations) -> Integers:
    """Return for each row the round in which the last of its premises was found."""
    latest = np.zeros(table.size, dtype=np.int64)
    for subject, predicate, value in body:
        keys = (table.values(subject) << SHIFT) | table.values(value)
        of = table.values(predicate)
        for each in [predicate] if predicate >= 0 else np.unique(of).tolist():
            rows = np.nonzero(of == each)[0]
            latest[rows] = np.maximum(latest[rows], relations.get(each, EMPTY).rounds_of(keys[rows]))
    return latest


def _texts(atom: Atom, inferred: Inferred) -> Triple:
    subject, predicate, value = map(inferred.terms.text, atom)
    return subject, predicate, value
