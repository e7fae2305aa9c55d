"""Nouns and conditions of the typed query -> patterns.

A noun covers a thing that is of its class, that is or is of the kind of one of its names, and of
which its condition is true. Conditions mean:

``Holds``   There is one statement of the frame, admitted by the context, in which the thing fills
            the role, every fill's role is filled by something its noun covers, and every test
            passes. With ``reach="chain"``: one or more such statements end to end.
``Or``, ``And``  As in logic.
``Among``   A step of analysis yields the thing.
``OtherThan``  The thing is none of those named, and of the kind of none of them.
``Not``     There is no such stated statement (the same context holds inside: see admission.py).

Fills with ``Some`` belong to the statement itself; the quantified ones stand around it, the first
outermost. With P(y) for "there is such a statement in which y fills the role":

``Every``   P(y) for each y that the noun covers, and the noun covers something.
``Only``    P(y) for some y, and for no y that the noun does not cover. A statement in which the
            role is empty says nothing of it.
``Number``  The count of the distinct y that the noun covers with P(y) compares so. "At most" and
            "fewer than" hold only of things with some P(y), whatever y is: of a thing of which
            nothing is documented, no small number is known. Where the number can only be nought,
            nought is meant: no y that the noun covers has P(y).

Quantified conditions and negations rest on stated statements alone.
"""

from __future__ import annotations

from typing import Literal, assert_never

from msgspec import Struct
from msgspec.structs import replace

from kg.base.iris import OF_KIND
from kg.pack.pack import Frame
from kg.plan.nouns import affirms, anything, basis, is_none, named
from kg.plan.passes.order import order_select
from kg.plan.pattern import (
    Compare,
    Element,
    Exists,
    Filter,
    Group,
    Having,
    Minus,
    Reaches,
    Select,
    Slot,
    Subselect,
    Tally,
    Triple,
    Union,
    Values,
    Variable,
    Yields,
)
from kg.plan.plan import ChainTrace, Closure, NodeTrace, StepTrace, Stride, Trace, TripleTrace
from kg.plan.scope import Scope
from kg.plan.statement import Pattern, Reach, statement
from kg.query.query import (
    Among,
    And,
    Condition,
    Every,
    Fill,
    Holds,
    Lost,
    Not,
    Noun,
    Number,
    Only,
    Or,
    OtherThan,
    Some,
    Step,
)

NumberOp = Literal["=", "<", "<=", ">", ">="]


def cover(
    thing: Variable, noun: Noun, ranges: tuple[str, ...], scope: Scope, reach: Reach = "stated", bound: bool = True
) -> Pattern:
    """Return what a noun asks of a thing that fills a role with these ranges.

    ``bound`` tells that other patterns bind the thing; else the pattern binds it in any case.
    """
    pattern = Pattern(basis(thing, noun, ranges, scope, bound))
    if noun.where is None:
        return pattern
    return pattern + condition(thing, noun.where, scope, named(thing, noun, scope), reach)


# ---------------------------------------------------------------- conditions


def condition(thing: Variable, where: Condition, scope: Scope, anchor: Group = (), reach: Reach = "stated") -> Pattern:
    """Return the patterns of a condition, with the traces of the statements that meet it.

    ``anchor`` restricts the thing already; it is repeated inside of inner SELECTs, which would
    otherwise range over everything.
    """
    match where:
        case Holds() if is_quantified(where):
            pattern = Pattern(_quantified(thing, where, scope, anchor))
            if reach == "test" or not affirms(where):
                return pattern
            return pattern + taking_part(thing, loosened(where), scope, "stated")
        case Holds():
            return taking_part(thing, where, scope, reach)
        case And(parts):
            return sum((condition(thing, part, scope, anchor, reach) for part in parts), Pattern())
        case Or(parts):
            patterns = [_standing_alone(thing, part, scope, anchor, reach) for part in parts]
            traces = tuple(trace for pattern in patterns for trace in pattern.traces)
            return Pattern((Union(tuple(pattern.group for pattern in patterns)),), traces)
        case Not(part):
            return Pattern((_absent(thing, condition(thing, part, scope, anchor, "test").group, anchor, scope),))
        case Among(step):
            return _among(thing, step, scope, reach)
        case OtherThan(names):
            return Pattern(tuple(_other_than(thing, name, scope) for name in names))
        case _:
            assert_never(where)


