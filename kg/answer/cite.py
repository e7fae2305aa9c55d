"""An answer -> the sources behind it as a numbered list, and the numbers of each row."""

from __future__ import annotations

from msgspec import Struct

from kg.answer.answer import Answer, Source


class Citations(Struct, frozen=True):
    """``sources`` in the order in which the rows need them; ``rows`` holds for each row places in it, from 1."""

    sources: tuple[Source, ...]
    rows: tuple[tuple[int, ...], ...]

    def __str__(self) -> str:
        return "\n".join(f"[{number}] {citation(source)}" for number, source in enumerate(self.sources, 1))


def cite(answer: Answer) -> Citations:
    """Return the sources of all rows, those of the strongest claims first within a row.

    Statements that stand behind the answer as a whole, and behind no row, come last.
    """
    numbers: dict[str, int] = {}
    sources: dict[str, Source] = {}
    rows: list[tuple[int, ...]] = []
    for statements in (*(row.statements for row in answer.rows), tuple(answer.statements)):
        found: dict[int, None] = {}
        for id in statements:
            for claim in answer.statements[id].claims:
                number = numbers.setdefault(claim.source.id, len(numbers) + 1)
                sources.setdefault(claim.source.id, claim.source)
                found[number] = None
        rows.append(tuple(found))
    return Citations(tuple(sources.values()), tuple(rows[:-1]))


def citation(source: Source) -> str:
    """Write a source as author, title, publisher, date and address, what is not known left out.

    >>> citation(Source("s", "http://e/s", "A map", "Bank", "", "2024-03"))
    'A map. Bank, 2024-03.'
    """
    head = f"{source.author}: {source.title or source.id}" if source.author else source.title or source.id
    rest = ", ".join(part for part in (source.publisher, source.date) if part)
    head = head if head.endswith((".", "?", "!", "。", "?", "!")) else f"{head}."
    text = f"{head} {rest}." if rest else head
    return f"{text} {source.url}" if source.url else text
