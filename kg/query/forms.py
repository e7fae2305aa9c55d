"""A question's tree in, its form out: what is asked for, of what, in which circumstances."""

from __future__ import annotations

from dataclasses import replace

from kg.base.diagnostics import Diagnostic, diagnostic
from kg.base.spans import NOWHERE
from kg.language.syntax import Clause, Clauses, Nominal, Phrase, Question, Together
from kg.query.arguments import Hole as _Gap
from kg.query.arguments import assignments, filler_classes, fits
from kg.query.conditions import all_of, canonical, canonical_noun, joined
from kg.query.meaning import MeaningError
from kg.pack.pack import Frame
from kg.query.measures import items_of, measure_of, number_of
from kg.query.nominal import lifted, noun_classes, noun_of, place_complements, quantifier_of
from kg.query.query import (
    Compare,
    Condition,
    Context,
    Count,
    Describe,
    Exists,
    Facts,
    Fill,
    Form,
    Group,
    Holds,
    Need,
    Not,
    Noun,
    Number,
    Paths,
    Query,
    Rank,
    Select,
    Sources,
    Test,
    Total,
)
from kg.query.resolve import Resolver

#: What a question about a measure shows beside the value, where the frame has it.
_SHOWN = ("scope", "as_of", "period", "basis", "condition")


def form_of(question: Question, resolver: Resolver, *, yes_no: bool) -> Form:
    """Return the form of a question. Raise MeaningError when its words make no sense together."""
    match question.mode:
        case "describe":
            return _describe(question.phrase, resolver)
        case "compare":
            names = _names(question.phrase, resolver)
            if len(names) < 2:
                raise MeaningError(_unusable(question.phrase, "compare A and B"))
            return Compare(names)
        case "relation":
            names = _names(question.phrase, resolver)
            if len(names) != 2:
                raise MeaningError(_unusable(question.phrase, "how is A related to B"))
            return Paths(names[0], names[1])
        case "status":
            return _statements(question, resolver)
        case "sources":
            return _sources(question, resolver)
        case "yes-no":
            return _yes_no(question, resolver)
        case "phrase":
            assert question.phrase is not None
            return _noun_question(question.phrase, resolver)
        case _:
            return _clause_question(question, resolver, yes_no)


def _unusable(nominal: Nominal | None, usage: str) -> Diagnostic:
    return diagnostic("M002", nominal.span if nominal else NOWHERE, text="", usage=usage)


# ---------------------------------------------------------------- things by name


def _names(nominal: Nominal | None, resolver: Resolver) -> tuple[str, ...]:
    if isinstance(nominal, Together):
        return tuple(name for member in nominal.members for name in _names(member, resolver))
    assert nominal is not None
    if nominal.of and not nominal.nouns:
        return tuple(name for owner in nominal.of for name in _names(owner, resolver))
    noun = noun_of(nominal, (), resolver)
    if not noun.names or noun.where is not None:
        raise MeaningError(_unusable(nominal, "describe A"))
    return noun.names


def _describe(nominal: Nominal | None, resolver: Resolver) -> Form:
    return Describe(_names(nominal, resolver))


# ---------------------------------------------------------------- noun questions


def _noun_question(nominal: Nominal, resolver: Resolver) -> Form:
    if isinstance(nominal, Phrase):
        facts = _facts(nominal, resolver)
        if facts is not None:
            return facts
        paths = _paths(nominal, resolver)
        if paths is not None:
            return paths
        if nominal.counted or nominal.wh == "how many":
            return _counted(replace(nominal, counted=False, wh=""), resolver)
        group = _each_within(nominal, resolver)
        if group is not None:
            return group
        if nominal.top is not None or nominal.by is not None:
            return _ranked(nominal, resolver)
    noun = noun_of(_unasked(nominal), (), resolver)
    asked = isinstance(nominal, Phrase) and (nominal.wh or nominal.quantity or nominal.of or nominal.adjectives)
    if noun.names and noun.where is None and not asked:
        return Describe(noun.names)
    return Select(noun)


def _counted(phrase: Phrase, resolver: Resolver) -> Form:
    return _each_within(phrase, resolver) or Count(noun_of(_unasked(phrase), (), resolver))


