"""What stands around an answer, and what is known of a thing."""

import pytest

from kg.base.errors import KgError

QUESTION = "who supplies optical modules to NVL clusters"


def test_a_thing_is_found_by_name_in_either_language_and_by_id(shipped):
    assert shipped.named("Innolight") == shipped.named("中际旭创") == shipped.named("innolight") == ("innolight",)


def test_what_is_no_name_names_nothing(shipped):
    assert shipped.named("who supplies lasers") == ()


def test_all_that_is_known_of_a_thing_is_an_answer(shipped):
    answer = shipped.about("innolight", lang="zh")
    assert (answer.kind, answer.entities, answer.question) == ("description", ("innolight",), "中际旭创")


def test_an_unknown_id_is_refused(shipped):
    with pytest.raises(KgError, match="no thing has the id 'innolihgt'"):
        shipped.about("innolihgt")


def test_the_surroundings_are_statements_that_the_answer_does_not_hold(shipped):
    answer = shipped.ask(QUESTION)
    found = shipped.around(answer, 1)
    assert found
    assert found.keys().isdisjoint(answer.statements)


def test_more_steps_reach_further(shipped):
    answer = shipped.about("eoptolink")
    assert shipped.around(answer, 1).keys() < shipped.around(answer, 2).keys()


def test_no_step_reaches_nothing(shipped):
    assert shipped.around(shipped.about("eoptolink"), 0) == {}


def test_a_country_leads_nowhere(shipped):
    found = shipped.around(shipped.about("eoptolink"), 2)
    assert all(shipped.pack.frames[one.frame].form == "node" for one in found.values())
