"""A clause as a whole question in, its form out: with a question word, or yes and no."""

from __future__ import annotations

from msgspec.structs import replace

from kg.base.diagnostics import diagnostic
from kg.language.syntax import Clause, Clauses, Nominal, Phrase, Question, Together
from kg.lexicon.fold import squeeze
from kg.pack.pack import Frame
from kg.query.about import about, classes_of, nominals_of, role_ranges, shared_subject, with_condition
from kg.query.amounts import belonging_to, needed_amount, needed_by_ratio, quantity_of
from kg.query.arguments import assignments
from kg.query.conditions import joined
from kg.query.copula import has_how_many, path_clause, special_form
from kg.query.figures import figure_asked
from kg.query.meaning import MeaningError
from kg.query.naming import paths_of, unasked, unusable
from kg.query.nominal import lifted, noun_classes, noun_of
from kg.query.noun_question import group_of, grouped, is_each, noun_question
from kg.query.query import Condition, Count, Exists, Fill, Form, Group, Holds, Need, Not, Number, Paths, Select, Total
from kg.query.ranking import has_top, no_top, ranked, superlative
from kg.query.resolve import Resolver
from kg.query.unsaid import refuse_unsaid


def clause_question(question: Question, resolver: Resolver, yes_no: bool) -> Form:
    """Return the form of a clause: what its question word asks for, or whether it holds."""
    assert question.clauses is not None
    clauses = Clauses(question.clauses.op, tuple(map(_topic_joined, question.clauses.clauses)))
    clauses = shared_subject(clauses)
    first = clauses.clauses[0]
    special = special_form(first, resolver) if len(clauses.clauses) == 1 else None
    if special is not None and question.phrase is not None:
        raise MeaningError(
            unusable(question.phrase, "X的供应商中有哪些中国公司"), 3
        )  # nothing that is said may be dropped
    if special is not None:
        return replace(special, ask=True) if yes_no and isinstance(special, Paths) else special
    asked = _asked(clauses)
    others = [n for c in clauses.clauses for n in nominals_of(c) if isinstance(n, Phrase) and n.wh and n is not asked]
    if others:
        usage = "who supplies HBM to NVIDIA" if resolver.scope.lang == "en" else "谁给英伟达供应HBM"
        raise MeaningError(diagnostic("M005", others[0].span, form=others[0].wh, usage=usage), 3)
    if asked is None:
        if question.phrase is not None:
            raise MeaningError(unusable(question.phrase, "X的供应商中有哪些中国公司"))
        form = _exists(clauses, resolver)
        listed = question.mode == "clause" and isinstance(form, Exists) and _says_no_verb(clauses, resolver)
        return Select(form.noun) if listed and isinstance(form, Exists) else form
    form = _asked_form(clauses, asked, resolver)
    if question.phrase is not None:
        if not isinstance(form, Select):
            raise MeaningError(unusable(question.phrase, "X的供应商中有哪些中国公司"), 3)
        return _among(question.phrase, form, clauses, asked, resolver)
    if yes_no and isinstance(form, Select):
        return form
    return form


def _says_no_verb(clauses: Clauses, resolver: Resolver) -> bool:
    """Whether what stands for a verb is a participle: "films directed by X and made in Y" are films, and no sentence."""
    lexicon = resolver.scope.lexicon
    words = [clause.verb for clause in clauses.clauses if clause.kind == "verb" and clause.verb and not clause.passive]
    return any(m.form == "linked" for word in words for m in lexicon.look_up(squeeze(word.text, lexicon.simplified)))


def _among(phrase: Nominal, form: Select, clauses: Clauses, asked: Phrase, resolver: Resolver) -> Form:
    """Read 小摩名单里哪些公司是中国的: of those in front, or, where they are no such things, of what belongs to them."""
    classes = noun_classes(form.noun, resolver.scope)
    try:
        topic = noun_of(phrase, classes, resolver)
        return Select(with_condition(form.noun, resolver.within(topic, classes, phrase)))
    except MeaningError as error:
        if not asked.nouns:
            raise
        owned = replace(asked, of=(phrase, *asked.of))
        try:
            return _asked_form(_swap(clauses, asked, owned), owned, resolver)
        except MeaningError:
            raise error from None


def _topic_joined(clause: Clause) -> Clause:
    """Read GB300 NVL72每个部件有几家供应商 like GB300 NVL72的每个部件…: what stands in front belongs to what follows."""
    if clause.kind not in ("have", "amount") or len(clause.before) != 2 or not isinstance(clause.before[1], Phrase):
        return clause
    topic, owner = clause.before
    assert isinstance(owner, Phrase)
    return replace(clause, before=(replace(owner, of=(topic, *owner.of)),))