def _among(thing: Variable, step: Step, scope: Scope, reach: Reach) -> Pattern:
    """Return the pattern of what a step yields; the things that it does without are found before it."""
    lost = None
    if isinstance(step, Lost):
        absent = scope.variable("lost")
        lost = order_select(Select((absent,), cover(absent, step.lost, (), scope, "test", bound=False).group))
    scope.preparations.append(Stride(step, lost))
    number = len(scope.preparations) - 1
    return Pattern((Yields(thing, number),), () if reach == "test" else (StepTrace(number, thing),))


def _other_than(thing: Variable, name: str, scope: Scope) -> Element:
    """Return that a thing is not the named one, and not of its kind where it is a kind."""
    iri = scope.pack.iri(name)
    if scope.kinds.is_leaf(name):
        return Filter(Compare(thing, "!=", iri))
    return Exists((Triple(thing, OF_KIND, iri),), absent=True)


def _standing_alone(thing: Variable, part: Condition, scope: Scope, anchor: Group, reach: Reach) -> Pattern:
    """Return one arm of a union: it binds the thing itself, for what it takes away is taken from itself."""
    pattern = condition(thing, part, scope, anchor, reach)
    if not affirms(part):
        pattern = Pattern(anchor or anything(thing, (), scope)) + pattern
    marked = [_marked(trace, scope) for trace in pattern.traces]
    return Pattern(pattern.group + tuple(e for _, mark in marked for e in mark), tuple(trace for trace, _ in marked))


def _marked(trace: Trace, scope: Scope) -> tuple[Trace, Group]:
    """Return a trace with a column that only its own arm of a union binds, and what binds it."""
    match trace:
        case TripleTrace(frame, subject, object) if not isinstance(subject, Variable):
            mark = scope.variable("end")
            return TripleTrace(frame, mark, object), (Values(mark, (subject,)),)
        case TripleTrace(frame, subject, object) if not isinstance(object, Variable):
            mark = scope.variable("end")
            return TripleTrace(frame, subject, mark), (Values(mark, (object,)),)
        case _:
            return trace, ()


def is_quantified(holds: Holds) -> bool:
    """Tell whether a fill has another quantifier than Some."""
    return any(not isinstance(fill.quantifier, Some) for fill in holds.fills)


def loosened(holds: Holds) -> Holds:
    """Return the condition with Some in place of every quantifier: its statements are the evidence."""
    return replace(holds, fills=tuple(replace(fill, quantifier=Some()) for fill in holds.fills))


def is_plain(group: Group) -> bool:
    """Tell whether a group may stand in EXISTS: looked at for one thing at a time, without inner SELECTs."""
    for element in group:
        match element:
            case Subselect() | Minus() | Reaches() | Yields():
                return False
            case Union(groups) if not all(
                is_plain(arm) and not any(isinstance(e, Exists) for e in arm) for arm in groups
            ):
                return False  # rdflib errs on a negation in an arm of a union inside of a negation
            case Exists(inner) if not is_plain(inner):
                return False
            case _:
                pass
    return bool(group)


def _absent(thing: Variable, group: Group, anchor: Group, scope: Scope) -> Element:
    """Return the negation of a group about a thing that is bound beside it.

    NOT EXISTS looks at one thing at a time and suits plain patterns. What holds inner SELECTs or
    takes away from the thing itself is subtracted as a whole.
    """
    match group:
        case (Exists(inner, absent),):  # not none: some
            return Exists(inner, absent=not absent)
    if is_plain(group) and any(not isinstance(element, Exists | Filter) for element in group):
        return Exists(group, absent=True)
    binds = any(isinstance(element, Triple | Values | Reaches | Yields | Union | Subselect) for element in group)
    start = anchor or (() if binds else anything(thing, (), scope))
    return Minus(Select((thing,), start + group))


def taking_part(
    thing: Variable, holds: Holds, scope: Scope, reach: Reach, bound: dict[str, Variable] | None = None
) -> Pattern:
    """Return the pattern of an unquantified Holds; ``bound`` roles are filled from outside."""
    frame = scope.pack.frames[holds.frame]
    if holds.reach == "chain":
        return _chain(thing, holds, frame, scope, bound or {})
    roles: dict[str, Slot] = {holds.role: thing, **(bound or {})}
    fillers = Pattern()
    for fill in holds.fills:
        if fill.role not in roles:
            roles[fill.role], pattern = _filler(fill, frame, scope, reach)
            fillers += pattern
    return statement(frame, roles, holds.tests, scope, reach) + fillers