def _each_within(phrase: Phrase, resolver: Resolver) -> Group | None:
    """Read "suppliers of each component": for each component the number of suppliers."""
    if not phrase.nouns:
        return None
    scope = resolver.scope
    for meaning in phrase.nouns[-1].meanings:
        if meaning.kind != "role":
            continue
        pattern = scope.noun(meaning)
        placed = place_complements(phrase, pattern, scope)
        each = next((pair for pair in placed or () if _is_each(pair[1])), None)
        if placed is not None and each is not None:
            others = tuple(pair for pair in placed if pair is not each)
            counted = Fill(pattern.asks, noun_of(_extra(phrase), scope.ranges(pattern.frame, pattern.asks), resolver))
            condition = resolver.holds(pattern.frame, each[0], others, pattern.fixes)
            return _group(each[1], condition, counted, resolver)
    return None


def _ranked(phrase: Phrase, resolver: Resolver) -> Form:
    """Read "top 5 components by number of suppliers", 需求最大的三家: by a count or by a measure."""
    scope = resolver.scope
    top = phrase.top or 1
    by = phrase.by
    if isinstance(by, Phrase) and measure_of(by, scope) is not None:
        by, phrase = replace(by, of=(*by.of, *phrase.of)), replace(phrase, of=())
    noun = noun_of(_unasked(replace(phrase, top=None, by=None)), (), resolver)
    if isinstance(by, Phrase) and by.nouns:
        found = measure_of(by, scope)
        if found is not None:
            frame, slot, choice = found
            return Rank(noun, _measured(by, frame, Test(slot, "=", choice.id), resolver), number_of(frame), top, phrase.least)
        for meaning in by.nouns[-1].meanings:
            if meaning.kind != "role" or phrase.least:
                continue
            pattern = scope.noun(meaning)
            placed = place_complements(by, pattern, scope)
            taken = {pattern.asks, *(role for role, _ in placed or ())}
            classes = noun_classes(noun, scope)
            role = next(
                (r.id for r in scope.pack.frames[pattern.frame].roles if r.id not in taken and scope.agree(classes, r.ranges)),
                None,
            )
            if placed is not None and role is not None:
                condition = resolver.holds(pattern.frame, role, placed, pattern.fixes)
                if isinstance(condition, Holds):
                    return Group(noun, condition, Fill(pattern.asks, Noun()), top)
    usage = "top 5 components by number of suppliers" if scope.lang == "en" else "供应商最多的五种部件"
    raise MeaningError(diagnostic("M005", phrase.span, form=phrase.nouns[-1].text if phrase.nouns else "", usage=usage), 3)


def _measured(by: Phrase, frame: Frame, test: Test, resolver: Resolver) -> Holds:
    """Return the statements of a measure, narrowed to the items that stand before its word."""
    return Holds(frame.id, frame.roles[0].id, items_of(by, frame, resolver), (test,))


def _extra(phrase: Phrase) -> Phrase:
    """Return what a role noun says beside its role: adjectives and relative clauses."""
    return Phrase(adjectives=phrase.adjectives, relatives=phrase.relatives, span=phrase.span)


def _is_each(nominal: Nominal) -> bool:
    return isinstance(nominal, Phrase) and nominal.quantity == "each"


def _group(each: Nominal, condition: Condition, counted: Fill, resolver: Resolver) -> Group:
    if not isinstance(condition, Holds):
        raise MeaningError(_unusable(each, "number of suppliers of each component"))
    noun = noun_of(_unasked(each), resolver.scope.ranges(condition.frame, condition.role), resolver)
    return Group(noun, condition, counted)


def _unasked(nominal: Nominal) -> Nominal:
    if isinstance(nominal, Together):
        return replace(nominal, members=tuple(_unasked(member) for member in nominal.members))
    return replace(nominal, wh=nominal.wh if not nominal.nouns else "", quantity="", amount=None, counted=False)


# ---------------------------------------------------------------- measures


