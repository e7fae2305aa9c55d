"""The door to the analyses."""

from __future__ import annotations

import pytest

from kg.query.query import Compare, Form, Need, Paths
from tests.analysis.asking import ask
from tests.reference.story import say, tell

WORLD = tell(
    "acme:Firm beta:Firm lens:Component glass:Component",
    say("Supply", "acme lens beta"),
    say("Part", "lens glass", quantity=2.0),
)


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        (Paths("acme", "beta", "supply"), "paths"),
        (Paths("acme", "beta", "supply", ask=True), "boolean"),
        (Paths("acme", "beta"), "paths"),
        (Need("lens", "glass"), "number"),
        (Compare(("acme", "beta")), "rows"),
    ],
)
def test_each_form_is_answered_in_its_kind(form: Form, kind: str) -> None:
    answer = ask(form, WORLD)
    assert (answer.error, answer.kind) == (None, kind)


@pytest.mark.parametrize("form", [Paths("acme", "beta"), Need("lens", "glass"), Compare(("acme", "beta"))])
def test_equal_questions_have_equal_answers(form: Form) -> None:
    one, other = ask(form, WORLD), ask(form, WORLD)
    assert (one.rows, one.statements, one.notes) == (other.rows, other.statements, other.notes)
