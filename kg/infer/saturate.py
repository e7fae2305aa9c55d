"""The relations of a graph and rules in; the relations with everything that follows, out (semi-naive, round by round)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from msgspec import Struct, field

from kg.infer.budget import Meter
from kg.infer.join import Relations, Table
from kg.infer.list_rules import WATCHED, list_rules, read_lists
from kg.infer.relation import EMPTY, MASK, SHIFT, Integers, Relation, fresh, missing
from kg.infer.rule import Atom, Rule, rules
from kg.infer.solve import solve
from kg.infer.terms import Terms
from kg.infer.vocabulary import HAS, INTERNAL, SAME_AS, SAME_VALUE, TYPE


class Closure(Struct, frozen=True):
    """Relations that no rule adds to any more; how many rounds it took; and the rules that its lists gave."""

    relations: Mapping[int, Relation]
    rounds: int
    of_lists: tuple[Rule, ...]

    @property
    def size(self) -> int:
        """How many triples there are, stated and inferred."""
        return sum(len(relation) for predicate, relation in self.relations.items() if predicate not in INTERNAL)


NOTHING = Closure({}, 0, ())


def saturate(before: Closure, stated: Relations, names: frozenset[str], terms: Terms, meter: Meter) -> Closure:
    """Add stated triples to a closure, and what follows by the named rules.

    What a round finds follows from what earlier rounds have found, so that no proof goes round in a circle.
    """
    agenda = Agenda((*rules(names), *before.of_lists))
    run = _Run(dict(before.relations), before.rounds, terms, meter, agenda, names, dict.fromkeys(before.of_lists))
    new = run.state(stated)
    if not before.relations:
        new = run.first_round(new)
    while new:
        new = run.round(new)
    return Closure(run.relations, run.rounds, tuple(run.of_lists))


class Agenda:
    """Which rules to run, by what is new: a rule waits at each atom of its body."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules: list[Rule] = []
        self.at: dict[tuple[int | None, int | None], list[tuple[Rule, int]]] = {}
        for rule in rules:
            self.add(rule)

    def add(self, rule: Rule) -> None:
        """Let a rule wait; one without heads is not run here."""
        if rule.heads:
            self.rules.append(rule)
            for place, (_, predicate, value) in enumerate(rule.body):
                key = (None if predicate < 0 else predicate, None if value < 0 or predicate != TYPE else value)
                self.at.setdefault(key, []).append((rule, place))

    def due(self, new: Relations) -> Iterator[tuple[Rule, int]]:
        """Yield the rules that something new may make true, and the place of the atom that asks for it."""
        yield from self.at.get((None, None), ())
        for predicate in new:
            yield from self.at.get((predicate, None), ())
        if TYPE in new:
            for value in np.unique(new[TYPE].objects).tolist():
                yield from self.at.get((TYPE, value), ())


class _Run(Struct):
    relations: dict[int, Relation]
    rounds: int
    terms: Terms
    meter: Meter
    agenda: Agenda
    names: frozenset[str]
    of_lists: dict[Rule, None]
    found: dict[int, list[Integers]] = field(default_factory=dict)

    def state(self, stated: Relations) -> dict[int, Relation]:
        """Add stated triples; return those that were not known, not even as inferred."""
        new = {}
        for predicate, relation in stated.items():
            old = self.relations.get(predicate, EMPTY)
            known = old.holds(relation.keys)
            if known.any():
                old = old.stated(relation.keys[known])
            unknown = relation.keys[~known]
            self.relations[predicate] = old.with_new(unknown, 0) if len(unknown) else old
            if len(unknown):
                new[predicate] = fresh(unknown, 0)
        return new

    def first_round(self, new: dict[int, Relation]) -> dict[int, Relation]:
        """Run every rule once; return what they have found that was not known."""
        self.read_lists(new)
        for rule in self.agenda.rules:
            self.conclude(rule, solve(rule, self.relations, self.meter))
        return self.settle()

    def round(self, new: dict[int, Relation]) -> dict[int, Relation]:
        """Run the rules that are due; return what they have found that was not known."""
        for rule in self.read_lists(new):
            self.conclude(rule, solve(rule, self.relations, self.meter))
        for rule, place in self.agenda.due(new):
            self.conclude(rule, solve(rule, self.relations, self.meter, (place, new)))
        return self.settle()

    def read_lists(self, new: dict[int, Relation]) -> list[Rule]:
        """Read the lists again where they may have changed; return the rules that are new."""
        if not WATCHED & new.keys():
            return []
        lists = read_lists(self.relations)
        keys = np.array(sorted(lists.pairs()), dtype=np.int64)
        old = self.relations.get(HAS, EMPTY)
        unknown = missing(old, keys)
        if len(unknown):
            self.relations[HAS] = old.with_new(unknown, self.rounds)
            new[HAS] = fresh(unknown, self.rounds)
        added = [rule for rule in list_rules(self.relations, lists, self.names) if rule not in self.of_lists]
        for rule in added:
            self.of_lists[rule] = None
            self.agenda.add(rule)
        return added

    def conclude(self, rule: Rule, table: Table) -> None:
        """Note the heads of a rule for each row of a table."""
        if table.size:
            for head in rule.heads:
                for predicate, keys in heads(head, table):
                    self.found.setdefault(predicate, []).append(keys)

    def settle(self) -> dict[int, Relation]:
        """Add what has been found to the relations; return what is new of it."""
        self.rounds += 1
        self.part_literals()
        new = {}
        for predicate, arrays in self.found.items():
            relation = self.relations.get(predicate, EMPTY)
            keys = missing(relation, np.unique(np.concatenate(arrays)))
            if len(keys):
                new[predicate] = fresh(keys, self.rounds)
                self.relations[predicate] = relation.with_new(keys, self.rounds)
        self.found = {}
        self.meter.triples(sum(map(len, self.relations.values())))
        return new

    def part_literals(self) -> None:
        """Take literals out of what is the same: which of them are one is a matter of their values, not of rules.

        Else one thing with two ages would give everybody of either age the other as well.
        """
        if SAME_AS in self.found:
            keys = np.unique(np.concatenate(self.found.pop(SAME_AS)))
            literal = self.terms.are_literals(keys >> SHIFT) & self.terms.are_literals(keys & MASK)
            self.found[SAME_AS] = [keys[~literal]]
            self.found[SAME_VALUE] = [keys[literal]]


def heads(head: Atom, table: Table) -> Iterator[tuple[int, Integers]]:
    """Yield the triples that a head makes of the rows of a table, by predicate."""
    subject, predicate, value = head
    keys = (table.values(subject) << SHIFT) | table.values(value)
    if predicate >= 0:
        yield predicate, keys
        return
    column = table.columns[predicate]
    for each in np.unique(column).tolist():
        yield each, keys[column == each]