def _facts(phrase: Phrase, resolver: Resolver) -> Facts | None:
    """Read "power of GB200 NVL72", GPT-5的参数: the statements of a measure about a thing."""
    scope = resolver.scope
    found = measure_of(phrase, scope)
    if found is None or phrase.amount is not None or phrase.value is not None:
        return None
    frame, slot, choice = found
    owners = [*phrase.of, *(Phrase(nouns=(word,), span=word.span) for word in phrase.nouns[:-1])]
    owners += [nominal for _, nominal in phrase.marked]
    placed: dict[str, Nominal] = {}
    for owner in owners:
        free = [role.id for role in frame.roles if role.id not in placed]
        role = next((role for role in free if fits(owner, role, frame.id, scope)), None)
        if role is None:
            raise MeaningError(_unusable(owner, "power of GB200 NVL72"), 1)
        placed[role] = owner
    subject = frame.roles[0].id
    if subject not in placed:
        raise MeaningError(_unusable(phrase, "power of GB200 NVL72" if scope.lang == "en" else "GB200 NVL72的功耗"), 1)
    noun = noun_of(_unasked(placed.pop(subject)), scope.ranges(frame.id, subject), resolver)
    fills = tuple(resolver.fill(frame.id, role, nominal) for role, nominal in placed.items())
    return Facts(noun, Holds(frame.id, subject, fills, (Test(slot, "=", choice.id),)), _shown(frame.id, resolver))


def _shown(frame: str, resolver: Resolver) -> tuple[str, ...]:
    qualifiers = resolver.scope.pack.frames[frame].qualifiers
    numbers = [q.id for q in qualifiers if q.type == "number"][:1]
    return (*numbers, *(q.id for q in qualifiers if q.id in _SHOWN), "status", "source")


# ---------------------------------------------------------------- paths


def _paths(phrase: Phrase, resolver: Resolver, *, ask: bool = False) -> Paths | None:
    """Read "supply chain from X to Y": the chains between two things."""
    if not phrase.nouns or phrase.nouns[-1].special != "path":
        return None
    ends: dict[str, str] = {}
    for marker, nominal in phrase.marked:
        names = _names(nominal, resolver)
        ends[{"从": "from", "到": "to", "between": "from"}.get(marker, marker)] = names[0]
        if len(names) == 2:
            ends["to"] = names[1]
    if {"from", "to"} <= set(ends):
        return Paths(ends["from"], ends["to"], "supply", ask=ask)
    raise MeaningError(_unusable(phrase, "is there a supply chain from A to B"))


# ---------------------------------------------------------------- yes and no


def _yes_no(question: Question, resolver: Resolver) -> Form:
    if question.phrase is not None and question.clauses is None:
        if isinstance(question.phrase, Phrase):
            paths = _paths(question.phrase, resolver, ask=True)
            if paths is not None:
                return paths
            if question.phrase.wh:
                return _noun_question(question.phrase, resolver)
        return Exists(noun_of(_unasked(question.phrase), (), resolver))
    assert question.clauses is not None
    return _exists(question.clauses, resolver)


def _exists(clauses: Clauses, resolver: Resolver) -> Form:
    """Read a sentence without a question word: is it documented."""
    clauses = _shared_subject(clauses)
    first = clauses.clauses[0]
    subject = next(iter((*first.before, *first.after, *(n for _, n in first.marked))), None)
    if subject is None:
        raise MeaningError(diagnostic("M002", first.span, text=first.verb.text if first.verb else "", usage="does A supply B"))
    if isinstance(subject, Together) and subject.op == "and":
        usage = "is A a competitor of B" if resolver.scope.lang == "en" else "A是B的竞争对手吗"
        raise MeaningError(diagnostic("M005", subject.span, form="A and B", usage=usage), 3)
    parts = [_about(clause, subject, resolver) for clause in clauses.clauses]
    noun = noun_of(_unasked(subject), _role_ranges(parts[0], resolver), resolver)
    return Exists(_with(noun, joined(clauses.op, parts)))


def _role_ranges(condition: Condition, resolver: Resolver) -> tuple[str, ...]:
    return resolver.scope.ranges(condition.frame, condition.role) if isinstance(condition, Holds) else ()


def _with(noun: Noun, condition: Condition) -> Noun:
    parts = [noun.where] if noun.where is not None else []
    return replace(noun, where=all_of([*parts, condition]))


def _about(clause: Clause, asked: Nominal, resolver: Resolver) -> Condition:
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
            from_classes = _classes(asked, resolver)
            condition = resolver.be_condition(hole, _Gap(from_classes))
    return Not(condition) if clause.negated else condition


