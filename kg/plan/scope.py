"""What the parts of one lowering share: pack, context, kinds, fresh variables, preparations."""

from __future__ import annotations

import re
from copy import copy

from kg.pack.pack import Frame, Pack
from kg.plan.kinds import Kinds
from kg.plan.pattern import Variable
from kg.plan.plan import Preparation
from kg.query.query import Context

_NOT_IN_NAME = re.compile(r"[^A-Za-z0-9_]+")


class Scope:
    """The state of one lowering. Variables are numbered in the order in which they are asked for."""

    def __init__(self, pack: Pack, context: Context) -> None:
        self.pack = pack
        self.context = context
        self.kinds = Kinds(pack)
        self.preparations: list[Preparation] = []
        self.rule_heads = frozenset(rule.head.frame for rule in pack.rules.values())
        self._used: dict[str, int] = {}

    def variable(self, stem: str) -> Variable:
        """Return a variable that no one has, named after a role or a frame."""
        name = _NOT_IN_NAME.sub("_", stem).strip("_").lower() or "value"
        name = name if name[0].isalpha() else f"v{name}"
        number = self._used[name] = self._used.get(name, 0) + 1
        return Variable(f"{name}_{number}")

    def in_context(self, context: Context) -> Scope:
        """Return the scope with another context; variables and preparations are shared."""
        other = copy(self)
        other.context = context
        return other

    def is_head(self, frame: Frame) -> bool:
        """Tell whether a rule derives statements of the frame."""
        return frame.form == "node" and frame.id in self.rule_heads
