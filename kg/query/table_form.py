"""The tree of a list with several columns in, its form out: which things, how they hang together, what is shown."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from kg.base.diagnostics import diagnostic
from kg.language.syntax import Clause, Nominal, Phrase, Word
from kg.language.syntax import Table as Tree
from kg.query.arguments import Hole, assignments
from kg.query.conditions import all_of, canonical_noun
from kg.query.linked import linked
from kg.query.meaning import MeaningError
from kg.query.measures import measure_of, number_of, of_subject
from kg.query.naming import unasked, unusable
from kg.query.nominal import noun_classes, noun_of
from kg.query.query import Condition, Fill, Holds, Link, Noun, Shown, Table, Test
from kg.query.resolve import Resolver


def table_form(tree: Tree, resolver: Resolver) -> Table:
    """Return the form of a table; MeaningError when a clause speaks of none of its things."""
    scope = resolver.scope
    nouns = [noun_of(unasked(thing), (), resolver) for thing in tree.things]
    links: list[Link] = []
    for clause in (clause for clauses in tree.clauses for clause in clauses.clauses):
        named = [(place, n) for n in _arguments(clause) if (place := _named(n, nouns)) is not None]
        inner = _owner_named(clause, nouns)
        if len(named) == 2:
            links.append(_link(clause, named, resolver))
        elif len(named) == 1 and inner is not None:
            links.append(_role_link(clause, named[0][0], inner, nouns, resolver))
        elif len(named) == 1:
            place, nominal = named[0]
            nouns[place] = _narrowed(nouns[place], _said(clause, nominal, nouns[place], resolver))
        else:
            raise MeaningError(unusable(_arguments(clause)[0], "list every A and the B that the A has"), 2)
    values = tuple(_shown(place, word, nouns[place], resolver) for place, word in tree.values)
    values = tuple(replace(value, open=tree.open) for value in values)
    return Table(tuple(canonical_noun(noun, scope.pack) for noun in nouns), tuple(links), values)


def _arguments(clause: Clause) -> list[Nominal]:
    return [*clause.before, *clause.after, *(nominal for _, nominal in clause.marked)]


def _named(nominal: Nominal, nouns: list[Noun]) -> int | None:
    """Return the thing of the table that "the student" speaks of again."""
    if not isinstance(nominal, Phrase) or len(nominal.nouns) != 1:
        return None
    if replace(nominal, nouns=(), quantity="", span=Phrase().span) != Phrase():
        return None
    classes = {meaning.id for meaning in nominal.nouns[0].meanings if meaning.kind == "class"}
    return next((place for place, noun in enumerate(nouns) if noun.cls in classes), None)


def _owner_named(clause: Clause, nouns: list[Noun]) -> int | None:
    """Return the thing of the table that "the student is a member of the department" has behind its noun."""
    owners = [
        owner for n in _arguments(clause) if isinstance(n, Phrase) for owner in (*n.of, *(m for _, m in n.marked))
    ]
    return next((place for owner in owners if (place := _named(owner, nouns)) is not None), None)


def _role_link(clause: Clause, left: int, right: int, nouns: list[Noun], resolver: Resolver) -> Link:
    """Return what "A is a member of B" says of two things of the table."""
    scope = resolver.scope
    said = clause.after[0] if clause.kind == "be" and clause.after and not clause.negated else None
    for meaning in said.nouns[-1].meanings if isinstance(said, Phrase) and said.nouns else ():
        pattern = scope.noun(meaning) if meaning.kind == "role" else None
        for marker, owner in pattern.marked if pattern is not None else ():
            one, other = noun_classes(nouns[left], scope), noun_classes(nouns[right], scope)
            fit = pattern is not None and scope.agree(one, scope.ranges(pattern.frame, pattern.asks))
            if (
                pattern is None
                or marker != "of"
                or not fit
                or not scope.agree(other, scope.ranges(pattern.frame, owner))
            ):
                continue
            reach: Literal["one", "chain"] = "chain" if scope.chained(pattern.frame) else "one"
            return Link(left, Holds(pattern.frame, pattern.asks, (Fill(owner, Noun()),), (), reach), right)
    raise MeaningError(diagnostic("M002", clause.span, text="", usage="list every A and the B that the A has"), 2)


def _link(clause: Clause, named: list[tuple[int, Nominal]], resolver: Resolver) -> Link:
    (left, one), (right, other) = named
    if clause.kind == "verb" and not clause.negated and not clause.only:
        for way in assignments(clause, resolver.scope, None):
            role, filled = way.role_of(one), way.role_of(other)
            rest = tuple((r, f) for r, f in way.roles if f is not one and f is not other and not isinstance(f, Hole))
            if role is None or filled is None:
                continue
            found = resolver.holds(way.pattern.frame, role, rest, way.pattern.fixes)
            if isinstance(found, Holds):
                return Link(left, replace(found, fills=(Fill(filled, Noun()), *found.fills)), right)
    raise MeaningError(diagnostic("M002", clause.span, text=clause.verb.text if clause.verb else "", usage=""), 2)


def _said(clause: Clause, nominal: Nominal, noun: Noun, resolver: Resolver) -> Condition:
    """Return what a clause says of the one thing of the table that it speaks of."""
    if clause.before[:1] == (nominal,):
        hole = Hole(noun_classes(noun, resolver.scope))
        return resolver.about_hole(replace(clause, before=clause.before[1:]), hole)
    return resolver.verb_condition(clause, None, nominal)


def _narrowed(noun: Noun, condition: Condition) -> Noun:
    parts = [condition] if noun.where is None else [noun.where, condition]
    return replace(noun, where=all_of(parts))


def _shown(place: int, word: Word, noun: Noun, resolver: Resolver) -> Shown:
    scope = resolver.scope
    classes = noun_classes(noun, scope)
    measure = measure_of(of_subject(Phrase(nouns=(word,)), classes, scope), scope)
    if measure is not None:
        frame, slot, choice = measure
        return Shown(place, Holds(frame.id, frame.roles[0].id, (), (Test(slot, "=", choice.id),)), number_of(frame))
    for meaning in word.meanings:
        if meaning.kind != "role":
            continue
        pattern = scope.noun(meaning)
        for role in scope.pack.frames[pattern.frame].roles:
            if role.id != pattern.asks and scope.agree(classes, role.ranges):
                return Shown(place, Holds(pattern.frame, role.id), pattern.asks)
    way = linked(word, classes, scope)
    if way is not None:
        return Shown(place, Holds(way.frame, way.role), way.filled)
    raise MeaningError(diagnostic("M002", word.span, text=word.text, usage="list the A and the B of every C"), 2)
