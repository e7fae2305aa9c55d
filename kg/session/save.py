"""An answer and a path in; a file in the format that the path's suffix names out, whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from kg.answer.answer import Answer
from kg.answer.to_csv import to_csv
from kg.answer.to_dict import to_dict
from kg.answer.to_graphml import to_graphml
from kg.answer.to_trig import to_trig
from kg.answer.to_turtle import to_turtle
from kg.base.errors import KgError
from kg.pack.pack import Pack
from kg.view.page import page, picture
from kg.view.web.write import write

_WRITERS: Mapping[str, Callable[[Answer, Pack], str]] = {
    ".html": page,
    ".svg": picture,
    ".json": lambda answer, pack: json.dumps(to_dict(answer), ensure_ascii=False, indent=2, allow_nan=False) + "\n",
    ".csv": lambda answer, pack: to_csv(answer),
    ".graphml": lambda answer, pack: to_graphml(answer),
    ".ttl": to_turtle,
    ".trig": to_trig,
}


def save(answer: Answer, pack: Pack, path: str | Path) -> None:
    """Write an answer. Raise KgError for a suffix that names no format, OSError when it cannot be written."""
    path = Path(path)
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise KgError(f"{path}: the name must end in one of {' '.join(_WRITERS)}")
    write(writer(answer, pack), path)
