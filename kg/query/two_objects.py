"""A clause in; refused when its object may be two: "sell NVIDIA HBM" is HBM of NVIDIA's, or HBM to NVIDIA."""

from __future__ import annotations

from collections.abc import Iterable

from kg.base.diagnostics import diagnostic
from kg.language.syntax import Clause, Phrase
from kg.query.arguments import Assignment
from kg.query.meaning import MeaningError, Scope


def refuse_two_objects(clause: Clause, found: Iterable[Assignment], scope: Scope) -> None:
    """Raise MeaningError M002 for a thing in front of an object when the verb may be told of it with "to"."""
    if scope.lang != "en" or clause.verb is None or clause.passive:
        return
    compounds = [n for n in clause.after if isinstance(n, Phrase) and not n.wh and len(n.nouns) > 1]
    for phrase in compounds:
        first, *rest = phrase.nouns
        if any(meaning.kind != "thing" for meaning in first.meanings):
            continue
        classes = tuple(meaning.slot for meaning in first.meanings)
        for assignment in found:
            taken = {role for role, _ in assignment.roles}
            receiving = [role for marker, role in assignment.pattern.marked if marker == "to" and role not in taken]
            if any(scope.agree(classes, scope.ranges(assignment.pattern.frame, role)) for role in receiving):
                item = " ".join(word.text for word in rest)
                usage = f"{clause.verb.text} {item} to {first.text}; or: {clause.verb.text} {item} of {first.text}"
                raise MeaningError(diagnostic("M002", phrase.span, text=f"{first.text} {item}", usage=usage), 4)
