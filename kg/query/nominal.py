"""Noun phrases in, typed nouns out: names and kinds, role nouns with their complements, relative clauses.

Clauses need nouns and nouns have relative clauses, so both take the other as an argument: resolve.py
ties the knot (``Resolver``).
"""

from __future__ import annotations

import itertools

from msgspec.structs import replace

from kg.base.diagnostics import Diagnostic, Suggestion, diagnostic
from kg.language.syntax import Clauses, Nominal, Phrase, Together, Word
from kg.lexicon.fold import squeeze
from kg.lexicon.lexicon import Meaning, NounPattern
from kg.query.arguments import fits
from kg.query.conditions import all_of, any_of
from kg.query.meaning import MeaningError, Scope
from kg.query.measures import measure_of
from kg.query.query import Condition, Every, Fill, Holds, Noun, Number, Only, OtherThan, Quantifier, Some
from kg.query.resolving import Placed, Resolving


def noun_of(nominal: Nominal, wanted: tuple[str, ...], resolver: Resolving) -> Noun:
    """Return the set of things that a nominal covers, as far as ``wanted`` classes allow."""
    if isinstance(nominal, Together):
        return _together(nominal, wanted, resolver)
    return _phrase(nominal, wanted, resolver)


def _together(nominal: Together, wanted: tuple[str, ...], resolver: Resolving) -> Noun:
    for member in nominal.members:
        _refuse_open(member, resolver.scope)
    nouns = [noun_of(member, wanted, resolver) for member in nominal.members]
    if all(noun.where is None and noun.names and noun.cls is None for noun in nouns):
        return Noun(names=tuple(dict.fromkeys(name for noun in nouns for name in noun.names)))
    scope = resolver.scope
    conditions = [as_condition(noun, scope, nominal) for noun in nouns]
    return Noun(where=any_of(conditions))


def _refuse_open(member: Nominal, scope: Scope) -> None:
    """Refuse "the name, the age and the town of X" as one set: the first two would be those of anything."""
    if not isinstance(member, Phrase) or len(member.nouns) != 1 or member.of or member.marked or member.relatives:
        return
    meanings = member.nouns[-1].meanings
    if meanings and all(m.kind == "role" and not scope.noun(m).alone for m in meanings):
        usage = "list the A and the B of every C" if scope.lang == "en" else "列出每个C的A和B"
        raise MeaningError(diagnostic("M002", member.span, text=member.nouns[-1].text, usage=usage), 2)


def as_condition(noun: Noun, scope: Scope, nominal: Nominal) -> Condition:
    """Return the condition that a thing is covered by a noun."""
    parts: list[Condition] = []
    if noun.names:
        kinds = scope.kind_frame
        if kinds is None or any(name not in scope.kinds for name in noun.names):
            raise MeaningError(diagnostic("M005", nominal.span, form="or", usage="A or B"))
        narrower, broader = kinds.roles[0].id, kinds.roles[1].id
        parts.append(Holds(kinds.id, narrower, (Fill(broader, Noun(names=noun.names, exact=True)),), reach="chain"))
    if noun.where is not None:
        parts.append(noun.where)
    if not parts:
        raise MeaningError(diagnostic("M005", nominal.span, form="or", usage="A or B"))
    return all_of(parts)


# ---------------------------------------------------------------- one phrase


def reattached(phrase: Phrase, scope: Scope) -> Phrase:
    """Give the head the relative clause that stands behind a name: of one thing nothing is to be told apart.

    "suppliers of NVIDIA that are Chinese" are Chinese suppliers; modules, a kind, may have the clause themselves.
    """
    taken = tuple(r for owner in (*phrase.of, *(n for _, n in phrase.marked)) for r in _misplaced(owner, scope))
    inside = [clause for said in phrase.relatives for clause in said.clauses]
    taken += tuple(r for clause in inside for owner in clause.after for r in _misplaced(owner, scope))
    if not taken:
        return phrase
    return replace(
        phrase,
        of=tuple(_without_relatives(owner, scope) for owner in phrase.of),
        marked=tuple((marker, _without_relatives(owner, scope)) for marker, owner in phrase.marked),
        relatives=(*(_without_inside(said, scope) for said in phrase.relatives), *taken),
    )


def _without_inside(said: Clauses, scope: Scope) -> Clauses:
    clauses = (
        replace(clause, after=tuple(_without_relatives(owner, scope) for owner in clause.after))
        for clause in said.clauses
    )
    return replace(said, clauses=tuple(clauses))


