"""A row of an answer in; in plain sentences, what it stands on and who says so, out."""

from __future__ import annotations

from collections.abc import Iterator

from kg.answer.answer import Answer, Claim, Row, Statement
from kg.answer.cite import citation
from kg.pack.pack import Pack
from kg.view.clean import clean
from kg.view.evidence import row_evidence, strongest_first
from kg.view.heading import rule_text
from kg.view.phrases import PHRASES, phrase
from kg.view.sentence import details, sentence


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


def _said(answer: Answer, statement: Statement, pack: Pack, depth: int, seen: set[str]) -> Iterator[str]:
    lang, indent = answer.language, "  " * depth
    more = "; ".join(f"{key}: {text}" if key else text for key, text in details(statement, pack, lang))
    yield f"{indent}{sentence(statement, pack, lang)}{f' ({more})' if more else ''}"
    if statement.id in seen:
        return
    seen.add(statement.id)
    if statement.rule is not None:
        yield f"{indent}  {phrase('derived_by', lang, rule=rule_text(statement.rule, pack, lang))}"
        for premise in statement.premises:
            if premise in answer.statements:
                yield from _said(answer, answer.statements[premise], pack, depth + 1, seen)
    for claim in strongest_first(statement.claims):
        yield f"{indent}  {_claimed(claim, answer)}"


def _claimed(claim: Claim, answer: Answer) -> str:
    standing = [_word(f"status_{claim.status}", answer)]
    if claim.confidence:
        standing.append(
            f"{phrase('heading_confidence', answer.language)} {_word(f'confidence_{claim.confidence}', answer)}"
        )
    place = f" [{clean(claim.file)}:{claim.line}]" if claim.file else ""
    return f"- {', '.join(standing)}: {clean(citation(claim.source))}{place}"


def _word(id: str, answer: Answer) -> str:
    """Return a word for a status or a confidence; one that a pack has made up stands for itself."""
    return phrase(id, answer.language) if id in PHRASES else clean(id.partition("_")[2])