def _asked(clauses: Clauses) -> Phrase | None:
    """Return the phrase with the question word: an argument, or what an argument belongs to."""
    arguments = [n for clause in clauses.clauses for n in nominals_of(clause) if isinstance(n, Phrase)]
    for phrase in arguments:
        if phrase.wh:
            return phrase
    for phrase in arguments:
        if phrase.counted:
            return phrase
    return None


def _asked_form(clauses: Clauses, asked: Phrase, resolver: Resolver) -> Form:
    first = clauses.clauses[0]
    if (
        asked.top is not None
        or asked.by is not None
        or any(has_top(n) for c in clauses.clauses for n in nominals_of(c))
    ):
        found = _superlative(clauses, asked, resolver)
        if found is None:
            raise MeaningError(no_top(asked, resolver), 3)
        return found
    figure = figure_asked(first, asked, resolver) if len(clauses.clauses) == 1 else None
    if figure is not None:
        return figure
    if asked.wh == "how many":
        return _how_many(clauses, asked, resolver)
    if len(clauses.clauses) == 1 and first.kind == "have" and asked is first.after[0] and first.before:
        return _has_which(asked, first.before[0], resolver)
    done = _light_verb(clauses, asked, resolver)
    if done is not None:
        return done
    parts = [about(clause, asked, resolver) for clause in clauses.clauses]
    target = asked
    if all(isinstance(part, Holds) for part in parts) and (
        (asked.of and asked.nouns) or (first.kind == "have" and asked.marked and not asked.nouns)
    ):
        frame = parts[0].frame  # type: ignore[union-attr]
        target, _ = lifted(asked, frame, {parts[0].role}, resolver.scope)  # type: ignore[union-attr,assignment]
        assert isinstance(target, Phrase)
    target = _without_role_name(target, parts, resolver)
    noun = noun_of(unasked(target), role_ranges(parts[0], resolver) or classes_of(asked, resolver), resolver)
    return Select(with_condition(noun, joined(clauses.op, parts)))


#: Verbs that say nothing of their own beside a noun for what is done: "which investments did NVIDIA make".
_LIGHT = frozenset({"make", "makes", "made", "do", "did", "undertake", "undertook"})


def _light_verb(clauses: Clauses, asked: Phrase, resolver: Resolver) -> Form | None:
    """Read "which investments did NVIDIA make" like "the investments of NVIDIA", 光模块包括哪些种类 like 光模块的种类."""
    clause = clauses.clauses[0]
    if len(clauses.clauses) > 1 or clause.kind != "verb" or clause.verb is None or clause.negated or clause.marked:
        return None
    subjects = [n for n in (*clause.before, *clause.after) if n is not asked]
    acts = asked.nouns and all(m.kind == "role" for m in asked.nouns[-1].meanings) and not asked.of
    kinds = resolver.scope.kind_frame
    sorts = acts and kinds and all(resolver.scope.noun(m).frame == kinds.id for m in asked.nouns[-1].meanings)
    if (clause.verb.text.lower() not in _LIGHT and not sorts) or len(subjects) != 1 or not acts:
        return None
    return noun_question(belonging_to(asked, subjects[0]), resolver)


def _superlative(clauses: Clauses, asked: Phrase, resolver: Resolver) -> Form | None:
    """Read "which customers need the most modules", "which company has the most suppliers"."""
    clause = clauses.clauses[0]
    most = [n for n in nominals_of(clause) if isinstance(n, Phrase) and n.top is not None and n is not asked]
    if len(clauses.clauses) > 1 or len(most) != 1 or asked.top is not None or asked.by is not None or clause.negated:
        return None
    if clause.kind == "have" and most[0] in clause.after and not clause.marked:
        top = int(asked.amount.number) if asked.amount and asked.amount.op == "=" else 1
        by = replace(most[0], top=None, least=False)
        return ranked(replace(asked, wh="", amount=None, top=top, least=most[0].least, by=by), resolver)
    if clause.kind != "verb":
        return None
    plain = replace(most[0], top=None)
    swapped = _swap(clauses, most[0], plain).clauses[0]
    return superlative(asked, most[0], about(swapped, asked, resolver), resolver)


