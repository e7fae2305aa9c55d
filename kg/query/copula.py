"""Questions with "is", "has" or a comparison in, their forms out."""

from __future__ import annotations

from msgspec.structs import replace

from kg.base.diagnostics import diagnostic
from kg.language.syntax import Clause, Nominal, Phrase, Together
from kg.query.about import classes_of, role_ranges, with_condition
from kg.query.amounts import belonging_to, held_amount
from kg.query.analyses import cut_of, noun_analysis
from kg.query.arguments import Hole as _Gap
from kg.query.figures import facts_of
from kg.query.meaning import MeaningError
from kg.query.measures import measure_of
from kg.query.naming import names_of, paths_of, unasked
from kg.query.nominal import noun_classes, noun_of
from kg.query.noun_question import counted_form, noun_question
from kg.query.query import Count, Describe, Exists, Form, Not, Noun, Paths, Select
from kg.query.ranking import has_top, no_top, ranked, ranked_by_verb
from kg.query.resolve import Resolver
from kg.query.unsaid import refuse_unsaid


def special_form(clause: Clause, resolver: Resolver) -> Form | None:
    """Return the form of a clause that "is", "has" or a comparison makes, or None for the general way."""
    match clause.kind:
        case "be" if clause.after:
            return _copula(clause, resolver)
        case "have":
            return _having(clause, resolver)
        case "amount":
            return _amount_question(clause, resolver)
        case "verb":
            return path_clause(clause, resolver) or _cut_clause(clause, resolver) or ranked_by_verb(clause, resolver)
        case _:
            return None


def _copula(clause: Clause, resolver: Resolver) -> Form | None:
    first, second = clause.before[0], clause.after[0]
    for asked, other in ((first, second), (second, first)):
        if not isinstance(asked, Phrase) or not asked.wh or not isinstance(other, Phrase | Together):
            continue
        bare = not asked.nouns and not asked.of
        if isinstance(other, Phrase):
            facts = facts_of(_unasked_keep_of(other), resolver)
            if bare and facts is not None:
                return facts
            analysis = noun_analysis(_unasked_keep_of(other), resolver) if bare and not clause.negated else None
            if analysis is not None:
                return analysis
            if bare and other.wh and other is not asked:
                continue
        if has_top(other) and bare and isinstance(other, Phrase):
            return ranked(other, resolver)
        if isinstance(other, Phrase) and other.top is not None and other.by is not None and not other.nouns:
            top = int(asked.amount.number) if asked.amount and asked.amount.op == "=" else other.top
            most = replace(asked, wh="", amount=None, top=top, least=other.least, by=other.by)
            return ranked(most, resolver)  # which river is the longest
        if clause.marked and clause.marked[0][0] == "among":
            return _among(asked, first, resolver)
        if bare and not clause.negated and (asked.wh == "what" or isinstance(other, Phrase)):
            return _what_is(asked, other, clause, resolver)
        refuse_unsaid(other, resolver.scope.lang)
        if (
            asked is second
            and _names_kind(asked, other, resolver)
            and resolver.scope.agree(classes_of(asked, resolver), resolver.scope.agents)
        ):
            return Describe(noun_of(unasked(other), (), resolver).names)  # 300308是哪家公司
        if _asks_kind(asked, resolver) or (asked is second and _names_kind(asked, other, resolver)):
            usage = "describe HBM" if resolver.scope.lang == "en" else "介绍HBM"
            raise MeaningError(diagnostic("M005", asked.span, form=asked.nouns[-1].text, usage=usage), 3)
        classes = classes_of(asked, resolver)
        noun = noun_of(unasked(asked), (), resolver)
        complement = noun_of(unasked(other), (), resolver)
        within = resolver.within(complement, noun_classes(noun, resolver.scope) or classes, other)
        found = with_condition(noun, Not(within) if clause.negated else within)
        return Count(found) if asked.wh == "how many" else Select(found)
    return None