def _misplaced(owner: Nominal, scope: Scope) -> tuple[Clauses, ...]:
    if not isinstance(owner, Phrase) or not owner.nouns or not owner.relatives:
        return ()
    meanings = owner.nouns[-1].meanings
    single = all(m.kind == "thing" and m.id not in scope.kinds for m in meanings)
    return owner.relatives if single else ()


def _without_relatives(owner: Nominal, scope: Scope) -> Nominal:
    return replace(owner, relatives=()) if isinstance(owner, Phrase) and _misplaced(owner, scope) else owner


def _owner_found(phrase: Phrase, scope: Scope) -> Phrase:
    """Read 英伟达市值超过500亿美元的供应商 like 市值超过500亿美元的英伟达供应商: the measure has no item such as NVIDIA."""
    if scope.lang != "zh" or not phrase.nouns or all(m.kind != "role" for m in phrase.nouns[-1].meanings):
        return phrase
    for clauses in phrase.relatives:
        clause = clauses.clauses[0]
        told = clause.before[-1] if clause.kind == "amount" and len(clause.before) == 1 else None
        found = measure_of(told, scope) if isinstance(told, Phrase) else None
        if found is None or not isinstance(told, Phrase) or len(clauses.clauses) > 1:
            continue
        items = [role.id for role in found[0].roles[1:]]
        owners = [*told.of, *(Phrase(nouns=(word,), span=word.span) for word in told.nouns[:-1])]
        if not owners or any(fits(owner, item, found[0].id, scope) for owner in owners for item in items):
            continue
        bare = replace(clause, before=(replace(told, of=(), nouns=told.nouns[-1:]),))
        kept = tuple(replace(c, clauses=(bare,)) if c is clauses else c for c in phrase.relatives)
        return replace(phrase, of=(*owners, *phrase.of), relatives=kept)
    return phrase


def _phrase(phrase: Phrase, wanted: tuple[str, ...], resolver: Resolving) -> Noun:
    scope = resolver.scope
    phrase = _owner_found(reattached(phrase, scope), scope)
    if phrase.top is not None or phrase.by is not None or phrase.value is not None or phrase.aggregate:
        usage = "top 5 components by number of suppliers" if scope.lang == "en" else "供应商最多的五种部件"
        text = phrase.nouns[-1].text if phrase.nouns else ""
        raise MeaningError(diagnostic("M005", phrase.span, form=text, usage=usage), 3)
    if not phrase.nouns and len(phrase.of) == 1 and scope.lang == "en":
        noun = noun_of(phrase.of[0], wanted, resolver)  # "which of NVIDIA's suppliers": some of those
    elif not phrase.nouns:
        noun = Noun()
        rest: list[Placed] = [*(("of", owner) for owner in phrase.of), *phrase.marked]
        if rest:
            noun = _owned(noun, phrase, rest, wanted, resolver)
    else:
        noun = _headed(phrase, wanted, resolver)
    parts: list[Condition] = [noun.where] if noun.where is not None else []
    classes = noun_classes(noun, scope)
    parts += [_either(words, classes, resolver) for words in phrase.adjectives]
    parts += [resolver.relative(clauses, classes or wanted) for clauses in phrase.relatives]
    parts += [_apart(nominal, noun, wanted, resolver) for nominal in phrase.apart]
    return replace(noun, where=all_of(parts) if parts else None)


def _apart(nominal: Nominal, noun: Noun, wanted: tuple[str, ...], resolver: Resolving) -> Condition:
    """Return that a thing is none of those set apart ("other than TSMC"), which could be among those meant."""
    scope = resolver.scope
    others = noun_of(nominal, noun_classes(noun, scope) or wanted, resolver)
    alone = bool(noun.names) and not any(name in scope.kinds for name in noun.names)
    fitting = scope.agree(noun_classes(others, scope), noun_classes(noun, scope) or wanted)
    if alone or not fitting or not others.names or others.where is not None:
        usage = "companies other than TSMC" if scope.lang == "en" else "台积电以外的公司"
        raise MeaningError(diagnostic("M002", nominal.span, text=usage, usage=usage), 2)
    return OtherThan(others.names)


def noun_classes(noun: Noun, scope: Scope) -> tuple[str, ...]:
    """Return the classes that the things of a noun may have; empty when nothing is known."""
    if noun.cls:
        return (noun.cls,)
    if noun.names:
        return tuple(dict.fromkeys(filter(None, (scope.class_of(Meaning("thing", name)) for name in noun.names))))
    if isinstance(noun.where, Holds):
        return scope.ranges(noun.where.frame, noun.where.role)
    return ()


