"""``kg read``: an article -> what the graph knows of it, and candidate statements to review."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from kg.base.diagnostics import Lang
from kg.base.errors import KgError
from kg.cli.graph import open_graph
from kg.pack.new_pack import pack_id
from kg.session.article import Article
from kg.session.read_article import read_article
from kg.session.review import review
from kg.session.session import Session

_TOGETHER = 20
_TOLD: dict[Lang, dict[str, str]] = {
    "en": {
        "mentions": "things named: {number}",
        "ambiguous": "names that may mean several things: {number}",
        "unknown": "tickers unknown to the graph: {number}",
        "together": "pairs named together: {number} (the first {shown} are shown; all with --json)",
        "candidates": "candidate statements, none accepted: {number}",
        "known": "known already",
        "cut": "Time ran out at line {line}: the sentences below it were not tried as statements. Allow more --seconds.",
        "written": "{file}: write yes into `accept` where a statement is right, then: kg add {file} --to DIR",
    },
    "zh": {
        "mentions": "提到{number}个事物",
        "ambiguous": "{number}个名称可能指多个事物",
        "unknown": "{number}个股票代码图谱不认识",
        "together": "{number}对事物同句出现(列出前{shown}对;全部见 --json)",
        "candidates": "{number}条候选陈述,均未采纳",
        "known": "已有",
        "cut": "时间在第{line}行用尽:其后的句子未作为陈述尝试。请增加 --seconds。",
        "written": "{file}:在正确陈述的 `accept` 列写 yes,然后运行:kg add {file} --to DIR",
    },
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("article", type=Path, help="a text in UTF-8")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write the candidate statements there, to be reviewed")
    parser.add_argument(
        "--source", default="", metavar="ID", help="id under which the article is cited (its file name)"
    )
    parser.add_argument("--json", action="store_true", help="print everything as one JSON object")
    parser.add_argument("--seconds", type=float, default=30.0, help="time for trying sentences (30)")
    parser.add_argument("--lang", choices=("en", "zh"), default="en", help="language of what is told")


def run(options: argparse.Namespace) -> int:
    """Read the article."""
    try:
        text = options.article.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise KgError(f"{options.article} is no text in UTF-8 ({error.reason} at byte {error.start})") from None
    session = open_graph(options)
    article = read_article(session, text, seconds=options.seconds)
    if options.json:
        print(json.dumps(_as_json(article), ensure_ascii=False, indent=1))
    else:
        _print(article, session, options.lang)
    if options.csv:
        options.csv.write_text(review(article, options.source or pack_id(options.article.stem)), encoding="utf-8")
        if not options.json:
            print(_TOLD[options.lang]["written"].format(file=options.csv))
    return 0


def _as_json(article: Article) -> dict[str, object]:
    found: dict[str, Any] = to_builtins(article, enc_hook=str)
    del found["text"]
    for key in ("mentions", "unknown"):
        for item in found[key]:
            start, end = item["span"]["start"], item["span"]["end"]
            item["line"], item["column"] = article.place(start)
            item["span"] = [start, end]
    return found


def _print(article: Article, session: Session, lang: Lang) -> None:
    told = _TOLD[lang]
    _print_mentions(article, session, lang)
    if article.unknown:
        places: dict[tuple[str, str], list[str]] = {}
        for tag in article.unknown:
            places.setdefault((tag.name, tag.code), []).append(_place(article, tag.span.start))
        print(f"\n{told['unknown'].format(number=len(places))}")
        for (name, code), at in places.items():
            print("\t".join(("", f"{name} ({code})" if name else code, _shown(at))))
    if article.together:
        print(f"\n{told['together'].format(number=len(article.together), shown=_TOGETHER)}")
        for pair in article.together[:_TOGETHER]:
            print(f"\t{pair.first}\t{pair.second}\t{_shown([str(line) for line in pair.lines])}")
    print(f"\n{told['candidates'].format(number=len(article.candidates))}")
    for candidate in article.candidates:
        print(
            "\t" + "\t".join((candidate.said, f"{candidate.line}", told["known"] if candidate.known else "")).rstrip()
        )
    if article.cut_short:
        print(told["cut"].format(line=article.cut_short))


def _print_mentions(article: Article, session: Session, lang: Lang) -> None:
    """Print each thing with its class and places; then the names that may mean several."""
    things: dict[tuple[str, ...], list[str]] = {}
    for mention in article.mentions:
        things.setdefault(mention.things, []).append(_place(article, mention.span.start))
    for key, single in (("mentions", True), ("ambiguous", False)):
        chosen = {ids: at for ids, at in things.items() if (len(ids) == 1) == single}
        if chosen or single:
            print(
                _TOLD[lang][key].format(number=len(chosen))
                if single
                else "\n" + _TOLD[lang][key].format(number=len(chosen))
            )
        for ids, at in chosen.items():
            print("\t".join(("", " / ".join(_called(id, session, lang) for id in ids), _shown(at))))


def _called(id: str, session: Session, lang: Lang) -> str:
    thing = session.pack.things[id]
    words = thing.names.get(lang) or next(iter(thing.names.values()))
    return f"{words.label} [{id}]\t{thing.cls}"


def _place(article: Article, offset: int) -> str:
    return ":".join(map(str, article.place(offset)))


def _shown(places: list[str]) -> str:
    """Return the first places, and how many there are."""
    return " ".join(places[:5]) + (f" … ({len(places)})" if len(places) > 5 else "")
