"""Things and a word for a value of each in, their form out: "NVIDIA's suppliers and, if known, their share".

A share is told of the statement that the things are told by: of suppliers of HBM to NVIDIA, what they have of that.
"""

from __future__ import annotations

from kg.base.diagnostics import diagnostic
from kg.language.syntax import Phrase, Question
from kg.pack.pack import Frame
from kg.query.conditions import canonical_noun
from kg.query.figures import shown
from kg.query.meaning import MeaningError
from kg.query.measures import measure_of
from kg.query.naming import unasked
from kg.query.nominal import noun_classes, noun_of
from kg.query.query import And, Facts, Holds, Noun, Some, Test
from kg.query.resolve import Resolver
from kg.query.shares import bases
from kg.query.unsaid import refuse_unsaid


def valued_form(question: Question, resolver: Resolver) -> Facts:
    """Return the things of a question with the value that is told of each. MeaningError where they have none such."""
    word, scope = question.relation, resolver.scope
    assert word is not None and question.phrase is not None
    if isinstance(question.phrase, Phrase) and (question.phrase.counted or question.phrase.wh == "how many"):
        usage = "how many suppliers does NVIDIA have" if scope.lang == "en" else "英伟达有多少家供应商"
        raise MeaningError(diagnostic("M005", word.span, form=word.text, usage=usage), 3)
    refuse_unsaid(question.phrase, scope.lang, allowed=("any", "same", "every"))
    noun = canonical_noun(noun_of(unasked(question.phrase), (), resolver), scope.pack)
    found = measure_of(Phrase(nouns=(word,)), scope) if word.meanings else None
    if found is not None:
        frame, slot, choice = found
        role = frame.roles[0]
        holds: Holds | None = Holds(frame.id, role.id, (), (Test(slot, "=", choice.id),))
        fitting = scope.agree(noun_classes(noun, scope), role.ranges)
    else:
        frames = list(dict.fromkeys(base.frame.id for base in bases(scope)))
        frame = scope.pack.frames[frames[0]] if frames else next(iter(scope.pack.frames.values()))
        holds = _share(noun, frame) if frames and not word.meanings else None
        fitting = holds is not None
    if holds is None or not fitting:
        usage = (
            "NVIDIA's suppliers and, if known, their share" if scope.lang == "en" else "英伟达的供应商及其份额(如有)"
        )
        raise MeaningError(diagnostic("M002", word.span, text=word.text, usage=usage), 2)
    taken = {holds.role, *(fill.role for fill in holds.fills)}
    others = tuple(role.id for role in frame.roles if role.required and role.id not in taken)
    return Facts(noun, holds, (holds.role, *others, *shown(frame)), optional=True)


def _share(noun: Noun, frame: Frame) -> Holds | None:
    """Return the shares in what things are told by: the same roles with the same fillers."""
    roles = {role.id for role in frame.roles}
    parts = noun.where.parts if isinstance(noun.where, And) else (noun.where,)
    for part in parts:
        if isinstance(part, Holds) and part.role in roles and not part.tests and part.fills:
            if all(fill.role in roles and fill.quantifier == Some() for fill in part.fills):
                return Holds(frame.id, part.role, part.fills)
    return None