def _either(words: tuple[Word, ...], classes: tuple[str, ...], resolver: Resolving) -> Condition:
    """Return what one of several adjectives says: of one relation, its fillers side by side."""
    found = [adjective(word, classes, resolver) for word in words]
    first = found[0]
    if all(replace(other, fills=()) == replace(first, fills=()) for other in found):
        names = dict.fromkeys(name for holds in found for name in holds.fills[0].noun.names)
        return replace(first, fills=(Fill(first.fills[0].role, Noun(names=tuple(names))),))
    return any_of(found)


def adjective(word: Word, classes: tuple[str, ...], resolver: Resolving) -> Holds:
    """Return what an adjective says of a thing ("Chinese": its country is China)."""
    pack = resolver.scope.pack
    for meaning in word.meanings:
        if meaning.kind != "adjective":
            continue
        thing = pack.things[meaning.id]
        for use in pack.adjective_uses:
            ranges = pack.frames[use.frame].role(use.subject).ranges
            if use.cls == thing.cls and resolver.scope.agree(classes, ranges):
                return Holds(use.frame, use.subject, (Fill(use.object, Noun(names=(thing.id,))),))
    raise MeaningError(diagnostic("M002", word.span, text=word.text, usage="Chinese company"))


def _headed(phrase: Phrase, wanted: tuple[str, ...], resolver: Resolving) -> Noun:
    scope = resolver.scope
    head = phrase.nouns[-1]
    step = resolver.step_noun(phrase)
    if step is not None:
        return step
    if head.special == "thing":
        return _phrase(replace(phrase, nouns=(), relatives=(), adjectives=(), apart=()), wanted, resolver)
    if head.special:
        raise MeaningError(diagnostic("M002", head.span, text=head.text, usage="is there a supply chain from X to Y"))
    roles = [m for m in head.meanings if m.kind == "role"]
    found = _role_nouns(phrase, roles, wanted, resolver)
    if found is not None:
        return found
    plain = _plain(phrase, wanted, resolver)
    rest: list[Placed] = [("of", owner) for owner in phrase.of]
    rest += list(phrase.marked)
    owners = [replace(phrase, nouns=(word,), of=(), marked=(), relatives=(), adjectives=(), amount=None, quantity="", wh="")
              for word in phrase.nouns[:-1]]  # fmt: skip
    rest += [("of", owner) for owner in owners if not _apposed(owner, plain, scope)]
    apposed = [owner for owner in owners if _apposed(owner, plain, scope)]
    if apposed:
        plain = noun_of(apposed[-1], noun_classes(plain, scope), resolver)
    if not rest:
        return plain
    try:
        return _owned(plain, phrase, rest, wanted, resolver)
    except MeaningError:
        kin = scope.kin(head) if phrase.of and plain.cls and not roles else ()
        found = _role_nouns(_called(phrase, kin), list(kin), wanted, resolver)
        if found is None:
            raise
        return replace(plain, where=found.where)


def _called(phrase: Phrase, meanings: tuple[Meaning, ...]) -> Phrase:
    """Return a phrase with other meanings for its head."""
    return replace(phrase, nouns=(*phrase.nouns[:-1], replace(phrase.nouns[-1], meanings=meanings)))


def _apposed(owner: Nominal, plain: Noun, scope: Scope) -> bool:
    """Whether a name stands beside a word for what it is: "GB300 NVL72 racks", 华为公司."""
    assert isinstance(owner, Phrase)
    for meaning in owner.nouns[0].meanings:
        if meaning.kind != "thing":
            continue
        thing = scope.pack.things[meaning.id]
        if thing.id in plain.names:
            return True  # 亚马逊AWS: one thing by two names
        if plain.names and any(_is_kind(thing.id, name, scope) for name in plain.names):
            return True
        cls = scope.class_of(meaning)
        if plain.cls and not plain.names and cls and scope.pack.is_a(cls, plain.cls):
            return True
    return False


def _is_kind(id: str, kind: str, scope: Scope) -> bool:
    seen = {id}
    queue = [id]
    while queue:
        for broader in scope.pack.things[queue.pop()].kinds:
            if broader == kind:
                return True
            if broader not in seen and broader in scope.pack.things:
                seen.add(broader)
                queue.append(broader)
    return False


