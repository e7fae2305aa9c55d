"""A thing, a measure, sources, or nothing in particular -> an answer with what sources contradict one another in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kg.analysis.about import About
from kg.analysis.account import account_of, accounting_frames, measure_of
from kg.analysis.conflict_notes import differing_scopes, excluding, no_conflict, only_compared
from kg.analysis.dispute import disputes
from kg.analysis.exclude import excluding_frames, exclusions
from kg.analysis.figure import measured_by, number_of
from kg.analysis.headings import Label, column, label_of
from kg.analysis.notes import Note
from kg.analysis.read_sayings import read_sayings
from kg.analysis.saying import Saying
from kg.analysis.statement_cell import scope_of, statement_cells
from kg.analysis.tabulate import Line, tabulate
from kg.analysis.witness import Witness
from kg.answer.answer import Answer, Cell, EntityCell, Statement
from kg.base.terms import Iri
from kg.pack.pack import Frame, Pack
from kg.query.query import Conflicts, Query


class _Pair(Struct, frozen=True):
    """Statements of the one side and of the other; ``rank`` 0: of one scope, 1: exclusion, 2: of different scopes."""

    one: tuple[Statement, ...]
    other: tuple[Statement, ...]
    rank: int


def contradict(query: Query, witness: Witness, answer: Answer, about: About) -> Answer:
    """Answer with one row a contradiction: the thing, what is told of it, the one and who says it, the other likewise.

    Numbers first that are told of the very same, then statements that exclude each other, then numbers whose scopes
    differ in words: whether those are of the same is for the reader to judge. Within these the order is that of the
    pack. With sources in the question what they say is the one, else what is surer.
    """
    form = query.form
    assert isinstance(form, Conflicts)
    read = _Read(query, witness, about)
    pairs = [*_disputed(read, form), *_excluded(read, form)]
    pairs = [turned for pair in pairs if (turned := _turned(pair, form.sources)) is not None]
    pairs.sort(key=lambda pair: _order(pair, witness.pack))
    lines = [_line(pair, read, witness.pack) for pair in pairs]
    columns = (column(role) for role in ("thing", "told", "one", "one_by", "other", "other_by"))
    answer = replace(answer, notes=(*answer.notes, *_remarks(pairs)))
    return tabulate(tuple(columns) if lines else (), lines, witness, answer, query.limit)


class _Read:
    """The statements of a question, with the sayings that they were read from."""

    def __init__(self, query: Query, witness: Witness, about: About) -> None:
        self.pack = witness.pack
        self.about = about.things
        self.sayings: dict[str, Saying] = {}
        self._query = query
        self._witness = witness

    def statements(self, frames: Sequence[Frame], about: Sequence[Iri] = ()) -> list[Statement]:
        """Return the statements with their claims, by frame and then the strongest first."""
        if self.about == ():
            return []
        sayings = read_sayings(self._witness, self._query.context, frames, about=about)
        self._witness.gather(sayings)
        found: dict[str, Statement] = {}
        for saying in sayings:
            for statement in self._witness.ordered((saying,)):
                self.sayings[statement.id] = saying
                found[statement.id] = statement
        place = {frame.id: number for number, frame in enumerate(frames)}
        strongest = [one.id for one in self._witness.ordered(sayings)]
        rank = {id: number for number, id in enumerate(strongest)}
        return sorted(found.values(), key=lambda one: (place[one.frame], rank.get(one.id, 0)))

    def concerns(self, pair: _Pair) -> bool:
        """Tell whether one of the things asked about takes part."""
        if self.about is None:
            return True
        things = {cell.iri for one in (*pair.one, *pair.other) for cell in one.roles.values()}
        return bool(things & {*self.about})


def _disputed(read: _Read, form: Conflicts) -> Iterator[_Pair]:
    frames = [frame for frame in accounting_frames(read.pack) if form.frame in (None, frame.id)]
    statements = read.statements(frames, read.about or ())
    if form.measure is not None:
        statements = [one for one in statements if measure_of(one, read.pack) == form.measure]
    accounts = [account for one in statements if (account := account_of(one, read.pack)) is not None]
    for found in disputes(accounts):
        one, other = ([account.statement for account in side] for side in (found.one, found.other))
        yield _Pair(tuple(one), tuple(other), 0 if found.same_scope else 2)


def _excluded(read: _Read, form: Conflicts) -> Iterator[_Pair]:
    if form.measure is not None or form.frame is not None:
        return
    for one, other in exclusions(read.statements(excluding_frames(read.pack)), read.pack):
        pair = _Pair((one,), (other,), 1)
        if read.concerns(pair):
            yield pair


def _turned(pair: _Pair, sources: Sequence[str]) -> _Pair | None:
    """Return the pair with what the sources say first; None when they say neither, or both."""
    if not sources:
        return pair
    asked = {*sources}
    for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
        own = tuple(each for each in one if _sources((each,)) & asked)
        if own and not _sources(other) & asked:
            return _Pair(own, other, pair.rank)
    return None


def _sources(statements: Iterable[Statement]) -> set[str]:
    return {claim.source.id for one in statements for claim in one.claims}


def _order(pair: _Pair, pack: Pack) -> tuple[object, ...]:
    first = pair.one[0]
    frame = pack.frames[first.frame]
    measured = measured_by(first, frame)
    thing = first.roles.get(frame.roles[0].id)
    label = thing.label.get("en", thing.id).casefold() if thing else ""
    return (pair.rank, list(pack.frames).index(frame.id), label, measured.rank if measured else 0, first.id)


def _line(pair: _Pair, read: _Read, pack: Pack) -> Line:
    first = pair.one[0]
    frame = pack.frames[first.frame]
    measured = measured_by(first, frame)
    name = measured.name if measured else label_of(frame.names, frame.id)
    others = [cell.label for role, cell in first.roles.items() if role != frame.roles[0].id]
    if pair.rank == 1:
        others = []
    told = {lang: " · ".join([text, *(one.get(lang, one["en"]) for one in others)]) for lang, text in name.items()}
    cell = EntityCell(measured.choice.id if measured else frame.id, "", "Choice", told)
    sides = (pair.one, pair.other)
    cells = [part for side in sides for part in (_told(side[0], pair, pack), _by(side, frame))]
    sayings = [read.sayings[one.id] for side in sides for one in side]
    return Line((first.roles.get(frame.roles[0].id), cell, *cells), sayings)


def _told(statement: Statement, pair: _Pair, pack: Pack) -> Cell:
    """Return the number; of statements that exclude each other what each says in words."""
    if pair.rank != 1:
        return number_of(statement, pack.frames[statement.frame])
    first, cell, _ = statement_cells(statement, pack)
    label = {
        lang: f"{first.label.get(lang, first.id)} · {text}" if first else text for lang, text in cell.label.items()
    }
    return EntityCell(cell.id, cell.iri, cell.cls, label)


def _by(statements: Sequence[Statement], frame: Frame) -> Cell:
    """Return the source of the strongest of some statements, with the date, the words of the scope, and how many more."""
    first = statements[0]
    if not first.claims:
        return None
    source = first.claims[0].source
    more = len(_sources(statements)) - 1
    who = " ".join(
        filter(None, (source.publisher or source.title or source.id, source.date, f"+{more}" if more else ""))
    )
    scope = scope_of(first, frame)
    label: Label = {lang: "; ".join([who, *(one[lang] for one in scope)]) for lang in ("en", "zh")}
    return EntityCell(source.id, source.iri, "Source", label)


def _remarks(pairs: Sequence[_Pair]) -> Iterator[Note]:
    if not pairs:
        yield no_conflict()
    differing = sum(pair.rank == 2 for pair in pairs)
    if differing:
        yield differing_scopes(differing, len(pairs))
    if any(pair.rank == 1 for pair in pairs):
        yield excluding(sum(pair.rank == 1 for pair in pairs))
    yield only_compared()
