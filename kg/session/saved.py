"""Saved questions in (one TOML file each), their texts and typed parameters out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, get_args

from msgspec import Struct, field

from kg.base.diagnostics import Lang
from kg.base.errors import KgError
from kg.pack.inside import inside
from kg.pack.manifest import FILE, read_manifest
from kg.pack.resources import default_pack_folder, shipped_folder
from kg.query.parameter import Parameter, ParameterKind


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


class SavedParameter(Struct, frozen=True):
    """A parameter of a saved question: the value to start from in each language, and what a value may be."""

    start: Mapping[str, str]
    kind: ParameterKind = "name"
    cls: str | None = None


class SavedQuestion(Struct, frozen=True):
    """A question kept under a name, in both languages. ``parameters`` have a value to start from."""

    name: str
    about: str
    text: Mapping[str, str]
    parameters: Mapping[str, SavedParameter] = field(default_factory=dict)
    answers: Expected = field(default_factory=Expected)

    def given(self, lang: Lang, values: Mapping[str, str] | None = None) -> Mapping[str, Parameter]:
        """Return the value of each parameter, as it is typed: the one given, else the one to start from.

        Values may be in either language; KgError when one is given that the question does not have.
        """
        given = dict(values or {})
        if unknown := sorted(given.keys() - self.parameters.keys()):
            known = ", ".join(f"--{name}" for name in self.parameters) or "none"
            raise KgError(f"{self.name} has no parameter --{unknown[0]}; it has: {known}")
        return {
            name: Parameter(given.get(name, one.start[lang]), one.kind, one.cls)
            for name, one in self.parameters.items()
        }


def saved_questions(folder: Path | None = None) -> tuple[SavedQuestion, ...]:
    """Read all saved questions of a folder (default: those that ship), by name."""
    files = sorted((folder or shipped_folder("queries")).glob("*.toml"))
    return tuple(_read(file) for file in files)


def questions_for(pack: Path | None) -> tuple[SavedQuestion, ...]:
    """Return the questions of a pack: those that it lists under ``questions``; of the one that ships, those that ship.

    Raise PackError when there is no such pack, KgError when a question cannot be read.
    """
    if pack is None or pack.resolve() == default_pack_folder().resolve():
        return saved_questions()
    listed = read_manifest(pack).questions
    return saved_questions(inside(pack, listed, FILE)) if listed else ()


def saved_question(name: str, known: Iterable[SavedQuestion]) -> SavedQuestion:
    """Return the question of a name; KgError that names the nearest ones when there is none of that name."""
    questions = {question.name: question for question in known}
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
        parameters={key: _parameter(value) for key, value in content.get("parameters", {}).items()},
        answers=Expected(
            entities=_sorted(answers.get("entities")),
            stated=_sorted(answers.get("stated")),
            values=_sorted(answers.get("values")),
            number=answers.get("number"),
            boolean=answers.get("boolean"),
        ),
    )


def _parameter(content: Mapping[str, Any]) -> SavedParameter:
    kind = content.get("type", "name")
    if kind not in get_args(ParameterKind):
        raise TypeError(f"a parameter has the type name, number or date and not {kind!r}")
    return SavedParameter({"en": content["en"], "zh": content["zh"]}, kind, content.get("class"))


def _sorted(values: list[Any] | None) -> tuple[Any, ...] | None:
    return None if values is None else tuple(sorted(values))