def _filler(fill: Fill, frame: Frame, scope: Scope, reach: Reach) -> tuple[Slot, Pattern]:
    """Return the slot of a filler and what is asked of it; a name with nothing below it stands for itself."""
    noun = fill.noun
    single = len(noun.names) == 1 and noun.where is None and (noun.exact or scope.kinds.is_leaf(noun.names[0]))
    if single and (noun.cls is None or scope.kinds.all_are(noun.names, True, noun.cls)):
        return scope.pack.iri(noun.names[0]), Pattern()
    variable = scope.variable(fill.role)
    return variable, cover(variable, noun, frame.role(fill.role).ranges, scope, reach)


def _chain(thing: Variable, holds: Holds, frame: Frame, scope: Scope, bound: dict[str, Variable]) -> Pattern:
    """Return a step through a closure: each link is such a statement, the last filler is covered.

    The first fill names the end of the chain; further fills hold of every link.
    """
    end, *others = holds.fills
    if end.role not in bound and end.noun == Noun():  # whatever leads on leads on by a first link
        return taking_part(thing, replace(holds, reach="one"), scope, "stated")
    target = bound.get(end.role) or scope.variable(end.role)
    covered = Pattern()
    if end.role not in bound:
        covered = cover(target, end.noun, frame.role(end.role).ranges, scope, "test", bound=False)
    left, right = scope.variable("from"), scope.variable("to")
    link = replace(holds, fills=tuple(others), reach="one")
    step = taking_part(left, link, scope, "stated", {end.role: right})
    edges = Select(distinct_columns((left, right), step.traces), step.group)
    ends = Select((target,), covered.group) if covered.group else None
    scope.preparations.append(Closure(edges, left, right, step.traces[0], ends))
    index = len(scope.preparations) - 1
    return Pattern((Reaches(thing, target, index),), (ChainTrace(index, thing, target),))


def distinct_columns(first: tuple[Variable, ...], traces: tuple[Trace, ...]) -> tuple[Variable, ...]:
    """Return the columns of a SELECT whose rows can be traced to statements, each once."""
    found = dict.fromkeys(first)
    for trace in traces:
        match trace:
            case NodeTrace(_, node):
                found[node] = None
            case TripleTrace(_, one, other) | ChainTrace(_, one, other):
                found.update((slot, None) for slot in (one, other) if isinstance(slot, Variable))
            case StepTrace(_, one):
                found[one] = None
    return tuple(found)


# ---------------------------------------------------------------- quantifiers


def _quantified(thing: Variable, holds: Holds, scope: Scope, anchor: Group) -> Group:
    fills = tuple(fill for fill in holds.fills if not isinstance(fill.quantifier, Some))
    return _Quantified(holds, scope, anchor, fills).level(0, (thing,))


