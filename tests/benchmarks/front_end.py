"""Questions and a number of names in; what processor time text -> SPARQL takes, and what the look-up of names costs, out.

Names are added to the shipped pack: companies with an English and a Chinese name, made of syllables from a fixed seed.
The same questions are compiled with few and with many names; goals: p50 under 1 ms, p95 under 3 ms, the ratio of the two
p50 at most 2, and every unknown word answered with its nearest names in under 50 ms.

Run it with ``python -m tests.benchmarks.front_end QUESTIONS``; QUESTIONS is a file of JSON lines with a ``question`` each.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from kg.base.errors import QuestionError
from kg.base.terms import Iri
from kg.lexicon.build import build_lexicon
from kg.lexicon.lexicon import Lexicon
from kg.lexicon.nearest import nearest
from kg.load.compile_pack import compile_pack
from kg.pack.pack import Pack, Thing, Words
from kg.pack.resources import default_pack_folder
from kg.plan.lower import lower
from kg.query.understand import understand
from kg.sparql.write_plan import write_plan
from kg.store.blob import from_bytes, to_bytes

_ONSETS, _RHYMES = (
    "b c d f g k l m n p r s t v z br dr kr st tr".split(),
    "a e i o u an en in or ar el on us ix".split(),
)
_HAN = "安宝辰达德鼎东恒宏华汇嘉金锦凯科朗乐力联龙美明宁鹏启荣瑞森盛硕泰腾天通维祥兴旭雅永宇远泽展正志中卓"
_UNKNOWN = (
    "Nvdia Inolight Coherant",
    "谁给英维达供应光莫块",
    "who suplies lasrs to Nvdia and Gogle in Tawian",
    "中继旭创和新易胜",
)


def main() -> None:
    """Print a row for the shipped names and a row for many."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("questions", type=Path, help="a file of JSON lines with a question each")
    parser.add_argument("--names", type=int, default=1_000_000, help="how many names the large lexicon has")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    texts = [json.loads(line)["question"] for line in options.questions.read_text("utf-8").splitlines()]
    small = compile_pack(default_pack_folder()).pack
    middles = []
    print(
        f"{'names':>9} {'read':>7} {'p50 ms':>7} {'p95 ms':>7} {'worst':>7} {'build s':>8} {'MB':>6} {'open ms':>8} {'nearest ms':>10}"
    )
    for more in (0, options.names):
        pack = with_names(small, more)
        begin = time.process_time()
        lexicon = build_lexicon(pack)
        built = time.process_time() - begin
        data = to_bytes(lexicon)
        begin = time.process_time()
        opened = from_bytes(data, Lexicon)
        opened.look_up("nvidia")
        open_time = time.process_time() - begin
        times, names = _compiled(texts, pack, opened, options.rounds), sum(1 for _ in opened.entries())
        middles.append(statistics.median(times))
        worst_near = max(_near(text, opened, options.rounds) for text in _UNKNOWN)
        print(
            f"{names:9} {len(times):3}/{len(texts):3} {1e3 * middles[-1]:7.2f} {1e3 * _quantile(times, 0.95):7.2f}"
            f" {1e3 * max(times):7.2f} {built:8.1f} {len(data) / 1e6:6.1f} {1e3 * open_time:8.1f} {1e3 * worst_near:10.1f}"
        )
    print(f"ratio of the p50: {middles[1] / middles[0]:.2f}")


def with_names(pack: Pack, more: int) -> Pack:
    """Return the pack with ``more`` names: half as many companies, each with two."""
    chance = random.Random(7)
    things = dict(pack.things)
    for number in range(more // 2):
        id = f"generated-{number:06}"
        english = " ".join(_spelt(chance) for _ in range(chance.randint(1, 3)))
        chinese = "".join(chance.choices(_HAN, k=chance.randint(3, 5)))
        names = {
            "en": Words(f"{english} {number % 997}"),
            "zh": Words(f"{chinese}{chance.choice('股份 科技 电子 光电'.split())}"),
        }
        things[id] = Thing(id, Iri(pack.namespace + id), "Company", names)
    return replace(pack, things=things)


def _spelt(chance: random.Random) -> str:
    return "".join(chance.choice(_ONSETS) + chance.choice(_RHYMES) for _ in range(chance.randint(2, 3))).capitalize()


def _compiled(texts: Sequence[str], pack: Pack, lexicon: Lexicon, rounds: int) -> list[float]:
    """Return the seconds that each question takes that can be read, the median of some rounds."""

    def to_sparql(text: str) -> None:
        write_plan(lower(understand(text, pack, lexicon).query, pack))

    return [_median(lambda text=text: to_sparql(text), rounds) for text in _readable(texts, pack, lexicon)]


def _readable(texts: Sequence[str], pack: Pack, lexicon: Lexicon) -> Iterator[str]:
    for text in texts:
        try:
            understand(text, pack, lexicon)
        except QuestionError:
            continue
        yield text


def _near(text: str, lexicon: Lexicon, rounds: int) -> float:
    """Return the seconds that it takes to find what is near a text, and what is near each of its words."""

    def job() -> None:
        for word in (text, *text.split()):
            nearest(word, lexicon)

    return _median(job, rounds)


def _median(job: Callable[[], None], rounds: int) -> float:
    taken = []
    for _ in range(rounds + 1):
        begin = time.process_time()
        job()
        taken.append(time.process_time() - begin)
    return statistics.median(taken[1:])  # the first one warms up


def _quantile(values: Sequence[float], part: float) -> float:
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


if __name__ == "__main__":
    main()
