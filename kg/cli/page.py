"""``kg page``: a question, a thing or the whole graph -> a page, or a folder of pages, on disk."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from msgspec.structs import replace

from kg.base.diagnostics import Lang
from kg.base.errors import KgError
from kg.cli.graph import open_graph
from kg.lexicon.fold import is_han
from kg.session.answer import Answer
from kg.session.session import Session

_MOST_STEPS = 4


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("subject", nargs="*", help="a question, or the name or id of a thing")
    parser.add_argument("--atlas", metavar="DIR", type=Path, help="write the whole graph as a folder of pages")
    parser.add_argument(
        "--out", metavar="FILE", type=Path, help="where the page goes (default: named after the subject)"
    )
    parser.add_argument(
        "--around", metavar="N", type=int, default=0, help="hold N steps around the answer, to be expanded in the page"
    )
    parser.add_argument("--lang", choices=("en", "zh"), help="language of the page (default: the question's)")
    parser.add_argument("--as-of", metavar="DATE", help="answer as of a day, month, quarter or year")
    parser.add_argument("--no-derived", action="store_true", help="leave out what rules derive")
    parser.add_argument("--open", action="store_true", help="open the page in the browser")


def run(options: argparse.Namespace) -> int:
    """Write the page or the atlas; print where it is; return the exit code."""
    text = " ".join(options.subject).strip()
    if bool(text) == bool(options.atlas):
        raise KgError("say either a question or a thing, or --atlas DIR; see `kg page --help`")
    if not 0 <= options.around <= _MOST_STEPS:
        raise KgError(f"--around takes 0 to {_MOST_STEPS}: with more steps everything is near to everything")
    session = open_graph(options)
    path = _write_atlas(session, options) if options.atlas else _write_page(session, text, options)
    print(path)
    if options.open:
        import webbrowser

        webbrowser.open(path.resolve().as_uri())
    return 0


def _write_atlas(session: Session, options: argparse.Namespace) -> Path:
    from kg.session.atlas import atlas

    folder: Path = options.atlas
    return atlas(session, folder, options.lang or "en")


def _write_page(session: Session, text: str, options: argparse.Namespace) -> Path:
    from kg.view.page import save_page

    answer = page_answer(session, text, options)
    path: Path = options.out or Path(f"{_file_name(text)}.html")
    around = session.around(answer, options.around) if options.around else None
    try:
        save_page(answer, session.pack, path, around)
    except OSError as error:
        raise KgError(f"{path} cannot be written: {error.strerror}") from error
    return path


def page_answer(session: Session, text: str, options: argparse.Namespace) -> Answer:
    """Return the answer that a page shows: what is known of the things that the text names, else its answer."""
    named = session.named(text)
    if named:
        lang: Lang = options.lang or ("zh" if any(map(is_han, text)) else "en")
        return session.about(*named, lang=lang)
    answer = session.ask(text, as_of=options.as_of, derived=not options.no_derived)
    return replace(answer, language=options.lang) if options.lang else answer


def _file_name(text: str) -> str:
    """Return a name for a file: the words of the text; what no file system takes is left out."""
    words = re.findall(r"\w+", text)
    return "-".join(words)[:80] or "page"