def _asks_kind(asked: Phrase, resolver: Resolver) -> bool:
    """Whether "what kind of … is X" asks for the kind of X: the noun asks for a role of the kind frame."""
    frame = resolver.scope.kind_frame
    meanings = asked.nouns[-1].meanings if asked.nouns else ()
    return frame is not None and any(m.kind == "role" and resolver.scope.noun(m).frame == frame.id for m in meanings)


def _names_kind(asked: Phrase, other: Nominal, resolver: Resolver) -> bool:
    """Whether "X is which component" (HBM是哪种部件) asks for the kinds of X, a thing of that very class."""
    noun = noun_of(unasked(other), (), resolver)
    if asked.wh != "which" or len(noun.names) != 1 or noun.where is not None:
        return False
    return bool(asked.nouns) and resolver.scope.agree(noun_classes(noun, resolver.scope), classes_of(asked, resolver))


def _among(asked: Phrase, topic: Nominal, resolver: Resolver) -> Form:
    """Read X里有哪些Y: the Y that a collection or a whole X holds, or that are X themselves."""
    if asked.wh == "how many" and asked.nouns and (amount := held_amount(asked, topic, resolver)) is not None:
        return amount
    noun = noun_of(unasked(asked), (), resolver)
    classes = noun_classes(noun, resolver.scope) or classes_of(asked, resolver)
    whole = noun_of(unasked(topic), (), resolver)
    if whole.names and whole.where is None:
        condition = resolver.collection([("of", topic)], classes)
        if condition is None:
            condition, _ = resolver.belonging([("in", topic)], classes, None)
    else:
        condition = resolver.within(whole, classes, topic)
    found = with_condition(noun, condition)
    return Count(found) if asked.wh == "how many" else Select(found)


def _unasked_keep_of(phrase: Phrase) -> Phrase:
    return replace(phrase, wh="", quantity="")


def _what_is(asked: Phrase, other: Nominal, clause: Clause, resolver: Resolver) -> Form:
    noun = noun_of(unasked(other), (), resolver)
    if noun.names and noun.where is None and not (isinstance(other, Phrase) and other.wh):
        found = noun_classes(noun, resolver.scope)
        classes = classes_of(asked, resolver)
        if asked.wh in ("who", "which"):
            collection = resolver.collection([("of", other)], classes)
            if collection is not None:
                return Select(Noun(where=collection))
            if not resolver.scope.agree(found, classes):
                return Select(noun)
        return Describe(noun.names)
    return noun_question(unasked(other), resolver) if isinstance(other, Phrase) and not clause.negated else Select(noun)


def _having(clause: Clause, resolver: Resolver) -> Form | None:
    owned = clause.after[0]
    if (
        isinstance(owned, Phrase)
        and owned.nouns
        and owned.nouns[-1].special in ("path", "path any")
        and not owned.nouns[-1].meanings
    ):
        return paths_of(replace(owned, marked=(*clause.marked, *owned.marked)), resolver, ask=True)
    if not clause.before and isinstance(owned, Phrase) and owned.wh:
        return noun_question(owned, resolver)
    if not clause.before:
        refuse_unsaid(owned, resolver.scope.lang)
        return Exists(noun_of(unasked(owned), (), resolver))
    owner = clause.before[0]
    if isinstance(owned, Phrase) and owned.top is not None and owned.nouns and isinstance(owner, Phrase) and owner.wh:
        return _having_most(owner, owned, clause, resolver)
    if isinstance(owner, Phrase) and owner.wh == "how many" and isinstance(owned, Phrase) and not owned.wh:
        return has_how_many(owner, owned, resolver)
    if isinstance(owned, Phrase) and isinstance(owner, Phrase) and not clause.negated and not clause.only:
        if not owned.nouns and owned.wh in ("who", "what", "which"):
            return noun_question(replace(owner, wh=owner.wh or "which"), resolver)
        if owned.wh == "how many" and not owned.nouns:
            return counted_form(replace(owner, wh=""), resolver)
        if not owned.wh and not owner.wh and not owned.amount and not owned.quantity:
            return facts_of(belonging_to(owned, owner), resolver)
    return None


