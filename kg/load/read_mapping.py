"""A pack's ``facts.toml`` in; the typed mapping of its CSV files out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from kg.load.mapping import (
    AliasFile,
    FactFiles,
    FrameColumns,
    Link,
    MadeId,
    Picked,
    SourceFile,
    StatementFile,
    ThingFile,
    Tickers,
)
from kg.load.read_layout import SETTINGS, read_layout
from kg.pack.manifest import read_toml
from kg.pack.pack import Pack
from kg.pack.problems import Place, Problems

_THINGS = "file id class labels aliases adjectives notes kinds tickers links properties unused"
_ALIASES = "file thing name lang hidden unused"
_SOURCES = "file id title publisher author date url reliability language unused"
_STATEMENTS = "file frame roles frames qualifiers valid claim lists unused"


def read_mapping(folder: Path, file: str, pack: Pack, problems: Problems) -> FactFiles:
    """Read the mapping and note every setting, frame, role and qualifier that does not exist."""
    table = read_toml(folder, file)
    reader = _Reader(file, (folder / file).read_text("utf-8"), pack, problems)
    reader.known(table, "things aliases sources statements")
    return FactFiles(
        tuple(reader.things(entry) for entry in reader.tables(table, "things")),
        tuple(reader.aliases(entry) for entry in reader.tables(table, "aliases")),
        tuple(reader.sources(entry) for entry in reader.tables(table, "sources")),
        tuple(reader.statements(entry) for entry in reader.tables(table, "statements")),
    )


class _Reader(Struct, frozen=True):
    file: str
    source: str
    pack: Pack
    problems: Problems

    def things(self, table: dict[str, Any]) -> ThingFile:
        self.known(table, f"{_THINGS} {SETTINGS}")
        made = self.made(table)
        cls = table.get("class", "")
        if isinstance(cls, str):
            self.declared(cls, "class", self.pack.classes)
        return ThingFile(
            file=self.text(table, "file", 'file = "facts/things.csv"'),
            id=made.columns[0] if made else self.text(table, "id", 'id = "id"'),
            made=made,
            cls=cls if isinstance(cls, str) else "",
            cls_column="" if isinstance(cls, str) else cls.get("column", ""),
            labels=table.get("labels", {}),
            aliases=table.get("aliases", {}),
            adjectives=table.get("adjectives", {}),
            notes=table.get("notes", {}),
            kinds=table.get("kinds", ""),
            tickers=self.tickers(table.get("tickers")),
            links=tuple(self.link(entry) for entry in self.tables(table, "links")),
            properties=table.get("properties", {}),
            unused=tuple(table.get("unused", ())),
            layout=read_layout(table, self.problems, self.place),
        )

    def made(self, table: dict[str, Any]) -> MadeId | None:
        id = table.get("id")
        if not isinstance(id, dict):
            return None
        self.known(id, "columns prefix")
        columns = tuple(str(column) for column in id.get("columns", ()))
        if not columns:
            self.wrong("id", 'id = { columns = ["name"], prefix = "" }', table)
            return None
        return MadeId(columns, str(id.get("prefix", "")))

    def aliases(self, table: dict[str, Any]) -> AliasFile:
        self.known(table, f"{_ALIASES} {SETTINGS}")
        lang = table.get("lang", "en")
        return AliasFile(
            file=self.text(table, "file", 'file = "facts/aliases.csv"'),
            thing=self.text(table, "thing", 'thing = "id"'),
            name=self.text(table, "name", 'name = "alias"'),
            lang=lang if isinstance(lang, str) else "",
            lang_column="" if isinstance(lang, str) else lang.get("column", ""),
            hidden=bool(table.get("hidden", False)),
            unused=tuple(table.get("unused", ())),
            layout=read_layout(table, self.problems, self.place),
        )

    def tickers(self, table: dict[str, Any] | None) -> Tickers | None:
        if table is None:
            return None
        self.known(table, "column spellings")
        spellings = {exchange: tuple(forms) for exchange, forms in table.get("spellings", {}).items()}
        return Tickers(self.text(table, "column", 'column = "ticker"'), spellings)

    def link(self, table: dict[str, Any]) -> Link:
        self.known(table, "frame role column")
        link = Link(
            self.text(table, "frame", 'frame = "Make"'),
            self.text(table, "role", 'role = "product"'),
            self.text(table, "column", 'column = "maker"'),
        )
        triples = {key: frame for key, frame in self.pack.frames.items() if frame.form == "triple"}
        if self.declared(link.frame, "triple frame", triples):
            roles = {role.id: role for role in triples[link.frame].roles}
            self.declared(link.role, f"role of {link.frame}", roles)
        return link

    def sources(self, table: dict[str, Any]) -> SourceFile:
        self.known(table, f"{_SOURCES} {SETTINGS}")
        self.text(table, "file", 'file = "facts/sources.csv"')
        self.text(table, "id", 'id = "id"')
        self.text(table, "title", 'title = "title"')
        texts = {key: table.get(key, "") for key in _SOURCES.split() if key != "unused"}
        layout = read_layout(table, self.problems, self.place)
        return SourceFile(**texts, unused=tuple(table.get("unused", ())), layout=layout)

    def statements(self, table: dict[str, Any]) -> StatementFile:
        self.known(table, f"{_STATEMENTS} {SETTINGS}")
        claim, valid = table.get("claim", {}), table.get("valid", {})
        self.known(claim, "source status confidence")
        self.known(valid, "from to")
        frame = table.get("frame", "")
        frames = self.frames(table)
        return StatementFile(
            file=self.text(table, "file", 'file = "facts/statements.csv"'),
            frames=frames,
            frame_column="" if isinstance(frame, str) else frame.get("column", ""),
            qualifiers={key: self.picked(value) for key, value in self.qualifiers(table, frames).items()},
            valid_from=valid.get("from", ""),
            valid_to=valid.get("to", ""),
            source=claim.get("source", ""),
            status=claim.get("status", ""),
            confidence=claim.get("confidence", ""),
            lists=tuple(table.get("lists", ())),
            unused=tuple(table.get("unused", ())),
            layout=read_layout(table, self.problems, self.place),
        )

    def frames(self, table: dict[str, Any]) -> dict[str, FrameColumns]:
        if isinstance(table.get("frame"), str):
            found = {"": FrameColumns(table["frame"], table.get("roles", {}))}
        else:
            entries: dict[str, dict[str, Any]] = table.get("frames", {})
            found = {value: FrameColumns(e.get("frame", ""), e.get("roles", {})) for value, e in entries.items()}
        for columns in found.values():
            if self.declared(columns.frame, "frame", self.pack.frames):
                roles = {role.id: role for role in self.pack.frames[columns.frame].roles}
                for role in columns.roles:
                    self.declared(role, f"role of {columns.frame}", roles)
        return found

    def qualifiers(self, table: dict[str, Any], frames: Mapping[str, FrameColumns]) -> dict[str, Any]:
        named = [self.pack.frames[columns.frame] for columns in frames.values() if columns.frame in self.pack.frames]
        known = {qualifier.id: qualifier for frame in named for qualifier in frame.qualifiers}
        found: dict[str, Any] = table.get("qualifiers", {})
        for key in found if len(named) == len(frames) else ():  # an unknown frame is noted already
            self.declared(key, "qualifier", known)
        return found

    def picked(self, value: object) -> Picked:
        match value:
            case str(column):
                return Picked((column,))
            case list(columns):
                return Picked(tuple(map(str, columns)))
            case dict(table):
                self.known(table, "columns value with without")
                return Picked(
                    tuple(table.get("columns", ())),
                    table.get("value", ""),
                    tuple(table.get("with", ())),
                    tuple(table.get("without", ())),
                )
            case _:
                usage = 'quantity = "quantity"'
                self.problems.add("P003", self.place(str(value)), key="qualifiers", usage=usage)
                return Picked()

    # ------------------------------------------------------------ pieces

    def tables(self, table: dict[str, Any], key: str) -> list[dict[str, Any]]:
        found = table.get(key, [])
        if isinstance(found, list) and all(isinstance(entry, dict) for entry in found):
            return found
        self.wrong(key, "[[things.links]]" if key == "links" else f"[[{key}]]", table)
        return []

    def text(self, table: dict[str, Any], key: str, usage: str) -> str:
        value = table.get(key)
        if isinstance(value, str):
            return value
        self.wrong(key, usage, table)
        return ""

    def wrong(self, key: str, usage: str, table: dict[str, Any]) -> None:
        self.problems.add("P003", self.place(str(table.get("file", ""))), key=key, usage=usage)

    def known(self, table: dict[str, Any], keys: str) -> None:
        for key in table:
            if key not in keys.split():
                self.problems.unknown(key, "setting", keys.split(), self.place(key))

    def declared(self, id: str, wanted: str, among: Mapping[str, object]) -> bool:
        if id in among:
            return True
        self.problems.unknown(id, wanted, among, self.place(id))
        return False

    def place(self, text: str) -> Place:
        at = self.source.find(text) if text else -1
        return Place(self.file, self.source.count("\n", 0, at) + 1 if at >= 0 else 0)
