"""Questions that a step of analysis answers in, their forms out: losses, concentration, changes, conflicts."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from kg.base.dates import Period
from kg.base.diagnostics import diagnostic
from kg.language.syntax import Nominal, Phrase, Question, Together, Word
from kg.lexicon.lexicon import Meaning
from kg.query.arguments import fits
from kg.query.conditions import canonical_noun
from kg.query.documents import documents
from kg.query.meaning import MeaningError
from kg.query.measures import measure_of
from kg.query.naming import names_of, unasked, unusable
from kg.query.nominal import noun_classes, noun_of, place_complements
from kg.query.query import (
    Breakdown,
    Changes,
    Concentration,
    Conflicts,
    Cut,
    Describe,
    Exposure,
    Form,
    Holds,
    Noun,
    Overlap,
    Parts,
    Statements,
    Test,
)
from kg.query.resolve import Resolver
from kg.query.shares import bases

_USAGE = {
    "bom": ("full bill of materials of GB300 NVL72", "GB300 NVL72的完整物料清单"),
    "aspect": ("what is the ticker of Eoptolink", "新易盛的股票代码是什么"),
    "cut": ("smallest set of suppliers whose loss stops GB300 NVL72", "停掉哪些供应商就造不出GB300 NVL72"),
    "concentration": ("supplier concentration of HBM", "HBM的供应商集中度"),
    "exposure": ("exposure of Lumentum to Microsoft", "Lumentum对微软的敞口"),
    "overlap": ("overlap of the suppliers of NVIDIA and AMD", "英伟达和AMD的供应商重叠"),
    "changes": ("new suppliers of NVIDIA between 2023 and 2025", "2023年到2025年间新增的英伟达供应商"),
    "sort": ("supply relations announced but not in volume", "已宣布但未量产的供应关系"),
    "disputed": ("contradictions, according to SemiAnalysis", "来源互相矛盾,据SemiAnalysis"),
    "conflicts": ("contradictions about parameters of GPT-4", "GPT-4的参数量的来源互相矛盾"),
}


def _wrong(nominal: Nominal | None, form: str, resolver: Resolver) -> MeaningError:
    english, chinese = _USAGE[form]
    return MeaningError(unusable(nominal, english if resolver.scope.lang == "en" else chinese), 2)


def noun_analysis(phrase: Phrase, resolver: Resolver) -> Form | None:
    """Read a noun phrase headed by a word of the language for an analysis, None when it is another."""
    match phrase.nouns[-1].special if phrase.nouns and not phrase.nouns[-1].meanings else "":
        case "bom":
            return Breakdown(Parts(_one_name(phrase, "bom", resolver)))
        case "concentration":
            return _concentration(phrase, resolver)
        case "exposure":
            return _exposure_of(phrase, resolver)
        case "overlap":
            return _overlap(phrase, resolver)
        case "aspect ticker" | "aspect definition" | "aspect note" as aspect:
            return _described(phrase, aspect.removeprefix("aspect "), resolver)
        case _:
            return None


def _owners(phrase: Phrase) -> list[Nominal]:
    return [*phrase.of, *(Phrase(nouns=(word,), span=word.span) for word in phrase.nouns[:-1])]


def _described(phrase: Phrase, aspect: str, resolver: Resolver) -> Describe:
    """Read "ticker of Eoptolink and Innolight", 新易盛的股票代码: what one plain property says of named things."""
    owners = _owners(phrase)
    bare = not (
        phrase.marked or phrase.relatives or phrase.adjectives or phrase.amount or phrase.top or phrase.quantity
    )
    names = names_of(owners[0], resolver) if len(owners) == 1 and bare else ()
    if not names:
        raise _wrong(phrase, "aspect", resolver)
    return Describe(names, aspect)  # type: ignore[arg-type]


def _one_name(phrase: Phrase, form: str, resolver: Resolver) -> str:
    owners = _owners(phrase)
    names = names_of(owners[0], resolver) if len(owners) == 1 and not phrase.marked else ()
    if len(names) != 1:
        raise _wrong(phrase, form, resolver)
    return names[0]


# ---------------------------------------------------------------- losses


def cut_form(question: Question, resolver: Resolver) -> Cut:
    """Read "smallest set of suppliers whose loss stops X"; the sets are of agents, whatever noun says so."""
    names = names_of(question.phrase, resolver)
    return cut_of(question.party, names, resolver)


def cut_of(companies: Nominal | None, names: tuple[str, ...], resolver: Resolver) -> Cut:
    """Return the form of a smallest set of agents whose loss stops one named thing."""
    scope = resolver.scope
    if (
        len(names) != 1
        or not isinstance(companies, Phrase)
        or companies.of
        or companies.relatives
        or companies.adjectives
    ):
        raise _wrong(companies, "cut", resolver)
    words = [m for word in companies.nouns for m in word.meanings]
    agents = any(cls in scope.agents or scope.agree((cls,), scope.agents) for m in words for cls in scope.classes_of(m))
    if companies.nouns and not agents:
        raise _wrong(companies, "cut", resolver)
    return Cut(names[0], resolver.substitutes)


# ---------------------------------------------------------------- shares


def _concentration(phrase: Phrase, resolver: Resolver) -> Concentration:
    """Read "supplier concentration of HBM", "concentration of HBM", Credo的客户集中度."""
    scope = resolver.scope
    frames = {base.frame.id: base.frame for base in bases(scope)}
    for frame in frames.values():
        counted = next((role for word in phrase.nouns[:-1] if (role := _role_named(word, frame.id, resolver))), None)
        owners = [
            o for o in _owners(phrase) if not (isinstance(o, Phrase) and _role_named(o.nouns[-1], frame.id, resolver))
        ]
        if len(owners) != 1 or phrase.marked or phrase.relatives:
            continue
        for role in _subject_roles(frame.id, counted, resolver):
            if fits(owners[0], role, frame.id, scope):
                subject = noun_of(unasked(owners[0]), scope.ranges(frame.id, role), resolver)
                return Concentration(subject, Holds(frame.id, role), counted or _other_side(frame.id, role, resolver))
    raise _wrong(phrase, "concentration", resolver)


def largest_form(phrase: Phrase, by: Nominal | None, top: int, resolver: Resolver) -> Concentration | None:
    """Read "largest customer of Innolight", 中际旭创最大的客户: by their shares of what it does; None for another noun."""
    head = phrase.nouns[-1] if phrase.nouns else None
    frames = dict.fromkeys(base.frame.id for base in bases(resolver.scope))
    if head is None or phrase.least or not any(_role_named(head, frame, resolver) for frame in frames):
        return None
    owners = [*phrase.of, *(Phrase(nouns=(word,), span=word.span) for word in phrase.nouns[:-1])]
    if isinstance(by, Phrase):
        named = tuple(word for word in by.nouns if word.meanings)
        owners += [*by.of, *(Phrase(nouns=(word,), span=word.span) for word in named)]
    if len(owners) != 1 or phrase.marked or phrase.relatives or phrase.adjectives:
        return None
    asked = Phrase(nouns=(head, Word("", (), "concentration")), of=(owners[0],), span=phrase.span)
    return replace(_concentration(asked, resolver), top=top)


def _role_named(word: Word, frame: str, resolver: Resolver) -> str | None:
    """Return the role of a frame that a role noun names, whatever frame declares the noun."""
    roles = {role.id for role in resolver.scope.pack.frames[frame].roles}
    return next(
        (asks for m in word.meanings if m.kind == "role" and (asks := resolver.scope.noun(m).asks) in roles), None
    )


def _subject_roles(frame: str, counted: str | None, resolver: Resolver) -> list[str]:
    """Return the roles that a concentration may be of: what is supplied before who takes part."""
    roles = [role for role in resolver.scope.pack.frames[frame].roles if role.id != counted]
    agents = resolver.scope.agents
    return [r.id for r in sorted(roles, key=lambda role: resolver.scope.agree(role.ranges, agents))]


def _other_side(frame: str, role: str, resolver: Resolver) -> str:
    """Return whose shares are meant when nothing says so: the first agent that is not the subject."""
    scope = resolver.scope
    return next(r.id for r in scope.pack.frames[frame].roles if r.id != role and scope.agree(r.ranges, scope.agents))


def exposure_form(question: Question, resolver: Resolver) -> Exposure:
    """Read Lumentum对微软的敞口."""
    start, end = names_of(question.phrase, resolver), names_of(question.party, resolver)
    if len(start) != 1 or len(end) != 1:
        raise _wrong(question.phrase, "exposure", resolver)
    return Exposure(start[0], end[0])


def _exposure_of(phrase: Phrase, resolver: Resolver) -> Exposure:
    owners = _owners(phrase)
    others = [nominal for marker, nominal in phrase.marked if marker == "to"]
    if len(owners) != 1 or len(others) != 1 or len(phrase.marked) != 1:
        raise _wrong(phrase, "exposure", resolver)
    return exposure_form(Question("exposure", phrase=owners[0], party=others[0]), resolver)


def _overlap(phrase: Phrase, resolver: Resolver) -> Overlap:
    """Read "overlap of the suppliers of NVIDIA, AMD and Google"."""
    scope = resolver.scope
    inner = phrase.of[0] if len(phrase.of) == 1 and not phrase.nouns[:-1] else replace(phrase, nouns=phrase.nouns[:-1])
    for meaning in inner.nouns[-1].meanings if isinstance(inner, Phrase) and inner.nouns else ():
        if meaning.kind != "role" or not isinstance(inner, Phrase):
            continue
        pattern = scope.noun(meaning)
        placed = place_complements(inner, pattern, scope)
        owner = next(((r, n) for r, n in placed or () if isinstance(n, Together)), None)
        if owner is None or len(placed or ()) != 1:
            continue
        return Overlap(names_of(owner[1], resolver), Holds(pattern.frame, owner[0]), pattern.asks)
    raise _wrong(phrase, "overlap", resolver)


# ---------------------------------------------------------------- time and sources


def changes_form(question: Question, resolver: Resolver) -> Changes:
    """Read "what changed for NVIDIA between 2023 and 2025", "new suppliers of NVIDIA between …"."""
    found = question.circumstances
    phrase = question.phrase
    between = found.between or _since(found.since if found.change else None)
    counted = isinstance(phrase, Phrase) and (phrase.counted or phrase.wh == "how many")
    if between is None or phrase is None or counted:
        raise _wrong(phrase, "changes", resolver)
    noun = canonical_noun(noun_of(unasked(phrase), (), resolver), resolver.scope.pack)
    if isinstance(noun.where, Holds) and not noun.names and noun.cls is None:
        subject = Noun()
        return Changes(subject, *between, noun.where, found.change or "any")
    if found.change or noun == Noun():
        raise _wrong(phrase, "changes", resolver)
    return Changes(noun, *between)


def _since(day: Period | None) -> tuple[Period, Period] | None:
    """Return all that was before a day and all from it on: "new suppliers of NVIDIA since 2024"."""
    if day is None or day.first == date.min:
        return None
    return Period(date.min, day.first - timedelta(days=1), "day"), Period(day.first, date.max, "day")


def conflicts_form(question: Question, resolver: Resolver) -> Conflicts:
    """Read "contradictions about parameters of GPT-4", "contradictions about Innolight"."""
    phrase = question.phrase
    if phrase is None:
        return Conflicts()
    if isinstance(phrase, Phrase) and phrase.nouns and phrase.nouns[-1].special == "share":
        return _share_conflicts(phrase, resolver)
    found = measure_of(phrase, resolver.scope) if isinstance(phrase, Phrase) else None
    if found is None:
        return Conflicts(noun_of(unasked(phrase), (), resolver))
    assert isinstance(phrase, Phrase)
    owners = _owners(phrase)
    if len(owners) > 1 or phrase.marked or phrase.relatives or phrase.adjectives:
        raise _wrong(phrase, "conflicts", resolver)
    subject = noun_of(unasked(owners[0]), (), resolver) if owners else None
    return Conflicts(subject, found[2].id)


def _share_conflicts(phrase: Phrase, resolver: Resolver) -> Conflicts:
    """Read "where do sources disagree on share", 中际旭创的份额的来源互相矛盾: on numbers that say of what they are shares."""
    frames = list(dict.fromkeys(base.frame.id for base in bases(resolver.scope)))
    owners = _owners(phrase)
    if len(frames) != 1 or len(owners) > 1 or phrase.marked or phrase.relatives or phrase.adjectives:
        raise _wrong(phrase, "conflicts", resolver)
    subject = noun_of(unasked(owners[0]), (), resolver) if owners else None
    return Conflicts(subject, frame=frames[0])


def disputed_form(question: Question, resolver: Resolver) -> Conflicts:
    """Read "what does the founding article claim that others dispute"."""
    party = question.party
    if not isinstance(party, Phrase) or len(party.nouns) != 1 or party.of or party.relatives or party.marked:
        raise _wrong(party, "disputed", resolver)
    return Conflicts(sources=documents(party.nouns[0], resolver.scope))


def statements_about(question: Question, resolver: Resolver) -> Statements:
    """Read "claims with only one source", "supply relations announced but not in volume"; of a thing where one is named."""
    phrase, scope = question.phrase, resolver.scope
    frame = _sort(question, resolver)
    tests = _chosen(question, frame, resolver)
    if frame is None and tests:
        frame = tests[0][0]
    chosen = tuple(test for _, test in tests)
    if phrase is None:
        return Statements(frame=frame, tests=chosen)
    noun = noun_of(unasked(phrase), (), resolver)
    if not noun_classes(noun, scope) and noun.where is None:
        raise _wrong(phrase, "conflicts", resolver)
    return Statements(noun, frame, chosen)


def _sort(question: Question, resolver: Resolver) -> str | None:
    """Return the one frame whose statements a word names: 供应关系, "supply relations"."""
    word = question.relation
    if word is None:
        return None
    frames = {resolver.scope.verb(m).frame for m in word.meanings if m.kind == "verb"}
    nodes = [frame for frame in frames if resolver.scope.pack.frames[frame].form == "node"]
    if len(nodes) != 1:
        raise MeaningError(diagnostic("M002", word.span, text=word.text, usage=_usage("sort", resolver)), 2)
    return nodes[0]


def _chosen(question: Question, frame: str | None, resolver: Resolver) -> list[tuple[str, Test]]:
    """Return the choices that statements have or have not, each with its frame: all of one frame."""
    found: list[tuple[str, Test]] = []
    for word, without in question.circumstances.choices:
        ways = [
            m
            for m in word.meanings
            if m.kind == "choice" and m.frame == (frame or m.frame) and _plain_choice(m, resolver)
        ]
        frame = ways[0].frame if ways else frame
        if len({m.frame for m in ways}) != 1:
            raise MeaningError(diagnostic("M002", word.span, text=word.text, usage=_usage("sort", resolver)), 2)
        found.append((ways[0].frame, Test(ways[0].slot, "!=" if without else "=", ways[0].id)))
    return found


def _plain_choice(meaning: Meaning, resolver: Resolver) -> bool:
    """Whether a choice tells what sort of statement it is, and not what a number is of."""
    choices = resolver.scope.pack.frames[meaning.frame].qualifier(meaning.slot).choices
    return not any(choice.units or choice.whole for choice in choices if choice.id == meaning.id)


def _usage(form: str, resolver: Resolver) -> str:
    return _USAGE[form][0 if resolver.scope.lang == "en" else 1]
