"""A table of ``facts.toml`` in; how the cells of its file are written, out."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping
from typing import Any

from kg.load.canonical_date import form_pattern
from kg.load.mapping import Layout
from kg.pack.problems import Place, Problems

#: The settings that every table may have.
SETTINGS = "encoding delimiter separator defaults values dates numbers by_name"
_USAGE = {
    "encoding": 'encoding = "gb18030"',
    "delimiter": 'delimiter = ";"',
    "separator": 'separator = ";"',
    "defaults": 'defaults = { status = "fact" }',
    "values": 'values = { unit = { t = "tonne" } }',
    "dates": 'dates = ["DD.MM.YYYY", "MM/YYYY"]',
    "numbers": 'numbers = { decimal = ",", thousands = "." }',
    "by_name": "by_name = true",
}


def read_layout(table: Mapping[str, Any], problems: Problems, place: Callable[[str], Place]) -> Layout:
    """Return the layout; note every setting that is not of its form, where ``place`` finds the text."""

    def wrong(key: str, near: str = "") -> None:
        problems.add("P003", place(near or key), key=key, usage=_USAGE[key])

    for key in SETTINGS.split():
        if key in table and not _sound(key, table[key]):
            wrong(key)
    if problems.found:
        return Layout()
    numbers = table.get("numbers", {})
    return Layout(
        encoding=_python_name(table.get("encoding", "utf-8")),
        delimiter=table.get("delimiter", ","),
        separator=table.get("separator", "|"),
        defaults=table.get("defaults", {}),
        values=table.get("values", {}),
        dates=tuple(table.get("dates", ())),
        decimal=numbers.get("decimal", "."),
        thousands=numbers.get("thousands", ""),
        by_name=table.get("by_name", False),
    )


def _sound(key: str, value: object) -> bool:
    match key, value:
        case "encoding", str():
            return _known_encoding(value)
        case "delimiter", str():
            return len(value) == 1 and value not in '"\r\n'
        case "separator", str():
            return bool(value)
        case "defaults", dict():
            return _texts(value)
        case "values", dict():
            return all(isinstance(known, dict) and _texts(known) for known in value.values())
        case "dates", list():
            return all(isinstance(form, str) and _known_form(form) for form in value)
        case "numbers", dict():
            return value.keys() <= {"decimal", "thousands"} and _texts(value) and value.get("decimal") != ""
        case "by_name", bool():
            return True
    return False


def _texts(table: Mapping[Any, Any]) -> bool:
    return all(isinstance(value, str) for value in table.values())


def _known_encoding(name: str) -> bool:
    try:
        "".encode(name)
    except LookupError:
        return False
    return True


def _python_name(encoding: str) -> str:
    """Return the encoding; UTF-8 with or without the mark that some programs put in front."""
    return "utf-8-sig" if codecs.lookup(encoding).name == "utf-8" else encoding


def _known_form(form: str) -> bool:
    try:
        form_pattern(form)
    except ValueError:
        return False
    return True
