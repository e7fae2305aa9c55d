"""A line of the tables of rules in; a rule, its atoms made of numbers, out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kg.infer.tables import EXTENDED, ORDINARY, UNIVERSAL
from kg.infer.vocabulary import DATA, NUMBERS, TYPE

#: Subject, predicate and object: numbers of terms from 0 up, variables below 0.
Atom = tuple[int, int, int]


class Rule(Struct, frozen=True):
    """What must hold (``body``), and what then holds (``heads``); a rule without heads finds contradictions.

    ``unequal`` are pairs of variables that must differ. ``given`` are the premises that held when a rule was made of
    a list: the members of that list.
    """

    name: str
    body: tuple[Atom, ...]
    heads: tuple[Atom, ...]
    unequal: tuple[tuple[int, int], ...] = ()
    given: tuple[Atom, ...] = ()


def is_axiom(atom: Atom) -> bool:
    """Tell whether an atom asks for an axiom: those are few, and a join does well to begin with them."""
    _, predicate, value = atom
    if predicate == TYPE:
        return 0 <= value < len(NUMBERS)
    return 0 <= predicate < len(NUMBERS) and predicate not in DATA


def _parse(table: str) -> Iterator[Rule]:
    for line in filter(None, map(str.strip, table.splitlines())):
        name, _, rest = line.partition(" ")
        body, _, heads = rest.partition("=>")
        variables: dict[str, int] = {}
        atoms = [part.split() for part in body.split(" . ") if part.strip()]
        conclusions = [part.split() for part in heads.split(" . ") if part.strip() != "false"]
        yield Rule(
            name,
            tuple(_atom(atom, variables) for atom in atoms if atom[1] != "!="),
            tuple(_atom(atom, variables) for atom in conclusions),
            tuple((variables[left], variables[right]) for left, sign, right in atoms if sign == "!="),
        )


def _atom(words: list[str], variables: dict[str, int]) -> Atom:
    subject, predicate, value = (
        variables.setdefault(word, -1 - len(variables)) if word.startswith("?") else NUMBERS[word] for word in words
    )
    return subject, predicate, value


_ORDINARY, _EXTENDED, _UNIVERSAL = (tuple(_parse(table)) for table in (ORDINARY, EXTENDED, UNIVERSAL))
#: The rules whose length is that of a list: they are made of lists.
LIST_RULES = frozenset({"cls-int1", "prp-spo2", "prp-key", "kg-chain-trp"})
#: The names of the rules that are run unless others are wanted, and of all there are.
DEFAULT_RULES = LIST_RULES.union(["dt-diff"], (rule.name for rule in (*_ORDINARY, *_EXTENDED)))
ALL_RULES = DEFAULT_RULES.union(rule.name for rule in _UNIVERSAL)


def rules(names: frozenset[str]) -> tuple[Rule, ...]:
    """Return the rules of the tables that have one of the names, in the order of the tables."""
    return tuple(rule for rule in (*_ORDINARY, *_EXTENDED, *_UNIVERSAL) if rule.name in names)
