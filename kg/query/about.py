"""A clause and one of its nominals in, the condition on that nominal out."""

from __future__ import annotations

from msgspec.structs import replace

from kg.language.syntax import Clause, Clauses, Nominal, Phrase
from kg.query.arguments import Hole as _Gap
from kg.query.arguments import filler_classes
from kg.query.conditions import all_of
from kg.query.query import Condition, Holds, Not, Noun
from kg.query.resolve import Resolver


def about(clause: Clause, asked: Nominal, resolver: Resolver) -> Condition:
    """Return what a clause says of one of its nominals."""
    match clause.kind:
        case "verb":
            return resolver.verb_condition(clause, None, asked)
        case "have":
            condition = resolver.have_condition(clause, asked)
        case "amount":
            condition = resolver.amount_condition(clause, None)
        case _:
            hole = replace(clause, before=())
            from_classes = classes_of(asked, resolver)
            condition = resolver.be_condition(hole, _Gap(from_classes))
    return Not(condition) if clause.negated else condition


def classes_of(nominal: Nominal, resolver: Resolver) -> tuple[str, ...]:
    """Return every class that what a nominal means may have."""
    return tuple(dict.fromkeys(cls for classes in filler_classes(nominal, resolver.scope) for cls in classes))


def shared_subject(clauses: Clauses) -> Clauses:
    """Give later clauses the subject of the first when they have none of their own.

    In 谁的市值超过500亿美元并且给英伟达供货 the subject is 谁, whose the measure is.
    """
    first = clauses.clauses[0]
    owned = first.before[-1] if first.kind == "amount" and len(first.before) == 1 else None
    if len(clauses.clauses) > 1 and isinstance(owned, Phrase) and len(owned.of) == 1:
        owner = owned.of[0]
        if isinstance(owner, Phrase) and owner.wh and not owned.wh:
            told = replace(first, before=(replace(owned, of=()),))
            rest = tuple(c if c.before else replace(c, before=(owner,)) for c in clauses.clauses[1:])
            return Clauses(clauses.op, (told, *rest))
    rest = tuple(
        c if c.before or not first.before else replace(c, before=first.before[:1]) for c in clauses.clauses[1:]
    )
    return Clauses(clauses.op, (first, *rest))


def role_ranges(condition: Condition, resolver: Resolver) -> tuple[str, ...]:
    """Return the classes of the role that a condition is about; empty for any."""
    return resolver.scope.ranges(condition.frame, condition.role) if isinstance(condition, Holds) else ()


def with_condition(noun: Noun, condition: Condition) -> Noun:
    """Return the noun narrowed by one more condition."""
    parts = [noun.where] if noun.where is not None else []
    return replace(noun, where=all_of([*parts, condition]))


def nominals_of(clause: Clause) -> tuple[Nominal, ...]:
    """Return the nominals around a verb, in the order of the fields."""
    return (*clause.before, *clause.after, *(nominal for _, nominal in clause.marked))
