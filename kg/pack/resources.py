"""Where the files that kg ships are: in a source checkout, or inside the installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def shipped_folder(name: str) -> Path:
    """Return the shipped folder of that name ("ontology", "queries").

    The wheel carries it as ``kg/_data/<name>``; a source checkout has it beside ``kg``.
    Raise FileNotFoundError when neither is there: the installation is damaged.
    """
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"kg is installed without its folder {name!r}; install it again")


def default_pack_folder() -> Path:
    """Return the folder of the pack that is used when no other is named."""
    return shipped_folder("ontology") / "ai-compute"


def core_files() -> tuple[Path, ...]:
    """Return the ontology files that every pack builds on: the core vocabulary and the units."""
    folder = shipped_folder("ontology")
    return (folder / "core.ttl", folder / "units.ttl")


def core_shapes() -> Path:
    """Return the SHACL shapes that every pack's data must meet."""
    return shipped_folder("ontology") / "shapes.ttl"
