"""An answer -> GraphML text of its subgraph, for tools such as Gephi, yEd and Cytoscape."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import Any

from kg.answer.answer import Answer
from kg.answer.to_networkx import to_networkx

#: What XML 1.0 cannot hold.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_graphml(answer: Answer) -> str:
    """Return the subgraph as GraphML. Lists become text; characters that XML cannot hold are left out."""
    from networkx import relabel_nodes
    from networkx.readwrite.graphml import generate_graphml

    graph = to_networkx(answer)
    graph = relabel_nodes(graph, {id: _clean(id) for id in graph})
    _flatten(graph.graph)
    for _, node in graph.nodes(data=True):
        _flatten(node)
    for _, _, edge in graph.edges(data=True):
        _flatten(edge)
    # The writer of networkx numbers the attributes in the order in which it meets them: a fixed order.
    return "\n".join(generate_graphml(graph)) + "\n"


def _flatten(attributes: MutableMapping[str, Any]) -> None:
    for name, value in list(attributes.items()):
        several = isinstance(value, list)
        flat = "; ".join(_fact(item) if isinstance(item, dict) else str(item) for item in value) if several else value
        attributes[name] = _clean(flat) if isinstance(flat, str) else flat


def _fact(fact: dict[str, Any]) -> str:
    values = " ".join(str(value) for name, value in fact.items() if name.startswith("q_"))
    return f"{fact['frame']}: {values}" if values else str(fact["frame"])


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)