def _has_which(asked: Phrase, owner: Nominal, resolver: Resolver) -> Form:
    """Read X有哪些Y: the suppliers that X has; of suppliers, those that are companies."""
    relational = asked.nouns and any(m.kind in ("role", "choice") for m in asked.nouns[-1].meanings)
    if relational or not isinstance(owner, Phrase) or not owner.of:
        return noun_question(belonging_to(asked, owner), resolver)
    noun = noun_of(unasked(asked), (), resolver)
    topic = noun_of(unasked(owner), noun_classes(noun, resolver.scope), resolver)
    return Select(with_condition(noun, resolver.within(topic, noun_classes(noun, resolver.scope), owner)))


def _without_role_name(asked: Phrase, parts: list[Condition], resolver: Resolver) -> Phrase:
    first = parts[0].part if isinstance(parts[0], Not) else parts[0]
    if len(parts) != 1 or not isinstance(first, Holds) or isinstance(parts[0], Not):
        return asked
    plain = resolver.plain(asked, first.frame, first.role)
    assert isinstance(plain, Phrase)
    return plain


def _how_many(clauses: Clauses, asked: Phrase, resolver: Resolver) -> Form:
    first = clauses.clauses[0]
    single = len(clauses.clauses) == 1
    if single and first.kind == "have" and first.before and asked is first.after[0]:
        owner = first.before[0]
        if not asked.nouns:
            return Count(noun_of(unasked(owner), (), resolver))
        return has_how_many(asked, owner, resolver)
    ratio = needed_by_ratio(first, asked, resolver) if single else None
    if ratio is not None:
        return ratio
    needed = needed_amount(first, asked, resolver) if single else None
    if needed is not None:
        return needed
    plain = replace(asked, wh="which")
    swapped = _swap(clauses, asked, plain)
    group = _each_beside(swapped, plain, resolver) if single else None
    if group is not None:
        return group
    form = _asked_form(swapped, plain, resolver)
    assert isinstance(form, Select)
    return _amounts(form, asked, resolver) or _counted_as_part(swapped, plain, resolver) or Count(form.noun)


def _counted_as_part(clauses: Clauses, asked: Phrase, resolver: Resolver) -> Form | None:
    """Read "how many chips does X use" of the frame that tells how many, where a verb is said of several frames."""
    clause = clauses.clauses[0]
    if len(clauses.clauses) > 1 or clause.kind != "verb" or clause.negated:
        return None
    for assignment in assignments(clause, resolver.scope, None):
        frame, role = assignment.pattern.frame, assignment.role_of(asked)
        if role is None or quantity_of(frame, resolver) is None:
            continue
        others = tuple((other, filler) for other, filler in assignment.roles if filler is not asked)
        condition = resolver.holds(frame, role, others, assignment.pattern.fixes)  # type: ignore[arg-type]
        noun = noun_of(unasked(asked), resolver.scope.ranges(frame, role), resolver)
        return _amounts(Select(with_condition(noun, condition)), asked, resolver)
    return None


def _amounts(form: Select, asked: Phrase, resolver: Resolver) -> Form | None:
    """Read "how many Hopper GPUs did Tencent buy" as a sum of quantities, "hold" as a need."""
    holds = form.noun.where
    named = form.noun.names and asked.nouns and any(m.kind == "thing" for m in asked.nouns[-1].meanings)
    if not named or not isinstance(holds, Holds):
        return None
    qualifier = quantity_of(holds.frame, resolver)
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
    each = next((n for n in nominals_of(clause) if is_each(n)), None)
    if each is not None and clause.kind == "have" and clause.before == (asked,) and not clause.negated:
        return grouped(belonging_to(asked, each), resolver)
    if each is None or clause.kind != "verb":
        return None
    for assignment in assignments(clause, resolver.scope, None):
        role, counted_role = assignment.role_of(each), assignment.role_of(asked)
        if role and counted_role:
            frame = assignment.pattern.frame
            others = tuple((r, f) for r, f in assignment.roles if f is not each and f is not asked)
            noun = noun_of(unasked(asked), resolver.scope.ranges(frame, counted_role), resolver)
            condition = resolver.holds(frame, role, others, assignment.pattern.fixes)  # type: ignore[arg-type]
            return group_of(each, condition, Fill(counted_role, noun), resolver)
    return None


