"""Candidate statements of an article in; the CSV in which a person accepts them, out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from kg.load.reviewed import COLUMNS
from kg.session.article import Article, Candidate

_TITLE = 120


def review(article: Article, source: str) -> str:
    """Return the CSV: a row a candidate, nothing accepted. ``source`` is the id under which the article is cited."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS)
    for candidate in article.candidates:
        writer.writerow(_cells(candidate, article, source))
    return written.getvalue()


def _cells(candidate: Candidate, article: Article, source: str) -> list[str]:
    return [
        "",
        candidate.said,
        "yes" if candidate.known else "",
        candidate.frame,
        _pairs(candidate.roles),
        _pairs(candidate.qualifiers),
        candidate.valid_from,
        "",
        "claim",
        "",
        source,
        article.title[:_TITLE],
        candidate.quote,
        str(candidate.line),
    ]


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    return " | ".join(f"{name}={value}" for name, value in pairs)
