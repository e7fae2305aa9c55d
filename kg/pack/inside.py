"""A pack's folder and a file that it lists in; the file's path, which never leaves the folder, out."""

from __future__ import annotations

from pathlib import Path

from kg.pack.problems import Place, pack_error


def inside(folder: Path, file: str, listed_in: str) -> Path:
    """Return the path of a file of the pack. Raise PackError when it is outside its folder, also by a link.

    A pack may come from anyone: what it lists must not read other files of the machine.
    """
    path = folder / file
    if not path.resolve().is_relative_to(folder.resolve()):
        raise pack_error("P040", Place(listed_in), path=file)
    return path
