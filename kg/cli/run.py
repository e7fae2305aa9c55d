"""``kg run``: the name of a saved question and its parameters -> its answer."""

from __future__ import annotations

import argparse

from kg.base.diagnostics import Lang
from kg.base.errors import KgError
from kg.cli.answering import add_answer_options, answer_one
from kg.cli.graph import open_graph
from kg.session.saved import questions_for, saved_question


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes; the parameters of the question are read as they come."""
    parser.add_argument(
        "name",
        help="its name, see `kg queries`; give its parameters as --parameter value (`kg queries NAME` lists them)",
    )
    add_answer_options(parser)


def run(options: argparse.Namespace) -> int:
    """Answer the saved question; return the exit code."""
    question = saved_question(options.name, questions_for(options.pack))
    lang: Lang = options.lang or "en"
    options.parameters = question.given(lang, _parameters(options.rest))
    return answer_one(open_graph(options), question.text[lang], options)


def _parameters(rest: list[str]) -> dict[str, str]:
    """Read --name value and --name=value."""
    values: dict[str, str] = {}
    words = iter(rest)
    for word in words:
        name, equals, value = word.partition("=")
        if not name.startswith("--"):
            raise KgError(f"'{word}' is not expected; give parameters as --parameter value")
        if not equals:
            value = next(words, "")
        if not value:
            raise KgError(f"{name} needs a value")
        values[name.removeprefix("--")] = value
    return values
