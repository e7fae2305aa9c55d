"""The questions that come with a pack in, asked in both languages; what is not answered as they say, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.answer.answer import EntityCell
from kg.base.diagnostics import Diagnostic, Lang
from kg.base.errors import KgError, QuestionError
from kg.pack.manifest import read_manifest
from kg.pack.problems import Place, Problems
from kg.session.answer import Answer
from kg.session.saved import Expected, SavedQuestion, questions_for
from kg.session.session import Session

_LANGUAGES: tuple[Lang, ...] = ("en", "zh")


def check_questions(session: Session, folder: Path) -> tuple[Diagnostic, ...]:
    """Ask every question of the pack; return those that are refused, or not answered as their file says."""
    problems = Problems()
    listed = read_manifest(folder).questions
    for question in questions_for(folder) if listed else ():
        file = f"{listed}/{question.name}.toml"
        for lang in _LANGUAGES:
            _check(session, question, lang, file, problems)
    return tuple(problems.found)


def _check(session: Session, question: SavedQuestion, lang: Lang, file: str, problems: Problems) -> None:
    text = question.text[lang]
    try:
        wrong = list(_differences(session.ask(text, parameters=question.given(lang)), question.answers))
    except QuestionError as error:
        first = error.diagnostics[0]
        wrong = [(f"{first.code} {first.message('en')}", f"{first.code} {first.message('zh')}")]
    except KgError as error:
        wrong = [(str(error), str(error))]
    if wrong:
        reasons = {"reason": "; ".join(en for en, _ in wrong), "reason_zh": ";".join(zh for _, zh in wrong)}
        problems.add("P043", Place(file, _line(session.folder / file, lang)), text=text, **reasons)


def _line(file: Path, lang: Lang) -> int:
    """Return the line on which a saved question has its text of a language."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.split("=")[0].strip() == lang), 0)


def _differences(answer: Answer, expected: Expected) -> Iterator[tuple[str, str]]:
    """Yield what differs, in both languages."""
    stated = [cell.id for row in answer.rows if row.derived is None and isinstance(cell := row.cells[0], EntityCell)]
    if expected.entities is not None:
        yield from _sets("entities", answer.entities, expected.entities)
    if expected.stated is not None:
        yield from _sets("stated", stated, expected.stated)
    if expected.number is not None and answer.number != expected.number:
        yield _instead("number", answer.number, expected.number)
    if expected.boolean is not None and answer.boolean != expected.boolean:
        yield _instead("boolean", answer.boolean, expected.boolean)


def _sets(name: str, found: Iterable[str], wanted: Iterable[str]) -> Iterator[tuple[str, str]]:
    missing, more = sorted(set(wanted) - set(found)), sorted(set(found) - set(wanted))
    if missing:
        yield f"{name}: missing {', '.join(missing)}", f"{name}:缺 {', '.join(missing)}"
    if more:
        yield f"{name}: unexpected {', '.join(more)}", f"{name}:多出 {', '.join(more)}"


def _instead(name: str, found: object, wanted: object) -> tuple[str, str]:
    return f"{name}: {found} instead of {wanted}", f"{name}:是{found},应为{wanted}"
