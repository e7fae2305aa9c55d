"""Every rule is explained in both languages."""

from __future__ import annotations

import pytest

from kg.infer.rule import ALL_RULES
from kg.infer.sayings import saying


@pytest.mark.parametrize("rule", sorted(ALL_RULES))
def test_a_rule_has_a_sentence_in_both_languages(rule: str) -> None:
    assert saying(rule, "en").endswith(".") and saying(rule, "zh").endswith("。")
