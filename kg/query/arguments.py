"""A clause in, the ways to give its arguments roles out: by word order, by marker, and by class."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from msgspec import Struct

from kg.language.syntax import Clause, Nominal, Phrase, Together
from kg.lexicon.lexicon import VerbPattern
from kg.query.meaning import Scope


class Hole:
    """The place of the thing that a relative clause speaks of."""

    __slots__ = ("classes",)

    def __init__(self, classes: tuple[str, ...]) -> None:
        self.classes = classes


Filler = Nominal | Hole


class Argument(Struct, frozen=True):
    """A filler with the roles that its place in the clause allows, the likeliest first."""

    filler: Filler
    roles: tuple[str, ...]


class Assignment(Struct, frozen=True):
    """One way to read a clause: the pattern, and each filler's role."""

    pattern: VerbPattern
    roles: tuple[tuple[str, Filler], ...]

    def role_of(self, filler: Filler) -> str | None:
        """Return the role that a filler was given."""
        return next((role for role, other in self.roles if other is filler), None)


def assignments(clause: Clause, scope: Scope, hole: Hole | None) -> list[Assignment]:
    """Return every well-typed way to read a clause, one a frame and set of roles, the likeliest first."""
    found: list[Assignment] = []
    seen: set[tuple[str, frozenset[tuple[str, int]], tuple[tuple[str, str], ...]]] = set()
    assert clause.verb
    for meaning in clause.verb.meanings:
        if meaning.kind != "verb":
            continue
        pattern = scope.verb(meaning)
        for way in _ways(clause, pattern, scope, hole):
            key = (pattern.frame, frozenset((role, id(filler)) for role, filler in way), pattern.fixes)
            if key not in seen:
                seen.add(key)
                found.append(Assignment(pattern, way))
    return found


def _ways(
    clause: Clause, pattern: VerbPattern, scope: Scope, hole: Hole | None
) -> Iterator[tuple[tuple[str, Filler], ...]]:
    passive = clause.passive and not pattern.linked
    if pattern.linked and not clause.passive:
        return
    arguments = [*_bare(clause, pattern, passive), *_marked(clause, pattern, passive)]
    if any(not argument.roles for argument in arguments):
        return
    if hole is not None:
        taken = {argument.roles[0] for argument in arguments if len(argument.roles) == 1}
        arguments.append(Argument(hole, tuple(r for r in _hole_roles(clause, pattern, passive) if r not in taken)))
    for choice in itertools.product(*(argument.roles for argument in arguments)):
        if len(set(choice)) == len(choice) and _amounts_given(pattern, choice, scope):
            way = tuple((role, argument.filler) for role, argument in zip(choice, arguments, strict=True))
            if all(fits(filler, role, pattern.frame, scope) for role, filler in way):
                yield way


def _amounts_given(pattern: VerbPattern, roles: tuple[str, ...], scope: Scope) -> bool:
    """A reading with the slot of an amount ("earns {share} from …") means nothing without it."""
    ids = {qualifier.id for qualifier in scope.pack.frames[pattern.frame].qualifiers}
    return all(role in roles for role in pattern.roles if role in ids)


def _roles(slot: str | None) -> tuple[str, ...]:
    return tuple(slot.split("|")) if slot else ()


def _bare(clause: Clause, pattern: VerbPattern, passive: bool) -> list[Argument]:
    subject, direct = _roles(pattern.subject), _roles(pattern.object)
    if passive:
        subject, direct = direct or tuple(role for _, role in pattern.marked), ()
    turned = pattern.lang == "zh" and any(marker in ("被", "由") for marker, _ in clause.marked)
    if turned and not any(marker in ("被", "由") for marker, _ in pattern.marked):
        subject, direct = direct, ()
    result: list[Argument] = []
    before = list(clause.before)
    if len(before) == 2 and pattern.lang == "zh":
        result.append(Argument(before.pop(0), direct))
    topic = direct if pattern.lang == "zh" else ()
    result += [Argument(nominal, tuple(dict.fromkeys((*subject, *topic)))) for nominal in before]
    stranded = tuple(role for marker, role in pattern.marked if marker in clause.stranded)
    # The word that is asked for stands last: "who does Google buy modules from".
    for place, nominal in enumerate(clause.after, start=1):
        roles = (*stranded, *direct) if place == len(clause.after) else (*direct, *stranded)
        result.append(Argument(nominal, tuple(dict.fromkeys(roles))))
    return result


