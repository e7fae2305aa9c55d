"""A provision and things that are gone -> everything that can no longer be had, and by what each was lost.

A thing is lost when it is gone; when something that it is made of or requires is lost; or when all who provide it
are lost, frame by frame (all of its makers, or all of its suppliers), and so is all that is of its kind. What no one
is documented to provide, and nothing of whose kind, is unknown and not lost. With substitutes a thing is only lost
when each known substitute of it is lost as well.

These are Horn clauses, and what follows from them is found in one pass over them (Dowling and Gallier, 1984).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from kg.analysis.provision import Provision, Sayings
from kg.base.terms import Iri


class _Clause(Struct, frozen=True):
    """``head`` is lost when all of the ``body`` is; both are numbers of things, or of having just that thing."""

    head: int
    body: tuple[int, ...]
    sayings: Sayings = ()


class Loss(Struct, frozen=True):
    """What is lost, in the order in which it is; ``by``: what it was lost by, with the statements."""

    by: Mapping[Iri, tuple[tuple[Iri, ...], Sayings]]

    def chain(self, thing: Iri) -> Sayings:
        """Return the statements that lead from what is gone to the thing, without repeats."""
        said: dict[int, Sayings] = {}
        order = {one: place for place, one in enumerate(self.by)}
        waiting, seen = [thing], {thing}
        while waiting:
            here = waiting.pop()
            causes, sayings = self.by.get(here, ((), ()))
            said[order.get(here, -1)] = sayings
            waiting += [cause for cause in causes if cause not in seen]
            seen.update(causes)
        return tuple(dict.fromkeys(saying for place in sorted(said) for saying in said[place]))


class Losing(Struct):
    """The clauses of one provision, made once and asked as often as wanted."""

    things: list[Iri] = field(default_factory=list)
    numbers: dict[Iri, int] = field(default_factory=dict)
    clauses: list[_Clause] = field(default_factory=list)
    #: Number -> the clauses in whose body it stands.
    watching: dict[int, list[int]] = field(default_factory=dict)
    _made: int = 0

    def number(self, thing: Iri) -> int:
        """Return the number of a thing, a new one when it has none."""
        if thing not in self.numbers:
            self.numbers[thing] = self.fresh()
        return self.numbers[thing]

    def fresh(self) -> int:
        """Return a number for something that is no thing itself: having it from its own providers."""
        self._made += 1
        return self._made - 1

    def add(self, head: int, body: Iterable[int], sayings: Sayings = ()) -> None:
        """Add a clause."""
        numbers = tuple(dict.fromkeys(body))
        for number in numbers:
            self.watching.setdefault(number, []).append(len(self.clauses))
        self.clauses.append(_Clause(head, numbers, sayings))

    def fired(self, gone: Iterable[Iri]) -> dict[int, int | None]:
        """Return what is lost, in order: the number, and the clause by which; None for what is gone itself."""
        open_bodies = [len(clause.body) for clause in self.clauses]
        found: dict[int, int | None] = {self.numbers[one]: None for one in gone if one in self.numbers}
        waiting = list(found)
        for here in waiting:
            for index in self.watching.get(here, ()):
                open_bodies[index] -= 1
                head = self.clauses[index].head
                if not open_bodies[index] and head not in found:
                    found[head] = index
                    waiting.append(head)
        return found

    def stops(self, gone: Iterable[Iri], whole: Iri) -> bool:
        """Tell whether the whole is lost."""
        return self.numbers.get(whole) in self.fired(gone)


def losing(provision: Provision, *, substitutes: bool = False) -> Losing:
    """Return the clauses of a provision."""
    made = Losing()
    for thing in sorted(set(_all_things(provision))):
        if not substitutes or not provision.substitutes.get(thing):
            _add_thing(made, provision, thing, made.number(thing))
            continue
        itself = made.fresh()
        _add_thing(made, provision, thing, itself)
        known = {one: said for one, said in provision.substitutes[thing].items() if is_known(provision, one)}
        said = tuple(saying for sayings in known.values() for saying in sayings)
        made.add(made.number(thing), (itself, *map(made.number, known)), said)
    return made


def lose(made: Losing, gone: Iterable[Iri]) -> Loss:
    """Return what is lost without the things that are gone."""
    names = {number: thing for thing, number in made.numbers.items()}
    fired = made.fired(sorted(set(gone)))
    by: dict[Iri, tuple[tuple[Iri, ...], Sayings]] = {}
    for number, index in fired.items():
        if number in names:
            by[names[number]] = _cause(made, names, fired, index)
    return Loss(by)


def is_known(provision: Provision, thing: Iri) -> bool:
    """Tell whether anything documents from whom a thing can be had, or what it is made of."""
    return bool(provision.parts.get(thing)) or any(
        links.get(one) for one in provision.below(thing) for links in provision.offers
    )


def _add_thing(made: Losing, provision: Provision, thing: Iri, head: int) -> None:
    for part, sayings in provision.parts.get(thing, {}).items():
        made.add(head, (made.number(part),), sayings)
    own = _own_providers(made, provision, thing)
    kinds = {one: said for one, said in provision.kinds.get(thing, {}).items() if is_known(provision, one)}
    if own is not None or kinds:
        body = (*(() if own is None else (own,)), *map(made.number, kinds))
        made.add(head, body, tuple(saying for said in kinds.values() for saying in said))


def _own_providers(made: Losing, provision: Provision, thing: Iri) -> int | None:
    """Return the number of having exactly this thing, lost with all providers by one frame; None when there are none."""
    groups = [links[thing] for links in provision.offers if links.get(thing)]
    if not groups:
        return None
    own = made.fresh()
    for providers in groups:
        said = tuple(saying for sayings in providers.values() for saying in sayings)
        made.add(own, map(made.number, providers), said)
    return own


def _cause(
    made: Losing, names: Mapping[int, Iri], fired: Mapping[int, int | None], index: int | None
) -> tuple[tuple[Iri, ...], Sayings]:
    """Return the things by which a clause was fired, looking through what is no thing, with its statements."""
    if index is None:
        return (), ()
    things: dict[Iri, None] = {}
    said = list(made.clauses[index].sayings)
    waiting: list[int] = list(made.clauses[index].body)
    while waiting:
        number = waiting.pop(0)
        if number in names:
            things[names[number]] = None
        elif (inner := fired[number]) is not None:
            said += made.clauses[inner].sayings
            waiting += made.clauses[inner].body
    return tuple(things), tuple(said)


def _all_things(provision: Provision) -> Iterator[Iri]:
    for links in (provision.parts, provision.kinds, provision.substitutes, *provision.offers):
        for one, others in links.items():
            yield one
            yield from others


def unknown_parts(provision: Provision, wholes: Sequence[Iri]) -> tuple[Iri, ...]:
    """Return the things that the wholes are made of, down to the last, which no one is documented to provide."""
    found: dict[Iri, None] = {}
    waiting = list(wholes)
    for here in waiting:
        for part in provision.parts.get(here, {}):
            if part not in found:
                found[part] = None
                waiting.append(part)
    return tuple(sorted(part for part in found if not is_known(provision, part)))
