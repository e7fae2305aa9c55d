"""A question, or what is wrong with it, in; the local app's page around the answer, with its policy, out."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from urllib.parse import quote

from jinja2 import Environment, PackageLoader
from markupsafe import Markup
from msgspec import Struct

from kg.base.diagnostics import Lang
from kg.view.clean import clean
from kg.view.web.csp import local_policy
from kg.view.web.wording import words


class Shell(Struct, frozen=True):
    """A page of the local app and the policy that it is sent with."""

    html: str
    policy: str


def shell(name: str, lang: Lang, *, question: str = "", error: str = "", examples: Sequence[str] = ()) -> Shell:
    """Return the line to ask in, and below it the answer in a frame of its own, an error, or questions to start from."""
    style, script = (
        files("kg.view.web").joinpath(f"shell.{kind}").read_text(encoding="utf-8") for kind in ("css", "js")
    )
    environment = Environment(loader=PackageLoader("kg.view.web", "."), autoescape=True, trim_blocks=True)
    html = environment.get_template("shell.html").render(
        name=clean(name),
        lang=lang,
        question=clean(question),
        error="\n".join(map(clean, error.splitlines())),
        examples=[clean(one) for one in examples],
        address=f"/page?q={quote(question, errors='replace')}&lang={lang}",
        say=words()[lang],
        style=Markup(style),  # noqa: S704 - files of this package
        script=Markup(script),  # noqa: S704
    )
    return Shell(html, local_policy(script, style))
