"""``kg pack new | check | words``: the folder of a pack -> a new pack in it, what is wrong with it, its words."""

from __future__ import annotations

import argparse
from pathlib import Path
from shlex import quote

from kg.base.diagnostics import Diagnostic, Lang
from kg.session.session import check_pack
from kg.session.session import open as open_session

_TOLD: dict[Lang, dict[str, str]] = {
    "en": {
        "sound": "sound. things: {things}, sources: {sources}, frames: {frames}, questions answered: {questions}",
        "found": "{number} found",
        "asked": "words that name several things, so that a question must say which: {number}",
        "place": "words with meanings of several kinds, told apart by their place in the sentence: {number}",
        "new": "a pack is in {folder}. Next:",
        "change": "change ontology.ttl, readings.ttl and facts.toml; their comments say how",
    },
    "zh": {
        "sound": "无误:事物{things}个,来源{sources}个,框架{frames}个,问题{questions}个均已答对",
        "found": "共{number}处",
        "asked": "{number}个词指多个事物:提问时须写明是哪一个",
        "place": "{number}个词有几类含义:由其在句中的位置决定",
        "new": "包已写入 {folder}。接下来:",
        "change": "修改 ontology.ttl、readings.ttl 和 facts.toml;其中的注释说明了写法",
    },
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    actions = parser.add_subparsers(metavar="ACTION", required=True, dest="action")
    for name, about in (
        ("new", "write a small working pack into a new folder, to change into your own"),
        ("check", "list everything that is wrong, and ask the pack's own questions"),
        ("words", "list the words of a pack, and those that mean several things"),
    ):
        action = actions.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
        action.add_argument("folder", type=Path, metavar="DIR", help="the folder of the pack")
        action.add_argument("--lang", choices=("en", "zh"), default="en", help="language of what is told")
        if name == "words":
            action.add_argument("text", nargs="?", default="", help="only words that contain this")
            action.add_argument("--collisions", action="store_true", help="only words that mean several things")


def run(options: argparse.Namespace) -> int:
    """Do it; return 3 when the pack is at fault."""
    match options.action:
        case "new":
            return _new(options)
        case "check":
            return _check(options)
        case _:
            return _words(options)


def _new(options: argparse.Namespace) -> int:
    from kg.pack.new_pack import new_pack

    for file in new_pack(options.folder):
        print(options.folder / file)
    told = _TOLD[options.lang]
    print(f"\n{told['new'].format(folder=options.folder)}")
    folder = quote(str(options.folder))
    print(f"  kg pack check {folder}")
    print(f'  kg --pack {folder} ask "who delivers green tea to the Lake Tea House"')
    print(f"  {told['change']}")
    return 0


def _check(options: argparse.Namespace) -> int:
    from kg.session.pack_questions import check_questions
    from kg.session.saved import questions_for

    told = _TOLD[options.lang]
    if found := check_pack(options.folder):
        return _faults(found, options.lang)
    session = open_session(options.folder)
    if found := check_questions(session, options.folder):
        return _faults(found, options.lang)
    pack = session.pack
    counts = {"things": len(pack.things), "sources": len(pack.sources), "frames": len(pack.frames)}
    print(told["sound"].format(**counts, questions=len(questions_for(options.folder))))
    for settled in ("asked", "place"):
        number = sum(one.settled == settled for one in session.collisions())
        if number:
            print(f"{told[settled].format(number=number)} (kg pack words {quote(str(options.folder))} --collisions)")
    return 0


def _faults(found: tuple[Diagnostic, ...], lang: Lang) -> int:
    for one in found:
        place = ":".join(str(part) for part in (one.file, one.line, one.column) if part)
        print(f"{place}: {one.code} {one.message(lang)}\n    {one.remedy(lang)}")
    print(_TOLD[lang]["found"].format(number=len(found)))
    return 3


def _words(options: argparse.Namespace) -> int:
    session = open_session(options.folder)
    if not options.collisions:
        for word in session.words(options.text):
            print("\t".join(filter(None, (word.text, word.kind, word.id, word.cls))))
    colliding = [one for one in session.collisions() if options.text.casefold() in one.text.casefold()]
    for settled in ("asked", "place"):
        chosen = [one for one in colliding if one.settled == settled]
        if not chosen:
            continue
        print(f"\n# {_TOLD[options.lang][settled].format(number=len(chosen))}")
        for one in chosen:
            print(one.text)
            for entry, text in zip(one.meanings, one.selecting, strict=True):
                print("\t" + "\t".join(filter(None, (entry.kind, entry.id, entry.cls, text))))
    return 0
