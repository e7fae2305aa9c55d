"""A plan's SELECTs and a store -> hits: closures first, then matches, within the time that is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.base.errors import BudgetError
from kg.base.terms import Iri, Term
from kg.pack.pack import Pack
from kg.plan.pattern import (
    Element,
    Exists,
    Group,
    InGraph,
    Minus,
    Reaches,
    Select,
    Slot,
    Subselect,
    Union,
    Variable,
)
from kg.plan.plan import ChainTrace, Closure, Match, NodeTrace, Trace, TripleTrace
from kg.run.clock import Clock
from kg.run.found import Hit, Key, NodeKey, TripleKey
from kg.sparql.write import Prefixes, write
from kg.store.store import Store, Table

Pair = tuple[Iri, Iri]


class Engine:
    """Runs the SELECTs of one plan. ``cut`` says what was left out because time was out."""

    def __init__(
        self, store: Store, pack: Pack, clock: Clock, closures: Sequence[Closure] = (), prefixes: Prefixes = ()
    ) -> None:
        self.pack = pack
        self.clock = clock
        self.cut: str | None = None
        self._store = store
        self._prefixes = prefixes
        #: For each closure: what leads from a thing to an end, as the first link and where it leads.
        self._links: list[dict[Pair, tuple[Key, Iri]]] = []
        for closure in closures:
            self._links.append(self._close(closure))

    def table(self, select: Select) -> Table:
        """Run a SELECT; raise BudgetError when time is out."""
        filled = replace(select, where=self._fill(select.where))
        return self._store.select(write(filled, self._prefixes), seconds=self.clock.left)

    def hits(self, match: Match) -> tuple[Hit, ...]:
        """Run a match; raise BudgetError when time is out."""
        table = self.table(match.select)
        return tuple(self._hit(dict(zip(table.columns, row, strict=True)), match) for row in table.rows)

    def further(self, match: Match, what: str) -> tuple[Hit, ...]:
        """Run a match that an answer can do without; when time is out remember that it is missing."""
        try:
            return self.hits(match)
        except BudgetError:
            self.cut = self.cut or f"time: stopped before {what}"
            return ()

    def number(self, select: Select) -> int | None:
        """Run a SELECT of one number; None when time is out."""
        try:
            value = self.table(select).rows[0][0]
        except BudgetError:
            self.cut = self.cut or "time: stopped before the coverage was counted"
            return None
        assert isinstance(value, int)
        return value

    def _hit(self, row: dict[str, Term], match: Match) -> Hit:
        told = [key for trace in match.traces[: match.told] for key in self._keys(trace, row)]
        rest = [key for trace in match.traces[match.told :] for key in self._keys(trace, row)]
        second = match.select.columns[1] if len(match.select.columns) > 1 else None
        counted = row[second.name] if isinstance(second, Variable) else None
        thing = row[match.select.names[0]]
        return Hit(
            Iri(str(thing)),
            counted if isinstance(counted, Iri) else None,
            tuple(told),
            tuple(dict.fromkeys((*told, *rest))),
        )

    def _keys(self, trace: Trace, row: dict[str, Term]) -> Iterator[Key]:
        """Yield the statements of a trace; none when its arm of a union did not match."""
        match trace:
            case NodeTrace(_, node, derived):
                if isinstance(iri := row[node.name], Iri):
                    yield NodeKey(iri, derived)
            case TripleTrace(frame, subject, object):
                ends = _value(subject, row), _value(object, row)
                if isinstance(ends[0], Iri) and isinstance(ends[1], Iri):
                    symmetric = self.pack.frames[frame].symmetric
                    yield TripleKey(frame, *(sorted((ends[0], ends[1])) if symmetric else (ends[0], ends[1])))
            case ChainTrace(closure, left, right):
                start, end = row[left.name], row[right.name]
                if isinstance(start, Iri) and isinstance(end, Iri):
                    yield from self._chain(closure, start, end)

    # ------------------------------------------------------------ closures

    def _close(self, closure: Closure) -> dict[Pair, tuple[Key, Iri]]:
        """Return for each thing that reaches an end the first link of a shortest chain to it."""
        links: dict[Iri, list[tuple[Iri, Key]]] = {}
        table = self.table(closure.edges)
        for values in table.rows:
            row = dict(zip(table.columns, values, strict=True))
            left, right = row[closure.left.name], row[closure.right.name]
            for key in self._keys(closure.trace, row):
                if isinstance(left, Iri) and isinstance(right, Iri):
                    links.setdefault(right, []).append((left, key))
        ends = sorted(links) if closure.ends is None else sorted(str(row[0]) for row in self.table(closure.ends).rows)
        for into in links.values():
            into.sort(key=lambda link: (link[0], str(link[1])))
        found: dict[Pair, tuple[Key, Iri]] = {}
        for end in ends:
            _spread(Iri(end), links, found)
        return found

    def _chain(self, closure: int, start: Iri, end: Iri) -> Iterator[Key]:
        links = self._links[closure]
        key, here = links[start, end]
        yield key
        while here != end:
            key, here = links[here, end]
            yield key

    def _fill(self, group: Group) -> Group:
        return tuple(self._filled(element) for element in group)

    def _filled(self, element: Element) -> Element:
        match element:
            case Reaches(closure=closure):
                return replace(element, pairs=tuple(sorted(self._links[closure])))
            case InGraph(graph, group):
                return InGraph(graph, self._fill(group))
            case Union(groups):
                return Union(tuple(self._fill(group) for group in groups))
            case Exists(group, absent):
                return Exists(self._fill(group), absent)
            case Subselect(select):
                return Subselect(replace(select, where=self._fill(select.where)))
            case Minus(select):
                return Minus(replace(select, where=self._fill(select.where)))
            case _:
                return element


def _value(slot: Slot, row: dict[str, Term]) -> Term:
    return row[slot.name] if isinstance(slot, Variable) else slot


def _spread(end: Iri, links: dict[Iri, list[tuple[Iri, Key]]], found: dict[Pair, tuple[Key, Iri]]) -> None:
    """Go back from an end, breadth first, and note for each thing met the link by which it was met."""
    waiting = [end]
    while waiting:
        here = waiting.pop(0)
        for left, key in links.get(here, ()):
            if (left, end) not in found:
                found[left, end] = (key, here)
                waiting.append(left)
