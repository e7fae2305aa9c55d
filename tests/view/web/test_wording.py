import re

import pytest

from kg.view.web.assets import SCRIPTS, page_script
from kg.view.web.wording import words

ENGLISH, CHINESE = words()["en"], words()["zh"]


def test_both_languages_have_the_same_words():
    assert ENGLISH.keys() == CHINESE.keys()


@pytest.mark.parametrize("id", ENGLISH)
def test_both_languages_fill_the_same_places(id):
    assert set(re.findall(r"\{(\w+)\}", ENGLISH[id])) == set(re.findall(r"\{(\w+)\}", CHINESE[id]))


def test_every_word_that_the_script_says_is_there():
    said = set(re.findall(r'\bsay\(\s*"(\w+)"', page_script()))
    assert said <= ENGLISH.keys()


def test_the_script_says_something():
    assert SCRIPTS[-1] == "start"
