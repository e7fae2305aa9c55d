"""English word forms: plurals of nouns (inflect) and the finite, past and gerund forms of verbs."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from kg.lexicon.lexicon import VerbForm

if TYPE_CHECKING:
    import inflect

#: Past forms that no rule gives; the verb patterns of a pack may use any of these verbs.
_PAST = {
    "make": ("made",), "sell": ("sold",), "buy": ("bought",), "get": ("got", "gotten"), "build": ("built",),
    "hold": ("held",), "have": ("had",), "take": ("took", "taken"), "give": ("gave", "given"), "draw": ("drew", "drawn"),
    "run": ("ran",), "go": ("went", "gone"), "come": ("came",), "become": ("became",), "find": ("found",),
    "found": ("founded",), "lead": ("led",), "send": ("sent",), "spend": ("spent",), "ship": ("shipped",),
    "win": ("won",), "write": ("wrote", "written"), "know": ("knew", "known"), "choose": ("chose", "chosen"),
    "say": ("said",), "teach": ("taught",), "feed": ("fed",), "lie": ("lay", "lain"), "flow": ("flowed",),
    "put": ("put",), "cut": ("cut",), "fit": ("fitted", "fit"), "eat": ("ate", "eaten"), "grow": ("grew", "grown"),
    "bake": ("baked",), "compete": ("competed",), "own": ("owned",), "develop": ("developed",), "offer": ("offered",),
    "deliver": ("delivered",), "enter": ("entered",), "power": ("powered",), "cover": ("covered",), "border": ("bordered",),
    "order": ("ordered",), "cool": ("cooled",), "join": ("joined",), "stop": ("stopped",), "plan": ("planned",),
}  # fmt: skip
#: Verbs whose plain form no rule gives, and such as have one form only.
_IRREGULAR = {"has": "have", "is": "be", "was": "were", "can": "can", "may": "may", "must": "must", "does": "do"}
_VOWELS = "aeiou"


@functools.cache
def _engine() -> inflect.engine:
    import inflect

    return inflect.engine()


def plurals(noun: str) -> tuple[str, ...]:
    """Return the plural spellings of an English noun or noun phrase; its head is the last word,
    or the word before "of"; of two nouns joined by "or", each.

    >>> plurals("supplier of lasers"), plurals("memory maker")
    (('suppliers of lasers',), ('memory makers',))
    """
    one, joint, other = noun.partition(" or ")
    if joint and " of " not in noun and plurals(one) and plurals(other):
        return (f"{plurals(one)[0]} or {plurals(other)[0]}",)
    head, sep, rest = noun.partition(" of ")
    words = head.split(" ")
    last = words[-1]
    code = last.isupper() and last[-1:].isdigit()  # H100, B200: H100s
    if not last.isascii() or not (last[-1:].isalpha() or code):
        return ()
    titled = last[:1].isupper() and last[1:].islower()
    if last.isupper() and len(last) > 1:
        many = last + "s"
    elif titled and not words[:-1]:  # "City", the label of a class: cities, and not the Citys
        many = str(_engine().plural_noun(last.lower()) or last).capitalize()
    else:
        many = str(_engine().plural_noun(last) or last)
    return (" ".join([*words[:-1], many]) + sep + rest,)


def with_article(noun: str) -> str:
    """Return an English noun with "a" or "an" before it."""
    return str(_engine().a(noun))


def base_form(verb: str) -> str:
    """Return the plain form of a third-person verb.

    >>> base_form("supplies"), base_form("uses"), base_form("reaches"), base_form("makes")
    ('supply', 'use', 'reach', 'make')
    """
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return verb[:-3] + "y"
    if verb.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb


def verb_forms(third: str) -> tuple[tuple[str, VerbForm], ...]:
    """Return every spelling of a third-person verb ("supplies") with its form."""
    base = base_form(third)
    return (
        (third, "finite"),
        (base, "finite"),
        *((past, "past") for past in _PAST.get(base, (_regular_past(base),))),
        (_gerund(base), "gerund"),
    )


def _doubles(base: str) -> bool:
    return (
        len(base) == 3 and base[-1] not in _VOWELS + "wxy" and base[-2] in _VOWELS and base[-3] not in _VOWELS
    ) or base in ("ship", "stop", "plan", "drop")


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if _doubles(base) else "") + "ed"


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + (base[-1] if _doubles(base) else "") + "ing"
