"""A noun's class and names -> patterns; and what a condition implies without being looked at."""

from __future__ import annotations

from kg.base.iris import OF_KIND, TYPE
from kg.plan.pattern import Group, Triple, Values, Variable
from kg.plan.scope import Scope
from kg.query.query import Among, And, Condition, Fill, Holds, Not, Noun, Number, Or, OtherThan


def named(thing: Variable, noun: Noun, scope: Scope) -> Group:
    """Return the patterns of the noun's names alone; nothing when it has none."""
    if not noun.names:
        return ()
    iris = tuple(scope.pack.iri(name) for name in noun.names)
    if noun.exact or all(scope.kinds.is_leaf(name) for name in noun.names):
        return (Values(thing, iris),)
    if len(iris) == 1:
        return (Triple(thing, OF_KIND, iris[0]),)
    kind = scope.variable("kind")
    return (Values(kind, iris), Triple(thing, OF_KIND, kind))


def basis(thing: Variable, noun: Noun, ranges: tuple[str, ...], scope: Scope, bound: bool) -> Group:
    """Return what a noun asks beside its condition; it binds the thing unless something else does."""
    group = named(thing, noun, scope) + _of_class(thing, noun, ranges, scope)
    return group if group or bound or affirms(noun.where) else anything(thing, ranges, scope)


def anything(thing: Variable, ranges: tuple[str, ...], scope: Scope) -> Group:
    """Return the pattern of all things of the classes, of all classes of the pack when there are none."""
    classes = scope.pack.classes
    roots = ranges or tuple(id for id, cls in classes.items() if not any(parent in classes for parent in cls.parents))
    match [classes[id].iri for id in roots if id in classes]:
        case []:
            return (Triple(thing, OF_KIND, thing),)
        case [iri]:
            return (Triple(thing, TYPE, iri),)
        case iris:
            cls = scope.variable("class")
            return (Values(cls, tuple(iris)), Triple(thing, TYPE, cls))


def _of_class(thing: Variable, noun: Noun, ranges: tuple[str, ...], scope: Scope) -> Group:
    """Return the restriction to the noun's class, nothing where something else implies it."""
    cls = noun.cls
    if cls is None or _all_are(ranges, cls, scope) or _implies(noun.where, cls, scope):
        return ()
    if noun.names and scope.kinds.all_are(noun.names, noun.exact, cls):
        return ()
    return (Triple(thing, TYPE, scope.pack.classes[cls].iri),)


def _all_are(ranges: tuple[str, ...], cls: str, scope: Scope) -> bool:
    return bool(ranges) and all(scope.pack.is_a(found, cls) for found in ranges)


def _implies(where: Condition | None, cls: str, scope: Scope) -> bool:
    """Tell whether whatever meets the condition fills a role whose range is within the class."""
    match where:
        case Holds() if affirms(where):
            return _all_are(scope.pack.frames[where.frame].role(where.role).ranges, cls, scope)
        case And(parts):
            return any(_implies(part, cls, scope) for part in parts)
        case Or(parts):
            return all(_implies(part, cls, scope) for part in parts)
        case _:
            return False


def affirms(where: Condition | None) -> bool:
    """Tell whether a condition is only true of things that take part in some statement, or that a step yields."""
    match where:
        case None | Not() | OtherThan():
            return False
        case Holds():
            return all(_needs_one(fill) for fill in where.fills)
        case And(parts):
            return any(affirms(part) for part in parts)
        case Or(parts):
            return all(affirms(part) for part in parts)
        case Among():
            return True


def is_none(fill: Fill) -> bool:
    """Tell whether the quantifier asks for no filler at all."""
    match fill.quantifier:
        case Number(op, count):
            return (op, count) in (("=", 0), ("<=", 0), ("<", 1))
        case _:
            return False


def _needs_one(fill: Fill) -> bool:
    """Tell whether the quantifier is only met where there is a statement with a covered filler."""
    match fill.quantifier:
        case Number(op, count):
            return op not in ("<", "<=") and count > (0 if op != ">" else -1)
        case _:
            return True
