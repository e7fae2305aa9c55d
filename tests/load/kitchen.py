"""The bakery pack to spoil, and its graph to ask: mills deliver flour to the bakers of cakes that contain it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from kg.base.diagnostics import Diagnostic
from kg.load.check import check
from kg.load.compile_pack import Compiled, compile_pack

BAKERY = Path(__file__).resolve().parents[1] / "packs" / "bakery"
PREFIXES = """
PREFIX : <https://example.org/bakery/>
PREFIX kg: <https://w3id.org/kgask/core#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


@dataclass(frozen=True)
class Kitchen:
    """A copy of the bakery pack."""

    folder: Path

    def spoil(self, file: str, old: str, new: str) -> None:
        """Replace the one place of ``old`` in a file."""
        text = (self.folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        (self.folder / file).write_text(text.replace(old, new), encoding="utf-8")

    def append(self, file: str, line: str) -> int:
        """Add a line to a file and return its number."""
        text = (self.folder / file).read_text(encoding="utf-8")
        (self.folder / file).write_text(text + line + "\n", encoding="utf-8")
        return text.count("\n") + 1

    def lines(self, file: str) -> list[str]:
        """Return the lines of a file."""
        return (self.folder / file).read_text(encoding="utf-8").splitlines()

    def check(self) -> tuple[Diagnostic, ...]:
        """Check the pack."""
        return check(self.folder)

    def only(self) -> Diagnostic:
        """Check the pack and return the one mistake that is found."""
        found = self.check()
        assert len(found) == 1, [f"{d.file}:{d.line}: {d.code} {d.message()}" for d in found]
        return found[0]

    def compile(self) -> Compiled:
        """Compile the pack."""
        return compile_pack(self.folder)

    def ask(self, sparql: str) -> list[tuple[str, ...]]:
        """Compile the pack and return the sorted rows of a SELECT, ids short."""
        return ask(self.compile().quads, PREFIXES + sparql, "https://example.org/bakery/")


def ask(quads: bytes, sparql: str, namespace: str) -> list[tuple[str, ...]]:
    """Return the sorted rows of a SELECT over N-Quads: literals as their text, ids short, unbound empty."""
    store = Store()
    store.load(quads, RdfFormat.N_QUADS)
    found = store.query(sparql)
    rows = [tuple("" if term is None else term.value.removeprefix(namespace) for term in row) for row in found]
    return sorted(rows)


def at(found: Diagnostic) -> tuple[str, str, int]:
    """Return the code, the file and the line of a mistake."""
    return found.code, found.file, found.line
