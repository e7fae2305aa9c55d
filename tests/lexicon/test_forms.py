"""English nouns come with their plurals, verbs with every form."""

from __future__ import annotations

import pytest

from kg.lexicon.forms import base_form, plurals, verb_forms


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("supplier", "suppliers"),
        ("company", "companies"),
        ("person", "people"),
        ("lens", "lenses"),
        ("memory maker", "memory makers"),
        ("supplier of HBM", "suppliers of HBM"),
        ("GPU", "GPUs"),
        ("server CPU", "server CPUs"),
        ("NVIDIA H100", "NVIDIA H100s"),
    ],
)
def test_the_head_of_a_noun_takes_the_plural(noun: str, many: str) -> None:
    assert plurals(noun) == (many,)


def test_each_of_two_nouns_takes_the_plural() -> None:
    assert plurals("country or region") == ("countries or regions",)


@pytest.mark.parametrize("noun", ["光模块", "Tomahawk 6", "CloudMatrix 384"])
def test_a_noun_that_does_not_end_in_a_latin_word_has_no_plural(noun: str) -> None:
    assert plurals(noun) == ()


@pytest.mark.xfail(reason="a noun that is plural already takes another s: opticss", strict=True)
def test_a_noun_that_is_plural_already_stays_so() -> None:
    assert plurals("pluggable optics") in ((), ("pluggable optics",))


@pytest.mark.parametrize(
    ("third", "base"),
    [
        ("supplies", "supply"),
        ("makes", "make"),
        ("reaches", "reach"),
        ("passes", "pass"),
        ("goes", "go"),
        ("boxes", "box"),
    ],
)
def test_the_plain_form_of_a_verb(third: str, base: str) -> None:
    assert base_form(third) == base


@pytest.mark.parametrize(
    ("third", "past", "gerund"),
    [
        ("supplies", "supplied", "supplying"),
        ("makes", "made", "making"),
        ("sells", "sold", "selling"),
        ("ships", "shipped", "shipping"),
        ("ties", "tied", "tying"),
        ("develops", "developed", "developing"),
        ("plans", "planned", "planning"),
    ],
)
def test_the_other_forms_of_a_verb(third: str, past: str, gerund: str) -> None:
    forms = verb_forms(third)
    assert (third, "finite") in forms
    assert (past, "past") in forms
    assert (gerund, "gerund") in forms


def test_a_verb_may_have_two_past_forms() -> None:
    assert {form for form, kind in verb_forms("takes") if kind == "past"} == {"took", "taken"}
