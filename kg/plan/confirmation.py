"""Two statements of a frame -> the patterns that tell whether they say the same, so that one confirms the other.

They do when the very same roles are filled the very same way. A statement that measures (a choice of the frame has
units of its own, or says whose whole a share is of) must tell the same number of the same measure as well: what two
sources say of a thing's power and its price confirms neither. Dates, scopes and stages make no difference.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.base.iris import TYPE
from kg.base.terms import Iri
from kg.pack.pack import Frame, Qualifier
from kg.plan.pattern import Element, Exists, Group, Triple, Union, Variable
from kg.plan.scope import Scope


def same_statement(one: Variable, other: Variable, frame: Frame, scope: Scope) -> Group:
    """Return the patterns; they bind both statements."""
    return (*_same_roles(one, other, frame, scope), *_same_measure(one, other, frame, scope))


def _same_measure(one: Variable, other: Variable, frame: Frame, scope: Scope) -> Iterator[Element]:
    kinds = [each for each in frame.qualifiers if any(choice.units or choice.whole for choice in each.choices)]
    if not kinds:
        return
    for each in kinds:
        yield from _alike(one, other, each.iri, scope)
    for number in (each for each in frame.qualifiers if each.type == "number"):
        yield from _same_number(one, other, number, scope)


def _same_number(one: Variable, other: Variable, number: Qualifier, scope: Scope) -> Group:
    """Equal in the base unit; without a unit, as written."""
    base = Iri(f"{number.iri}-base")
    unitless = Exists((Triple(one, base, scope.variable("base")),), absent=True)
    return (*_alike(one, other, base, scope), _no_more(one, number.iri, other, number.iri, scope, unitless))


def _alike(one: Variable, other: Variable, iri: Iri, scope: Scope) -> Group:
    """Neither has what the other lacks."""
    return (_no_more(one, iri, other, iri, scope), _no_more(other, iri, one, iri, scope))


def _same_roles(one: Variable, other: Variable, frame: Frame, scope: Scope) -> Group:
    if not frame.symmetric:
        return _equal_roles(one, other, frame, tuple((role.iri, role.iri) for role in frame.roles), scope)
    first, second, *rest = (role.iri for role in frame.roles)
    alike = tuple((iri, iri) for iri in rest)
    straight = _equal_roles(one, other, frame, ((first, first), (second, second), *alike), scope)
    crossed = _equal_roles(one, other, frame, ((first, second), (second, first), *alike), scope)
    return (Union((straight, crossed)),)


def _equal_roles(
    one: Variable, other: Variable, frame: Frame, pairs: tuple[tuple[Iri, Iri], ...], scope: Scope
) -> Group:
    required = {role.iri for role in frame.roles if role.required}
    group: list[Element] = [Triple(one, TYPE, frame.iri), Triple(other, TYPE, frame.iri)]
    for here, there in pairs:
        if here in required and there in required:
            filler = scope.variable("filler")
            group += [Triple(one, here, filler), Triple(other, there, filler)]
        else:
            group += [_no_more(one, here, other, there, scope), _no_more(other, there, one, here, scope)]
    return tuple(group)


def _no_more(one: Variable, here: Iri, other: Variable, there: Iri, scope: Scope, *when: Element) -> Exists:
    """``one`` has no filler at ``here`` that ``other`` lacks at ``there``, as far as what is asked of it holds."""
    filler = scope.variable("filler")
    missing = Exists((Triple(other, there, filler),), absent=True)
    return Exists((Triple(one, here, filler), missing, *when), absent=True)
