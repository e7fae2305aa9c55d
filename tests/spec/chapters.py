"""A chapter of the manual in; its ``ask`` blocks out: sentences of one meaning, and what they must answer.

After ``=>`` stands what is answered: ids; ``id value`` pairs; a number; yes, no, not documented; ``refused CODE``.
Ids behind ``derived:`` come from a rule. A block without ``=>`` must be read; its answer is not held.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kg.answer.answer import Answer, Cell, EntityCell, Row, ValueCell

HERE = Path(__file__).resolve().parent
_BLOCK = re.compile(r"^```ask\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """Sentences that mean the same, and their answer; None when it is not held."""

    chapter: str
    line: int
    sentences: tuple[str, ...]
    answer: str | None


def blocks() -> list[Block]:
    """Return the blocks of all chapters, in order."""
    return [block for chapter in sorted(HERE.glob("*.md")) for block in _blocks(chapter)]


def _blocks(chapter: Path) -> list[Block]:
    text = chapter.read_text(encoding="utf-8")
    found: list[Block] = []
    for match in _BLOCK.finditer(text):
        lines = match["body"].splitlines()
        answers = [line.removeprefix("=>").strip() for line in lines if line.startswith("=>")]
        sentences = tuple(line for line in lines if line.strip() and not line.startswith("=>"))
        line = text.count("\n", 0, match.start()) + 1
        found.append(Block(chapter.name, line, sentences, answers[0] if answers else None))
    return found


def told(answer: Answer) -> str:
    """Return an answer as the manual writes it."""
    if answer.kind == "boolean":
        return {True: "yes", False: "no", None: "not documented"}[answer.boolean]
    if answer.kind == "number":
        return (
            "no data"
            if answer.number is None
            else " ".join([f"{answer.number:.12g}", *([answer.unit] if answer.unit else [])])
        )
    stated = [_row(row) for row in answer.rows if row.derived is None]
    derived = [_row(row) for row in answer.rows if row.derived is not None]
    mark = ", " if any(" " in row for row in stated + derived) else " "
    parts = [mark.join(dict.fromkeys(stated))] if stated else []
    parts += ["derived: " + mark.join(dict.fromkeys(derived))] if derived else []
    return "; ".join(parts) or "nothing"


def _row(row: Row) -> str:
    return " ".join(filter(None, (_cell(cell) for cell in row.cells[:2])))


def _cell(cell: Cell) -> str:
    match cell:
        case EntityCell():
            return cell.id
        case ValueCell(value, unit, upper):
            number = f"{value:.12g}" if isinstance(value, float) else str(value)
            return number + (f"-{upper:.12g}" if upper is not None else "") + (f" {unit}" if unit else "")
        case None:
            return ""


def write_answers(answers: dict[tuple[str, int], str]) -> None:
    """Put the answers, keyed by chapter and line, below the sentences of the blocks that hold one."""
    for chapter in HERE.glob("*.md"):
        text = chapter.read_text(encoding="utf-8")

        def answered(match: re.Match[str], text: str = text, name: str = chapter.name) -> str:
            answer = answers.get((name, text.count("\n", 0, match.start()) + 1))
            return match[0] if answer is None else re.sub(r"^=>.*$", f"=> {answer}", match[0], flags=re.MULTILINE)

        chapter.write_text(_BLOCK.sub(answered, text), encoding="utf-8")
