"""A folder that does not exist yet in; a small working pack in it, to change into one's own, out."""

from __future__ import annotations

import re
import shutil
import tempfile
import unicodedata
from pathlib import Path

from kg.base.errors import KgError
from kg.pack.manifest import FILE
from kg.pack.resources import shipped_folder

#: What the starting pack calls itself, in its manifest, its namespace and its prefixes.
_NAME = "my-pack"
_NO_NAME = re.compile(r"[^a-z0-9]+")


def new_pack(folder: Path) -> tuple[str, ...]:
    """Write a pack about tea into ``folder``, named after it; return its files in the order of reading them.

    It is written beside its place and renamed into it. Raise KgError when the folder has something in it.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise KgError(f"{folder} is there already and not empty. Name a folder that does not exist yet")
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        start = shipped_folder("ontology") / "new-pack"
        shutil.copytree(start, beside, dirs_exist_ok=True)
        _rename(beside, pack_id(folder.resolve().name))
        beside.chmod(0o755)
        beside.replace(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return (FILE, *(file for file in files if file != FILE))


def pack_id(name: str) -> str:
    """Return the id that a folder's name gives a pack: Latin letters, digits and hyphens.

    >>> pack_id("Café & Tea 2"), pack_id("茶")
    ('cafe-tea-2', 'my-pack')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NO_NAME.sub("-", plain).strip("-") or _NAME


def _rename(folder: Path, id: str) -> None:
    for file in (*folder.glob("*.toml"), *folder.glob("*.ttl")):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(_NAME, id), encoding="utf-8", newline="\n")
