"""The session answers, explains and paraphrases, with the settings of the one who asks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import kg
from kg.base.errors import BudgetError, KgError, PackError, QuestionError, StoreError
from kg.session.session import Session
from kg.session.session import open as open_session

TODAY = date(2026, 1, 15)
BREAD = "who delivers bread to the inn"


def test_the_public_names_are_those_of_their_homes() -> None:
    assert kg.open is open_session


def test_a_name_that_kg_does_not_have_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'shut'"):
        kg.shut  # noqa: B018


def test_dir_lists_the_public_names() -> None:
    assert {"open", "Answer", "QuestionError", "__version__"} <= set(dir(kg))


def test_a_pack_of_ones_own_is_asked_by_its_folder(village: Session) -> None:
    assert village.ask(BREAD).entities == ("bakery",)


def test_a_folder_may_be_given_as_text(own_pack: Path) -> None:
    assert open_session(str(own_pack)).pack.id == "village"


def test_both_languages_give_the_same_query(village: Session) -> None:
    assert village.explain(BREAD).query == village.explain("谁给客栈送面包").query


def test_the_answer_says_what_was_understood_in_both_languages(village: Session) -> None:
    assert village.ask("谁给客栈送面包").reading.keys() == {"en", "zh"}


def test_a_canonical_sentence_means_the_same_as_the_question(village: Session) -> None:
    assert village.explain(village.say(BREAD, "zh")).query == village.explain(BREAD).query


def test_the_answer_is_as_of_the_day_given(village: Session) -> None:
    answer = village.ask(BREAD, today=TODAY)
    assert answer.assumed is not None
    assert answer.assumed.as_of == "2026-01-15"


def test_as_of_leaves_out_what_begins_later(village: Session) -> None:
    assert village.ask(BREAD, as_of="2024").entities == ()


def test_as_of_takes_a_date_too(village: Session) -> None:
    assert village.ask(BREAD, as_of=date(2025, 6, 1)).entities == ("bakery",)


def test_a_date_in_the_question_comes_before_as_of(village: Session) -> None:
    assert village.ask(f"{BREAD} as of 2025-06", as_of="2024").entities == ("bakery",)


def test_an_as_of_that_is_no_date_is_refused(village: Session) -> None:
    with pytest.raises(QuestionError, match="not a date"):
        village.ask(BREAD, as_of="soon")


def test_derived_rows_can_be_left_out(shipped: Session) -> None:
    answer = shipped.ask("who supplies optical modules to NVL clusters", derived=False)
    assert answer.entities == ("eoptolink",)


def test_a_question_that_cannot_be_read_raises_with_its_place(village: Session) -> None:
    with pytest.raises(QuestionError) as raised:
        village.ask("who delivers cake to the inn")
    assert raised.value.diagnostics[0].span.of(raised.value.question) == "cake"


def test_a_question_without_time_to_answer_it_raises(village: Session) -> None:
    with pytest.raises(BudgetError):
        village.ask(BREAD, seconds=0.0)


def test_every_stage_of_an_answer_is_timed(village: Session) -> None:
    assert {"understand", "say", "plan", "run"} <= village.ask(BREAD).timings.keys()


def test_a_missing_folder_is_a_pack_error(tmp_path: Path) -> None:
    with pytest.raises(PackError):
        open_session(tmp_path / "nowhere")


def test_a_sound_pack_has_nothing_to_find(village: Session) -> None:
    assert village.check() == ()


def test_sparql_is_answered_with_bindings(village: Session) -> None:
    table = village.sparql('SELECT ?thing { ?thing <https://w3id.org/kgask/core#id> "inn" }')
    assert table.rows == (("https://example.org/village/inn",),)


def test_broken_sparql_is_a_store_error(village: Session) -> None:
    with pytest.raises(StoreError):
        village.sparql("SELECT")


def test_the_graph_is_to_be_had_from_rdflib(village: Session) -> None:
    assert len(village.rdf) == village.sparql("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows[0][0]


def test_a_refusal_stands_for_an_error(village: Session) -> None:
    refused = village.refusal("谁", KgError("no more flour"))
    assert refused.error is not None
    assert (refused.language, refused.error.code) == ("zh", "S001")


@pytest.mark.parametrize(("spelling", "id"), [("Rye Bread", "rye-bread"), ("黑麦", "rye-bread"), ("MILL", "mill")])
def test_words_are_found_in_any_spelling(village: Session, spelling: str, id: str) -> None:
    assert id in {entry.id for entry in village.words(spelling)}


def test_words_tell_verbs_by_their_frame(village: Session) -> None:
    assert ("delivers", "verb", "Delivery") in {
        (entry.text, entry.kind, entry.id) for entry in village.words("deliver")
    }
