import re

import pytest

from kg.view.phrases import PHRASES, counted, phrase


@pytest.mark.parametrize("id", PHRASES)
def test_both_languages_fill_the_same_places(id):
    english, chinese = (set(re.findall(r"\{(\w+)\}", PHRASES[id][lang])) for lang in ("en", "zh"))
    assert english == chinese


@pytest.mark.parametrize("id", PHRASES)
def test_chinese_phrases_have_chinese_punctuation(id):
    assert not re.search(r"[\u4e00-\u9fff][,:;()]|[,:;()][\u4e00-\u9fff]", PHRASES[id]["zh"])


def test_places_are_filled():
    assert phrase("as_of", "zh", date="2025") == "截至2025"


def test_one_is_counted_in_the_singular():
    assert (counted("row", 1, "en"), counted("row", 1200, "en")) == ("1 row", "1,200 rows")
