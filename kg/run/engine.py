"""A plan's SELECTs and a store -> hits: preparations first, then matches, within the time that is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

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
    Yields,
)
from kg.plan.plan import (
    ChainTrace,
    Closure,
    Match,
    NodeTrace,
    Preparation,
    StepTrace,
    Stride,
    Trace,
    TripleTrace,
)
from kg.query.query import Step
from kg.run.clock import Clock
from kg.run.found import Hit, Key, NodeKey, TripleKey
from kg.sparql.write import Prefixes, write
from kg.store.store import Store, Table

Pair = tuple[Iri, Iri]
Row = tuple[Term, ...]
_Reader = Callable[[Row], tuple[Key, ...]]
_Value = Callable[[Row], Term]
#: A step of analysis and the things that it does without -> the things that it yields, with what is behind each.
CarryOut = Callable[[Step, Sequence[Iri]], Mapping[Iri, tuple[Key, ...]]]


class Engine:
    """Runs the SELECTs of one plan. ``cut`` says what was left out because time was out."""

    def __init__(self, store: Store, pack: Pack, clock: Clock, prefixes: Prefixes = ()) -> None:
        self.pack = pack
        self.clock = clock
        self.cut: str | None = None
        self.store = store
        self._prefixes = prefixes
        #: For each preparation that is a closure: what leads from a thing to an end, as the first link and where it
        #: leads. For each that is a step of analysis: what it yields, with the statements behind each thing.
        self._links: dict[int, dict[Pair, tuple[Key, Iri]]] = {}
        self._yields: dict[int, Mapping[Iri, tuple[Key, ...]]] = {}

    def prepare(self, preparations: Sequence[Preparation], carry_out: CarryOut) -> None:
        """Compute what the plan's SELECTs rest on; raise BudgetError when time is out."""
        for number, preparation in enumerate(preparations):
            match preparation:
                case Closure():
                    self._links[number] = self._close(preparation)
                case Stride(step, lost):
                    self._yields[number] = carry_out(step, () if lost is None else self.things(lost))

    def things(self, select: Select) -> tuple[Iri, ...]:
        """Run a SELECT of things, and return its first column."""
        return tuple(dict.fromkeys(row[0] for row in self.table(select).rows if isinstance(row[0], Iri)))

    def table(self, select: Select) -> Table:
        """Run a SELECT; raise BudgetError when time is out."""
        filled = replace(select, where=self._fill(select.where))
        return self.store.select(write(filled, self._prefixes), seconds=self.clock.left)

    def hits(self, match: Match) -> tuple[Hit, ...]:
        """Run a match; raise BudgetError when time is out."""
        table = self.table(match.select)
        place = {name: index for index, name in enumerate(table.columns)}
        told = [self._reader(trace, place) for trace in match.traces[: match.told]]
        rest = [self._reader(trace, place) for trace in match.traces[match.told :]]
        return tuple(_hit(row, told, rest) for row in table.rows)

    def traced(self, match: Match) -> tuple[tuple[Row, tuple[Key, ...]], ...]:
        """Run a match; return each row with the statements behind it. Raise BudgetError when time is out."""
        table = self.table(match.select)
        place = {name: index for index, name in enumerate(table.columns)}
        readers = [self._reader(trace, place) for trace in match.traces]
        return tuple((row, tuple(key for read in readers for key in read(row))) for row in table.rows)

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

    def _reader(self, trace: Trace, place: Mapping[str, int]) -> _Reader:
        """Return a function from a row to the statements of a trace; none when its arm of a union did not match."""
        match trace:
            case NodeTrace(_, node, derived):
                return _node_reader(place[node.name], derived)
            case TripleTrace(frame, subject, object):
                symmetric = self.pack.frames[frame].symmetric
                return _triple_reader(frame, _value_reader(subject, place), _value_reader(object, place), symmetric)
            case ChainTrace(closure, left, right):
                return self._chain_reader(closure, place[left.name], place[right.name])
            case StepTrace(step, thing):
                return self._step_reader(step, place[thing.name])

    def _chain_reader(self, closure: int, left: int, right: int) -> _Reader:
        def read(row: Row) -> tuple[Key, ...]:
            start, end = row[left], row[right]
            return tuple(self._chain(closure, start, end)) if isinstance(start, Iri) and isinstance(end, Iri) else ()

        return read

    def _step_reader(self, step: int, thing: int) -> _Reader:
        def read(row: Row) -> tuple[Key, ...]:
            found = row[thing]
            return self._yields[step].get(found, ()) if isinstance(found, Iri) else ()

        return read

    # ------------------------------------------------------------ closures

    def _close(self, closure: Closure) -> dict[Pair, tuple[Key, Iri]]:
        """Return for each thing that reaches an end the first link of a shortest chain to it."""
        links: dict[Iri, list[tuple[Iri, Key]]] = {}
        table = self.table(closure.edges)
        place = {name: index for index, name in enumerate(table.columns)}
        read = self._reader(closure.trace, place)
        for row in table.rows:
            left, right = row[place[closure.left.name]], row[place[closure.right.name]]
            for key in read(row):
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
            case Reaches(preparation=closure):
                return replace(element, pairs=tuple(sorted(self._links[closure])))
            case Yields(preparation=step):
                return replace(element, things=tuple(sorted(self._yields[step])))
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


def _hit(row: Row, told: Sequence[_Reader], rest: Sequence[_Reader]) -> Hit:
    main = [key for read in told for key in read(row)]
    others = [key for read in rest for key in read(row)]
    thing, second = row[0], row[1] if len(row) > 1 else None
    assert isinstance(thing, Iri)
    return Hit(thing, second if isinstance(second, Iri) else None, tuple(main), tuple(dict.fromkeys(main + others)))


def _node_reader(index: int, derived: bool) -> _Reader:
    def read(row: Row) -> tuple[Key, ...]:
        iri = row[index]
        return (NodeKey(iri, derived),) if isinstance(iri, Iri) else ()

    return read


def _triple_reader(frame: str, subject: _Value, object: _Value, symmetric: bool) -> _Reader:
    def read(row: Row) -> tuple[Key, ...]:
        one, other = subject(row), object(row)
        if not isinstance(one, Iri) or not isinstance(other, Iri):
            return ()
        if symmetric and other < one:
            one, other = other, one
        return (TripleKey(frame, one, other),)

    return read


def _value_reader(slot: Slot, place: Mapping[str, int]) -> _Value:
    if isinstance(slot, Variable):
        index = place[slot.name]
        return lambda row: row[index]
    return lambda row: slot


def _spread(end: Iri, links: dict[Iri, list[tuple[Iri, Key]]], found: dict[Pair, tuple[Key, Iri]]) -> None:
    """Go back from an end, breadth first, and note for each thing met the link by which it was met."""
    waiting = [end]
    while waiting:
        here = waiting.pop(0)
        for left, key in links.get(here, ()):
            if (left, end) not in found:
                found[left, end] = (key, here)
                waiting.append(left)
