"""A question that cannot be read in, valid sentences close to it out, each with what was changed.

A word that nothing is known of is completed to a name, exchanged for the nearest one, or left out; a word for what no
statement tells (cost, both sides) is exchanged for the nearest that some do. Only what is understood is offered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from kg.base.diagnostics import Diagnostic, Suggestion
from kg.base.errors import QuestionError
from kg.base.spans import NOWHERE
from kg.lexicon.fold import is_han, squeeze
from kg.lexicon.lexicon import Lexicon
from kg.pack.pack import Pack

#: Longer questions are not tried in other words, nor more than so many of these; so many sentences are offered.
_LONGEST, _TRIED, _OFFERED = 200, 10, 2
_HELPED = frozenset({"N001", "Q002", "Q003", "M001", "M002", "M005"})


class _Turn(Struct, frozen=True):
    """Words for what no statement tells, the nearest that some do, and why (English, Chinese).

    ``{x}`` is what stands in the place of the group x.
    """

    pattern: re.Pattern[str]
    told: tuple[str, ...]
    why: tuple[str, str]


def _turn(pattern: str, told: tuple[str, ...], why: tuple[str, str]) -> _Turn:
    return _Turn(re.compile(pattern, re.IGNORECASE), told, why)


_SIDES = ("no statement says for which side a source speaks", "陈述不说明来源代表哪一方")
_BOUGHT = ("such shares are told of what is bought", "这类份额以采购量为口径")
_BASES = ("shares of different bases are not compared", "口径不同的份额不相比较")
_TIERS = ("shares are not put together by tier", "份额不按级汇总")
_PLACES = ("a chain of supply begins with a company or a product", "供应链始于公司或产品")
_TURNS = (
    _turn(r"\bboth (?:sides|parties|ends)\b", ("two sources",), _SIDES),
    _turn(r"双方(?:都|均)?(?:披露|确认|证实|承认)的?", ("两个来源证实的",), _SIDES),
    _turn(r"\b(?:costs|cost|spending|expenses|expenditure|procurement)\b", ("purchases",), _BOUGHT),
    _turn(r"(?:采购)?成本|支出|开支", ("采购量",), _BOUGHT),
    _turn(
        r".*\b(?:depends?|rel(?:y|ies)) more (?:on|upon) (?P<x>.+?) than (?P=x)\b.*",
        (
            "what is the share of {x} in the revenue of {x}'s suppliers",
            "what is the share of {x}'s suppliers in the purchases of {x}",
        ),
        _BASES,
    ),
    _turn(
        r".*对(?P<x>.+?)的?依赖(?:程度)?(?:高于|大于|超过|强于)(?P=x)对.*",
        ("{x}在{x}的供应商的收入中的份额是多少", "{x}的供应商在{x}的采购量中的份额是多少"),
        _BASES,
    ),
    _turn(
        r".*\baverage share of .+? from (?P<x>.+?) by .*\btier\b.*",
        ("suppliers of {x} and, if known, their share",),
        _TIERS,
    ),
    _turn(r"各级供应商(?:来自|对)(?P<x>.+?)的?平均.*", ("{x}的供应商及其份额(如有)",), _TIERS),
    _turn(
        r".*\bpaths from (?P<x>.+?) to (?P<y>.+?) go through .*",
        ("which companies in {x} are upstream of {y}",),
        _PLACES,
    ),
    _turn(r"从(?P<x>.+?)到(?P<y>.+?)的路径.*经过.*", ("{y}上游的{x}公司",), _PLACES),
)


def nearby(error: QuestionError, is_read: Callable[[str], bool], lexicon: Lexicon, pack: Pack) -> QuestionError:
    """Return the error with sentences that are read, the closest first; as it is where none is."""
    first = error.diagnostics[0]
    if first.code not in _HELPED or len(error.question) > _LONGEST:
        return error
    sentences = (
        _read(_turned(error), is_read)
        or _read(_exchanged(error, first, lexicon, pack), is_read)
        or _read(_left_out(error, first), is_read)
    )
    if not sentences:
        return error
    helped = replace(first, suggestions=(*first.suggestions, *sentences))
    return QuestionError(error.question, error.lang, (helped, *error.diagnostics[1:]))


def _read(candidates: Iterator[Suggestion], is_read: Callable[[str], bool]) -> tuple[Suggestion, ...]:
    """Return the first of some sentences that are read; of many only so many are tried."""
    return tuple(islice((one for one in islice(candidates, _TRIED) if is_read(one.text)), _OFFERED))


def _turned(error: QuestionError) -> Iterator[Suggestion]:
    """Yield a question with the nearest that statements tell of, in place of what none does, and why."""
    question = error.question
    for turn in _TURNS:
        match = turn.pattern.search(question)
        for text in turn.told if match is not None else ():
            assert match is not None
            said = question[: match.start()] + text.format(**match.groupdict()) + question[match.end() :]
            yield Suggestion(said, turn.why[0 if error.lang == "en" else 1])


def _exchanged(error: QuestionError, first: Diagnostic, lexicon: Lexicon, pack: Pack) -> Iterator[Suggestion]:
    """Yield a question with its one unknown word completed to a name, and exchanged for the nearest one."""
    question, place = error.question, first.span
    if first.code == "N001" and len(error.diagnostics) == 1:
        near = tuple(found.text for found in first.suggestions[:1])
        for name in (*_completed(place.of(question), lexicon, pack), *near):
            yield Suggestion(question[: place.start] + name + question[place.end :])


def _left_out(error: QuestionError, first: Diagnostic) -> Iterator[Suggestion]:
    """Yield a question without the words that are unknown, or not expected."""
    question, place = error.question, first.span
    unknown = [found for found in error.diagnostics if found.code == "N001"]
    if first.code not in ("N001", "Q002") or place == NOWHERE:
        return
    left = question
    for found in reversed(unknown or [first]):
        left = left[: found.span.start].rstrip() + _gap(left, found.span.start, found.span.end)
    gone = ", ".join(found.span.of(question) for found in unknown or [first])
    yield Suggestion(left.strip(), f"without '{gone}'" if error.lang == "en" else f"不含“{gone}”")


def _gap(text: str, start: int, end: int) -> str:
    """Return what follows a word that is left out, with the space that parts Latin words."""
    rest = text[end:].lstrip()
    apart = bool(rest) and start > 0 and not is_han(rest[0]) and rest[0].isalnum()
    return (" " if apart else "") + rest


def _completed(word: str, lexicon: Lexicon, pack: Pack) -> list[str]:
    """Return the names of kinds that begin with a word, the widest kind first: "optical" -> "optical component"."""
    key = squeeze(word, lexicon.simplified)
    if len(key) < (2 if any(map(is_han, key)) else 4):
        return []
    found: dict[str, tuple[int, str]] = {}
    for _, entry in lexicon.entries(key):
        named = (m for m in entry.meanings if m.kind == "thing" and not m.plural and m.id in pack.narrower)
        kinds = [m.id for m in named if pack.classes[m.slot].kinds_of is None]
        if kinds and entry.shown.lower().startswith(word.lower() + " "):
            found[kinds[0]] = min(found.get(kinds[0], (0, entry.shown)), (-_width(kinds[0], pack), entry.shown))
    return [name for _, name in sorted(found.values())[:2]]


def _width(kind: str, pack: Pack) -> int:
    """Return how many things are of a kind, however far down."""
    seen = {kind}
    queue = [kind]
    while queue:
        for narrower in pack.narrower.get(queue.pop(), ()):
            if narrower not in seen:
                seen.add(narrower)
                queue.append(narrower)
    return len(seen)