def _plain(phrase: Phrase, wanted: tuple[str, ...], resolver: Resolving) -> Noun:
    """Return the noun of a thing or class word, narrowed by the classes that its place wants."""
    scope = resolver.scope
    head = phrase.nouns[-1]
    defined = scope.defined(head)
    if defined is not None and not defined.verb:
        if not scope.agree(defined.classes, wanted):
            raise MeaningError(_wrong_class(head, list(head.meanings), wanted, scope), 1)
        return defined.noun
    options = [m for m in head.meanings if m.kind in ("thing", "class")]
    if not options:
        raise MeaningError(_no_noun(head, scope))
    fitting = [m for m in options if scope.agree(scope.classes_of(m), wanted)]
    if not fitting:
        raise MeaningError(_wrong_class(head, options, wanted, scope), 1)
    exact = [m for m in fitting if not m.plural and m.kind == "thing"] or fitting
    things = named_so(head, list(dict.fromkeys(m.id for m in exact if m.kind == "thing")), scope)
    if len(things) > 1:
        raise MeaningError(several(head, things, scope), 2)
    classes = list(dict.fromkeys(m.id for m in fitting if m.kind == "class"))
    if classes and not things:
        if len(classes) > 1 and not any(all(scope.pack.is_a(other, cls) for other in classes) for cls in classes):
            raise MeaningError(_several_classes(head, classes, scope), 2)
        return Noun(cls=classes[0])
    thing = scope.pack.things[things[0]]
    return Noun(cls=scope.pack.classes[thing.cls].kinds_of, names=(thing.id,))


def named_so(word: Word, things: list[str], scope: Scope) -> list[str]:
    """Return the one thing whose whole name is the word, where the others only have it with a bracket behind it."""
    if len(things) < 2:
        return things
    wanted = squeeze(word.text, scope.lexicon.simplified)
    whole = [
        thing
        for thing in things
        if any(
            squeeze(n, scope.lexicon.simplified) == wanted
            for w in scope.pack.things[thing].names.values()
            for n in w.all
        )
    ]
    return whole if len(whole) == 1 else things


def several(word: Word, things: list[str], scope: Scope) -> Diagnostic:
    """Return the diagnostic for a name with several meanings, each with the text that selects it."""
    choices = tuple(
        Suggestion(f"{word.text} [{thing}]", f"{scope.label(thing)}, {scope.label(scope.pack.things[thing].cls)}")
        for thing in things
    )
    texts = "; ".join(f"{choice.text} ({choice.note})" for choice in choices)
    return replace(diagnostic("N002", word.span, text=word.text, choices=texts), suggestions=choices)


def _several_classes(word: Word, classes: list[str], scope: Scope) -> Diagnostic:
    """Return the diagnostic for a word that two classes share, with the text that selects each."""
    choices = tuple(Suggestion(f"{word.text} [{cls}]", str(scope.pack.classes[cls].iri)) for cls in classes)
    texts = "; ".join(f"{choice.text} ({choice.note})" for choice in choices)
    return replace(diagnostic("N002", word.span, text=word.text, choices=texts), suggestions=choices)


def _wrong_class(word: Word, options: list[Meaning], wanted: tuple[str, ...], scope: Scope) -> Diagnostic:
    classes = dict.fromkeys(cls for m in options for cls in scope.classes_of(m))
    found = ", ".join(scope.label(cls) for cls in classes)
    wants = " / ".join(scope.label(cls) for cls in wanted)
    return diagnostic("M001", word.span, text=word.text, found=found, wanted=wants)


def _no_noun(word: Word, scope: Scope) -> Diagnostic:
    usage = "power of GB200 NVL72" if scope.lang == "en" else "GB200 NVL72的功耗"
    return diagnostic("M002", word.span, text=word.text, usage=usage)


# ---------------------------------------------------------------- role nouns: "supplier of lasers to NVIDIA"


