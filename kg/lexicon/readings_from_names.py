"""A frame without readings in; the readings that its name gives, in English and Chinese, out.

A name is a verb ("borders", "is taking", "works for", "has a degree from"), a noun for what it leads to ("capital"),
or a noun for where it starts ("member of"). One that can be several is read as each of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from kg.base.iris import TEXT_CLASS
from kg.lexicon.fold import is_han
from kg.lexicon.inflect_verb import is_participle, is_third_person, is_verb_only, lemma_of
from kg.lexicon.patterns import PREPOSITIONS
from kg.pack.local_words import local_words
from kg.pack.pack import Frame, NounReading, Pack, Reading

_BE = ("is", "are", "was", "were")
_HAVE = ("has", "have", "had")
_MODAL = ("can", "may", "could", "must", "should", "will")
_ARTICLES = ("a", "an", "the")


class Said(Struct, frozen=True):
    """How one name is said: ``verb`` as a verb between its ends, ``target`` as a noun for its object, ``start`` for its
    subject; ``linked`` when the verb wants a form of be before it; ``active`` the verb from its object ("directs"
    of "directed by")."""

    verb: str = ""
    linked: bool = False
    target: str = ""
    start: str = ""
    active: str = ""


def with_readings(pack: Pack) -> Pack:
    """Return the pack with readings for every frame that declares none."""
    return replace(pack, frames={id: with_frame_readings(frame) for id, frame in pack.frames.items()})


def with_frame_readings(frame: Frame) -> Frame:
    """Return a frame with readings from its name; as it is when it declares any.

    A plain property keeps what it declares, first, and has those from its name beside them.
    """
    if not frame.roles or ((frame.readings or frame.nouns) and not is_property(frame)):
        return frame
    if not is_binary(frame):
        return replace(frame, readings=tuple(_measure_readings(frame)))
    subject, object = frame.roles[0].id, frame.roles[1].id
    readings = list(frame.readings)
    nouns = list(frame.nouns)
    for lang, text in names_of(frame):
        said = how_said(text) if lang == "en" else chinese_said(text, frame)
        if TEXT_CLASS in frame.roles[1].ranges and not said.target:
            said = replace(said, target=text.lower())  # what a text is called is asked for by its whole name
        readings += _verb_readings(said, lang, subject, object, symmetric=frame.symmetric)
        nouns += _noun_readings(said, lang, subject, object)
    return replace(
        frame,
        readings=tuple(dict.fromkeys(readings)),
        nouns=tuple(dict.fromkeys(nouns)),
        transitive=frame.transitive and not _asks_next(frame),
    )


def _asks_next(frame: Frame) -> bool:
    """Whether a property is a noun ("parent feature"): it asks for the next one, not for all that can be reached."""
    said = [how_said(text) for lang, text in names_of(frame) if lang == "en"]
    return is_property(frame) and bool(said) and not said[0].verb


def is_property(frame: Frame) -> bool:
    """Tell whether a frame is a plain property of an ontology, and no kind of statement that a pack declares."""
    return frame.predicate is not None and frame.predicate == frame.iri


def is_binary(frame: Frame) -> bool:
    """Tell whether a frame leads from one role to another, so that one verb says it."""
    return len(frame.roles) == 2


def names_of(frame: Frame) -> Iterator[tuple[str, str]]:
    """Yield the names of a frame with their language: labels, then what its id says.

    A name in another language stands in for a label that is missing.
    """
    names = frame.names
    for lang in ("en", "zh"):
        words = names.get(lang) or next(iter(names.values()), None)
        for text in words.all if words else ():
            yield lang, text.replace("{", "(").replace("}", ")")
    yield "en", local_words(frame.id.removesuffix("-text"))


def how_said(name: str) -> Said:
    """Return how an English name is said.

    >>> how_said("is taking").verb, how_said("Works For").verb, how_said("capital").target, how_said("member of").start
    ('taking', 'works for', 'capital', 'member of')
    >>> how_said("directed by").target, how_said("directed by").active
    ('director', 'directs')
    """
    words = [word if word.isupper() and len(word) > 1 else word.lower() for word in name.split()]
    if not words:
        return Said()
    first, last = words[0], words[-1]
    if first in _BE and len(words) > 1:
        return _after_be(words[1:])
    if first in _HAVE and len(words) > 1:
        return Said(" ".join(["has", *words[1:]]), target="" if last in PREPOSITIONS else _noun_behind(words[1:]))
    if first in _MODAL:
        return Said(" ".join(words))
    if len(words) > 1 and last == "of" and not is_third_person(first):
        return Said(" ".join(words), linked=True, start=" ".join(words))
    if len(words) == 2 and last == "by" and is_participle(first):
        return _done_by(first)
    if last in PREPOSITIONS:
        return Said(" ".join(words), linked=not is_third_person(first))
    if is_third_person(first):
        return Said(" ".join(words), target=" ".join(words) if len(words) == 1 else "")
    if is_verb_only(first) and not is_participle(first):
        return Said(" ".join([third_person(first), *words[1:]]))
    if len(words) == 1 and is_participle(first) and first.endswith("ed"):
        return Said(third_person(lemma_of(first, "VERB")), target=first)
    return Said(target=" ".join(words))


def _after_be(words: list[str]) -> Said:
    """ "is age" is a noun; "is part of", "is taking", "is located in" are not."""
    if words[-1] == "of" and not is_participle(words[0]):
        return Said(" ".join(words), linked=True, start=_noun_behind(words))
    if len(words) == 2 and words[-1] == "by" and is_participle(words[0]):
        return _done_by(words[0])
    if words[-1] in PREPOSITIONS or is_participle(words[0]):
        return Said(" ".join(words), linked=True)
    return Said(" ".join(words), linked=True, target=_noun_behind(words))


def _done_by(participle: str) -> Said:
    """ "directed by" leads to the director, who directs."""
    verb = lemma_of(participle, "VERB")
    stem = verb[:-1] + "i" if verb.endswith("y") else verb.removesuffix("e")
    nouns = (f"{stem}er", f"{stem}or", *([verb] if verb.endswith("or") else ()))
    agent = next((noun for noun in nouns if lemma_of(noun, "NOUN") == noun), "")
    return Said(f"{participle} by", linked=True, target=agent, active=third_person(verb))


def _noun_behind(words: list[str]) -> str:
    """Return the noun of "as an alumnus", "a registered site"."""
    rest = words[1:] if words[0] == "as" and len(words) > 1 else words
    rest = rest[1:] if rest[0] in _ARTICLES and len(rest) > 1 else rest
    return " ".join(rest)


def third_person(verb: str) -> str:
    """Return the third person of a verb.

    >>> third_person("teach"), third_person("supply"), third_person("contain")
    ('teaches', 'supplies', 'contains')
    """
    import lemminflect

    found: tuple[str, ...] = lemminflect.getInflection(verb, tag="VBZ")
    return found[0] if found else verb + "s"


#: What a Chinese verb ends in that leads on to a place, and no noun does.
_LEADING = frozenset("于在自到至从入给与和往向")


def chinese_said(name: str, frame: Frame) -> Said:
    """Return how a name is said in Chinese: as the English name of the same frame is, a verb or a noun."""
    english = frame.names.get("en")
    like = how_said(english.label) if english else Said(target=name)
    if not any(map(is_han, name)):
        return Said(
            name if like.verb else "",
            target=name if like.target and not like.active else "",
            start=name if like.start else "",
        )
    named = name[-1] not in _LEADING and not name.startswith(("由", "被")) and "…" not in name
    if like.active:  # "directed by": 导演 is who directs, and what he does
        return Said(target=name, active=name) if named else Said(verb=name)
    if named and like.linked and not like.target and not like.start and like.verb.rpartition(" ")[2] in PREPOSITIONS:
        return Said(verb=name, target=name)  # "written in": 语言
    if like.verb and not (like.target and like.linked):
        return Said(verb=name, target=name if like.target else "")
    return Said(target=name)


def _verb_readings(said: Said, lang: str, subject: str, object: str, *, symmetric: bool) -> Iterator[Reading]:
    if lang == "zh":
        verb = said.verb.strip("…")
        if "…" in verb:  # 由…提供
            before, _, after = verb.partition("…")
            yield Reading(lang, f"{{{subject}}}{before}{{{object}}}{after}")
        elif verb:
            yield Reading(lang, f"{{{subject}}}{verb}{{{object}}}")
            if symmetric:
                yield Reading(lang, f"{{{subject}}}与{{{object}}}{verb}")
                yield Reading(lang, f"{{{subject}}}和{{{object}}}{verb}")
        if said.active:
            yield Reading(lang, f"{{{object}}}{said.active}{{{subject}}}")
        if said.target:
            yield Reading(lang, f"{{{subject}}}{said.target}是{{{object}}}")
            yield Reading(lang, f"{{{subject}}}{said.target}为{{{object}}}")
        return
    if said.verb:
        link = "is " if said.linked else ""
        yield Reading(lang, f"{{{subject}}} {link}{said.verb} {{{object}}}")
    if said.active:
        yield Reading(lang, f"{{{object}}} {said.active} {{{subject}}}")
    if said.target and not said.verb.startswith("has "):
        yield Reading(lang, f"{{{subject}}} has {said.target} {{{object}}}")


def _noun_readings(said: Said, lang: str, subject: str, object: str) -> Iterator[NounReading]:
    if said.target:
        text = f"{said.target} of {{{subject}}}" if lang == "en" else f"{{{subject}}}的{said.target}"
        yield NounReading(lang, text, object, alone=False)
    if said.start:
        text = f"{said.start} {{{object}}}" if lang == "en" else f"{{{object}}}的{said.start}"
        yield NounReading(lang, text, subject, alone=False)


def _measure_readings(frame: Frame) -> Iterator[Reading]:
    """A measure is had: "{subject} has {measure} of {value}"; other statements are told by their roles."""
    ids = {qualifier.id for qualifier in frame.qualifiers}
    if {"measure", "value"} <= ids:
        subject = frame.roles[0].id
        yield Reading("en", f"{{{subject}}} has {{measure}} of {{value}}")
        yield Reading("zh", f"{{{subject}}}的{{measure}}为{{value}}")
