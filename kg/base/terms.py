"""RDF terms as plain Python values: what the stores return and the answers hold."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Iri(str):
    """An absolute IRI; a ``str`` so that it sorts, hashes and prints as its text."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{self!s}>"


class Blank(str):
    """A blank node label; stands for itself within one store only."""

    __slots__ = ()


class Text(Struct, frozen=True):
    """A string literal with its language tag (lower case), as in ``"光模块"@zh``."""

    value: str
    lang: str


#: Whatever a cell of a result can hold; plain ``str`` is an ``xsd:string``.
Term = Iri | Blank | Text | str | bool | int | float | date | None