def _classes(nominal: Nominal, resolver: Resolver) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cls for classes in filler_classes(nominal, resolver.scope) for cls in classes))


def _shared_subject(clauses: Clauses) -> Clauses:
    """Give later clauses the subject of the first when they have none of their own."""
    first = clauses.clauses[0]
    rest = tuple(c if c.before or not first.before else replace(c, before=first.before[:1]) for c in clauses.clauses[1:])
    return Clauses(clauses.op, (first, *rest))


# ---------------------------------------------------------------- clauses with a question word


def _clause_question(question: Question, resolver: Resolver, yes_no: bool) -> Form:
    assert question.clauses is not None
    clauses = _shared_subject(question.clauses)
    first = clauses.clauses[0]
    special = _special(first, resolver) if len(clauses.clauses) == 1 else None
    if special is not None:
        return special
    asked = _asked(clauses)
    if asked is None:
        if question.phrase is not None:
            raise MeaningError(_unusable(question.phrase, "X的供应商中有哪些中国公司"))
        return _exists(clauses, resolver)
    form = _asked_form(clauses, asked, resolver)
    if question.phrase is not None and isinstance(form, Select):
        topic = noun_of(question.phrase, noun_classes(form.noun, resolver.scope), resolver)
        classes = noun_classes(form.noun, resolver.scope)
        return Select(_with(form.noun, resolver.within(topic, classes, question.phrase)))
    if yes_no and isinstance(form, Select):
        return form
    return form


def _nominals(clause: Clause) -> tuple[Nominal, ...]:
    return (*clause.before, *clause.after, *(nominal for _, nominal in clause.marked))


def _asked(clauses: Clauses) -> Phrase | None:
    """Return the phrase with the question word: an argument, or what an argument belongs to."""
    arguments = [n for clause in clauses.clauses for n in _nominals(clause) if isinstance(n, Phrase)]
    for phrase in arguments:
        if phrase.wh:
            return phrase
    for phrase in arguments:
        if phrase.counted:
            return phrase
    return None


def _asked_form(clauses: Clauses, asked: Phrase, resolver: Resolver) -> Form:
    first = clauses.clauses[0]
    if asked.top is not None or asked.by is not None or any(_has_top(n) for c in clauses.clauses for n in _nominals(c)):
        raise MeaningError(_no_top(asked, resolver), 3)
    if asked.wh == "how many":
        return _how_many(clauses, asked, resolver)
    if len(clauses.clauses) == 1 and first.kind == "have" and asked is first.after[0] and first.before:
        return _noun_question(_belonging_to(asked, first.before[0]), resolver)
    parts = [_about(clause, asked, resolver) for clause in clauses.clauses]
    target = asked
    if all(isinstance(part, Holds) for part in parts) and asked.of and asked.nouns:
        frame = parts[0].frame  # type: ignore[union-attr]
        target, _ = lifted(asked, frame, {parts[0].role}, resolver.scope)  # type: ignore[union-attr,assignment]
        assert isinstance(target, Phrase)
    target = _without_role_name(target, parts, resolver)
    noun = noun_of(_unasked(target), _role_ranges(parts[0], resolver) or _classes(asked, resolver), resolver)
    return Select(_with(noun, joined(clauses.op, parts)))


def _without_role_name(asked: Phrase, parts: list[Condition], resolver: Resolver) -> Phrase:
    first = parts[0].part if isinstance(parts[0], Not) else parts[0]
    if len(parts) != 1 or not isinstance(first, Holds) or isinstance(parts[0], Not):
        return asked
    plain = resolver.plain(asked, first.frame, first.role)
    assert isinstance(plain, Phrase)
    return plain


def _has_top(nominal: Nominal) -> bool:
    if isinstance(nominal, Together):
        return any(_has_top(member) for member in nominal.members)
    return nominal.top is not None or any(_has_top(owner) for owner in nominal.of)


def _no_top(phrase: Phrase, resolver: Resolver) -> Diagnostic:
    usage = "top 5 components by number of suppliers" if resolver.scope.lang == "en" else "供应商最多的五种部件"
    return diagnostic("M005", phrase.span, form=phrase.nouns[-1].text if phrase.nouns else "", usage=usage)


