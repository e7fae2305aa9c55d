"""A typed query in; the queries that ask for one thing less, or for one thing more widely, the closest first, out.

What is left out is one condition, one filler, one comparison, one limit of time, status or source; a name is
widened to its kind; a filler takes another role that its class may fill; a yes or no becomes a list. The
queries are only built here: whether they have answers is for the one who runs them to find out.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from kg.pack.pack import Frame, Pack
from kg.query.query import (
    And,
    Condition,
    Context,
    Count,
    Exists,
    Facts,
    Fill,
    Form,
    Group,
    Holds,
    Noun,
    Number,
    Or,
    Paths,
    Quantity,
    Query,
    Rank,
    Select,
    Some,
    Sources,
    Test,
    Total,
)

#: How far a query moves from what was asked: the less, the closer.
_LIMIT, _WIDER, _MOVED, _PART, _CLASS = 1.0, 1.2, 1.5, 2.0, 2.5
#: So many are listed by rank where none is large enough.
_TOP = 3


class Relaxed(Struct, frozen=True):
    """A nearby query and its distance from the one that was asked."""

    query: Query
    distance: float


def relax(query: Query, pack: Pack) -> tuple[Relaxed, ...]:
    """Return the queries one step away, each once, the closest first."""
    found = [Relaxed(replace(query, form=form), distance) for form, distance in _forms(query.form, pack)]
    found += [Relaxed(replace(query, context=context), _LIMIT) for context in _contexts(query.context)]
    closest: dict[Query, Relaxed] = {}
    for one in sorted(found, key=lambda one: one.distance):
        if one.query != query:
            closest.setdefault(one.query, one)
    return tuple(closest.values())


def _contexts(context: Context) -> Iterator[Context]:
    plain = Context()
    for name in Context.__struct_fields__:
        if getattr(context, name) != getattr(plain, name):
            yield replace(context, **{name: getattr(plain, name)})


def _forms(form: Form, pack: Pack) -> Iterator[tuple[Form, float]]:
    match form:
        case Select(noun) | Count(noun):
            yield from ((replace(form, noun=wider), distance) for wider, distance in _nouns(noun, pack))
            yield from _ranked(noun)
        case Exists(noun):
            yield from _existing(noun, pack)
        case Facts(subject, holds) | Total(subject, holds) | Sources(subject, holds):
            yield from ((replace(form, subject=wider), distance) for wider, distance in _nouns(subject, pack))
            yield from ((replace(form, holds=less), distance) for less, distance in _statements(holds, pack))
        case Group(noun, holds) | Rank(noun, holds):
            yield from ((replace(form, noun=wider), distance) for wider, distance in _nouns(noun, pack))
            yield from ((replace(form, holds=less), distance) for less, distance in _statements(holds, pack))
        case Paths():
            yield from _chains(form)
        case _:
            return


def _ranked(noun: Noun) -> Iterator[tuple[Form, float]]:
    """Ask who comes nearest where no number is large or small enough."""
    if not isinstance(noun.where, Holds):
        return
    holds, bare = noun.where, replace(noun, where=None)
    for test in holds.tests:
        if isinstance(test.value, Quantity):
            rest = replace(holds, tests=tuple(other for other in holds.tests if other is not test))
            yield Rank(bare, rest, test.qualifier, _TOP, smallest=test.op in ("<", "<=")), _LIMIT
    for fill in holds.fills:
        if isinstance(fill.quantifier, Number):
            rest = replace(holds, fills=tuple(other for other in holds.fills if other is not fill))
            yield Group(bare, rest, replace(fill, quantifier=Some()), _TOP), _LIMIT


def _chains(paths: Paths) -> Iterator[tuple[Form, float]]:
    if paths.within is not None:
        yield replace(paths, within=None), _LIMIT
    if paths.avoiding:
        yield replace(paths, avoiding=()), _LIMIT
    if paths.through:
        yield replace(paths, through=()), _LIMIT
    if paths.along != "any":
        yield Paths(paths.start, paths.end), _PART


# ---------------------------------------------------------------- yes or no


def _existing(noun: Noun, pack: Pack) -> Iterator[tuple[Form, float]]:
    """Ask for what fills a place of the statement that is not documented; or the same of something wider."""
    if not noun.names:
        yield from ((Select(wider), distance) for wider, distance in _nouns(noun, pack))
        return
    plain = replace(noun, where=None)
    for wider, distance in _conditions(noun.where, pack) if noun.where is not None else ():
        if distance < _PART:  # a yes to a question that has lost a part says little: that part is asked for below
            yield Exists(replace(noun, where=wider)), distance
    if not isinstance(noun.where, Holds):
        return
    holds, frame = noun.where, pack.frames[noun.where.frame]
    yield Select(Noun(where=holds)), _LIMIT
    for fill in holds.fills:
        others = tuple(other for other in holds.fills if other is not fill)
        asked = replace(holds, role=fill.role, fills=(*others, Fill(holds.role, plain)))
        yield Select(Noun(where=_in_order(asked, frame))), _LIMIT
        if _fits(fill.noun, frame, holds.role, pack) and _fits(plain, frame, fill.role, pack):
            turned = _in_order(replace(holds, fills=(*others, Fill(fill.role, plain))), frame)
            yield Exists(replace(fill.noun, where=turned)), _MOVED


def _in_order(holds: Holds, frame: Frame) -> Holds:
    order = [role.id for role in frame.roles]
    return replace(holds, fills=tuple(sorted(holds.fills, key=lambda fill: order.index(fill.role))))


# ---------------------------------------------------------------- nouns and conditions


def _nouns(noun: Noun, pack: Pack) -> Iterator[tuple[Noun, float]]:
    for condition, distance in _conditions(noun.where, pack) if noun.where is not None else ():
        yield replace(noun, where=condition), distance
    if len(noun.names) == 1 and noun.names[0] in pack.things:
        for kind in pack.things[noun.names[0]].kinds:
            yield replace(noun, names=(kind,), cls=_kinds_class(kind, pack)), _WIDER
    if noun.where is not None and (noun.cls or noun.names):
        yield replace(noun, cls=None, names=()), _CLASS
    if noun.where is not None and noun.names and _is_plain(noun.where):
        yield replace(noun, where=None), _PART


def _kinds_class(kind: str, pack: Pack) -> str | None:
    return pack.classes[pack.things[kind].cls].kinds_of if kind in pack.things else None


def _is_plain(condition: Condition) -> bool:
    return isinstance(condition, Holds)


def _conditions(condition: Condition, pack: Pack) -> Iterator[tuple[Condition, float]]:
    match condition:
        case Holds():
            yield from _statements(condition, pack)
        case And(parts) | Or(parts):
            for index, part in enumerate(parts):
                rest = (*parts[:index], *parts[index + 1 :])
                if isinstance(condition, And):
                    yield (And(rest) if len(rest) > 1 else rest[0]), _PART
                for wider, distance in _conditions(part, pack):
                    yield replace(condition, parts=(*parts[:index], wider, *parts[index + 1 :])), distance
        case _:  # what asks for less than "not …" asks for more
            return


def _statements(holds: Holds, pack: Pack) -> Iterator[tuple[Holds, float]]:
    frame = pack.frames[holds.frame]
    for index, fill in enumerate(holds.fills):
        rest = (*holds.fills[:index], *holds.fills[index + 1 :])
        for wider, distance in _fills(fill, pack):
            yield replace(holds, fills=(*holds.fills[:index], wider, *holds.fills[index + 1 :])), distance
        if rest:
            yield replace(holds, fills=rest), _PART
        taken = {holds.role, *(other.role for other in holds.fills)}
        for role in frame.roles:
            if role.id not in taken and _fits(fill.noun, frame, role.id, pack):
                yield _in_order(replace(holds, fills=(*rest, replace(fill, role=role.id))), frame), _MOVED
    for index, test in enumerate(holds.tests):
        rest_tests = (*holds.tests[:index], *holds.tests[index + 1 :])
        measures = _measures(test, frame)
        for choice in measures:
            swapped = replace(test, value=choice)
            yield replace(holds, tests=(*holds.tests[:index], swapped, *holds.tests[index + 1 :])), _PART
        if not measures and (holds.fills or rest_tests):
            yield replace(holds, tests=rest_tests), _LIMIT


def _measures(test: Test, frame: Frame) -> tuple[str, ...]:
    """Return the other measures where a test says which one is meant: it cannot be left out."""
    choices = frame.qualifier(test.qualifier).choices
    is_measure = any(choice.units and choice.id == test.value for choice in choices)
    return tuple(choice.id for choice in choices if choice.id != test.value) if is_measure else ()


def _fills(fill: Fill, pack: Pack) -> Iterator[tuple[Fill, float]]:
    if fill.quantifier != Some():
        yield replace(fill, quantifier=Some()), _LIMIT
    yield from ((replace(fill, noun=wider), distance) for wider, distance in _nouns(fill.noun, pack))


def _fits(noun: Noun, frame: Frame, role: str, pack: Pack) -> bool:
    """Tell whether the things of a noun may fill a role; only a noun that says its class can."""
    ranges = frame.role(role).ranges
    classes = [_class_of(name, pack) for name in noun.names] or ([noun.cls] if noun.cls else [])
    return bool(classes) and all(any(pack.is_a(cls, wanted) for wanted in ranges) for cls in classes)


def _class_of(name: str, pack: Pack) -> str:
    cls = pack.things[name].cls
    return pack.classes[cls].kinds_of or cls
