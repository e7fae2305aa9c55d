"""A typed value in; one readable, stable text out: a field a line, defaults left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass

from kg.base.dates import Period


def pretty(value: object, indent: int = 0) -> str:
    """Write a value as text: short ones on one line, others with a line a part."""
    flat = _flat(value)
    if len(flat) + indent <= 100:
        return flat
    pad, inner = " " * indent, " " * (indent + 4)
    if isinstance(value, Period) or not (is_dataclass(value) or isinstance(value, list | tuple | Mapping)):
        return flat
    opening, parts, closing = _parts(value)
    lines = [f"{inner}{label}{pretty(part, indent + 4)},\n" for label, part in parts]
    return f"{opening}\n{''.join(lines)}{pad}{closing}"


def _flat(value: object) -> str:
    if isinstance(value, Period):
        return f"Period({value})"
    if not (is_dataclass(value) or isinstance(value, list | tuple | Mapping)):
        return repr(value)
    opening, parts, closing = _parts(value)
    return opening + ", ".join(label + _flat(part) for label, part in parts) + closing


def _parts(value: object) -> tuple[str, list[tuple[str, object]], str]:
    if isinstance(value, Mapping):
        return "{", [(f"{_flat(key)}: ", part) for key, part in value.items()], "}"
    if isinstance(value, list | tuple):
        return "[", [("", part) for part in value], "]"
    assert is_dataclass(value)
    told = [(f"{field.name}=", getattr(value, field.name)) for field in fields(value)]
    defaults = [_default(field) for field in fields(value)]
    kept = [pair for pair, default in zip(told, defaults, strict=True) if pair[1] != default]
    return f"{type(value).__name__}(", kept, ")"


def _default(field: Field[object]) -> object:
    return field.default_factory() if field.default_factory is not MISSING else field.default
