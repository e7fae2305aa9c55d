"""Options of a question -> its answer, printed as they say."""

from __future__ import annotations

import argparse
import io
import json
import sys
from pathlib import Path

from msgspec.structs import replace

from kg.base.errors import KgError
from kg.cli.failure import exit_code
from kg.cli.terminal import has_color, width
from kg.session.answer import Answer
from kg.session.session import Session


def add_answer_options(parser: argparse.ArgumentParser) -> None:
    """Declare how an answer is asked for and shown."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object a question")
    form.add_argument("--table", action="store_true", help="print a table (the default)")
    form.add_argument("--csv", action="store_true", help="print comma-separated rows")
    parser.add_argument("--page", metavar="FILE", type=Path, help="write the answer as an interactive page too")
    parser.add_argument("--as-of", metavar="DATE", help="answer as of a day, month, quarter or year")
    parser.add_argument("--no-derived", action="store_true", help="leave out what rules derive")
    parser.add_argument("--lang", choices=("en", "zh"), help="language of the answer (default: the question's)")
    parser.add_argument("--iri", action="store_true", help="write full IRIs, not short ids")
    parser.add_argument("--seconds", type=float, default=30.0, help="give up after so many seconds (default: 30)")


def add_parameter_option(parser: argparse.ArgumentParser) -> None:
    """Declare what the parameters of a question stand for."""
    parser.add_argument(
        "--parameter",
        metavar="NAME=VALUE",
        action=_Parameter,
        dest="parameters",
        default={},
        help="what $NAME in the question stands for: one name, number or date; repeatable",
    )


class _Parameter(argparse.Action):
    """Collects NAME=VALUE."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,  # noqa: ARG002  a name of argparse
    ) -> None:
        name, equals, value = str(values).partition("=")
        if not equals:
            parser.error(f"--parameter {name}: write it as NAME=VALUE")
        namespace.parameters = {**namespace.parameters, name.removeprefix("$"): value}


def answer_one(session: Session, text: str, options: argparse.Namespace) -> int:
    """Answer one question and print it; return the exit code."""
    try:
        answer = answer_question(session, text, options)
    except KgError as error:
        if not options.json:
            raise
        print_json(session.refusal(text, error), options)
        return exit_code(error)
    return show_answer(answer, options)


def show_answer(answer: Answer, options: argparse.Namespace) -> int:
    """Print an answer, and write its page where one is wanted; return the exit code."""
    if options.page:
        _write_page(answer, options.page)
    print_answer(answer, options)
    if options.page:
        print(f"{'页面' if answer.language == 'zh' else 'Page'}: {options.page}", file=_notes_to(options))
    return 0


def answer_question(session: Session, text: str, options: argparse.Namespace) -> Answer:
    """Answer one question as the options say; raise what the session raises."""
    answer = session.ask(
        text,
        as_of=options.as_of,
        derived=not options.no_derived,
        seconds=options.seconds,
        parameters=options.parameters,
    )
    return replace(answer, language=options.lang) if options.lang else answer


def print_answer(answer: Answer, options: argparse.Namespace) -> None:
    """Print an answer as JSON, CSV or a table."""
    if options.json:
        print_json(answer, options)
    elif options.csv:
        print(answer.to_csv(), end="")
    else:
        print(answer.to_text(width=width(), color=has_color(sys.stdout)), end="")


def print_json(answer: Answer, options: argparse.Namespace, *, one_line: bool = False) -> None:
    """Print the JSON object of an answer."""
    indent = None if one_line else 2
    print(json.dumps(answer.to_dict(iri=options.iri), ensure_ascii=False, indent=indent, allow_nan=False))


def _write_page(answer: Answer, path: Path) -> None:
    from kg.view.page import save_page

    try:
        save_page(answer, answer.pack, path)
    except OSError as error:
        raise KgError(f"{path} cannot be written: {error.strerror}") from error


def _notes_to(options: argparse.Namespace) -> io.TextIOBase:
    """Return where a note goes: beside the table, but never among JSON or CSV."""
    return sys.stderr if options.json or options.csv else sys.stdout  # type: ignore[return-value]