class _Quantified(Struct, frozen=True):
    """The quantified fills of one Holds; level n binds the thing and the fillers of the first n of them."""

    holds: Holds
    scope: Scope
    anchor: Group
    fills: tuple[Fill, ...]

    def level(self, depth: int, keys: tuple[Variable, ...]) -> Group:
        """Return a group that is true of the thing and fillers in ``keys``; from depth 1 on it binds them."""
        if depth == len(self.fills):
            bound = {fill.role: key for fill, key in zip(self.fills, keys[1:], strict=True)}
            return self.anchor + taking_part(keys[0], self.holds, self.scope, "test", bound).group
        match self.fills[depth].quantifier:
            case Every():
                return self._every(depth, keys)
            case Only():
                return self._only(depth, keys)
            case Number(op, count):
                return self._number(depth, keys, op, count)
            case _:
                raise AssertionError("Some belongs to the statement")

    def _fillers(self, depth: int, keys: tuple[Variable, ...], covered: bool = True) -> tuple[Variable, Group]:
        """Return a filler and the group of the statements with it, of covered fillers or of any."""
        fill = self.fills[depth]
        filler = self.scope.variable(fill.role)
        group = self.level(depth + 1, (*keys, filler))
        return filler, group + (self._cover(fill, filler) if covered else ())

    def _cover(self, fill: Fill, filler: Variable, bound: bool = True) -> Group:
        return cover(filler, fill.noun, self._ranges(fill), self.scope, "test", bound).group

    def _ranges(self, fill: Fill) -> tuple[str, ...]:
        if isinstance(fill.quantifier, Every):  # it ranges over all that the noun covers, fillers or not
            return ()
        return self.scope.pack.frames[self.holds.frame].role(fill.role).ranges

    def _every(self, depth: int, keys: tuple[Variable, ...]) -> Group:
        reached, total, member = (self.scope.variable(stem) for stem in ("reached", "total", "member"))
        filler, group = self._fillers(depth, keys)
        of_each = Select((*keys, Tally(filler, reached)), group, False, keys, _some(filler))
        members = self._cover(self.fills[depth], member, bound=False)
        of_all = Select((Tally(member, total),), members, distinct=False)
        return (Subselect(of_each), Subselect(of_all), Filter(Compare(reached, "=", total)))

    def _only(self, depth: int, keys: tuple[Variable, ...]) -> Group:
        _, group = self._fillers(depth, keys)
        other, others = self._fillers(depth, keys, covered=False)
        outside = _uncovered(other, self.fills[depth], self._ranges(self.fills[depth]), self.scope)
        left_out = (Minus(Select(keys, others + outside)),) if outside else ()
        return (Subselect(Select(keys, group)), *left_out)

    def _anyone(self, keys: tuple[Variable, ...]) -> Group:
        """Return the group of all things that may fill the roles of the keys."""
        frame = self.scope.pack.frames[self.holds.frame]
        roles = (self.holds.role, *(fill.role for fill in self.fills))
        ranges = (frame.role(role).ranges for role in roles[: len(keys)])
        pairs = zip(keys, ranges, strict=True)
        return tuple(element for key, classes in pairs for element in anything(key, classes, self.scope))

    def _number(self, depth: int, keys: tuple[Variable, ...], op: NumberOp, count: int) -> Group:
        if is_none(self.fills[depth]) or (op, count) == (">=", 0):
            start = self._anyone(keys) if depth else ()
            none = () if op == ">=" else (Minus(Select(keys, self._fillers(depth, keys)[1])),)
            return start + none
        filler, group = self._fillers(depth, keys)
        if op in ("<", "<=") and self._cover(self.fills[depth], filler):
            _, any_filler = self._fillers(depth, keys, covered=False)
            more = (Having(filler, ">=" if op == "<" else ">", count), *_some(filler))
            return (Subselect(Select(keys, any_filler)), Minus(Select(keys, group, False, keys, more)))
        having = (Having(filler, op, count), *(_some(filler) if op in ("<", "<=") else ()))
        return (Subselect(Select(keys, group, False, keys, having)),)


def _some(filler: Variable) -> tuple[Having]:
    """Return the test that a group has a filler: rdflib makes one group of nothing where SPARQL makes none."""
    return (Having(filler, ">=", 1),)


def _uncovered(filler: Variable, fill: Fill, ranges: tuple[str, ...], scope: Scope) -> Group:
    """Return what is true of a bound filler that the noun does not cover; empty when it covers all."""
    group = cover(filler, fill.noun, ranges, scope, "test").group
    match group:
        case ():
            return ()
        case (Values(_, terms),):
            return tuple(Filter(Compare(filler, "!=", term)) for term in terms)
        case _ if is_plain(group):
            return (Exists(group, absent=True),)
        case _:
            covered = cover(filler, fill.noun, ranges, scope, "test", bound=False).group
            return (Minus(Select((filler,), covered)),)


def breach(thing: Variable, holds: Holds, fill: Fill, scope: Scope) -> Pattern | None:
    """Return the pattern of a statement that breaks ``Only``: its filler is not covered; None when all are."""
    other = scope.variable(fill.role)
    uncovered = _uncovered(other, fill, scope.pack.frames[holds.frame].role(fill.role).ranges, scope)
    if not uncovered:
        return None
    return taking_part(thing, loosened(holds), scope, "stated", {fill.role: other}) + Pattern(uncovered)
