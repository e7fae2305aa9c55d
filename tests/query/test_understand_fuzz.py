"""Whatever is typed, understand() returns a query or raises QuestionError: nothing else."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.base.errors import QuestionError
from kg.language.keywords import KEYWORDS
from tests.language.graphs import shipped

#: KG_FUZZ=100000 python -m pytest tests/query/test_understand_fuzz.py makes so many attempts a test.
EXAMPLES = int(os.environ.get("KG_FUZZ", "80"))
FUZZ = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
LITERALS = (
    "2024", "2024-03", "2024-02-31", "2024年3月", "2025-Q1", "20%", "１００", "1.8 trillion", "128万亿", "三分之一", "a quarter",
    "half", "零分之一", "0", "-1", "1e400", "999999999999999999999", "576", "kW", "USD", "亿元", "两", "一半", "３成", "99-99",
)  # fmt: skip
MARKS = (
    "?", "？", ",", "，", "、", "(", ")", "（", "）", "\"", "“", "”", "「", "'s", "’s", "$", "$(", "$x", "[", "]", "[company]", ";",
    ".", "。", "\t", "\n", "\u200b", "\u202e", "😀", "\x00", "é", "ﬁ", "Ⅷ", "㍿", "--", "'", "\\", "<b>", "{", "}", "%",
)  # fmt: skip


def _words(lang: str) -> list[str]:
    return sorted(KEYWORDS["en" if lang == "en" else "zh"])


def _names() -> list[str]:
    return sorted({word.shown for _, word in shipped().lexicon.entries()})


ENGLISH = st.sampled_from(_words("en"))
CHINESE = st.sampled_from(_words("zh"))
NAMES = st.deferred(lambda: st.sampled_from(_names()))
PIECES = st.one_of(ENGLISH, CHINESE, NAMES, NAMES, st.sampled_from(LITERALS), st.sampled_from(MARKS))


def understood_or_refused(text: str) -> None:
    graph = shipped()
    try:
        graph.understand(text)
    except QuestionError as error:
        assert error.diagnostics
        for one in error.diagnostics:
            assert one.message(error.lang)
            assert one.remedy(error.lang)
            assert 0 <= one.span.start <= one.span.end <= len(text)


@FUZZ
@given(st.lists(st.one_of(ENGLISH, NAMES, st.sampled_from(LITERALS)), max_size=10))
def test_a_mix_of_english_words_is_understood_or_refused(words: list[str]) -> None:
    understood_or_refused(" ".join(words))


@FUZZ
@given(st.lists(st.one_of(CHINESE, NAMES, st.sampled_from(LITERALS)), max_size=10))
def test_a_mix_of_chinese_words_is_understood_or_refused(words: list[str]) -> None:
    understood_or_refused("".join(words))


@FUZZ
@given(st.lists(PIECES, max_size=14), st.sampled_from(["", " "]))
def test_a_mix_of_everything_is_understood_or_refused(pieces: list[str], space: str) -> None:
    understood_or_refused(space.join(pieces))


@FUZZ
@given(st.text(max_size=60))
def test_any_text_is_understood_or_refused(text: str) -> None:
    understood_or_refused(text)


@pytest.mark.parametrize("count", [300, 1000, 1990])
@pytest.mark.parametrize(
    "piece", ["(", "的", "of ", "suppliers of ", "and ", "供应", "1", "英伟达的", "that supply ", "谁"]
)
def test_a_long_text_is_understood_or_refused(piece: str, count: int) -> None:
    """Within 2,000 characters no nesting is too deep."""
    understood_or_refused((piece * count)[:2000])


@pytest.mark.slow
@settings(FUZZ, max_examples=25 * EXAMPLES)
@given(st.lists(PIECES, min_size=1, max_size=10), st.sampled_from(["", " "]))
def test_what_is_understood_can_be_said_and_planned(pieces: list[str], space: str) -> None:
    graph = shipped()
    try:
        query = graph.read(space.join(pieces))
    except QuestionError:
        return
    assert graph.say(query, "en")
    assert graph.say(query, "zh")
    graph.sparql(query)
