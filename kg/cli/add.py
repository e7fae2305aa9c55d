"""``kg add``: files of statements -> a pack that has them, and what is different."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from kg.base.diagnostics import Lang
from kg.load.addition import Addition, Told
from kg.load.facts import StatementFact
from kg.session.add import add

_SHOWN = 20
_TOLD: dict[Lang, dict[str, str]] = {
    "en": {
        "count": "{added} added, {ended} ended, {conflicts} conflicts; {known} rows said nothing new",
        "parts": "{statements} statements, {claims} further claims of known ones, {things} things, {sources} sources",
        "refused": "nothing was added: {number} found",
        "dry": "nothing was written (--dry-run)",
        "ended": "ended: {new}",
        "open": "ended: {new}; still open by another source",
        "conflict": "conflict: {new}; there is also: {old}",
        "name": "perhaps the same: {new} and {other}, by their names ({text}); use the id of the one that is there",
        "ticker": "perhaps the same: {new} and {other}, by the ticker {text}; use the id of the one that is there",
        "identifier": "perhaps the same: {new} and {other}, by the identifier {text}; use the id of the one that is there",
        "more": "… and {number} more",
    },
    "zh": {
        "count": "新增{added},终止{ended},冲突{conflicts};{known}行没有新内容",
        "parts": "陈述{statements}条,已有陈述的新说法{claims}条,事物{things}个,来源{sources}个",
        "refused": "未添加任何内容:共{number}处问题",
        "dry": "未写入任何内容(--dry-run)",
        "ended": "终止:{new}",
        "open": "终止:{new};另有来源仍称其持续",
        "conflict": "冲突:{new};已有:{old}",
        "name": "可能相同:{new}与{other},名称相近({text});请使用已有者的标识",
        "ticker": "可能相同:{new}与{other},股票代码均为{text};请使用已有者的标识",
        "identifier": "可能相同:{new}与{other},编号均为{text};请使用已有者的标识",
        "more": "……还有{number}条",
    },
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="CSV like a file of the pack, RDF, or a review"
    )
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder of the pack")
    parser.add_argument(
        "--into", default="", metavar="FILE", help="the file of the pack, where several have the columns"
    )
    parser.add_argument("--dry-run", action="store_true", help="tell what would be different, write nothing")
    parser.add_argument("--lang", choices=("en", "zh"), default="en", help="language of what is told")


def run(options: argparse.Namespace) -> int:
    """Add the files; return 3 when something is wrong with them."""
    addition = add(options.files, options.to, into=options.into, dry_run=options.dry_run)
    told = _TOLD[options.lang]
    if addition.problems:
        for one in addition.problems:
            place = ":".join(str(part) for part in (one.file, one.line, one.column) if part)
            print(f"{place}: {one.code} {one.message(options.lang)}\n    {one.remedy(options.lang)}")
        _print_duplicates(addition, told)
        print(told["refused"].format(number=len(addition.problems)))
        return 3
    _print_difference(addition, told)
    _print_duplicates(addition, told)
    if options.dry_run:
        print(told["dry"])
    return 0


def _print_difference(addition: Addition, told: dict[str, str]) -> None:
    found = addition.difference
    added = len(found.statements) + found.claims + len(found.things) + len(found.sources) - len(found.ended)
    counts = {"added": added, "ended": len(found.ended), "conflicts": len(found.conflicts), "known": addition.known}
    print(told["count"].format(**counts))
    if added or found.ended:
        parts = {"statements": len(found.statements), "claims": found.claims}
        parts |= {"things": len(found.things), "sources": len(found.sources)}
        print("  " + told["parts"].format(**parts))
    lines = list(_lines(addition, told))
    for line in lines[:_SHOWN]:
        print(f"  {line}")
    if len(lines) > _SHOWN:
        print("  " + told["more"].format(number=len(lines) - _SHOWN))


def _lines(addition: Addition, told: dict[str, str]) -> Iterator[str]:
    found = addition.difference
    for one in found.ended:
        yield told["open" if one.still_open else "ended"].format(new=_said(one.new))
    for one in found.conflicts:
        yield _conflict(one, told)


def _conflict(one: Told, told: dict[str, str]) -> str:
    return told["conflict"].format(new=_said(one.new), old=_said(one.old))


def _print_duplicates(addition: Addition, told: dict[str, str]) -> None:
    for one in addition.duplicates:
        print("  " + told[one.by].format(new=one.new, other=one.other, text=one.text))


def _said(statement: StatementFact) -> str:
    """Return a statement as data: frame, roles, qualifiers, dates."""
    numbers = ((name, f"{value:g}" if isinstance(value, float) else value) for name, value in statement.qualifiers)
    parts = [f"{name}={value}" for name, value in (*statement.roles, *numbers)]
    dates = f" {statement.valid_from}..{statement.valid_to}" if statement.valid_from or statement.valid_to else ""
    return f"{statement.frame}({', '.join(parts)}){dates}"
