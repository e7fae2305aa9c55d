"""What an article names: the longest name at each place, in both languages, with its place; unknown tickers too."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.lexicon.find_mentions import Mentions, find_mentions
from kg.session.session import Session

SEED = Path(__file__).resolve().parents[2] / "../shared/seed/article.txt"


def found(shipped: Session, text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(mention.text, mention.things) for mention in find_mentions(text, shipped.lexicon).known]


def test_names_of_both_languages_are_found_in_one_text(shipped: Session) -> None:
    assert found(shipped, "Marvell和中际旭创是什么关系") == [("Marvell", ("marvell",)), ("中际旭创", ("innolight",))]


def test_names_that_run_on_are_told_apart(shipped: Session) -> None:
    things = [things for _, things in found(shipped, "(中际旭创工业富联新易盛天孚通信)")]
    assert things == [("innolight",), ("fii",), ("eoptolink",), ("tfc",)]


def test_the_longest_name_is_taken(shipped: Session) -> None:
    assert found(shipped, "800G optical modules") == [("800G optical modules", ("module-800g",))]


def test_traditional_characters_are_read(shipped: Session) -> None:
    assert found(shipped, "臺積電") == [("臺積電", ("tsmc",))]


def test_a_name_of_several_things_has_them_all(shipped: Session) -> None:
    assert found(shipped, "CoWoS is short") == [("CoWoS", ("cowos", "cowos-packaging-service"))]


def test_a_cashtag_is_one_mention(shipped: Session) -> None:
    assert found(shipped, "$中际旭创(SZ300308)$ rises") == [("$中际旭创(SZ300308)$", ("innolight",))]


def test_a_cashtag_whose_code_and_name_disagree_is_ambiguous(shipped: Session) -> None:
    assert found(shipped, "$中际旭创(SZ300502)$") == [("$中际旭创(SZ300502)$", ("eoptolink", "innolight"))]


def test_a_cashtag_of_no_known_thing_is_listed(shipped: Session) -> None:
    unknown = find_mentions("$上证指数(SH000001)$", shipped.lexicon).unknown
    assert [(tag.name, tag.code) for tag in unknown] == [("上证指数", "SH000001")]


def test_an_english_cashtag_is_read(shipped: Session) -> None:
    mentions = find_mentions("$NVDA up, $XYZQ down", shipped.lexicon)
    assert [mention.things for mention in mentions.known] == [("nvidia",)]
    assert [tag.code for tag in mentions.unknown] == ["XYZQ"]


def test_a_bare_ticker_is_a_mention(shipped: Session) -> None:
    assert found(shipped, "买了300308") == [("300308", ("innolight",))]


@pytest.mark.parametrize("text", ["they told us", "put your arm down", "13003081", "CPOs1"])
def test_what_is_only_spelled_like_a_name_is_none(shipped: Session, text: str) -> None:
    assert found(shipped, text) == []


def test_a_name_does_not_go_on_in_the_next_line(shipped: Session) -> None:
    assert ("SK\nhynix", ("sk-hynix",)) not in found(shipped, "SK\nhynix")


def test_places_are_those_of_the_text(shipped: Session) -> None:
    mention = find_mentions("今天 ＣＰＯ 涨", shipped.lexicon).known[0]
    assert (mention.span.start, mention.span.end) == (3, 6)


@pytest.fixture(scope="module")
def seed(shipped: Session) -> Mentions:
    return find_mentions(SEED.read_text(encoding="utf-8"), shipped.lexicon)


@pytest.mark.parametrize(
    "thing",
    "innolight fii eoptolink tfc huawei wus envicool talkweb hi-tech-development inspur seres petrochina robotechnik "
    "marvell lpo cpo silicon-photonics tfln pcb liquid-cooling connector hbm nvl-cluster optical-module "
    "yi-zhong-tian jpmorgan scaling-law moore-law gpt-5".split(),
)
def test_the_seed_article_names(seed: Mentions, thing: str) -> None:
    assert (thing,) in {mention.things for mention in seed.known}


def test_the_unknown_tickers_of_the_seed_article_are_its_two_indices(seed: Mentions) -> None:
    assert {tag.code for tag in seed.unknown} == {"SH000001", "SZ399006"}
