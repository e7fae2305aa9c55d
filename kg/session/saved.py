"""Saved questions in (one TOML file each), their texts with parameters filled out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from kg.base.diagnostics import Lang
from kg.base.errors import KgError
from kg.pack.resources import shipped_folder

_PARAMETER = re.compile(r"\$([A-Za-z][A-Za-z0-9_]*)")


class Expected(Struct, frozen=True):
    """What a saved question must answer on the pack that it was saved for; None where it does not say.

    ``stated`` lists those of ``entities`` that a source states; the others are derived. ``values`` are the distinct
    numbers or texts of the first column.
    """

    entities: tuple[str, ...] | None = None
    stated: tuple[str, ...] | None = None
    values: tuple[str | float, ...] | None = None
    number: float | None = None
    boolean: bool | None = None


class SavedQuestion(Struct, frozen=True):
    """A question kept under a name, in both languages. ``parameters`` have a value to start from."""

    name: str
    about: str
    text: Mapping[str, str]
    parameters: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    answers: Expected = field(default_factory=Expected)

    def fill(self, lang: Lang, values: Mapping[str, str] | None = None) -> str:
        """Return the text in one language, each ``$parameter`` replaced by its value.

        Values may be in either language; KgError when one is given that the question does not have.
        """
        given = dict(values or {})
        if unknown := sorted(given.keys() - self.parameters.keys()):
            known = ", ".join(f"--{name}" for name in self.parameters) or "none"
            raise KgError(f"{self.name} has no parameter --{unknown[0]}; it has: {known}")
        start = {name: languages[lang] for name, languages in self.parameters.items()}
        return _PARAMETER.sub(lambda match: (start | given)[match.group(1)], self.text[lang])


def saved_questions(folder: Path | None = None) -> tuple[SavedQuestion, ...]:
    """Read all saved questions of a folder (default: those that ship), by name."""
    files = sorted((folder or shipped_folder("queries")).glob("*.toml"))
    return tuple(_read(file) for file in files)


def saved_question(name: str, folder: Path | None = None) -> SavedQuestion:
    """Return one saved question; KgError that names the nearest ones when there is none of that name."""
    questions = {question.name: question for question in saved_questions(folder)}
    if name in questions:
        return questions[name]
    near = _nearest(name, questions)
    hint = f"; nearest: {', '.join(near)}" if near else ""
    raise KgError(f"no saved question is called '{name}'{hint}. `kg queries` lists them all")


def _nearest(name: str, questions: Mapping[str, SavedQuestion]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name, questions, n=3, cutoff=0.4)


def _read(file: Path) -> SavedQuestion:
    try:
        content: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
        return _question(file.stem, content)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise KgError(f"{file}: not a saved question ({type(error).__name__}: {error})") from error


def _question(name: str, content: Mapping[str, Any]) -> SavedQuestion:
    answers = content.get("answers", {})
    return SavedQuestion(
        name=name,
        about=content["about"],
        text={"en": content["en"], "zh": content["zh"]},
        parameters={
            key: {"en": value["en"], "zh": value["zh"]} for key, value in content.get("parameters", {}).items()
        },
        answers=Expected(
            entities=_sorted(answers.get("entities")),
            stated=_sorted(answers.get("stated")),
            values=_sorted(answers.get("values")),
            number=answers.get("number"),
            boolean=answers.get("boolean"),
        ),
    )


def _sorted(values: list[Any] | None) -> tuple[Any, ...] | None:
    return None if values is None else tuple(sorted(values))
