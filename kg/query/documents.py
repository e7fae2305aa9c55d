"""A name in, the documents that it means out: a source, or all that someone published or wrote."""

from __future__ import annotations

from kg.base.diagnostics import diagnostic
from kg.language.syntax import Word
from kg.lexicon.fold import squeeze
from kg.query.meaning import MeaningError, Scope


def documents(word: Word, scope: Scope) -> tuple[str, ...]:
    """Return the documents that a name means: its own id, or those that it published or wrote."""
    simplified = scope.lexicon.simplified
    wanted = {squeeze(word.text, simplified)}
    for meaning in word.meanings:
        if meaning.kind == "thing":
            wanted |= {
                squeeze(n, simplified) for names in scope.pack.things[meaning.id].names.values() for n in names.all
            }
    ids = {meaning.id for meaning in word.meanings if meaning.kind == "source"}
    found = tuple(
        source.id
        for source in scope.pack.sources.values()
        if source.id in ids
        or any(squeeze(text, simplified) in wanted for text in (source.publisher, source.author, source.title) if text)
    )
    if not found:
        raise MeaningError(diagnostic("N003", word.span, text=word.text), 3)
    return found
