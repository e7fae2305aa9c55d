"""The name of a page of the atlas and what it shows in; its HTML out: escaped, and without anything that could act."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from kg.base.diagnostics import Lang
from kg.view.web.csp import style_policy


class Templates:
    """The templates of the atlas in one language."""

    def __init__(self, words: Mapping[str, str], lang: Lang) -> None:
        style = files("kg.view.atlas").joinpath("atlas.css").read_text(encoding="utf-8")
        self._environment = Environment(
            loader=PackageLoader("kg.view.atlas", "."), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        self._environment.globals.update(
            say=words,
            language="zh-Hans" if lang == "zh" else "en",
            style=Markup(style),  # noqa: S704 - a file of this package
            policy=style_policy(style),
        )

    def fill(self, page: str, shown: Mapping[str, object]) -> str:
        """Return a page; its picture is SVG that ``kg.view.web.svg`` has escaped."""
        picture = shown.get("picture")
        extra = {"picture": Markup(picture)} if picture else {}  # noqa: S704
        return self._environment.get_template(f"{page}.html").render({**shown, **extra}) + "\n"
