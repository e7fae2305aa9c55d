"""A pack's ``pack.toml`` in; its name, namespace and lists of files out."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from msgspec import Struct

from kg.base.errors import PackError
from kg.pack.finish_addition import finish_addition
from kg.pack.inside import inside
from kg.pack.problems import Place, Problems, pack_error

FILE = "pack.toml"
#: The folder of a pack in which additions are kept that no file of the mapping can hold (``kg add``).
ADDED = "added"
#: RDF files, by suffix.
RDF_SUFFIXES = (".ttl", ".nt", ".rdf", ".owl", ".xml", ".jsonld", ".nq", ".trig")


class Manifest(Struct, frozen=True):
    """What ``pack.toml`` says. Paths are relative to ``folder``, as written; ``data`` has what was added too."""

    folder: Path
    id: str
    namespace: str
    labels: Mapping[str, str]
    ontology: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()
    facts: str = ""
    data: tuple[str, ...] = ()
    ambiguous: str = ""
    questions: str = ""


def read_toml(folder: Path, file: str) -> dict[str, Any]:
    """Read a TOML file of a pack. Raise PackError with the line when it is missing or broken."""
    text = ""
    try:
        text = inside(folder, file, FILE).read_text(encoding="utf-8")
        return tomllib.loads(text)
    except FileNotFoundError:
        raise pack_error("P001", Place(file), path=file) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise unreadable(file, "TOML", error, text.count("\n") if "end of document" in str(error) else 0) from None


def unreadable(file: str, format: str, error: Exception, line: int = 0) -> PackError:
    """Return the error of a file that is not in its format; the reason often names the line."""
    reason = " ".join(str(error).split())
    return pack_error("P002", Place(file, line or _line_in(reason)), path=file, format=format, reason=reason)


def _line_in(reason: str) -> int:
    words = reason.replace(",", " ").replace(")", " ").split()
    numbers = (after for word, after in pairwise(words) if word == "line")
    return next((int(number) for number in numbers if number.isdigit()), 0)


def read_manifest(folder: Path) -> Manifest:
    """Read the pack's own file. Raise PackError when it is missing, broken or incomplete."""
    finish_addition(folder)
    table = read_toml(folder, FILE)
    problems = Problems()
    for key, usage in (("id", 'id = "my-pack"'), ("namespace", 'namespace = "https://example.org/my-pack/"')):
        if not isinstance(table.get(key), str):
            problems.add("P003", Place(FILE), key=key, usage=usage)
    problems.stop()
    files = table.get("files", {})
    return Manifest(
        folder=folder,
        id=table["id"],
        namespace=table["namespace"],
        labels=table.get("label", {}),
        ontology=tuple(files.get("ontology", ())),
        shapes=tuple(files.get("shapes", ())),
        facts=files.get("facts", ""),
        data=(*files.get("data", ()), *_added(folder)),
        ambiguous=files.get("ambiguous", ""),
        questions=files.get("questions", ""),
    )


def _added(folder: Path) -> list[str]:
    """Return the RDF files that were added, in the order of their names."""
    files = sorted(path for path in (folder / ADDED).glob("*") if path.suffix in RDF_SUFFIXES)
    return [file.relative_to(folder).as_posix() for file in files]