def _marked(clause: Clause, pattern: VerbPattern, passive: bool) -> list[Argument]:
    result: list[Argument] = []
    declared = {marker for marker, _ in pattern.marked}
    for marker, nominal in clause.marked:
        roles = tuple(role for other, role in pattern.marked if other == marker)
        if not roles and (
            (passive and marker == "by") or (pattern.lang == "zh" and marker in ("被", "由") and marker not in declared)
        ):
            roles = _roles(pattern.subject)
        if not roles and pattern.lang == "zh" and marker in ("把", "将"):
            roles = _roles(pattern.object)
        result.append(Argument(nominal, roles))
    return result


def _hole_roles(clause: Clause, pattern: VerbPattern, passive: bool) -> tuple[str, ...]:
    """The roles that a gap may have: the subject's first, then the object's, then any other."""
    subject, direct = _roles(pattern.subject), _roles(pattern.object)
    if passive:
        subject, direct = direct or tuple(role for _, role in pattern.marked), subject
    if clause.before:
        subject = ()
    stranded = tuple(role for marker, role in pattern.marked if marker in clause.stranded)
    return tuple(dict.fromkeys((*stranded, *subject, *direct, *pattern.roles)))


def fits(filler: Filler, role: str, frame: str, scope: Scope) -> bool:
    """Tell whether a filler may have a role: by class, or as the amount of a numeric qualifier."""
    the_frame = scope.pack.frames[frame]
    if any(qualifier.id == role for qualifier in the_frame.qualifiers):
        return isinstance(filler, Phrase) and filler.amount is not None and is_amount(filler)
    if isinstance(filler, Together):
        return all(fits(member, role, frame, scope) for member in filler.members)
    if isinstance(filler, Phrase) and filler.amount is not None and filler.amount.part:
        return False
    ranges = scope.ranges(frame, role)
    return any(scope.agree(classes, ranges) for classes in filler_classes(filler, scope))


def is_amount(phrase: Phrase) -> bool:
    """Whether a phrase is an amount and no number of things: "more than a quarter of …", "more than 100 kW"."""
    amount = phrase.amount
    measured = all(meaning.kind == "choice" for word in phrase.nouns for meaning in word.meanings)
    return amount is not None and (amount.part or (amount.unit is not None and measured))


def filler_classes(filler: Filler, scope: Scope) -> list[tuple[str, ...]]:
    """Return the classes of each thing that a filler may mean; an empty tuple is anything."""
    match filler:
        case Hole():
            return [filler.classes]
        case Together():
            return [classes for member in filler.members for classes in filler_classes(member, scope)]
        case Phrase():
            return _phrase_classes(filler, scope)


def _phrase_classes(phrase: Phrase, scope: Scope) -> list[tuple[str, ...]]:
    if phrase.nouns:
        head = phrase.nouns[-1]
        if head.special == "thing":
            return [()]
        if head.special:
            return [("#" + head.special,)]
        named = [m for m in head.meanings if m.kind in ("thing", "class")]
        # A word for a class and a role ("component") means things of that class, whatever else the role may hold.
        kinds = ("thing", "class", "definition") + (() if any(m.kind == "class" for m in named) else ("role",))
        found = [scope.classes_of(m) for m in head.meanings if m.kind in kinds]
        return found or [("#none",)]
    match phrase.wh:
        case "who":
            return [scope.agents]
        case "what":
            return [scope.others]
        case _:
            return [()]