def _having_most(owner: Phrase, owned: Phrase, clause: Clause, resolver: Resolver) -> Form:
    """Read "which state has the largest area", "which state has the most cities": ranked by it."""
    if clause.negated or clause.only:
        raise MeaningError(no_top(owned, resolver), 3)
    by = replace(owned, top=None, least=False, amount=None, by=None)
    if owned.by is not None and measure_of(by, resolver.scope) is None:  # "the longest" is no number of things
        raise MeaningError(no_top(owned, resolver), 3)
    top = int(owner.amount.number) if owner.amount and owner.amount.op == "=" else owned.top
    return ranked(replace(owner, wh="", amount=None, top=top, least=owned.least, by=by), resolver)


def _amount_question(clause: Clause, resolver: Resolver) -> Form | None:
    """Read 哪些客户的光模块供应商不少于四家: the question word is in what the counted thing belongs to."""
    phrase = clause.before[-1] if clause.before else None
    if not isinstance(phrase, Phrase):
        return None
    owner = next((o for o in phrase.of if isinstance(o, Phrase) and o.wh), None)
    rest = replace(phrase, of=tuple(o for o in phrase.of if o is not owner))
    if phrase.wh and owner is None and measure_of(phrase, resolver.scope) is not None:
        owner, rest = _measured_ones(phrase)
    if owner is None:
        return None
    condition = resolver.amount_condition(replace(clause, before=(rest,)), _Gap(classes_of(owner, resolver)))
    noun = noun_of(unasked(owner), role_ranges(condition, resolver), resolver)
    return Select(with_condition(noun, condition))


def _measured_ones(phrase: Phrase) -> tuple[Phrase | None, Phrase]:
    """Tell what is asked for from the measure in 哪些GPU的功耗超过…, 哪些系统功耗超过…."""
    if len(phrase.nouns) > 1 and not phrase.of:
        owner = Phrase(nouns=phrase.nouns[:-1], wh=phrase.wh, span=phrase.span)
        return owner, replace(phrase, nouns=phrase.nouns[-1:], wh="")
    first = phrase.of[0] if len(phrase.of) == 1 else None
    return (replace(first, wh=phrase.wh) if isinstance(first, Phrase) else None), replace(phrase, of=(), wh="")


def path_clause(clause: Clause, resolver: Resolver) -> Paths | None:
    """Read "through which chain does X reach Y"."""
    if clause.verb is None or clause.verb.special != "reach" or not clause.before or not clause.after:
        return None
    ends = [n for n in (clause.before[0], *clause.after) if not (isinstance(n, Phrase) and n.wh)]
    if len(ends) != 2:
        return None
    return Paths(names_of(_owner_or_self(ends[0]), resolver)[0], names_of(ends[1], resolver)[0], "supply")


def _cut_clause(clause: Clause, resolver: Resolver) -> Form | None:
    """Read 停掉哪些供应商就造不出X."""
    stopped = [nominal for marker, nominal in clause.marked if marker == "停掉"]
    if clause.verb is None or clause.verb.special != "lost" or len(stopped) != 1:
        return None
    wholes = [*clause.before, *clause.after, *(n for marker, n in clause.marked if marker == "使")]
    if len(wholes) != 1:
        return None
    return cut_of(unasked(stopped[0]), names_of(wholes[0], resolver), resolver)


def _owner_or_self(nominal: Nominal) -> Nominal:
    """Return X for X的产品, "substrates from X": what reaches someone is said of its maker."""
    if not isinstance(nominal, Phrase) or not nominal.nouns:
        return nominal
    kinds = {meaning.kind for meaning in nominal.nouns[-1].meanings}
    if len(nominal.of) == 1 and kinds & {"class", "thing"}:
        return nominal.of[0]
    makers = [other for marker, other in nominal.marked if marker == "from"]
    return makers[0] if len(makers) == 1 == len(nominal.marked) else nominal


def has_how_many(asked: Phrase, owner: Nominal, resolver: Resolver) -> Form:
    """Return the form of "how many … has …": an amount, a figure, or a number of things."""
    plain = belonging_to(replace(asked, wh=""), owner)
    facts = facts_of(plain, resolver)
    if facts is not None:
        return facts
    amount = held_amount(asked, owner, resolver)
    return amount or counted_form(plain, resolver)
