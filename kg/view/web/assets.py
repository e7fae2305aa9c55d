"""The files of this folder and pyvis's vis-network in; the template with its scripts, style and policy out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from kg.base.errors import KgError
from kg.view.web.csp import policy
from kg.view.web.embed import embedded
from kg.view.web.wording import words

#: The parts of the page's script, in the order in which they are put together.
SCRIPTS = (
    "data", "state", "shapes", "geometry", "picture", "large", "minimap", "expand", "focus", "panel", "legend", "table", "chart", "search",
    "drawing", "files", "keys", "start",
)  # fmt: skip
_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"


def environment(page: Mapping[str, object]) -> Environment:
    """Return a Jinja environment whose ``template.html`` knows its scripts, style and policy, and ``page``."""
    made = Environment(loader=PackageLoader("kg.view.web", "."), autoescape=True)
    scripts, style = (vis_script(), page_script()), page_style()
    made.filters["embedded"] = embedded
    made.globals.update(
        page=page,
        policy=_policy(),
        style=Markup(style),  # noqa: S704 - files of this package and of pyvis, checked in _policy
        scripts=[Markup(text) for text in scripts],  # noqa: S704
        needed=" ".join(words()[lang]["script_needed"] for lang in ("en", "zh")),
    )
    return made


@lru_cache(maxsize=1)
def _policy() -> str:
    scripts, style = (vis_script(), page_script()), page_style()
    for text in (*scripts, style):
        if "</script" in text.lower() or "</style" in text.lower() or "<!--" in text or "\r" in text:
            raise KgError("a script or style of the page would end its element early, or not match its hash")
    return policy(scripts, (style,))


@lru_cache(maxsize=1)
def vis_script() -> str:
    """Return pyvis's own vis-network, without the comment that sends a debugger to look for its source map."""
    text = files("pyvis").joinpath(_VIS).read_text(encoding="utf-8")
    return "\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMappingURL")) + "\n"


@lru_cache(maxsize=1)
def page_script() -> str:
    """Return the page's script: its parts in one closed scope."""
    folder = files("kg.view.web").joinpath("scripts")
    parts = [_bare(folder.joinpath(f"{part}.js").read_text(encoding="utf-8")) for part in SCRIPTS]
    return '"use strict";\n(async () => {\n' + "\n".join(parts) + "\nstart();\n})();\n"


def _bare(script: str) -> str:
    """Return a script without its comments and indents, which every page would carry; no string spans lines."""
    lines = (line.strip() for line in script.split("\n"))
    return "\n".join(line for line in lines if line and not line.startswith("//"))


@lru_cache(maxsize=1)
def page_style() -> str:
    """Return the page's style sheet."""
    return files("kg.view.web").joinpath("page.css").read_text(encoding="utf-8")
