"""Texts of definitions in; what each stands for, and the lexicon that has their words too, out.

The right side of a definition is a noun phrase or a verb phrase, read by itself: its typed conditions stand where the
word is used, so that a definition never changes how the words around it are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kg.base.diagnostics import Diagnostic, diagnostic
from kg.base.errors import QuestionError
from kg.base.spans import NOWHERE, Span
from kg.language.language_of import Lang, language_of
from kg.language.lex import lex
from kg.lexicon.fold import is_han, squeeze
from kg.lexicon.forms import plurals, verb_forms
from kg.lexicon.lexicon import Lexicon, Meaning, Word
from kg.pack.pack import Pack
from kg.query.definition import Definition
from kg.query.query import And, Condition, Context, Describe, Holds, Noun, Select
from kg.query.understand import Understood, understand

_FORMS = tuple(
    re.compile(rf"\s*{form}[\s.。;；]*$", re.IGNORECASE | re.DOTALL)
    for form in (
        r'define\s+["“](?P<name>[^"“”]+)["”]\s+(?:as|to be|to mean)\s+(?P<right>.+?)',
        r'定义\s*["“「](?P<name>[^"“”「」]+)["”」]\s*(?:为|是|即)\s*(?P<right>.+?)',
        r'[把将]\s*["“「](?P<name>[^"“”「」]+)["”」]\s*定义[为成]\s*(?P<right>.+?)',
    )
)
#: What a verb phrase is read behind: who, and what where it is said of no one.
_SUBJECTS: Mapping[Lang, tuple[str, ...]] = {"en": ("who ", "what "), "zh": ("谁", "什么")}


class Defined(Struct, frozen=True):
    """Definitions, and the lexicon in which their words mean them."""

    lexicon: Lexicon
    definitions: tuple[Definition, ...] = ()


class _Text(Struct, frozen=True):
    """A definition taken apart: its word, and where its right side begins and ends."""

    text: str
    lang: Lang
    name: str
    place: Span
    right: Span


def is_definition(text: str) -> bool:
    """Tell whether a text is meant as a definition, well formed or not.

    >>> is_definition('define "x" as components'), is_definition("定义“甲”为部件"), is_definition("who supplies HBM")
    (True, True, False)
    """
    return bool(re.match(r"\s*(?:define\s|定义|[把将]\s*[\"“「][^\"”」]*[\"”」]\s*定义)", text, re.IGNORECASE))


def define(texts: Sequence[str], pack: Pack, lexicon: Lexicon) -> Defined:
    """Read definitions, in any order; of two of one word the later one counts.

    Raise QuestionError: D001 for a text that is none, D002 for a right side that is no noun or verb phrase, D003 for
    one that leads back to itself, D004 for a word that means something already; Q…, N… and M… as for questions.
    """
    parts = {squeeze(part.name, lexicon.simplified): part for part in map(_parted, texts)}
    for key, part in parts.items():
        if not key or lexicon.look_up(key):
            raise _error(part, diagnostic("D004", part.place, text=part.name))
    defined = Defined(lexicon)
    for part in _in_order(parts, lexicon):
        found = _definition(part, pack, defined)
        words = _words(found, str(len(defined.definitions)), lexicon)
        added = {**defined.lexicon.added, **words}
        defined = Defined(replace(lexicon, added=added), (*defined.definitions, found))
    return defined


def _parted(text: str) -> _Text:
    found = next(filter(None, (form.match(text) for form in _FORMS)), None)
    if found is None:
        lang = language_of(text)
        usage = (
            'define "laser maker" as company that makes lasers' if lang == "en" else "定义“激光商”为供应激光器的公司"
        )
        raise QuestionError(text, lang, (diagnostic("D001", Span(0, len(text)), usage=usage),))
    place, right = (Span(*found.span(group)) for group in ("name", "right"))
    return _Text(text, language_of(found["right"]), found["name"].strip(), place, right)


def _error(part: _Text, found: Diagnostic) -> QuestionError:
    return QuestionError(part.text, part.lang, (found,))


# ---------------------------------------------------------------- what needs what


def _in_order(parts: Mapping[str, _Text], lexicon: Lexicon) -> Iterator[_Text]:
    """Yield each definition behind those that it uses."""
    words: dict[str, Word] = {}
    for key, part in parts.items():
        for verb in (False, True):
            words |= _words(Definition(part.name, part.text, Noun(), verb), key, lexicon)
    known = replace(lexicon, added=words)
    done: set[str] = set()

    def visit(key: str, path: tuple[str, ...]) -> Iterator[_Text]:
        part = parts[key]
        if key in path:
            chain = " → ".join(f"“{parts[one].name}”" for one in (*path[path.index(key) :], key))
            raise _error(part, diagnostic("D003", part.right, text=part.name, chain=chain))
        if key in done:
            return
        for other in _uses(part, known):
            yield from visit(other, (*path, key))
        done.add(key)
        yield part

    for key in parts:
        yield from visit(key, ())


def _uses(part: _Text, lexicon: Lexicon) -> Iterator[str]:
    """Yield the words of other definitions in a right side."""
    for place in lex(part.right.of(part.text), lexicon, part.lang).places:
        yield from dict.fromkeys(m.id for token in place for m in token.meanings if m.kind == "definition")


def _words(found: Definition, id: str, lexicon: Lexicon) -> dict[str, Word]:
    """Return every form of a defined word."""
    han = any(map(is_han, found.name))
    if not found.verb:
        forms = {found.name: Meaning("definition", id)}
        forms |= {} if han else {text: Meaning("definition", id, plural=True) for text in plurals(found.name)}
    elif han:
        forms = {found.name: Meaning("definition", id, form="plain")}
    else:
        first, _, rest = found.name.partition(" ")
        third = first if first.endswith("s") and not first.endswith("ss") else f"{first}s"
        forms = {
            f"{text} {rest}".strip(): Meaning("definition", id, form=form)
            for text, form in (*verb_forms(third), (first, "finite"))
        }
    return {squeeze(text, lexicon.simplified): Word(text, (meaning,)) for text, meaning in forms.items()}


# ---------------------------------------------------------------- what it stands for


def _definition(part: _Text, pack: Pack, defined: Defined) -> Definition:
    right = part.right.of(part.text)
    try:
        phrase = understand(right, pack, defined.lexicon, part.lang, definitions=defined.definitions)
    except QuestionError as error:
        verb = _verb(part, pack, defined)
        if verb is None:
            raise _shifted(error, part) from None
        return verb
    noun = _noun(phrase) if phrase.syntax.mode == "phrase" else None
    if noun is not None:
        return _checked(part, phrase, Definition(part.name, part.text, noun, classes=_classes(noun, pack)))
    verb = _verb(part, pack, defined)
    if verb is None:
        raise _error(part, diagnostic("D002", part.right, text=right))
    return verb


def _noun(phrase: Understood) -> Noun | None:
    match phrase.query.form:
        case Select(noun):
            return noun
        case Describe(names, ""):
            return Noun(names=names)
        case _:
            return None


def _verb(part: _Text, pack: Pack, defined: Defined) -> Definition | None:
    """Read the right side as a verb phrase, None when it is none."""
    for subject in _SUBJECTS[part.lang]:
        text = subject + part.right.of(part.text)
        try:
            clause = understand(text, pack, defined.lexicon, part.lang, definitions=defined.definitions)
        except QuestionError:
            continue
        match clause.query.form:
            case Select(Noun(cls=None, names=(), where=where) as noun) if where is not None and clause.syntax.clauses:
                return _checked(part, clause, Definition(part.name, part.text, noun, True, _classes(noun, pack)))
    return None


def _checked(part: _Text, understood: Understood, found: Definition) -> Definition:
    """Refuse a definition that says when or by whom: that is said of a whole question."""
    if understood.query.context != Context():
        raise _error(part, diagnostic("D005", part.right, text=part.name))
    return found


def _classes(noun: Noun, pack: Pack) -> tuple[str, ...]:
    if noun.cls:
        return (noun.cls,)
    if noun.names:
        found = (pack.things[name].cls for name in noun.names)
        return tuple(dict.fromkeys(pack.classes[cls].kinds_of or cls for cls in found))
    return _classes_where(noun.where, pack)


def _classes_where(condition: Condition | None, pack: Pack) -> tuple[str, ...]:
    """Return the classes of what meets a condition: those of the role that it fills."""
    match condition:
        case And(parts):
            return next((found for part in parts if (found := _classes_where(part, pack))), ())
        case Holds(frame, role):
            return pack.frames[frame].role(role).ranges
        case _:
            return ()


def _shifted(error: QuestionError, part: _Text) -> QuestionError:
    """Return an error of the right side at its place in the whole definition."""
    off = part.right.start
    moved = tuple(
        one if one.span == NOWHERE else replace(one, span=Span(one.span.start + off, one.span.end + off))
        for one in error.diagnostics
    )
    return QuestionError(part.text, part.lang, moved)
