"""Ids of things in; for each a file name that every file system takes and no other has, out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable


def file_names(ids: Iterable[str]) -> dict[str, str]:
    """Return ``<id>.html``; where that is no plain name, or two would be alike, part of a hash is added."""
    found: dict[str, str] = {}
    taken = {"index", "sources", "conflicts"}  # the pages that are no thing's
    for id in ids:
        plain = re.sub(r"[^a-z0-9]+", "-", id.lower()).strip("-")[:60]
        if plain != id or plain in taken:
            plain = f"{plain or 'thing'}-{hashlib.sha1(id.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"  # noqa: S324 - a name, no secret
        taken.add(plain)
        found[id] = f"{plain}.html"
    return found
