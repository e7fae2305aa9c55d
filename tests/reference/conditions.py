"""Which things a noun covers, and of which a condition is true: loops over statements, nothing else.

model.md: "numbers, quantifiers (only, all, exactly, no), comparisons, top-n and yes/no rest on
stated rows alone". So a scene either holds derived statements beside the stated ones, for what is
listed, or is cut down to what is stated. The other sentences are those of ``kg.query.query``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from kg.query.query import (
    Among,
    And,
    Condition,
    Context,
    Every,
    Fill,
    Holds,
    Not,
    Noun,
    Number,
    Only,
    Or,
    OtherThan,
    Some,
    Step,
)
from tests.reference.admission import admitted, orientations
from tests.reference.comparison import passes
from tests.reference.steps import Told, yielded
from tests.reference.world import Statement, World


@dataclass(frozen=True, slots=True)
class Seen:
    """A statement, and its roles as it is read: a symmetric one can be read either way round."""

    statement: Statement
    roles: dict[str, str]


@dataclass(frozen=True)
class Scene:
    """A world in the context of one query: the statements that count."""

    world: World
    context: Context
    seen: tuple[Seen, ...]
    _steps: dict[Step, set[str]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def stated(self) -> Scene:
        """The same without what rules derive."""
        return replace(self, seen=tuple(seen for seen in self.seen if not seen.statement.premises))

    @cached_property
    def told(self) -> Told:
        """The stated statements, for the steps of analysis."""
        return [(seen.statement, seen.roles) for seen in self.stated.seen]

    def yielded(self, step: Step) -> set[str]:
        """Return what a step of analysis yields, worked out once."""
        if step not in self._steps:
            self._steps[step] = yielded(step, self.world, self.told, lambda noun: covered(noun, self.stated))
        return self._steps[step]


def scene(world: World, context: Context) -> Scene:
    """Return the world with only the statements that satisfy the context."""
    statements = [statement for statement in world.statements if admitted(statement, context, world)]
    return Scene(world, context, tuple(Seen(s, roles) for s in statements for roles in orientations(s, world)))


def covered(noun: Noun, scene: Scene) -> list[str]:
    """Return the things that a noun covers."""
    return [thing for thing in scene.world.things if covers(noun, thing, scene)]


def covers(noun: Noun, thing: str, scene: Scene) -> bool:
    """Tell whether a noun covers a thing: "those of a class, or named, that meet a condition"."""
    if noun.cls is not None and noun.cls not in scene.world.classes_of(thing):
        return False
    if noun.names:
        # "a name covers all that is of its kind unless exact"
        known_as = {thing} if noun.exact else scene.world.kinds_of(thing)
        if not known_as & set(noun.names):
            return False
    return noun.where is None or meets(thing, noun.where, scene)


def meets(thing: str, condition: Condition, scene: Scene) -> bool:
    """Tell whether a condition is true of a thing."""
    match condition:
        case And(parts):
            return all(meets(thing, part, scene) for part in parts)
        case Or(parts):
            return any(meets(thing, part, scene) for part in parts)
        case Not(part):
            return not meets(thing, part, scene.stated)  # "No such statement is documented."
        case Among(step):
            return thing in scene.yielded(step)
        case OtherThan(names):
            return not scene.world.kinds_of(thing) & set(names)
        case Holds() as holds:
            # "quantified fills take scope left to right"; the others belong to the statement in the middle.
            quantified = [fill for fill in holds.fills if not isinstance(fill.quantifier, Some)]
            rests_on_stated = bool(quantified) or holds.reach == "chain"
            return _holds(thing, holds, {}, quantified, scene.stated if rests_on_stated else scene)


def _holds(thing: str, holds: Holds, bound: dict[str, str], quantified: list[Fill], scene: Scene) -> bool:
    if not quantified:
        return _documented(thing, holds, bound, scene)
    first, *others = quantified
    return _counts(first, lambda filler: _holds(thing, holds, {**bound, first.role: filler}, others, scene), scene)


def _counts(fill: Fill, rest: Callable[[str], bool], scene: Scene) -> bool:
    fillers = {thing for thing in scene.world.things if rest(thing)}
    meant = set(covered(fill.noun, scene))
    match fill.quantifier:
        case Every():
            # "For each thing that the noun covers there is such a statement"; of nothing, nothing is said.
            return bool(meant) and meant <= fillers
        case Only():
            # "There is such a statement, and every statement's filler is covered by the noun."
            return bool(fillers) and fillers <= meant
        case Number(op, count):
            # "The count of distinct fillers compares so with count". A small number is said only of what
            # takes part in such a statement, whoever fills the role there (model.md: "Unknown is not none").
            small = op in ("<", "<=") and not is_nought(op, count)
            return compare(len(fillers & meant), op, count) and (not small or bool(fillers))
        case _:
            raise AssertionError("Some needs no binding")


def is_nought(op: str, count: int) -> bool:
    """Tell whether the number can only be nought: then nothing of the kind is asked for, as by Not."""
    return (op, count) in (("=", 0), ("<=", 0), ("<", 1))


def compare(found: int, op: str, count: int) -> bool:
    """Compare two counts."""
    return {
        "=": found == count,
        "<": found < count,
        "<=": found <= count,
        ">": found > count,
        ">=": found >= count,
    }[op]


def _documented(thing: str, holds: Holds, bound: dict[str, str], scene: Scene) -> bool:
    """Tell whether the thing fills its role in a statement, or in a chain of them, with these fillers."""
    if holds.reach == "one":
        return any(
            fits(seen, thing, holds, scene) and all(seen.roles.get(role) == bound[role] for role in bound)
            for seen in scene.seen
        )
    (fill,) = holds.fills  # "only for frames whose two roles can be chained"
    reached = _reached(thing, holds, fill.role, scene)
    if bound:
        return bound[fill.role] in reached
    return any(covers(fill.noun, end, scene) for end in reached)


def fits(seen: Seen, thing: str, holds: Holds, scene: Scene) -> bool:
    """Tell whether one statement is such as ``holds`` asks for, with the thing in its role.

    Fillers under a quantifier other than Some must be there; which they are is for the quantifier.
    """
    if seen.statement.frame != holds.frame or seen.roles.get(holds.role) != thing:
        return False
    if not all(passes(seen.statement, test, scene.world) for test in holds.tests):
        return False
    for fill in holds.fills:
        filler = seen.roles.get(fill.role)
        if filler is None:
            return False
        if isinstance(fill.quantifier, Some) and not covers(fill.noun, filler, scene):
            return False
    return True


def _reached(start: str, holds: Holds, onward: str, scene: Scene) -> set[str]:
    """Return what the start leads to: "one or more steps from statement to statement"."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for seen in scene.seen:
            onto = seen.roles.get(onward)
            if seen.statement.frame != holds.frame or seen.roles.get(holds.role) != here:
                continue
            if onto is None or onto in found:
                continue
            if all(passes(seen.statement, test, scene.world) for test in holds.tests):
                found.add(onto)
                waiting.append(onto)
    return found