def _exists(clauses: Clauses, resolver: Resolver) -> Form:
    """Read a sentence without a question word: is it documented."""
    clauses = shared_subject(clauses)
    first = clauses.clauses[0]
    chain = path_clause(first, resolver) if len(clauses.clauses) == 1 else None
    if chain is not None:
        return replace(chain, ask=True)
    subject = next(iter((*first.before, *first.after, *(n for _, n in first.marked))), None)
    if subject is None:
        raise MeaningError(
            diagnostic("M002", first.span, text=first.verb.text if first.verb else "", usage="does A supply B")
        )
    both = _with_each_other(clauses, resolver)
    if both is not None:
        return both
    alone = _alone(clauses, resolver)
    if alone is not None:
        return alone
    if isinstance(subject, Together) and subject.op == "and":
        usage = "is A a competitor of B" if resolver.scope.lang == "en" else "A是B的竞争对手吗"
        raise MeaningError(diagnostic("M005", subject.span, form="A and B", usage=usage), 3)
    refuse_unsaid(subject, resolver.scope.lang)
    parts = [about(clause, subject, resolver) for clause in clauses.clauses]
    if isinstance(subject, Phrase) and subject.of and all(isinstance(part, Holds) for part in parts):
        subject, _ = lifted(subject, parts[0].frame, {parts[0].role}, resolver.scope)  # type: ignore[union-attr]
    noun = noun_of(unasked(subject), role_ranges(parts[0], resolver), resolver)
    return Exists(with_condition(noun, joined(clauses.op, parts)))


def _alone(clauses: Clauses, resolver: Resolver) -> Exists | None:
    """Read "is SK hynix the only supplier of HBM", "does only SK hynix supply HBM": it, and nothing else."""
    clause = clauses.clauses[0]
    if len(clauses.clauses) > 1 or clause.negated or clause.only:
        return None
    if clause.kind == "be":
        meant = clause.before[0] if len(clause.before) == 1 else None
        said = [n for n in clause.after if isinstance(n, Phrase) and n.quantity in ("only", "single") and n.nouns]
        subject = meant if said else None
    else:
        said = [n for n in nominals_of(clause) if isinstance(n, Phrase) and n.quantity == "only" and n.nouns]
        subject = said[0] if said else None
    if subject is None or len(said) != 1 or clause.kind not in ("be", "verb"):
        return None
    plain = _swap(clauses, said[0], replace(said[0], quantity=""))
    if subject is said[0]:
        subject = replace(said[0], quantity="")
        plain = _swap(clauses, said[0], subject)
    noun = noun_of(unasked(subject), (), resolver)
    if not noun.names or noun.where is not None:
        return None
    condition = about(plain.clauses[0], subject, resolver)
    return Exists(with_condition(noun, condition), alone=True)


def _with_each_other(clauses: Clauses, resolver: Resolver) -> Exists | None:
    """Read "do Coherent and Innolight compete", 两者是竞争对手: a relation that goes both ways holds between the two."""
    clause = clauses.clauses[0]
    frames = _both_ways(clause, resolver)
    others = (*(clause.after if clause.kind == "verb" else ()), *clause.marked)
    subject = clause.before[0] if len(clause.before) == 1 and not others and len(clauses.clauses) == 1 else None
    if not isinstance(subject, Together) or len(subject.members) != 2 or clause.negated or not frames:
        return None
    one, other = frames[0].roles
    held = resolver.holds(frames[0].id, one.id, ((other.id, subject.members[1]),))
    return Exists(with_condition(noun_of(unasked(subject.members[0]), one.ranges, resolver), held))


def _both_ways(clause: Clause, resolver: Resolver) -> list[Frame]:
    """Return the symmetric frames that a verb, or a bare noun behind "is", speaks of."""
    scope = resolver.scope
    said: list[str] = []
    if clause.kind == "verb" and clause.verb is not None:
        said = [scope.verb(m).frame for m in clause.verb.meanings if m.kind == "verb"]
    elif clause.kind == "be" and len(clause.after) == 1:
        noun = clause.after[0]
        bare = isinstance(noun, Phrase) and noun.nouns and not noun.of and not noun.marked
        said = [scope.noun(m).frame for m in noun.nouns[-1].meanings if m.kind == "role"] if bare else []  # type: ignore[union-attr]
    frames = [scope.pack.frames[frame] for frame in said]
    return [frame for frame in frames if frame.symmetric and len(frame.roles) == 2]


def yes_no_question(question: Question, resolver: Resolver) -> Form:
    """Return the form of a question that wants yes or no."""
    if question.phrase is not None and question.clauses is None:
        if isinstance(question.phrase, Phrase):
            paths = paths_of(question.phrase, resolver, ask=True)
            if paths is not None:
                return paths
            if question.phrase.wh:
                return noun_question(question.phrase, resolver)
        if isinstance(question.phrase, Together):
            raise MeaningError(unusable(question.phrase, "is A a competitor of B"), 3)
        refuse_unsaid(question.phrase, resolver.scope.lang)
        return Exists(noun_of(unasked(question.phrase), (), resolver))
    assert question.clauses is not None
    return _exists(question.clauses, resolver)
