"""``kg queries`` -> the saved questions, in both languages."""

from __future__ import annotations

import argparse

from kg.session.saved import saved_questions


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes: nothing."""


def run(_: argparse.Namespace) -> int:
    """List the saved questions."""
    for question in saved_questions():
        print(f"{question.name}\n  {question.about}\n  {question.text['en']}\n  {question.text['zh']}")
        for name, values in question.parameters.items():
            print(f"  --{name} (default: {values['en']})")
    return 0
