"""The parameters of a question with their values in; the words that stand in their places, out.

A value is read by itself, as one name, one number or one date: whatever it is, it can never change what the question
around it says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from kg.base.diagnostics import Diagnostic, Lang, Suggestion, diagnostic
from kg.base.errors import QuestionError
from kg.base.spans import NOWHERE, Span
from kg.language.language_of import language_of
from kg.language.lex import Given, lex
from kg.language.token import Token
from kg.lexicon.lexicon import Lexicon, Meaning
from kg.lexicon.nearest import nearest
from kg.pack.pack import Pack
from kg.query.meaning import Scope
from kg.query.parameter import Parameter, ParameterKind

_PARAMETER = re.compile(r"\$([A-Za-z_]\w*)", re.ASCII)
_NAMES = ("thing", "class")
_TERMINALS: Mapping[ParameterKind, tuple[str, ...]] = {
    "any": ("N", "NUM", "PART", "DATE"),
    "name": ("N",),
    "number": ("NUM", "PART"),
    "date": ("DATE",),
}
_WANTED: Mapping[Lang, Mapping[ParameterKind, str]] = {
    "en": {"any": "name, number or date", "name": "name", "number": "number", "date": "date"},
    "zh": {"any": "名称、数字或日期", "name": "名称", "number": "数字", "date": "日期"},
}


def read_parameters(
    question: str, values: Mapping[str, str | Parameter], pack: Pack, lexicon: Lexicon, lang: Lang | None = None
) -> Given:
    """Return the words of each value. Raise QuestionError: Q007 for a parameter that the question does not have, N004
    for a value that is not one name, number or date, M001 for a name of another class."""
    scope = Scope(pack, lexicon, lang or language_of(question))
    read = {name: _read(name, _parameter(value), question, scope) for name, value in values.items()}
    wrong = [found for found in read.values() if isinstance(found, Diagnostic)]
    if wrong:
        raise QuestionError(question, _lang(scope), tuple(sorted(wrong, key=lambda one: one.span.start)))
    return {name: found for name, found in read.items() if not isinstance(found, Diagnostic)}


def parameters_of(question: str) -> tuple[str, ...]:
    """Return the names of the parameters of a question, in order.

    >>> parameters_of("谁给$customer供应$item")
    ('customer', 'item')
    """
    return tuple(dict.fromkeys(_PARAMETER.findall(question)))


def with_values(question: str, values: Mapping[str, str | Parameter]) -> str:
    """Return a question as it is shown: each parameter as the value that was read for it."""
    return _PARAMETER.sub(
        lambda found: _parameter(values[found[1]]).value if found[1] in values else found[0], question
    )


def _parameter(value: str | Parameter) -> Parameter:
    return Parameter(value) if isinstance(value, str) else value


def _lang(scope: Scope) -> Lang:
    return "zh" if scope.lang == "zh" else "en"


def _place(name: str, question: str) -> Span:
    found = re.search(rf"\${re.escape(name)}(?!\w)", question, re.ASCII)
    return Span(found.start(), found.end()) if found else NOWHERE


def _read(name: str, parameter: Parameter, question: str, scope: Scope) -> tuple[tuple[Token, ...], ...] | Diagnostic:
    span = _place(name, question)
    if span == NOWHERE:
        known = ", ".join(f"${one}" for one in parameters_of(question)) or "-"
        return diagnostic("Q007", name=name, known=known)
    languages: tuple[Lang, ...] = ("en", "zh") if language_of(parameter.value) == "en" else ("zh", "en")
    places = next((p for lang in languages if (p := _places(parameter, scope.lexicon, lang))), ())
    if not places:
        return _unreadable(name, parameter, span, scope)
    if parameter.cls is None or places[0][0].kind != "N":
        return places
    fitting = tuple(_of_class(token, parameter.cls, scope) for token in places[0])
    named = tuple(token for token in fitting if token.meanings)
    return (named,) if named else _misfit(places[0], parameter.cls, span, scope)


def _places(parameter: Parameter, lexicon: Lexicon, lang: Lang) -> tuple[tuple[Token, ...], ...]:
    """Return the one place that a value is; two for a number with its unit; none for anything else."""
    wanted = _TERMINALS[parameter.kind]
    found = [place for place in lex(parameter.value, lexicon, lang).places if place[0].kind != "FILLER"]
    first = tuple(filter(None, (_value(token, wanted) for token in found[0]))) if found else ()
    if len(found) == 1:
        return (first,) if first else ()
    units = tuple(token for token in found[1] if token.kind == "UNIT") if len(found) == 2 else ()
    numbers = tuple(token for token in first if token.kind == "NUM")
    return (numbers, units) if numbers and units else ()


def _value(token: Token, wanted: tuple[str, ...]) -> Token | None:
    """Return a token as a value; of a word, only what is a thing or a class by that name."""
    if token.kind not in wanted:
        return None
    names = tuple(meaning for meaning in token.meanings if meaning.kind in _NAMES)
    return None if token.kind == "N" and not names else replace(token, meanings=names)


def _of_class(token: Token, cls: str, scope: Scope) -> Token:
    return replace(token, meanings=tuple(m for m in token.meanings if scope.agree(scope.classes_of(m), (cls,))))


def _unreadable(name: str, parameter: Parameter, span: Span, scope: Scope) -> Diagnostic:
    lang = _lang(scope)
    wanted = scope.label(parameter.cls) if parameter.cls else _WANTED[lang][parameter.kind]
    found = diagnostic("N004", span, name=name, text=parameter.value, wanted=wanted)
    if parameter.kind in ("number", "date"):
        return found
    return replace(found, suggestions=tuple(map(Suggestion, nearest(parameter.value, scope.lexicon))))


def _misfit(place: tuple[Token, ...], cls: str, span: Span, scope: Scope) -> Diagnostic:
    meanings: tuple[Meaning, ...] = place[0].meanings
    found = ", ".join(dict.fromkeys(scope.label(one) for m in meanings for one in scope.classes_of(m)))
    return diagnostic("M001", span, text=place[0].text, found=found, wanted=scope.label(cls))
