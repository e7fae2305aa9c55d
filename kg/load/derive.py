"""A pack's rules and its stated facts in; the statements that follow, with what they stand on, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from kg.base.dates import Period, read_period
from kg.load.facts import DerivedFact, Facts, StatementFact
from kg.load.kinds import all_kinds
from kg.pack.pack import Atom, Pack, Rule

#: Variable -> the id that it stands for.
Binding = Mapping[str, str]
#: Place of an atom in its body -> the statement that matches it.
Premises = Mapping[int, StatementFact]


def derive(pack: Pack, facts: Facts) -> tuple[DerivedFact, ...]:
    """Apply every rule to the stated facts, once: what is derived is no premise of anything further.

    A derived statement holds while all of its premises hold: from the latest of their beginnings to
    the earliest of their ends; premises that never hold together derive nothing. Nor is derived
    what a source states with the very same roles.
    """
    known = _Known.of(facts)
    stated = {(statement.frame, statement.roles) for statement in facts.statements}
    found: dict[DerivedFact, None] = {}
    for rule in pack.rules.values():
        for fact in _apply(rule, known):
            if (fact.statement.frame, fact.statement.roles) not in stated:
                found[fact] = None
    return tuple(found)


def _apply(rule: Rule, known: _Known) -> Iterator[DerivedFact]:
    for body in rule.bodies:
        for binding, found in _solve(dict(enumerate(body)), {}, known):
            premises = tuple(found[place] for place in range(len(body)))
            roles = tuple((role, binding.get(value, value)) for role, value in rule.head.roles)
            valid = _together(premises)
            if valid is not None:
                yield DerivedFact(StatementFact(rule.head.frame, roles, (), *valid), rule.id, premises)


def _solve(atoms: Mapping[int, Atom], binding: Binding, known: _Known) -> Iterator[tuple[Binding, Premises]]:
    """Yield each way in which all atoms hold; the atom with the fewest candidates goes first."""
    if not atoms:
        yield binding, {}
        return
    place = min(atoms, key=lambda at: len(known.candidates(atoms[at], binding)))
    others = {at: atom for at, atom in atoms.items() if at != place}
    for statement, extended in _match(atoms[place], binding, known):
        for solution, premises in _solve(others, extended, known):
            yield solution, {**premises, place: statement}


def _match(atom: Atom, binding: Binding, known: _Known) -> Iterator[tuple[StatementFact, Binding]]:
    for statement in known.candidates(atom, binding):
        if not any(statement.filler(role) for role in atom.without):
            for extended in _bind(atom, atom.roles, statement, binding, known):
                yield statement, extended


def _bind(
    atom: Atom, roles: tuple[tuple[str, str], ...], statement: StatementFact, binding: Binding, known: _Known
) -> Iterator[Binding]:
    """Yield each way to fill the atom's variables from the statement's roles."""
    if not roles:
        yield binding
        return
    (role, term), *others = roles
    filler = statement.filler(role)
    if not filler:
        return
    values = known.kinds.get(filler, (filler,)) if role in atom.of_kind else (filler,)
    wanted = binding.get(term, "" if term.startswith("?") else term)
    for value in values:
        if not wanted or value == wanted:
            extended = binding if wanted else {**binding, term: value}
            yield from _bind(atom, tuple(others), statement, extended, known)


class _Known(Struct, frozen=True):
    """The stated facts by frame; and, made when first wanted, by frame, role and what fills it."""

    by_frame: Mapping[str, list[StatementFact]]
    kinds: Mapping[str, tuple[str, ...]]
    by_filler: dict[tuple[str, str, bool], dict[str, list[StatementFact]]]

    @staticmethod
    def of(facts: Facts) -> _Known:
        by_frame: dict[str, list[StatementFact]] = {}
        for statement in facts.statements:
            by_frame.setdefault(statement.frame, []).append(statement)
        return _Known(by_frame, all_kinds(facts.direct_kinds()), {})

    def candidates(self, atom: Atom, binding: Binding) -> list[StatementFact]:
        """Return the statements that may match: those at a role that is already known, the fewest."""
        found = self.by_frame.get(atom.frame, [])
        for role, term in atom.roles:
            value = binding.get(term, "" if term.startswith("?") else term)
            if value:
                at_role = self.at(atom.frame, role, role in atom.of_kind).get(value, [])
                found = min(found, at_role, key=len)
        return found

    def at(self, frame: str, role: str, of_kind: bool) -> dict[str, list[StatementFact]]:
        """Return the statements of a frame by what fills a role, or by every kind of what fills it."""
        index = self.by_filler.get((frame, role, of_kind))
        if index is None:
            index = self.by_filler[frame, role, of_kind] = {}
            for statement in self.by_frame.get(frame, []):
                filler = statement.filler(role)
                for value in self.kinds.get(filler, (filler,)) if of_kind else (filler,):
                    index.setdefault(value, []).append(statement)
        return index


def _together(premises: tuple[StatementFact, ...]) -> tuple[str, str] | None:
    """Return from when to when all premises hold, as written; None when they never do together."""
    begins = [read_period(premise.valid_from) for premise in premises if premise.valid_from]
    ends = [read_period(premise.valid_to) for premise in premises if premise.valid_to]
    first = max(begins, key=_first_day, default=None)
    last = min(ends, key=_last_day, default=None)
    if first and last and last.last < first.first:
        return None
    return (str(first) if first else "", str(last) if last else "")


def _first_day(period: Period) -> tuple[int, int]:
    return period.first.toordinal(), -period.last.toordinal()


def _last_day(period: Period) -> tuple[int, int]:
    return period.last.toordinal(), -period.first.toordinal()