def _role_nouns(phrase: Phrase, meanings: list[Meaning], wanted: tuple[str, ...], resolver: Resolving) -> Noun | None:
    """Return the noun of a role word with what belongs to it, or None when no pattern takes it all."""
    scope = resolver.scope
    errors: list[MeaningError] = []
    plain_too = any(m.kind in ("thing", "class") for m in phrase.nouns[-1].meanings)
    for meaning in meanings:
        pattern = scope.noun(meaning)
        takes = {marker for marker, _ in pattern.marked}
        complements = bool(phrase.of or len(phrase.nouns) > 1 or any(marker in takes for marker, _ in phrase.marked))
        ranges = _range(pattern, scope)
        if not scope.agree(ranges, wanted) or (plain_too and not complements):
            continue
        if (
            pattern.alone
            and not complements
            and len(ranges) == 1
            and (phrase.marked or _only_names(phrase, pattern, scope))
        ):
            noun = Noun(cls=ranges[0])
            return _owned(noun, phrase, list(phrase.marked), ranges, resolver) if phrase.marked else noun
        try:
            found = _role_with_rest(phrase, pattern, resolver)
        except MeaningError as error:
            errors.append(error)
            continue
        if found is not None:
            return found
    if errors:
        raise max(errors, key=lambda error: error.rank)
    if meanings and not plain_too:
        raise MeaningError(_unplaced(phrase, scope.noun(meanings[0]), scope))
    return None


def _only_names(phrase: Phrase, pattern: NounPattern, scope: Scope) -> bool:
    """Whether a role noun only names what a relative clause tells of: "makers who …", 占比超过20%的供应商."""
    register = scope.pack.frames[pattern.frame].form == "triple"
    clauses = [clause for found in phrase.relatives for clause in found.clauses]
    return bool(clauses) and (register or all(clause.kind == "amount" for clause in clauses))


def _role_with_rest(phrase: Phrase, pattern: NounPattern, resolver: Resolving) -> Noun | None:
    """Return the noun of one pattern; prepositional phrases that it does not take say more of the thing."""
    holds = role_condition(phrase, pattern, resolver)
    if holds is not None:
        return Noun(where=holds)
    rest: list[Placed] = list(untaken(phrase, pattern, resolver.scope))
    if not rest:
        return None
    holds = role_condition(replace(phrase, marked=tuple(p for p in phrase.marked if p not in rest)), pattern, resolver)
    if holds is None:
        holds = role_condition(replace(phrase, marked=()), pattern, resolver)
        rest = list(phrase.marked)
    return None if holds is None else _owned(Noun(where=holds), phrase, rest, _range(pattern, resolver.scope), resolver)


def untaken(phrase: Phrase, pattern: NounPattern, scope: Scope) -> tuple[Placed, ...]:
    """Return the prepositional phrases that a role noun has no role for: they say more of the thing."""
    return tuple(pair for pair in phrase.marked if not _takes(pattern, pair, scope))


def _takes(pattern: NounPattern, pair: Placed, scope: Scope) -> bool:
    """Whether a role noun has a role for a prepositional phrase, by marker and class."""
    return any(marker == pair[0] and fits(pair[1], role, pattern.frame, scope) for marker, role in pattern.marked)


def _range(pattern: NounPattern, scope: Scope) -> tuple[str, ...]:
    frame = scope.pack.frames[pattern.frame]
    return next((role.ranges for role in frame.roles if role.id == pattern.asks), ())


def role_condition(phrase: Phrase, pattern: NounPattern, resolver: Resolving) -> Condition | None:
    """Return that a thing fills the role that the noun asks for, its complements the other roles;
    None when some complement finds no role."""
    placed = place_complements(phrase, pattern, resolver.scope)
    if placed is None:
        return None
    return resolver.holds(pattern.frame, pattern.asks, placed, pattern.fixes)


def place_complements(phrase: Phrase, pattern: NounPattern, scope: Scope) -> tuple[Placed, ...] | None:
    """Give each complement of a role noun a role by its marker and class; None when one has none."""
    belonging = tuple(dict.fromkeys(role for marker, role in pattern.marked if marker in ("of", "的")))
    spare = tuple(role.id for role in scope.pack.frames[pattern.frame].roles if role.id != pattern.asks)
    # What stands next to the noun has the first choice: of GB300的冷板供应商 the cold plate is supplied.
    arguments: list[tuple[Nominal, tuple[str, ...]]] = [
        (Phrase(nouns=(word,), span=word.span), tuple(dict.fromkeys((*belonging, *spare))))
        for word in reversed(phrase.nouns[:-1])
    ]
    arguments += [(owner, belonging or spare) for owner in phrase.of]
    for marker, nominal in phrase.marked:
        arguments.append((nominal, tuple(role for other, role in pattern.marked if other == marker)))
    for choice in itertools.product(*(roles for _, roles in arguments)):
        pairs = list(zip(choice, (nominal for nominal, _ in arguments), strict=True))
        if len(set(choice)) == len(choice) and all(fits(n, role, pattern.frame, scope) for role, n in pairs):
            return tuple(pairs)
    return None


