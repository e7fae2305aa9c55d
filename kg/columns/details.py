"""What contexts ask of statements beside their roles: when they hold, and what each claim for them is."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

#: The day of what has no date.
UNDATED = np.iinfo(np.int32).min


class Times(Struct, frozen=True):
    """The first day on which each statement may begin and the last on which it may end, as ordinals."""

    begins: NDArray[np.int32]
    ends: NDArray[np.int32]


class Claims(Struct, frozen=True):
    """A place for each claim: its statement, its status and its source, both by number.

    ``published``  the first day on which each source may have been published.
    """

    statements: NDArray[np.int32]
    status: NDArray[np.int16]
    source: NDArray[np.int32]
    statuses: tuple[str, ...]
    sources: tuple[str, ...]
    published: NDArray[np.int32]
