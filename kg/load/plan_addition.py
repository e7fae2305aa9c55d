"""Files from outside and a pack's folder in; what adding them comes to, checked against the whole pack, out.

Nothing is written: the pack as it would be is made in a folder of its own, and checked there.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from kg.base.diagnostics import Diagnostic
from kg.base.errors import PackError
from kg.load.addition import Addition, Difference, Duplicate
from kg.load.check import check
from kg.load.compare_facts import compare_facts
from kg.load.facts import Facts
from kg.load.find_duplicates import find_duplicates
from kg.load.mapping import FactFiles
from kg.load.match_table import Table, match_table
from kg.load.new_rows import New, new_rows
from kg.load.read_facts import read_facts
from kg.load.read_mapping import read_mapping
from kg.load.revise_table import Revised, at_origin, revise_table
from kg.load.table import read_table
from kg.pack.inside import inside
from kg.pack.manifest import ADDED, FILE, RDF_SUFFIXES, Manifest, read_manifest, unreadable
from kg.pack.pack import Pack
from kg.pack.problems import Place, Problems, pack_error
from kg.pack.read_pack import read_pack

_ORDER = ("ThingFile", "AliasFile", "SourceFile", "StatementFile", "NoneType")


def plan_addition(folder: Path, files: Sequence[Path], into: str = "") -> Addition:
    """Check an addition. ``into`` names the file of the pack that rows go to, where their columns leave it open.

    Raise PackError when the pack is at fault as it is; what is wrong with the files is in the addition.
    """
    manifest, pack = read_manifest(folder), read_pack(folder)
    problems = Problems()
    mapping = read_mapping(folder, manifest.facts, pack, problems) if manifest.facts else FactFiles()
    before = read_facts(manifest, pack, problems)
    problems.stop()
    staging = _Staging(manifest, pack, before, Problems())
    files = list({file.resolve(): file for file in files}.values())  # the same file twice is once
    tables = [_matched(file, manifest, mapping, into, staging.problems) for file in files]
    for file, table in sorted(zip(files, tables, strict=True), key=lambda pair: _rank(pair[1])):
        if table is not None:
            staging.add_rows(file, table)
        elif file.suffix in RDF_SUFFIXES:
            staging.add_rdf(file)
    if staging.problems.found:
        return Addition(folder, Difference(), (), tuple(staging.problems.found), {})
    return staging.checked()


def _matched(file: Path, manifest: Manifest, mapping: FactFiles, into: str, problems: Problems) -> Table | None:
    if not file.is_file():
        raise pack_error("P001", Place(str(file)), path=str(file))
    return None if file.suffix in RDF_SUFFIXES else match_table(file, manifest.folder, mapping, into, problems)


def _rank(table: Table | None) -> int:
    """Things come first, then what names them."""
    return len(_ORDER) if table is None else _ORDER.index(type(table.entry).__name__)


class _Staging(Struct):
    """The pack as it will be: its changed files, and where each new line came from."""

    manifest: Manifest
    pack: Pack
    before: Facts
    problems: Problems
    #: What the pack and the files so far hold: what further rows may name.
    facts: Facts = field(default_factory=Facts)
    files: dict[str, tuple[bytes | None, bytes]] = field(default_factory=dict)
    origins: list[tuple[Table, Revised]] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)
    known: int = 0

    def __post_init__(self) -> None:
        self.facts = Facts(things=dict(self.before.things), sources=dict(self.before.sources))

    def add_rows(self, file: Path, table: Table) -> None:
        """Put the rows of a CSV file that say something new into the file of the pack that they belong to."""
        try:
            new = new_rows(file, table, self.pack, self.before, self.facts, self.manifest.folder, self.problems)
            self.known += new.known
            if new.added or new.replaced:
                self._revise(table, new)
        except PackError as error:
            self.problems.found.extend(replace(one, file=str(file)) for one in error.diagnostics)

    def _revise(self, table: Table, new: New) -> None:
        path = inside(self.manifest.folder, table.file, FILE)
        data = self.files[table.file][1] if table.file in self.files else path.read_bytes() if path.exists() else None
        marked = data is not None and data.startswith(b"\xef\xbb\xbf")
        encoding = "utf-8" if table.layout.encoding == "utf-8-sig" and not marked else table.layout.encoding
        text = data.decode(encoding) if data is not None else ""
        old = list(read_table(path.parent, path.name, (), ("*",), Problems(), table.layout)) if new.replaced else []
        revised = revise_table(text, table, old, new.added, new.replaced)
        try:
            after = revised.text.encode(encoding)
        except UnicodeEncodeError as error:
            raise unreadable(table.file, f"CSV in {encoding}", error) from None
        self.files[table.file] = (path.read_bytes() if path.exists() else None, after)
        self.origins.append((table, revised))

    def add_rdf(self, file: Path) -> None:
        """Put an RDF file beside the others, under a name that its content gives it: the same file is there once."""
        data = file.read_bytes()
        name = f"{ADDED}/{hashlib.sha256(data).hexdigest()[:16]}{file.suffix}"
        if (self.manifest.folder / name).exists():
            self.known += 1
            return
        self.files[name] = (None, data)
        self.renamed[name] = str(file)

    def checked(self) -> Addition:
        """Check the pack as it will be, and tell what is different."""
        with tempfile.TemporaryDirectory(prefix="kg-add-") as place:
            staged = Path(place) / "pack"
            shutil.copytree(self.manifest.folder, staged)
            for name, (_, after) in self.files.items():
                (staged / name).parent.mkdir(parents=True, exist_ok=True)
                (staged / name).write_bytes(after)
            found = tuple(map(self._at_origin, check(staged))) if self.files else ()
            after_facts = Facts()
            if not any(one.code in ("P001", "P002", "P003") for one in found):
                after_facts = read_facts(read_manifest(staged), self.pack, Problems())
        difference = compare_facts(self.pack, self.before, after_facts)
        duplicates: tuple[Duplicate, ...] = find_duplicates(after_facts, difference.things)
        files = {} if found else self.files
        return Addition(self.manifest.folder, difference, duplicates, found, files, self.known)

    def _at_origin(self, found: Diagnostic) -> Diagnostic:
        for table, revised in reversed(self.origins):
            if found.file == table.file and found.line in revised.rows:
                return at_origin(found, table, revised)
        return replace(found, file=self.renamed.get(found.file, found.file))