def _belonging_to(phrase: Phrase, owner: Nominal) -> Phrase:
    return replace(phrase, of=(*phrase.of, owner))


def _how_many(clauses: Clauses, asked: Phrase, resolver: Resolver) -> Form:
    first = clauses.clauses[0]
    single = len(clauses.clauses) == 1
    if single and first.kind == "have" and first.before and asked is first.after[0]:
        owner = first.before[0]
        if not asked.nouns:
            return Count(noun_of(_unasked(owner), (), resolver))
        return _has_how_many(asked, owner, resolver)
    plain = replace(asked, wh="which")
    swapped = _swap(clauses, asked, plain)
    group = _each_beside(swapped, plain, resolver) if single else None
    if group is not None:
        return group
    form = _asked_form(swapped, plain, resolver)
    assert isinstance(form, Select)
    return _amounts(form, asked, resolver) or Count(form.noun)


def _has_how_many(asked: Phrase, owner: Nominal, resolver: Resolver) -> Form:
    plain = _belonging_to(replace(asked, wh=""), owner)
    facts = _facts(plain, resolver)
    if facts is not None:
        return facts
    amount = _held_amount(asked, owner, resolver)
    return amount or _counted(plain, resolver)


def _held_amount(asked: Phrase, owner: Nominal, resolver: Resolver) -> Form | None:
    """Read "how many GPUs has a rack": an amount of a named part, not a number of kinds."""
    scope = resolver.scope
    if not asked.nouns or any(m.kind in ("role", "class") for m in asked.nouns[-1].meanings):
        return None
    for frame in scope.pack.frames.values():
        if not _quantity(frame.id, resolver) or len(frame.roles) != 2 or frame.form != "node":
            continue
        whole, part = frame.roles[0].id, frame.roles[1].id
        if fits(owner, whole, frame.id, scope) and fits(asked, part, frame.id, scope):
            return _need(owner, asked, resolver)
    return None


def _need(whole: Nominal, part: Nominal, resolver: Resolver) -> Need:
    count = whole.amount.number if isinstance(whole, Phrase) and whole.amount else 1.0
    wholes = _names(_unasked(whole), resolver)
    parts = _names(_unasked(part), resolver)
    return Need(wholes[0], parts[0], count)


def _quantity(frame: str, resolver: Resolver) -> str | None:
    """Return the qualifier that counts things in a statement ("quantity"), or None."""
    for qualifier in resolver.scope.pack.frames[frame].qualifiers:
        if qualifier.type == "number" and qualifier.id == "quantity":
            return qualifier.id
    return None


def _amounts(form: Select, asked: Phrase, resolver: Resolver) -> Form | None:
    """Read "how many Hopper GPUs did Tencent buy" as a sum of quantities, "hold" as a need."""
    holds = form.noun.where
    named = form.noun.names and any(m.kind == "thing" for m in asked.nouns[-1].meanings)
    if not named or not isinstance(holds, Holds):
        return None
    qualifier = _quantity(holds.frame, resolver)
    if qualifier is None:
        return None
    frame = resolver.scope.pack.frames[holds.frame]
    if len(frame.roles) == 2 and holds.role == frame.roles[1].id and len(holds.fills) == 1:
        fill = holds.fills[0]
        if fill.noun.names and fill.noun.where is None:
            count = float(fill.quantifier.count) if isinstance(fill.quantifier, Number) else 1.0
            return Need(fill.noun.names[0], form.noun.names[0], count)
    return Total(replace(form.noun, where=None), holds, qualifier)


def _swap(clauses: Clauses, old: Nominal, new: Nominal) -> Clauses:
    def change(clause: Clause) -> Clause:
        return replace(
            clause,
            before=tuple(new if n is old else n for n in clause.before),
            after=tuple(new if n is old else n for n in clause.after),
            marked=tuple((m, new if n is old else n) for m, n in clause.marked),
        )

    return Clauses(clauses.op, tuple(change(clause) for clause in clauses.clauses))


