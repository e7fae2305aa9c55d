"""A row of an answer in; in plain sentences, what it stands on and who says so, out."""

from __future__ import annotations

from collections.abc import Iterator

from kg.answer.answer import Answer, Claim, Row, Source, Statement
from kg.pack.pack import Pack
from kg.view.clean import clean
from kg.view.evidence import row_evidence, strongest_first
from kg.view.phrases import phrase
from kg.view.sentence import details, sentence
from kg.view.values import date_text, name


def why(answer: Answer, row: Row, pack: Pack) -> str:
    """Say each statement that a row stands on with its claims; a derived one with its rule and its premises.

    The claims of a statement that comes again are not repeated.
    """
    statements = row_evidence(answer, row).statements
    premises = {premise for statement in statements for premise in statement.premises}
    seen: set[str] = set()
    return "\n".join(
        line
        for statement in statements
        if statement.id not in premises
        for line in _said(answer, statement, pack, 0, seen)
    )


def cite(answer: Answer, row: Row) -> tuple[str, ...]:
    """Return the sources of a row as citations, that of the strongest claim first."""
    return tuple(citation(source) for source in row_evidence(answer, row).sources)


def citation(source: Source) -> str:
    """Write a source as a citation: author, title, publisher, date, address."""
    parts = (source.author, f'"{source.title or source.id}"', source.publisher, source.date, source.url)
    return ", ".join(clean(part) for part in parts if part)


def _said(answer: Answer, statement: Statement, pack: Pack, depth: int, seen: set[str]) -> Iterator[str]:
    lang, indent = answer.language, "  " * depth
    more = "; ".join(f"{key}: {text}" if key else text for key, text in details(statement, pack, lang))
    yield f"{indent}{sentence(statement, pack, lang)}{f' ({more})' if more else ''}"
    if statement.id in seen:
        return
    seen.add(statement.id)
    if statement.rule is not None:
        rule = pack.rules.get(statement.rule)
        yield f"{indent}  {phrase('derived_by', lang, rule=name(rule.names, lang) if rule else statement.rule)}"
        for premise in statement.premises:
            if premise in answer.statements:
                yield from _said(answer, answer.statements[premise], pack, depth + 1, seen)
    for claim in strongest_first(statement.claims):
        yield f"{indent}  {_claimed(claim, answer)}"


def _claimed(claim: Claim, answer: Answer) -> str:
    lang = answer.language
    words = [phrase(f"status_{claim.status}", lang)]
    if claim.confidence:
        words.append(f"{phrase('heading_confidence', lang)}: {phrase(f'confidence_{claim.confidence}', lang)}")
    words += [clean(claim.source.title or claim.source.id), date_text(claim.source.date, lang), clean(claim.source.url)]
    place = f"{claim.file}:{claim.line}" if claim.file else ""
    return "- " + ", ".join(word for word in (*words, place) if word)
