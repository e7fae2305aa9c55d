"""A tree in; the same with what only meaning can tell settled, out: "the river Mississippi", 哪些州与得克萨斯接壤."""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from kg.language.syntax import Amount, Circumstances, Clause, Phrase, Together, Word
from kg.query.meaning import Scope

T = TypeVar("T")
#: What no phrase can stand in.
_LEAVES = (str, int, float, Word, Amount, Circumstances)


def narrow(tree: T, scope: Scope) -> T:
    """Return the tree in which a class word before a name has chosen among its meanings, and is gone; and in which
    "A and B" before a verb that holds both ways (接壤) are its two sides."""
    found: Any = tree
    if isinstance(found, tuple):
        parts = tuple(narrow(part, scope) for part in found)
        return tree if all(new is old for new, old in zip(parts, found, strict=True)) else parts  # type: ignore[return-value]
    if not isinstance(found, Struct) or isinstance(found, _LEAVES):
        return tree
    changed: dict[str, Any] = {}
    for name in found.__struct_fields__:
        value = getattr(found, name)
        # Most fields are empty or text, and hold no phrase.
        if value and not isinstance(value, _LEAVES) and (inner := narrow(value, scope)) is not value:
            changed[name] = inner
    if isinstance(found, Phrase):
        nouns = _nouns(changed.get("nouns", found.nouns), scope)
        if nouns != found.nouns:
            changed["nouns"] = nouns
    if isinstance(found, Clause):
        changed |= _two_sides(replace(found, **changed), scope)
    if not changed:
        return tree
    narrowed: Any = replace(found, **changed)
    return narrowed  # type: ignore[no-any-return]


def _two_sides(clause: Clause, scope: Scope) -> dict[str, Any]:
    """Return subject and object of 甲与乙接壤, where one of the two is asked for."""
    if scope.lang != "zh" or clause.kind != "verb" or clause.after or len(clause.before) != 1 or clause.verb is None:
        return {}
    both = clause.before[0]
    if not isinstance(both, Together) or both.op != "and" or len(both.members) != 2:
        return {}
    frames = {scope.verb(m).frame for m in clause.verb.meanings if m.kind == "verb"}
    one, other = both.members
    asks = any(isinstance(side, Phrase) and side.wh for side in both.members)
    if not asks or not frames or not all(scope.pack.frames[frame].symmetric for frame in frames):
        return {}
    return {"before": (one,), "after": (other,)}


def _nouns(nouns: tuple[Word, ...], scope: Scope) -> tuple[Word, ...]:
    for place in range(len(nouns) - 1):
        chosen = _chosen(nouns[place], nouns[place + 1], scope) or _ambiguous(nouns[place + 1], nouns[place], scope)
        if chosen is not None:
            return (*nouns[:place], *_nouns((chosen, *nouns[place + 2 :]), scope))
    return nouns


def _ambiguous(cls: Word, name: Word, scope: Scope) -> Word | None:
    """Return a name of several meanings as the class word behind it reads it ("the Colorado river")."""
    things = {m.id for m in name.meanings if m.kind == "thing"}
    return _chosen(cls, name, scope) if len(things) > 1 else None


def _chosen(cls: Word, name: Word, scope: Scope) -> Word | None:
    """Return the name as the class word reads it, None when the two say something else together."""
    classes = [m.id for m in cls.meanings if m.kind == "class"]
    things = [m for m in name.meanings if m.kind == "thing"]
    fitting = tuple(m for m in things if any(scope.pack.is_a(scope.pack.things[m.id].cls, c) for c in classes))
    return replace(name, meanings=fitting) if fitting else None
