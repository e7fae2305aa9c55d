"""pyvis's Network with a page of its own: one file, no request, nothing in the data able to act."""

from __future__ import annotations

import json
import webbrowser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pyvis.network import Network  # noqa: TID253 - the class needs its base; this module is only loaded to make a page

from kg.base.errors import KgError
from kg.view.clean import clean
from kg.view.web.assets import environment
from kg.view.web.notebook import frame
from kg.view.web.write import write


class KGNetwork(Network):  # type: ignore[misc]
    """A network that can be edited like any of pyvis and is shown by kg's page.

    ``page`` is what the page shows beside the picture (see ``kg.view.web.payload``); empty for a bare network.
    Every way of pyvis to write it gives the same safe page: UTF-8, one file, no folder beside it.
    """

    def __init__(self, page: Mapping[str, object] | None = None) -> None:
        super().__init__(directed=True, notebook=False, cdn_resources="in_line")
        self.page: dict[str, object] = dict(page or {})
        self.node_ids: list[str] = _Ids()
        self.options: dict[str, object] = default_options()
        self.templateEnv = environment(self.page)
        self.path = "template.html"

    def add_node(self, n_id: str | int, label: str | None = None, **options: Any) -> None:  # noqa: ANN401
        """Add a node as pyvis does; its id and its texts are cleaned, and an empty label stays empty."""
        key = clean(str(n_id))
        options.setdefault("shape", "box")
        super().add_node(key, label=" ", **_with_text(options))
        self.node_map[key]["label"] = clean(str(n_id if label is None else label))

    def add_nodes(self, nodes: list[str | int], **options: list[Any]) -> None:
        """Add several nodes; every option is a list as long as ``nodes``. Ids stay texts."""
        for index, node in enumerate(nodes):
            self.add_node(node, **{key: values[index] for key, values in options.items()})

    def add_edge(self, source: str | int, to: str | int, **options: Any) -> None:  # noqa: ANN401
        """Add an edge between nodes that are there; KgError when one of them is not."""
        start, end = clean(str(source)), clean(str(to))
        for key in (start, end):
            if key not in self.node_ids:
                raise KgError(f"no node {key!r}: add it before its edges")
        super().add_edge(start, end, **_with_text(options))

    def get_nodes(self) -> list[str]:
        """Return the ids of all nodes."""
        return self.node_ids

    def from_nx(self, nx_graph: Any, *arguments: Any, **options: Any) -> None:  # noqa: ANN401
        """Add a networkx graph; pyvis writes into the graph that it is given, so it gets a copy."""
        super().from_nx(nx_graph.copy(), *arguments, **options)

    def set_options(self, options: str | Mapping[str, object]) -> None:
        """Take vis-network options, as a mapping or as JSON; they add to those that are set."""
        self.options = _merged(self.options, json.loads(options) if isinstance(options, str) else options)

    def toggle_physics(self, status: bool) -> None:
        """Switch physics on or off; with it on, the places that the layout gave are only where boxes begin."""
        self.set_options({"physics": {"enabled": bool(status)}})

    def set_template(self, path_to_template: str) -> None:
        """Refuse: the page's policy holds for its own template only."""
        raise KgError(f"{path_to_template}: this network has a page of its own; use pyvis.network.Network for others")

    def set_template_dir(self, template_directory: str, template_file: str = "template.html") -> None:
        """Refuse: the page's policy holds for its own template only."""
        self.set_template(f"{template_directory}/{template_file}")

    def prep_notebook(self, custom_template: bool = False, custom_template_path: str | None = None) -> None:
        """Do nothing: the page is the same in a notebook."""
        if custom_template:
            self.set_template(custom_template_path or "")

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:
        """Return the page as HTML: the same text whatever the arguments, which pyvis has for its own pages."""
        del name, local, notebook
        for item in (*self.nodes, *self.edges):
            item.update(_with_text({"title": item["title"]} if item.get("title") else {}))
        self.html = str(super().generate_html(name="page.html")) + "\n"
        return self.html

    def write_html(self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False) -> None:
        """Write the page to the file ``name``, whole or not at all; nothing else is written."""
        path = Path(name)
        write(self.generate_html(local=local, notebook=notebook), path)
        if open_browser:
            webbrowser.open(path.resolve().as_uri())

    def save_graph(self, name: str) -> None:
        """Write the page to the file ``name``."""
        self.write_html(name)

    def show(self, name: str, local: bool = True, notebook: bool = True) -> object:
        """Write the page to the file ``name`` and show it: in a notebook inside a frame, else in the browser."""
        self.write_html(name, local, notebook, open_browser=not notebook)
        return self if notebook else None

    def _repr_html_(self) -> str:
        return frame(self.generate_html())

    def get_network_data(self) -> tuple[object, ...]:
        """Return nodes, edges, heading, height, width and options, the options as a mapping."""
        return self.nodes, self.edges, self.heading, self.height, self.width, self.options


class _Ids(list[str]):
    """A list that knows at once whether it holds an id; pyvis asks that of its list for every node and edge."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[object] = set()

    def append(self, key: str) -> None:
        super().append(key)
        self._known.add(key)

    def __contains__(self, key: object) -> bool:
        return key in self._known


def default_options() -> dict[str, object]:
    """Return the options of vis-network that suit a picture whose places are given."""
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "hover": True,
            "keyboard": False,
            "selectConnectedEdges": False,
            "hoverConnectedEdges": False,
            "tooltipDelay": 200,
        },
        "nodes": {"margin": 8, "borderWidth": 1.5, "chosen": False},
        "edges": {
            "arrows": {"to": {"enabled": True, "scaleFactor": 0.55}},
            "arrowStrikethrough": False,
            "chosen": False,
            "smooth": {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.5},
        },
    }


def _merged(old: Mapping[str, object], new: Mapping[str, object]) -> dict[str, object]:
    merged = dict(old)
    for key, value in new.items():
        before = merged.get(key)
        if isinstance(before, Mapping) and isinstance(value, Mapping):
            merged[key] = _merged(before, value)
        else:
            merged[key] = value
    return merged


def _with_text(options: Mapping[str, object]) -> dict[str, object]:
    """Return options whose title is a text: pyvis looks into it for links and breaks on anything else."""
    return {**options, "title": clean(str(options["title"]))} if "title" in options else dict(options)
