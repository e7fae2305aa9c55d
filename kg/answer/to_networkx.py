"""An answer -> a networkx MultiDiGraph of its subgraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kg.answer.answer import Answer, EntityCell, Statement
from kg.answer.subgraph import subgraph

if TYPE_CHECKING:
    from networkx import MultiDiGraph


def to_networkx(answer: Answer) -> MultiDiGraph[str]:
    """Return the subgraph: nodes are things by id, edges are statements by id.

    A statement leads from the filler of its first role to that of each other role, with one edge
    each, keyed ``id/role``; one that fills a single role is no edge but stands in the node's
    ``facts``. Nodes have ``label`` and ``cls``; edges ``statement``, ``frame``, ``role``, ``derived``, the
    qualifiers, ``status`` and ``sources`` of the claims.
    """
    from networkx import MultiDiGraph

    graph: MultiDiGraph[str] = MultiDiGraph(question=answer.question)
    part = subgraph(answer)
    for cell in part.nodes:
        graph.add_node(cell.id, **_node(cell, cell.id in part.asked))
    for statement in part.statements:
        fillers = list(statement.roles.items())
        if len(fillers) == 1:
            graph.nodes[fillers[0][1].id]["facts"].append(_attributes(statement))
        for role, cell in fillers[1:]:
            attributes = _attributes(statement) | {"role": role}
            graph.add_edge(fillers[0][1].id, cell.id, key=f"{statement.id}/{role}", **attributes)
    return graph


def _node(cell: EntityCell, asked: bool) -> dict[str, Any]:
    return {
        "label": cell.label.get("en", cell.id),
        "label_zh": cell.label.get("zh", cell.id),
        "iri": cell.iri,
        "cls": cell.cls,
        "asked": asked,
        "facts": [],
    }


def _attributes(statement: Statement) -> dict[str, Any]:
    return dict(_plain(statement)) | {f"q_{id}": value for id, value in statement.qualifiers.items()}


def _plain(statement: Statement) -> Iterator[tuple[str, Any]]:
    yield "statement", statement.id
    yield "frame", statement.frame
    yield "derived", statement.rule or ""
    yield "valid_from", statement.valid_from
    yield "valid_to", statement.valid_to
    yield "status", statement.claims[0].status if statement.claims else ""
    yield "sources", [claim.source.id for claim in statement.claims]
