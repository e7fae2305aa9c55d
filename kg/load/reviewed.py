"""The columns of a reviewed file: candidate statements, one a row, which a person has accepted or not."""

from __future__ import annotations

#: ``roles`` and ``qualifiers`` are "name=value" pairs between "|"; ``accept`` is yes or no, empty being no.
COLUMNS = (
    "accept",
    "said",
    "known",
    "frame",
    "roles",
    "qualifiers",
    "valid_from",
    "valid_to",
    "status",
    "confidence",
    "source",
    "source_title",
    "quote",
    "line",
)
