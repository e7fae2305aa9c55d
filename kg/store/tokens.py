"""SPARQL text in; its tokens out: words and signs told from what stands in strings, IRIs, names and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""
    (?P<space>\s+|\#[^\r\n]*)
    |(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    |(?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
    |(?P<name>[?$]\w+|@[A-Za-z]+(?:-[A-Za-z0-9]+)*|(?:[^\W\d](?:[\w.-]*[\w-])?)?:(?:[\w:.%-]|\\[-_~.!$&'()*+,;=/?\#@%])*)
    |(?P<word>[A-Za-z]\w*)
    |(?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def tokens(sparql: str) -> Iterator[tuple[str, str, int]]:
    """Yield the kind, the text and the place of each token: ``iri``, ``string``, ``name``, ``word`` or ``sign``.

    >>> [text for kind, text, place in tokens("?x <p> 'FROM' # FROM") if kind != "sign"]
    ['?x', '<p>', "'FROM'"]
    """
    for found in _TOKEN.finditer(sparql):
        if found.lastgroup != "space":
            yield str(found.lastgroup), found[0], found.start()
