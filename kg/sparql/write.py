"""A SELECT of the plan's algebra -> SPARQL 1.1 text; the only place that quotes terms.

The text depends on nothing but the SELECT and the prefixes: equal input gives equal bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import assert_never

from kg.base.errors import StoreError
from kg.base.iris import TYPE, XSD
from kg.base.terms import Iri, Text
from kg.plan.pattern import (
    AnyOf,
    Compare,
    Element,
    Exists,
    Expression,
    Filter,
    Group,
    InGraph,
    IsBound,
    Minus,
    Reaches,
    Select,
    Slot,
    Subselect,
    Tally,
    Triple,
    Union,
    Values,
    Variable,
    Yields,
)

#: (prefix, namespace) pairs that shorten IRIs.
Prefixes = tuple[tuple[str, str], ...]

_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PREFIX = re.compile(r"[a-z](?:[a-z0-9-]*[a-z0-9])?")
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\\ud800-\udfff]')
_ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write(select: Select, prefixes: Prefixes = ()) -> str:
    """Write a SELECT as SPARQL 1.1; raise StoreError for a term that SPARQL cannot hold.

    >>> from kg.plan.pattern import Select, Triple, Variable
    >>> print(write(Select((Variable("x"),), (Triple(Variable("x"), TYPE, Iri("http://e/C")),))))
    SELECT DISTINCT ?x
    WHERE {
      ?x a <http://e/C> .
    }
    """
    writer = _Writer(prefixes)
    lines = writer.select(select, "")
    header = [f"PREFIX {prefix}: <{namespace}>" for prefix, namespace in prefixes if prefix in writer.used]
    return "\n".join([*header, *lines])


class _Writer:
    """Writes one SELECT and remembers which prefixes it used."""

    def __init__(self, prefixes: Prefixes) -> None:
        self.prefixes = [(p, n) for p, n in prefixes if _PREFIX.fullmatch(p) and not _NOT_IN_IRI.search(n)]
        self.used: set[str] = set()

    def select(self, select: Select, indent: str) -> list[str]:
        columns = " ".join(self._column(c) for c in select.columns)
        lines = [f"{indent}SELECT {'DISTINCT ' if select.distinct else ''}{columns}", f"{indent}WHERE {{"]
        lines += self._group(select.where, indent + "  ")
        lines.append(f"{indent}}}")
        if select.grouped:
            lines[-1] += " GROUP BY " + " ".join(_variable(v) for v in select.grouped)
        if select.having:
            tests = (f"COUNT(DISTINCT {_variable(h.of)}) {h.op} {h.count:d}" for h in select.having)
            lines[-1] += f" HAVING ({' && '.join(tests)})"
        return lines

    def _column(self, column: Variable | Tally) -> str:
        if isinstance(column, Tally):
            return f"(COUNT(DISTINCT {_variable(column.of)}) AS {_variable(column.name)})"
        return _variable(column)

    def _group(self, group: Group, indent: str) -> list[str]:
        return [line for element in group for line in self._element(element, indent)]

    def _element(self, element: Element, indent: str) -> list[str]:
        match element:
            case Triple(subject, predicate, object):
                return [f"{indent}{self.slot(subject)} {self._predicate(predicate)} {self.slot(object)} ."]
            case Values(variable, terms):
                return [f"{indent}VALUES {_variable(variable)} {{ {self._slots(terms)} }}"]
            case Reaches():
                return [self._reaches(element, indent)]
            case Yields():
                return [self._yields(element, indent)]
            case Filter(test):
                return [f"{indent}FILTER({self._expression(test)})"]
            case Exists(group, absent):
                return self._block(f"FILTER {'NOT ' if absent else ''}EXISTS", group, indent)
            case InGraph(graph, group):
                return self._block(f"GRAPH {self.slot(graph)}", group, indent)
            case Union(groups):
                return self._union(groups, indent)
            case Subselect(select):
                return [f"{indent}{{", *self.select(select, indent + "  "), f"{indent}}}"]
            case Minus(select):
                return [f"{indent}MINUS {{", *self.select(select, indent + "  "), f"{indent}}}"]
            case _:
                assert_never(element)

    def _block(self, head: str, group: Group, indent: str) -> list[str]:
        return [f"{indent}{head} {{", *self._group(group, indent + "  "), f"{indent}}}"]

    def _union(self, groups: tuple[Group, ...], indent: str) -> list[str]:
        lines: list[str] = []
        for group in groups:
            lines += [f"{indent}}} UNION {{" if lines else f"{indent}{{", *self._group(group, indent + "  ")]
        return [*lines, f"{indent}}}"]

    def _reaches(self, reaches: Reaches, indent: str) -> str:
        if reaches.pairs == ():
            return f"{indent}FILTER(1 = 0)"  # rdflib fails on VALUES without rows
        pairs = " ".join(f"({self.slot(a)} {self.slot(b)})" for a, b in reaches.pairs or ())
        note = f"  # pairs of closure {reaches.preparation}" if reaches.pairs is None else ""
        return f"{indent}VALUES ({_variable(reaches.left)} {_variable(reaches.right)}) {{ {pairs} }}{note}"

    def _yields(self, yields: Yields, indent: str) -> str:
        if yields.things == ():
            return f"{indent}FILTER(1 = 0)"
        note = f"  # what step {yields.preparation} yields" if yields.things is None else ""
        return f"{indent}VALUES {_variable(yields.thing)} {{ {self._slots(yields.things or ())} }}{note}"

    def _predicate(self, predicate: Iri | Variable) -> str:
        return "a" if predicate == TYPE else self.slot(predicate)

    def _expression(self, expression: Expression) -> str:
        match expression:
            case Compare(left, op, right):
                return f"{self.slot(left)} {op} {self.slot(right)}"
            case IsBound(variable):
                return f"BOUND({_variable(variable)})"
            case AnyOf(parts):
                return " || ".join(f"({self._expression(part)})" for part in parts)
            case _:
                assert_never(expression)

    def _slots(self, slots: Iterable[Slot]) -> str:
        return " ".join(self.slot(slot) for slot in slots)

    def slot(self, slot: Slot) -> str:
        match slot:
            case Variable():
                return _variable(slot)
            case Iri():
                return self._iri(slot)
            case Text(value, lang):
                if not _LANGUAGE.fullmatch(lang):
                    raise StoreError(f"not a language tag: {lang!r}")
                return f"{_quoted(value)}@{lang}"
            case bool():
                return "true" if slot else "false"
            case int():
                return str(slot)
            case float():
                return _double(slot)
            case date():
                return f'"{slot.isoformat()}"^^<{XSD}date>'
            case str():
                return _quoted(slot)
            case _:
                assert_never(slot)

    def _iri(self, iri: Iri) -> str:
        for prefix, namespace in self.prefixes:
            local = iri[len(namespace) :]
            if iri.startswith(namespace) and _LOCAL.fullmatch(local):
                self.used.add(prefix)
                return f"{prefix}:{local}"
        if _NOT_IN_IRI.search(iri) or ":" not in iri:
            raise StoreError(f"not an IRI: {str(iri)!r}")
        return f"<{iri}>"


def _variable(variable: Variable) -> str:
    if not _VARIABLE.fullmatch(variable.name):
        raise AssertionError(f"not a variable name: {variable.name!r}")
    return "?" + variable.name


def _quoted(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise StoreError(f"not a text that SPARQL can hold: {text!r}") from None
    return '"' + _ESCAPED.sub(lambda m: _ESCAPES.get(m[0]) or f"\\u{ord(m[0]):04X}", text) + '"'


def _double(number: float) -> str:
    text = repr(number)
    if text in ("inf", "-inf", "nan"):
        return f'"{text.upper().replace("NAN", "NaN")}"^^<{XSD}double>'
    return text if "e" in text else text + "e0"
