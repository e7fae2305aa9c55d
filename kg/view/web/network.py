"""pyvis's Network with a page of its own: one file, no request, nothing in the data able to act."""

from __future__ import annotations

import json
import webbrowser
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup
from pyvis.network import Network  # noqa: TID253 - the class needs its base; this module is only loaded to make a page

from kg.base.errors import KgError
from kg.view.clean import clean
from kg.view.web.csp import policy
from kg.view.web.notebook import frame
from kg.view.web.wording import words
from kg.view.web.write import write

#: The parts of the page's script, in the order in which they are put together.
SCRIPTS = (
    "data", "state", "shapes", "geometry", "picture", "focus", "panel", "legend", "table", "search", "drawing",
    "files", "keys", "start",
)  # fmt: skip
_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"


class KGNetwork(Network):  # type: ignore[misc]
    """A network that can be edited like any of pyvis and is shown by kg's page.

    ``page`` is what the page shows beside the picture (see ``kg.view.web.payload``); empty for a bare network.
    Every way of pyvis to write it gives the same safe page: UTF-8, one file, no folder beside it.
    """

    def __init__(self, page: Mapping[str, Any] | None = None, *, height: str = "620px", width: str = "100%") -> None:
        super().__init__(height=height, width=width, directed=True, notebook=False, cdn_resources="in_line")
        self.page = dict(page or {})
        self.node_ids = _Ids()
        self.options: dict[str, Any] = default_options()
        self.templateEnv = _environment().overlay()
        self.templateEnv.globals = _environment().globals | {"page": self.page}
        self.path = "template.html"

    def add_node(self, n_id: str | int, label: str | None = None, **options: Any) -> None:  # type: ignore[override]
        """Add a node as pyvis does; its id and its label are cleaned texts, and an empty label stays empty."""
        id = clean(str(n_id))
        options.setdefault("shape", "box")
        super().add_node(id, label=" ", **options)
        self.node_map[id]["label"] = clean(str(n_id if label is None else label))

    def add_nodes(self, nodes: list[Any], **options: list[Any]) -> None:
        """Add several nodes; every option is a list as long as ``nodes``. Ids stay texts."""
        for index, node in enumerate(nodes):
            self.add_node(node, **{key: values[index] for key, values in options.items()})

    def add_edge(self, source: str | int, to: str | int, **options: Any) -> None:
        """Add an edge between nodes that are there; KgError when one of them is not."""
        start, end = clean(str(source)), clean(str(to))
        for id in (start, end):
            if id not in self.node_ids:
                raise KgError(f"no node {id!r}: add it before its edges")
        super().add_edge(start, end, **options)

    def get_nodes(self) -> list[str]:
        """Return the ids of all nodes."""
        return self.node_ids

    def from_nx(self, nx_graph: Any, *arguments: Any, **options: Any) -> None:
        """Add a networkx graph; pyvis writes into the graph it is given, so it gets a copy."""
        super().from_nx(nx_graph.copy(), *arguments, **options)

    def set_options(self, options: str | Mapping[str, Any]) -> None:
        """Take vis-network options, as a mapping or as JSON; they add to those that are set."""
        self.options = _merged(self.options, json.loads(options) if isinstance(options, str) else options)

    def toggle_physics(self, status: bool) -> None:
        """Switch physics on or off; with it on, the places that the layout gave are only where boxes begin."""
        self.set_options({"physics": {"enabled": bool(status)}})

    def set_template(self, path_to_template: str) -> None:
        """Refuse: the page's policy holds for its own template only."""
        raise KgError(
            f"{path_to_template}: this network has its own page; use pyvis.network.Network for other templates"
        )

    def set_template_dir(self, template_directory: str, template_file: str = "template.html") -> None:
        """Refuse: the page's policy holds for its own template only."""
        self.set_template(f"{template_directory}/{template_file}")

    def prep_notebook(self, custom_template: bool = False, custom_template_path: str | None = None) -> None:
        """Do nothing: the page is the same in a notebook."""
        if custom_template:
            self.set_template(custom_template_path or "")

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:  # noqa: ARG002
        """Return the page as HTML: the same text whatever the arguments, which pyvis has for its own pages."""
        nodes, edges = self.nodes, self.edges
        self.nodes, self.edges = [_with_texts(node) for node in nodes], [_with_texts(edge) for edge in edges]
        try:
            html: str = super().generate_html(name="page.html")
        finally:
            self.nodes, self.edges = nodes, edges
        self.html = html + "\n"
        return self.html

    def write_html(
        self,
        name: str,
        local: bool = True,
        notebook: bool = False,
        open_browser: bool = False,  # noqa: ARG002
    ) -> None:
        """Write the page to the file ``name``, whole or not at all; nothing else is written."""
        path = Path(name)
        write(self.generate_html(), path)
        if open_browser:
            webbrowser.open(path.resolve().as_uri())

    def save_graph(self, name: str) -> None:
        """Write the page to the file ``name``."""
        self.write_html(name)

    def show(self, name: str, local: bool = True, notebook: bool = True) -> Any:  # noqa: ARG002
        """Write the page to the file ``name`` and show it: in a notebook inside a frame, else in the browser."""
        self.write_html(name, open_browser=not notebook)
        if not notebook:
            return None
        from IPython.display import HTML

        return HTML(self._repr_html_())

    def _repr_html_(self) -> str:
        return frame(self.generate_html())

    def get_network_data(self) -> tuple[Any, ...]:
        """Return nodes, edges, heading, height, width and options, the options as a mapping."""
        return self.nodes, self.edges, self.heading, self.height, self.width, self.options


