"""The lists of a graph in; their members, and the rules that are as long as a list, out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kg.infer.join import Relations
from kg.infer.relation import EMPTY, MASK, SHIFT
from kg.infer.rule import Atom, Rule
from kg.infer.vocabulary import FIRST, HAS, NIL, NUMBERS, REST, TYPE

_INTERSECTION, _CHAIN, _KEY = (NUMBERS[name] for name in ("intersectionOf", "propertyChainAxiom", "hasKey"))
#: Predicates whose object is a list.
_LISTS = (_INTERSECTION, _CHAIN, _KEY, *(NUMBERS[name] for name in ("unionOf", "oneOf", "members", "distinctMembers")))
#: When one of these changes, lists are read anew.
WATCHED = frozenset({FIRST, REST, *_LISTS})


class Lists(Struct, frozen=True):
    """The members of each list that an axiom names, in order."""

    members: dict[int, tuple[int, ...]]

    def pairs(self) -> set[int]:
        """Return each list with each of its members, as the keys of a relation."""
        return {(head << SHIFT) | member for head, members in self.members.items() for member in members}


def read_lists(relations: Relations) -> Lists:
    """Read the lists that axioms name, as they are stated; one that does not end, or branches, is left out.

    What is the same as a member needs no place in the list: what is concluded of the one is concluded of the other.
    """
    first, rest = _stated(relations, FIRST), _stated(relations, REST)
    heads = {value for predicate in _LISTS for _, value in _pairs(relations, predicate)}
    read = ((head, _walk(head, first, rest)) for head in sorted(heads))
    return Lists({head: members for head, members in read if members is not None})


def list_rules(relations: Relations, lists: Lists, names: frozenset[str]) -> Iterator[Rule]:
    """Yield the rules that are made of lists, for each list that they speak of."""
    for name, predicate, make in (
        ("cls-int1", _INTERSECTION, _intersection),
        ("prp-spo2", _CHAIN, _chain),
        ("prp-key", _KEY, _key),
        ("kg-chain-trp", _CHAIN, _transitive),
    ):
        for subject, head in _pairs(relations, predicate) if name in names else ():
            members = lists.members.get(head)
            if members and (name != "kg-chain-trp" or members == (subject, subject)):
                yield make((subject, predicate, head), members)


def _intersection(axiom: Atom, members: tuple[int, ...]) -> Rule:
    body = tuple((-1, TYPE, member) for member in members)
    return Rule("cls-int1", (axiom, *body), ((-1, TYPE, axiom[0]),), given=_given(axiom, members))


def _chain(axiom: Atom, members: tuple[int, ...]) -> Rule:
    body = tuple((-1 - place, member, -2 - place) for place, member in enumerate(members))
    head = (-1, axiom[0], -1 - len(members))
    return Rule("prp-spo2", (axiom, *body), (head,), given=_given(axiom, members))


def _transitive(axiom: Atom, members: tuple[int, ...]) -> Rule:
    head = (axiom[0], TYPE, NUMBERS["TransitiveProperty"])
    return Rule("kg-chain-trp", (axiom,), (head,), given=_given(axiom, members))


def _key(axiom: Atom, members: tuple[int, ...]) -> Rule:
    values = [((-1, member, -3 - place), (-2, member, -3 - place)) for place, member in enumerate(members)]
    typed = ((-1, TYPE, axiom[0]), (-2, TYPE, axiom[0]))
    body = (axiom, *(atom for pair in values for atom in pair), *typed)
    same = (-1, NUMBERS["sameAs"], -2)
    return Rule("prp-key", body, (same,), ((-1, -2),), _given(axiom, members))


def _given(axiom: Atom, members: tuple[int, ...]) -> tuple[Atom, ...]:
    return tuple(dict.fromkeys((axiom[2], HAS, member) for member in members))


def _pairs(relations: Relations, predicate: int) -> list[tuple[int, int]]:
    keys: list[int] = relations.get(predicate, EMPTY).keys.tolist()
    return [(key >> SHIFT, key & MASK) for key in keys]


def _stated(relations: Relations, predicate: int) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    relation = relations.get(predicate, EMPTY)
    for key in relation.keys[relation.rounds == 0].tolist():
        found.setdefault(key >> SHIFT, []).append(key & MASK)
    return found


def _walk(head: int, first: dict[int, list[int]], rest: dict[int, list[int]]) -> tuple[int, ...] | None:
    members: list[int] = []
    seen: set[int] = set()
    while head != NIL:
        match first.get(head, []), rest.get(head, []):
            case [member], [following] if head not in seen:
                seen.add(head)
                members.append(member)
                head = following
            case _:
                return None
    return tuple(members)
