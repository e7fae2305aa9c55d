"""A typed value <-> bytes (MessagePack), checked against its type when it is read back."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from kg.base.errors import StoreError
from kg.base.terms import Iri

T = TypeVar("T")


def to_bytes(value: object) -> bytes:
    """Return a struct (and the mappings, tuples and IRIs in it) as bytes; equal values give equal bytes."""
    return msgspec.msgpack.encode(value, enc_hook=_write)


def from_bytes(data: bytes, type: type[T]) -> T:
    """Return the value of a type from its bytes; raise StoreError when they do not hold one."""
    try:
        return msgspec.msgpack.decode(data, type=type, dec_hook=_read)
    except msgspec.DecodeError as error:
        raise StoreError(f"the compiled {type.__name__} cannot be read: {error}") from error


def _write(value: object) -> str:
    if isinstance(value, Iri):
        return str(value)
    raise NotImplementedError(f"no {type(value).__name__} can be written as bytes")


def _read(type: Any, value: object) -> object:  # noqa: ANN401  the signature that msgspec asks for
    if type is Iri and isinstance(value, str):
        return Iri(value)
    raise NotImplementedError(f"no {type!r} can be read from bytes")
