"""A session and a folder in; the atlas of its graph in that folder, out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.base.diagnostics import Lang
from kg.base.errors import KgError
from kg.view.atlas.atlas import atlas as pages
from kg.view.web.write import write

if TYPE_CHECKING:
    from kg.session.session import Session


def atlas(session: Session, folder: Path, lang: Lang = "en", *, seconds: float = 120.0) -> Path:
    """Write a page a thing, and the pages that lead to them; return the start page.

    Raise KgError when the folder cannot be written. Other files in it stay as they are.
    """
    about = session.about(*session.pack.things, lang=lang, seconds=seconds)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in pages(about, session.pack, lang):
            write(text, folder / path)
    except OSError as error:
        raise KgError(f"{folder} cannot be written: {error.strerror}") from error
    return folder / "index.html"
