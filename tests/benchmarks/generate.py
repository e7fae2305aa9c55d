"""A number of triples and a seed in; a pack of a supply chain of that size, which ``kg.open`` opens, out.

Equal arguments write equal bytes. Who supplies what to whom follows power laws: a few companies and components stand
in most statements. Every statement has a source, one in ten has two. Rows are written as they are drawn: the
memory it takes does not grow with them. The pack's loader makes the triples; ``kg store --quads`` writes them out.

    python -m tests.benchmarks.generate FOLDER --triples 1000000 --seed 1
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from shutil import copytree

from msgspec import Struct

_TEMPLATE = Path(__file__).resolve().parent / "supply_chain"
#: Triples that the loader makes of a thing, of a row of parts, and of a supply with its claims, in the mean.
_A_THING, _A_PART, _A_SUPPLY = 7.0, 11.0, 16.8
_COUNTRIES = ("China", "中国"), ("Japan", "日本"), ("Germany", "德国"), ("Korea", "韩国"), ("Brazil", "巴西")
_KINDS = 60
#: More than there are supplies: no two are of one quantity, so none is said twice.
_PRIME = 1_000_003
SYLLABLES = tuple(f"{consonant}{vowel}" for consonant in "bdfgklmnprstvz" for vowel in "aeiou")
_SIGNS = "安邦博晨达德恩丰光海和华嘉金康朗利林龙明宁鹏启瑞森盛泰天伟祥信兴旭雅扬益永宇远泽正中卓"


class Size(Struct, frozen=True):
    """How many of each there are; things other than countries and kinds grow with the number of triples."""

    companies: int
    components: int
    systems: int
    sources: int
    parts: int
    supplies: int


def generate(folder: Path, triples: int, seed: int = 1) -> Size:
    """Write a pack of about so many triples into a folder, and return how many of each it has."""
    size = size_of(triples)
    random = Random(seed)
    copytree(_TEMPLATE, folder, dirs_exist_ok=True)
    facts = folder / "facts"
    facts.mkdir(exist_ok=True)
    _write(facts / "things.csv", "id,class,en,zh,kind_of,country", _things(size, random))
    _write(facts / "sources.csv", "id,title,date", _sources(size, random))
    _write(facts / "parts.csv", "whole,part,source,status", _parts(size, random))
    _write(facts / "supplies.csv", "supplier,item,customer,quantity,since,source,status", _supplies(size, random))
    return size


def size_of(triples: int) -> Size:
    """Return how many things and statements make about so many triples."""
    companies, components, systems = max(triples // 70, 16), max(triples // 200, 16), max(triples // 2000, 2)
    parts = components + 4 * systems
    rest = triples - _A_THING * (companies + components + systems) - _A_PART * parts
    return Size(companies, components, systems, max(triples // 1000, 10), parts, int(rest / _A_SUPPLY))


def name(prefix: str, number: int, parts: str | tuple[str, ...]) -> str:
    """Return a name that no other number has: digits in syllables or signs, four or more."""
    digits = []
    while number or len(digits) < 4:
        number, digit = divmod(number, len(parts))
        digits.append(parts[digit])
    return prefix + "".join(reversed(digits))


def _things(size: Size, random: Random) -> Iterator[tuple[object, ...]]:
    for at, (english, chinese) in enumerate(_COUNTRIES):
        yield f"country-{at}", "Country", english, chinese, "", ""
    for at in range(_KINDS):
        broader = f"kind-{random.randrange(at) // 2}" if at else ""
        yield f"kind-{at}", "Component", name("Wu", at, SYLLABLES), name("类", at, _SIGNS), broader, ""
    for at in range(size.components):
        broader = f"kind-{_often_small(random, _KINDS)}"
        yield f"component-{at}", "Component", name("Qu", at, SYLLABLES), name("件", at, _SIGNS), broader, ""
    for at in range(size.systems):
        yield f"system-{at}", "System", name("Zy", at, SYLLABLES), name("柜", at, _SIGNS), "", ""
    for at in range(size.companies):
        country = f"country-{_often_small(random, len(_COUNTRIES))}"
        yield f"company-{at}", "Company", name("Xo", at, SYLLABLES), name("企", at, _SIGNS), "", country


def _sources(size: Size, random: Random) -> Iterator[tuple[object, ...]]:
    for at in range(size.sources):
        yield f"source-{at}", f"Report {at}", _month(random)


def _parts(size: Size, random: Random) -> Iterator[tuple[object, ...]]:
    """Yield what consists of what: each component of an earlier one, so that nothing contains itself."""
    for at in range(size.components):
        whole = f"component-{at // 6}" if at >= 6 else "system-0"
        source, status = _claim(size, random)
        yield whole, f"component-{at}", f"source-{source}", status
    for at in range(size.systems):
        first = _often_small(random, size.components)
        for part in range(first, first + 4):
            source, status = _claim(size, random)
            yield f"system-{at}", f"component-{6 + part % (size.components - 6)}", f"source-{source}", status


def _supplies(size: Size, random: Random) -> Iterator[tuple[object, ...]]:
    for at in range(size.supplies):
        supplier, customer = _often_small(random, size.companies), _often_small(random, size.companies)
        stated = (
            f"company-{supplier}",
            f"component-{_often_small(random, size.components)}",
            f"company-{customer if customer != supplier else (customer + 1) % size.companies}",
            at * 7919 % _PRIME + 1,
            _month(random),
        )
        source, status = _claim(size, random)
        yield *stated, f"source-{source}", status
        if random.random() < 0.1:
            yield *stated, f"source-{(source + 1) % size.sources}", status


def _claim(size: Size, random: Random) -> tuple[int, str]:
    return _often_small(random, size.sources), "fact" if random.random() < 0.8 else "claim"


def _month(random: Random) -> str:
    return f"{random.randrange(2019, 2026)}-{random.randrange(1, 13):02}"


def _often_small(random: Random, count: int) -> int:
    """Return a number below ``count``; how often one is drawn falls with it as 1 / (number + 1)."""
    return min(int((count + 1) ** random.random()) - 1, count - 1)


def _write(file: Path, columns: str, rows: Iterable[tuple[object, ...]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(columns.split(","))
        writer.writerows(rows)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write a pack of a supply chain of a given size.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--triples", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(generate(options.folder, options.triples, options.seed))
