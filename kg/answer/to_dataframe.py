"""An answer -> a pandas DataFrame of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.answer.answer import Answer
from kg.answer.flat import flat
from kg.base.diagnostics import Lang

if TYPE_CHECKING:
    from pandas import DataFrame


def to_dataframe(answer: Answer, lang: Lang | None = None) -> DataFrame:
    """Return one line a row, with the columns of ``flat``; numbers stay numbers.

    Raise ModuleNotFoundError when pandas is not installed (``pip install 'kgask[pandas]'``).
    """
    from pandas import DataFrame

    return DataFrame(flat(answer, lang))