def _each_beside(clauses: Clauses, asked: Phrase, resolver: Resolver) -> Group | None:
    """Read "how many companies supply each hyperscaler": for each hyperscaler the number of companies."""
    clause = clauses.clauses[0]
    each = next((n for n in _nominals(clause) if _is_each(n)), None)
    if each is None or clause.kind != "verb":
        return None
    for assignment in assignments(clause, resolver.scope, None):
        role, counted_role = assignment.role_of(each), assignment.role_of(asked)
        if role and counted_role:
            frame = assignment.pattern.frame
            others = tuple((r, f) for r, f in assignment.roles if f is not each and f is not asked)
            noun = noun_of(_unasked(asked), resolver.scope.ranges(frame, counted_role), resolver)
            condition = resolver.holds(frame, role, others, assignment.pattern.fixes)  # type: ignore[arg-type]
            return _group(each, condition, Fill(counted_role, noun), resolver)
    return None


# ---------------------------------------------------------------- "is" and "has" with a question word


def _special(clause: Clause, resolver: Resolver) -> Form | None:
    match clause.kind:
        case "be" if clause.after:
            return _copula(clause, resolver)
        case "have":
            return _having(clause, resolver)
        case "amount":
            return _amount_question(clause, resolver)
        case "verb":
            return _path_clause(clause, resolver)
        case _:
            return None


def _copula(clause: Clause, resolver: Resolver) -> Form | None:
    first, second = clause.before[0], clause.after[0]
    for asked, other in ((first, second), (second, first)):
        if not isinstance(asked, Phrase) or not asked.wh or not isinstance(other, Phrase | Together):
            continue
        bare = not asked.nouns and not asked.of
        if isinstance(other, Phrase):
            facts = _facts(_unasked_keep_of(other), resolver)
            if bare and facts is not None:
                return facts
            if bare and other.wh and other is not asked:
                continue
        if _has_top(other) and bare and isinstance(other, Phrase):
            return _ranked(other, resolver)
        if bare and (asked.wh == "what" or isinstance(other, Phrase)):
            return _what_is(asked, other, clause, resolver)
        classes = _classes(asked, resolver)
        noun = noun_of(_unasked(asked), (), resolver)
        complement = noun_of(_unasked(other), (), resolver)
        return Select(_with(noun, resolver.within(complement, noun_classes(noun, resolver.scope) or classes, other)))
    return None


def _unasked_keep_of(phrase: Phrase) -> Phrase:
    return replace(phrase, wh="", quantity="")


def _what_is(asked: Phrase, other: Nominal, clause: Clause, resolver: Resolver) -> Form:
    noun = noun_of(_unasked(other), (), resolver)
    if noun.names and noun.where is None and not (isinstance(other, Phrase) and other.wh):
        found = noun_classes(noun, resolver.scope)
        classes = _classes(asked, resolver)
        if asked.wh in ("who", "which"):
            collection = resolver.collection([("of", other)], classes)
            if collection is not None:
                return Select(Noun(where=collection))
            if not resolver.scope.agree(found, classes):
                return Select(noun)
        return Describe(noun.names)
    return _noun_question(_unasked(other), resolver) if isinstance(other, Phrase) and not clause.negated else Select(noun)


def _having(clause: Clause, resolver: Resolver) -> Form | None:
    owned = clause.after[0]
    if isinstance(owned, Phrase) and owned.nouns and owned.nouns[-1].special == "path":
        return _paths(replace(owned, marked=(*clause.marked, *owned.marked)), resolver, ask=True)
    if not clause.before:
        return Exists(noun_of(_unasked(owned), (), resolver))
    owner = clause.before[0]
    if isinstance(owner, Phrase) and owner.wh == "how many" and isinstance(owned, Phrase) and not owned.wh:
        return _has_how_many(owner, owned, resolver)
    if isinstance(owned, Phrase) and isinstance(owner, Phrase) and not clause.negated and not clause.only:
        if not owned.nouns and owned.wh in ("who", "what", "which"):
            return _noun_question(replace(owner, wh=owner.wh or "which"), resolver)
        if owned.wh == "how many" and not owned.nouns:
            return _counted(replace(owner, wh=""), resolver)
        if not owned.wh and not owner.wh and not owned.amount and not owned.quantity:
            facts = _facts(_belonging_to(owned, owner), resolver)
            return facts
    return None


