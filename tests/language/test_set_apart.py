"""Where an exception belongs: each noun that it may narrow out is tried, the nearer one first."""

from __future__ import annotations

import pytest

from kg.base.spans import Span
from kg.language.set_apart import set_apart
from kg.language.token import Token


def tokens(*said: str) -> list[Token]:
    """Tokens written as KIND:text."""
    found, at = [], 0
    for one in said:
        kind, _, text = one.partition(":")
        found.append(Token(kind, text, Span(at, at + len(text)), text))
        at += len(text) + 1
    return found


def ways(lang: str, *said: str) -> list[str]:
    """The readings as plain texts, an exception in brackets."""
    return [
        " ".join(f"[{'+'.join(name.text for name in token.apart)}]" if token.apart else token.text for token in way)
        for way in set_apart(tokens(*said), lang)  # type: ignore[arg-type]
    ]


def test_without_an_exception_nothing_changes() -> None:
    assert ways("en", "WHO:who", "V:bakes", "N:bread") == ["who bakes bread"]


def test_an_exception_goes_to_the_noun_before_it_else_to_what_is_asked_for() -> None:
    said = ("WHO:who", "V:bakes", "N:bread", "EXCEPT:except", "N:rye")
    assert ways("en", *said) == ["who bakes [rye] bread", "[rye] who bakes bread"]


def test_several_names_are_set_apart_together() -> None:
    said = ("WHICH:which", "N:mills", "EXCEPT:besides", "N:Old", "AND:and", "DET:the", "N:New", "V:grind", "N:rye")
    assert ways("en", *said)[0] == "which [Old+New] mills grind rye"


def test_an_exception_in_front_belongs_to_what_is_asked_for() -> None:
    said = ("EXCEPT:apart from", "N:Old", "COMMA:,", "WHO:who", "V:grinds", "N:rye")
    assert ways("en", *said) == ["[Old] who grinds rye"]


@pytest.mark.parametrize("outside", [(), ("OUTSIDE:以外",), ("OUTSIDE:外", "COMMA:，")])
def test_in_chinese_the_word_behind_the_names_may_be_missing(outside: tuple[str, ...]) -> None:
    said = ("EXCEPT:除了", "N:老磨坊", *outside, "WHO:谁", "V:供应", "N:面粉")
    assert ways("zh", *said)[0] == "[老磨坊] 谁 供应 面粉"


def test_before_a_noun_the_names_need_no_word_in_front() -> None:
    said = ("WHO:谁", "COV:给", "N:老店", "OUTSIDE:以外", "DE:的", "N:面包店", "V:供货")
    assert ways("zh", *said) == ["谁 给 [老店] 面包店 供货"]


def test_a_comma_ends_the_names() -> None:
    said = ("EXCEPT:除了", "N:面粉", "COMMA:，", "N:老磨坊", "V:供应", "WHAT:什么")
    assert ways("zh", *said)[0] == "老磨坊 供应 [面粉] 什么"
