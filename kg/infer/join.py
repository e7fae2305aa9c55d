"""Atoms with variables and the relations of a graph in; a table of the values that make all atoms true, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from msgspec import Struct

from kg.infer.budget import Meter
from kg.infer.relation import MASK, SHIFT, Integers, Relation
from kg.infer.rule import Atom
from kg.infer.vocabulary import INTERNAL

#: A graph: the pairs of each predicate.
Relations = Mapping[int, Relation]


class Table(Struct, frozen=True, eq=False):
    """Columns of equal length, one a variable; ``size`` is their length also where there are none."""

    size: int
    columns: Mapping[int, Integers]

    def rows(self, chosen: Integers) -> Table:
        """Return chosen rows in the given order, with repeats."""
        return Table(len(chosen), {name: column[chosen] for name, column in self.columns.items()})

    def known(self, term: int) -> bool:
        """Tell whether a term is a number or a variable that has a column."""
        return term >= 0 or term in self.columns

    def values(self, term: int) -> Integers:
        """Return the column of a variable, or a number in every row."""
        return np.full(self.size, term, dtype=np.int64) if term >= 0 else self.columns[term]

    def with_columns(self, columns: Mapping[int, Integers]) -> Table:
        """Return this with more columns."""
        return Table(self.size, {**self.columns, **columns})

    def unequal(self, pairs: Iterable[tuple[int, int]]) -> Table:
        """Leave out the rows in which two variables of a pair are equal, as far as both have columns."""
        table = self
        for left, right in pairs:
            if left in table.columns and right in table.columns:
                table = table.rows(np.nonzero(table.columns[left] != table.columns[right])[0])
        return table


#: One row without columns: nothing is known yet, and nothing is wrong yet.
UNIT = Table(1, {})


def join(table: Table, atom: Atom, relations: Relations, meter: Meter) -> Table:
    """Return the rows of a table, each with every way in which the atom is true of it."""
    _, predicate, _ = atom
    if predicate >= 0:
        return _match(table, atom, relations.get(predicate), meter)
    if table.known(predicate):
        return _match_each(table, atom, relations, meter)
    parts = [
        part.with_columns({predicate: np.full(part.size, each, dtype=np.int64)})
        for each, relation in relations.items()
        if each not in INTERNAL and (part := _match(table, atom, relation, meter)).size
    ]
    return _concatenate(parts, table, atom)


def _match_each(table: Table, atom: Atom, relations: Relations, meter: Meter) -> Table:
    """Match an atom whose predicate is in a column: the rows of each predicate with its relation."""
    column = table.columns[atom[1]]
    parts = []
    for predicate in np.unique(column).tolist():
        relation = relations.get(predicate)
        if relation is not None:
            parts.append(_match(table.rows(np.nonzero(column == predicate)[0]), atom, relation, meter))
    return _concatenate(parts, table, atom)


def _match(table: Table, atom: Atom, relation: Relation | None, meter: Meter) -> Table:
    subject, _, value = atom
    if relation is None or not table.size:
        return _concatenate([], table, atom)
    if table.known(subject) and table.known(value):
        keys = (table.values(subject) << SHIFT) | table.values(value)
        return table.rows(np.nonzero(relation.holds(keys))[0])
    if table.known(subject):
        rows, found = _look_up(relation.keys, table.values(subject), meter)
        return table.rows(rows).with_columns({value: found})
    if table.known(value):
        rows, found = _look_up(relation.swapped, table.values(value), meter)
        return table.rows(rows).with_columns({subject: found})
    return _product(table, subject, value, relation, meter)


def _look_up(keys: Integers, wanted: Integers, meter: Meter) -> tuple[Integers, Integers]:
    """Return the place of each wanted value with each of its partners: one row a partner."""
    low, high = np.searchsorted(keys, wanted << SHIFT), np.searchsorted(keys, (wanted + 1) << SHIFT)
    counts = high - low
    meter.rows(int(counts.sum()))
    rows = np.repeat(np.arange(len(wanted)), counts)
    starts = np.repeat(low - (np.cumsum(counts) - counts), counts)
    return rows, keys[np.arange(len(rows)) + starts] & MASK


def _product(table: Table, subject: int, value: int, relation: Relation, meter: Meter) -> Table:
    """Return each row with each pair of a relation; with each pair of equals where both ends are one variable."""
    keys = relation.keys[relation.subjects == relation.objects] if subject == value else relation.keys
    meter.rows(table.size * len(keys))
    rows = np.repeat(np.arange(table.size), len(keys))
    pairs = keys if table.size == 1 else np.tile(keys, table.size)
    return table.rows(rows).with_columns({subject: pairs >> SHIFT, value: pairs & MASK})


def _concatenate(parts: list[Table], table: Table, atom: Atom) -> Table:
    """Return all rows of parts that have the same columns; the columns also where there are no rows."""
    match [part for part in parts if part.size]:
        case []:
            names = {*table.columns, *(term for term in atom if term < 0)}
            return Table(0, {name: np.empty(0, dtype=np.int64) for name in names})
        case [part]:
            return part
        case several:
            names = set(several[0].columns)
            columns = {name: np.concatenate([part.columns[name] for part in several]) for name in names}
            return Table(sum(part.size for part in several), columns)