def _amount_question(clause: Clause, resolver: Resolver) -> Form | None:
    """Read 哪些客户的光模块供应商不少于四家: the question word is in what the counted thing belongs to."""
    phrase = clause.before[-1]
    if not isinstance(phrase, Phrase):
        return None
    owner = next((o for o in phrase.of if isinstance(o, Phrase) and o.wh), None)
    if owner is None:
        return None
    rest = replace(phrase, of=tuple(o for o in phrase.of if o is not owner))
    condition = resolver.amount_condition(replace(clause, before=(rest,)), _Gap(_classes(owner, resolver)))
    noun = noun_of(_unasked(owner), _role_ranges(condition, resolver), resolver)
    return Select(_with(noun, condition))


def _path_clause(clause: Clause, resolver: Resolver) -> Form | None:
    """Read "through which chain does X reach Y"."""
    if clause.verb is None or clause.verb.special != "reach" or not clause.before or not clause.after:
        return None
    ends = [n for n in (clause.before[0], *clause.after) if not (isinstance(n, Phrase) and n.wh)]
    if len(ends) != 2:
        return None
    return Paths(_names(_owner_or_self(ends[0]), resolver)[0], _names(ends[1], resolver)[0], "supply")


def _owner_or_self(nominal: Nominal) -> Nominal:
    """Return X for X的产品: what reaches someone is said of its maker."""
    if isinstance(nominal, Phrase) and len(nominal.of) == 1 and nominal.nouns:
        if any(meaning.kind == "class" for meaning in nominal.nouns[-1].meanings):
            return nominal.of[0]
    return nominal


# ---------------------------------------------------------------- statements and sources


def _single(question: Question, resolver: Resolver) -> tuple[Noun, Holds]:
    assert question.clauses is not None
    clauses = _shared_subject(question.clauses)
    clause = clauses.clauses[0]
    subject = clause.before[0]
    condition = canonical(_about(clause, subject, resolver), resolver.scope.pack)
    if not isinstance(condition, Holds):
        raise MeaningError(_unusable(subject, "which sources say that A supplies B"))
    return noun_of(_unasked(subject), _role_ranges(condition, resolver), resolver), condition


def _statements(question: Question, resolver: Resolver) -> Form:
    if question.clauses is None:
        assert isinstance(question.phrase, Phrase)
        facts = _facts(question.phrase, resolver)
        if facts is None:
            raise MeaningError(_unusable(question.phrase, "forecasts for power of GB200 NVL72"))
        return facts
    noun, holds = _single(question, resolver)
    return Facts(noun, holds, _shown(holds.frame, resolver))


def _sources(question: Question, resolver: Resolver) -> Form:
    return Sources(*_single(question, resolver))


# ---------------------------------------------------------------- canonical


def canonical_form(form: Form, resolver: Resolver) -> Form:
    """Return the form with canonical nouns and conditions, so that equal meanings are equal values."""
    pack = resolver.scope.pack
    match form:
        case Select(noun) | Count(noun) | Exists(noun) if noun == Noun():
            raise MeaningError(diagnostic("M006", usage="suppliers of HBM" if resolver.scope.lang == "en" else "HBM的供应商"), 0)
        case Select(noun):
            return Select(canonical_noun(noun, pack))
        case Count(noun):
            return Count(canonical_noun(noun, pack))
        case Exists(noun):
            return Exists(canonical_noun(noun, pack))
        case Facts(subject, holds) | Total(subject, holds) | Sources(subject, holds):
            done = canonical(holds, pack)
            assert isinstance(done, Holds)
            ranges = pack.frames[holds.frame].role(holds.role).ranges
            return replace(form, subject=canonical_noun(subject, pack, ranges), holds=done)
        case Rank(noun, holds):
            done = canonical(holds, pack)
            assert isinstance(done, Holds)
            ranges = pack.frames[holds.frame].role(holds.role).ranges
            return replace(form, noun=canonical_noun(noun, pack, ranges), holds=done)
        case Group(noun, holds, counted):
            done = canonical(holds, pack)
            assert isinstance(done, Holds)
            frame = pack.frames[holds.frame]
            return replace(
                form,
                noun=canonical_noun(noun, pack, frame.role(holds.role).ranges),
                holds=done,
                counted=Fill(counted.role, canonical_noun(counted.noun, pack, frame.role(counted.role).ranges)),
            )
        case _:
            return form


__all__ = ["Context", "Query", "canonical_form", "form_of", "quantifier_of"]