class _Ids(list[str]):
    """A list that knows at once whether it holds an id; pyvis asks that of its list for every node and edge."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[object] = set()

    def append(self, id: str) -> None:
        super().append(id)
        self._known.add(id)

    def __contains__(self, id: object) -> bool:
        return id in self._known


def default_options() -> dict[str, Any]:
    """Return the options of vis-network that suit a picture with given places."""
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


def _merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(old)
    for key, value in new.items():
        before = merged.get(key)
        both = isinstance(before, Mapping) and isinstance(value, Mapping)
        merged[key] = _merged(before, value) if both else value
    return merged


def _with_texts(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return a node or an edge with texts that pyvis and vis-network take as texts."""
    return {key: str(value) if key in ("title", "label") else value for key, value in item.items()}


def as_json(value: Any) -> Markup:
    """Return a value as JSON that can stand inside a script element: cleaned, without ``<``, ``>`` and ``&``."""
    text = json.dumps(_cleaned(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704


def _cleaned(value: Any) -> Any:
    match value:
        case str():
            return clean(value)
        case bool() | int() | None:
            return value
        case float():
            return value if abs(value) < float("inf") else None
        case Mapping():
            return {clean(str(key)): _cleaned(each) for key, each in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_cleaned(each) for each in value]
        case _:
            return clean(str(value))


@lru_cache(maxsize=1)
def vis_script() -> str:
    """Return pyvis's own vis-network, without the comment that sends a debugger to look for its source map."""
    text = files("pyvis").joinpath(_VIS).read_text(encoding="utf-8")
    return "\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMappingURL")) + "\n"


@lru_cache(maxsize=1)
def page_script() -> str:
    """Return the page's script: its parts in one closed scope."""
    folder = files("kg.view.web").joinpath("scripts")
    parts = [folder.joinpath(f"{part}.js").read_text(encoding="utf-8") for part in SCRIPTS]
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "\nstart();\n})();\n"


@lru_cache(maxsize=1)
def page_style() -> str:
    """Return the page's style sheet."""
    return files("kg.view.web").joinpath("page.css").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(loader=PackageLoader("kg.view.web", "."), autoescape=True)
    scripts, style = (vis_script(), page_script()), page_style()
    for text in (*scripts, style):
        if "</script" in text.lower() or "</style" in text.lower() or "<!--" in text:
            raise KgError("a script or style of the page would end its element early")
    environment.filters["json"] = as_json
    environment.globals.update(
        policy=policy(scripts, (style,)),
        style=Markup(style),  # noqa: S704 - files of this package and of pyvis, checked above
        scripts=[Markup(text) for text in scripts],  # noqa: S704
        needed=" ".join(words()[lang]["script_needed"] for lang in ("en", "zh")),
    )
    return environment
