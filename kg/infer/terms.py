"""Terms as N-Quads text, and the numbers that stand for them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kg.infer.relation import Integers
from kg.infer.vocabulary import TERMS


class Terms(dict[bytes, int]):
    """The number of each term; a term that is new gets the next one when it is looked up by ``terms[text]``."""

    def __init__(self) -> None:
        self.texts: list[bytes] = list(TERMS.values())
        super().__init__((text, number) for number, text in enumerate(self.texts))

    def __missing__(self, text: bytes) -> int:
        number = self[text] = len(self.texts)
        self.texts.append(text)
        return number

    def text(self, number: int) -> str:
        """Return a term as N-Quads text."""
        return self.texts[number].decode()

    def are_literals(self, numbers: Integers) -> NDArray[np.bool_]:
        """Tell of each term whether it is a literal: those can be no subjects in RDF."""
        return np.array([self.texts[number].startswith(b'"') for number in numbers.tolist()], dtype=bool)

    def is_iri(self, number: int) -> bool:
        """Tell whether a term is an IRI: only those can be predicates in RDF."""
        return self.texts[number].startswith(b"<")
