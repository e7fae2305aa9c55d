"""A witness, a context and what is asked about -> the statement graph: over the columns of the store where it has them.

Of other stores, and in contexts that ask more than columns tell, the statements are read for each question anew.
"""

from __future__ import annotations

from kg.analysis.column_graph import column_flows, column_relations
from kg.analysis.read_sayings import read_sayings
from kg.analysis.statement_graph import StatementGraph, flow_graph, relation_graph
from kg.analysis.witness import Witness
from kg.base.terms import Iri
from kg.columns.admit import admit, is_admissible
from kg.columns.columns import Columns
from kg.columns.columns_of import columns_of
from kg.columns.links import Mask
from kg.query.query import Context
from kg.store.embedded import EmbeddedStore


def relations(witness: Witness, context: Context, ends: tuple[Iri, Iri]) -> StatementGraph:
    """Return the relation graph (``kg.analysis.statement_graph``); raise BudgetError when time is out."""
    found = admitted_columns(witness, context)
    if found is not None:
        return column_relations(*found, witness.pack, ends)
    return relation_graph(read_sayings(witness, context, witness.pack.frames.values()), witness.pack, ends)


def flows(witness: Witness, context: Context) -> StatementGraph:
    """Return the flow graph; raise BudgetError when time is out."""
    found = admitted_columns(witness, context)
    if found is not None:
        return column_flows(*found, witness.pack)
    frames = [frame for frame in witness.pack.frames.values() if frame.flow is not None]
    return flow_graph(read_sayings(witness, context, frames), witness.pack)


def admitted_columns(witness: Witness, context: Context) -> tuple[Columns, Mask | None] | None:
    """Return the columns of the store and the mask of what the context admits; None where there are none."""
    store = witness.store
    if not isinstance(store, EmbeddedStore) or not is_admissible(context):
        return None
    columns = columns_of(store, witness.pack, witness.left)
    return columns, admit(store, columns, context, witness.pack, witness.left)