def _unplaced(phrase: Phrase, pattern: NounPattern, scope: Scope) -> Diagnostic:
    frame = scope.pack.frames[pattern.frame]
    texts = [noun.text for noun in frame.nouns if noun.lang == scope.lang and noun.asks == pattern.asks]
    usage = scope.example(frame.id, texts[0]) if texts else pattern.noun
    return diagnostic("M002", phrase.span, text=phrase.nouns[-1].text, usage=usage)


# ---------------------------------------------------------------- what belongs to a thing: "NVIDIA's GPUs"


def _owned(noun: Noun, phrase: Phrase, rest: list[Placed], wanted: tuple[str, ...], resolver: Resolving) -> Noun:
    """Attach owners and prepositional phrases to a thing: by readings without a noun or a verb."""
    parts: list[Condition] = [noun.where] if noun.where is not None else []
    classes = noun_classes(noun, resolver.scope) or wanted
    collection = resolver.collection(rest, classes) if not phrase.nouns or noun.cls else None
    if collection is not None:
        return replace(noun, where=all_of([*parts, collection]))
    while rest:
        condition, used = resolver.belonging(rest, classes, phrase)
        parts.append(condition)
        rest = [pair for pair in rest if pair not in used]
    return replace(noun, where=all_of(parts) if parts else None)


# ---------------------------------------------------------------- quantifiers


def quantifier_of(phrase: Phrase) -> Quantifier:
    """Return the quantifier that a phrase says: every, only, at least four, a single; some by default."""
    if phrase.amount is not None and not phrase.amount.part and phrase.amount.unit is None:
        if phrase.amount.number != int(phrase.amount.number):
            raise MeaningError(diagnostic("M005", phrase.amount.span, form=str(phrase.amount.number), usage="3"), 3)
        return Number(phrase.amount.op, int(phrase.amount.number))
    if phrase.amount is not None and phrase.amount.unit is not None:
        raise MeaningError(diagnostic("M005", phrase.amount.span, form=phrase.amount.unit.text, usage="3"), 3)
    match phrase.quantity:
        case "every":
            return Every()
        case "only":
            return Only()
        case "single":
            return Number("=", 1)
        case _:
            return Some()


def lifted(
    phrase: Nominal, frame: str, taken: set[str], scope: Scope, *, filler: bool = False
) -> tuple[Nominal, tuple[Placed, ...]]:
    """Move what belongs to a filler into the free roles of the statement that it fills.

    "who supplies Google's optical modules": Google is the customer of the same statement, not the
    owner of the modules. Role nouns keep their complements.
    """
    if isinstance(phrase, Phrase) and not phrase.nouns and phrase.wh:
        return _lifted_places(phrase, frame, taken, scope)
    if not isinstance(phrase, Phrase) or not phrase.nouns:
        return phrase, ()
    meanings = phrase.nouns[-1].meanings
    if not any(m.kind in ("thing", "class", "definition") for m in meanings):
        return phrase, ()
    patterns = [scope.noun(m) for m in meanings if m.kind == "role"]
    if filler and any(place_complements(phrase, pattern, scope) for pattern in patterns):
        return phrase, ()
    moved: list[Placed] = []
    kept: list[Nominal] = []
    for owner in phrase.of:
        free = [r.id for r in scope.pack.frames[frame].roles if r.id not in taken]
        role = next((r for r in free if fits(owner, r, frame, scope)), None)
        if role is None:
            kept.append(owner)
        else:
            moved.append((role, owner))
            taken.add(role)
    return replace(phrase, of=tuple(kept)), tuple(moved)


def _lifted_places(phrase: Phrase, frame: str, taken: set[str], scope: Scope) -> tuple[Phrase, tuple[Placed, ...]]:
    """Move X of "what in X" into a free role, as that of "which parts of X" is."""
    moved: list[Placed] = []
    for marker, owner in phrase.marked:
        free = [r.id for r in scope.pack.frames[frame].roles if r.id not in taken]
        role = next((r for r in reversed(free) if fits(owner, r, frame, scope)), None) if marker == "in" else None
        if role is not None:
            moved.append((role, owner))
            taken.add(role)
    rest = tuple(pair for pair in phrase.marked if all(pair[1] is not owner for _, owner in moved))
    return replace(phrase, marked=rest), tuple(moved)
