"""Sorted texts in; the same texts as one block of bytes, each found by its number and each number by its text, out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray


class Texts(Struct, frozen=True):
    """Texts by number, in order: a block of bytes costs a fifth of what as many strings do.

    ``ends``  where each text ends in the block. The order of UTF-8 bytes is that of the texts themselves.
    """

    block: bytes
    ends: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, number: int) -> str:
        return self._bytes(number).decode()

    def find(self, text: str) -> int | None:
        """Return the number of a text, None when it is not among them."""
        wanted = text.encode()
        place = bisect_left(range(len(self)), wanted, key=self._bytes)
        return place if place < len(self) and self._bytes(place) == wanted else None

    def _bytes(self, number: int) -> bytes:
        start = int(self.ends[number - 1]) if number else 0
        return self.block[start : int(self.ends[number])]


def texts(ordered: Sequence[str]) -> Texts:
    """Return the block of texts that stand in order."""
    encoded = [text.encode() for text in ordered]
    lengths = np.fromiter(map(len, encoded), dtype=np.int64, count=len(encoded))
    return Texts(b"".join(encoded), lengths.cumsum())
