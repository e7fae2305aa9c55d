"""An answer -> its subgraph as TriG text, what rules derive in a graph of its own."""

from __future__ import annotations

import warnings

from kg.answer.answer import Answer
from kg.answer.to_dataset import to_dataset
from kg.pack.pack import Pack


def to_trig(answer: Answer, pack: Pack) -> str:
    """Return TriG in the layout of the store."""
    dataset = to_dataset(answer, pack)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib 7.6 warns of its own call
        return str(dataset.serialize(format="trig"))
