"""An IRI in; its local name, and the words that it is made of, out."""

from __future__ import annotations

import re

_WORDS = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+|[^\W\d_A-Za-z]+")


def local_name(iri: str) -> str:
    """Return what stands behind the last separator of an IRI: without it, or where it is all, the IRI.

    >>> local_name("http://example.org/onto#takesCourse"), local_name("http://www.University0.edu")
    ('takesCourse', 'www.University0.edu')
    """
    local = re.split(r"[#/:]", iri.rstrip("/#:"))[-1]
    return local or iri


def local_words(iri: str) -> str:
    """Return a local name as words: split where case or digits change, at underscores and hyphens.

    >>> local_words("http://e.org/gdpTotal"), local_words("http://e.org/languageInfo-"), local_words("http://e.org/hasURL")
    ('gdp total', 'language info', 'has URL')
    """
    words = _WORDS.findall(local_name(iri))
    plain = (word if word.isupper() and len(word) > 1 else word.lower() for word in words)
    return " ".join(plain) or local_name(iri)
