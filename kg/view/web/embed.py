"""A value with texts from anywhere in; JSON that can stand inside an HTML page out."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Mapping

from markupsafe import Markup
from msgspec import Struct

from kg.view.clean import clean

#: Up to so many characters the data stand in the page as they are, for anyone to read; more are compressed.
_PLAIN_TO = 32_000
#: A control in JSON; an escaped backslash before such a letter looks the same, and is then looked at closely.
_CONTROL = re.compile(r"\\[bfnrtu]")


class Embedded(Struct, frozen=True):
    """The type and the text of the script element that holds a page's data."""

    type: str
    text: Markup


def embedded(value: object) -> Embedded:
    """Return a value as JSON for the page; when that is long, as gzip in base64, a fifth as large or less."""
    text = as_json(value)
    if len(text) <= _PLAIN_TO:
        return Embedded("application/json", text)
    held = gzip.compress(text.encode("utf-8"), compresslevel=6, mtime=0)
    return Embedded("application/gzip", Markup(base64.b64encode(held).decode("ascii")))  # noqa: S704 - base64


def as_json(value: object) -> Markup:
    """Return a value as JSON for a script element: texts cleaned, without ``<``, ``>`` and ``&``.

    What JSON does not know is written as its text; a number that is none is null.
    """
    text = _as_it_is(value) or _json(_plain(value))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704


def _as_it_is(value: object) -> str:
    """Return a value as JSON when it is plain and its texts are clean already, as nearly always; else an empty text.

    Looking at the whole text at once takes a tenth of the time of looking at every value.
    """
    try:
        text = _json(value)
    except (TypeError, ValueError):  # what JSON does not know; a number that is none
        return ""
    return text if text.isprintable() and not _CONTROL.search(text) else ""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _plain(value: object) -> object:
    match value:
        case str():
            return clean(value)
        case bool() | int() | None:
            return value
        case float():
            return value if abs(value) < float("inf") else None
        case Mapping():
            return {clean(str(key)): _plain(each) for key, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
        case set() | frozenset():
            return sorted((_plain(each) for each in value), key=str)
        case _:
            return clean(str(value))
