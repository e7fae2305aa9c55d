"""``kg queries`` -> the saved questions, in both languages, with their parameters."""

from __future__ import annotations

import argparse

from kg.session.saved import SavedParameter, SavedQuestion, questions_for, saved_question


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("name", nargs="?", help="only the question of this name")


def run(options: argparse.Namespace) -> int:
    """List the saved questions of the pack, or one of them."""
    known = questions_for(options.pack)
    for question in (saved_question(options.name, known),) if options.name else known:
        _print(question)
    return 0


def _print(question: SavedQuestion) -> None:
    print(f"{question.name}\n  {question.about}\n  {question.text['en']}\n  {question.text['zh']}")
    for name, parameter in question.parameters.items():
        print(f"  --{name}  {_wanted(parameter)}; default: {' / '.join(dict.fromkeys(parameter.start.values()))}")


def _wanted(parameter: SavedParameter) -> str:
    return f"a {parameter.kind}" + (f" of the class {parameter.cls}" if parameter.cls else "")
