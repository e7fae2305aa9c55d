from __future__ import annotations

from pathlib import Path

import pytest

from kg.base.terms import Iri
from kg.pack.pack import AdjectiveUse, Choice, NounReading, Reading
from tests.pack.small import mistakes, pack_of

GIVES = """
:Person a owl:Class .
:Gives a kg:Frame ; skos:prefLabel "gift"@en ;
    kg:roles ( [ kg:id "giver" ; kg:range :Person ; kg:required true ; skos:prefLabel "giver"@en ]
               [ kg:id "gift" ; skos:prefLabel "gift"@en ] ) ;
    kg:qualifiers ( [ kg:id "worth" ; kg:type "number" ; kg:unitIn "unit" ; kg:upperIn "most" ]
                    [ kg:id "most" ; kg:type "number" ; kg:unitIn "unit" ]
                    [ kg:id "unit" ; kg:type "unit" ]
                    [ kg:id "mood" ; kg:type "choice" ; kg:choices (
                        [ kg:id "glad" ; skos:prefLabel "glad"@en ; kg:units ( "USD" "EUR" ) ] [ kg:id "sad" ] ) ] ) ;
    kg:readings ( [ kg:text "{giver} gives {gift}"@en ]
                  [ kg:text "{giver} hands over {gift}"@en ]
                  [ kg:text "{giver}送{gift}"@zh ; kg:fixes [ kg:qualifier "mood" ; kg:value "glad" ] ] ) ;
    kg:nouns ( [ kg:asks "giver" ; kg:text "giver of {gift}"@en ] ) .
"""


def test_roles_are_in_order_with_their_iris(tmp_path: Path) -> None:
    giver, gift = pack_of(tmp_path, GIVES).frames["Gives"].roles
    assert (giver.id, giver.iri, giver.ranges, giver.required) == (
        "giver",
        "https://example.org/p/Gives-giver",
        ("Person",),
        True,
    )
    assert (gift.id, gift.ranges, gift.required) == ("gift", (), False)


def test_a_number_names_where_its_unit_and_its_upper_end_stand(tmp_path: Path) -> None:
    worth = pack_of(tmp_path, GIVES).frames["Gives"].qualifier("worth")
    assert (worth.type, worth.unit, worth.upper) == ("number", "unit", "most")


def test_a_choice_lists_the_units_that_fit_in_order(tmp_path: Path) -> None:
    glad = pack_of(tmp_path, GIVES).frames["Gives"].qualifier("mood").choices[0]
    assert isinstance(glad, Choice)
    assert (glad.id, glad.units) == ("glad", ("USD", "EUR"))


def test_readings_keep_their_order_and_language(tmp_path: Path) -> None:
    assert pack_of(tmp_path, GIVES).frames["Gives"].readings == (
        Reading("en", "{giver} gives {gift}"),
        Reading("en", "{giver} hands over {gift}"),
        Reading("zh", "{giver}送{gift}", (("mood", "glad"),)),
    )


def test_a_noun_asks_for_a_role(tmp_path: Path) -> None:
    assert pack_of(tmp_path, GIVES).frames["Gives"].nouns == (NounReading("en", "giver of {gift}", "giver"),)


def test_a_frame_with_a_predicate_is_a_plain_triple(tmp_path: Path) -> None:
    turtle = ':In a kg:Frame ; kg:predicate :town ; kg:roles ( [ kg:id "shop" ] [ kg:id "town" ] ) .'
    frame = pack_of(tmp_path, turtle).frames["In"]
    assert (frame.form, frame.predicate) == ("triple", Iri("https://example.org/p/town"))


@pytest.mark.parametrize("flag", ["event", "symmetric", "transitive"])
def test_a_frame_tells_how_it_behaves(tmp_path: Path, flag: str) -> None:
    frame = pack_of(tmp_path, f":F a kg:Frame ; kg:{flag} true .").frames["F"]
    assert [name for name in ("event", "symmetric", "transitive") if getattr(frame, name)] == [flag]


def test_a_frame_may_flow_from_one_role_to_another(tmp_path: Path) -> None:
    assert pack_of(tmp_path, ':F a kg:Frame ; kg:flow ( "a" "b" ) .').frames["F"].flow == ("a", "b")


def test_adjectives_are_used_through_a_frame(tmp_path: Path) -> None:
    turtle = ':In a kg:Frame ; kg:adjectives [ kg:of :Town ; kg:subject "shop" ; kg:object "town" ] .'
    assert pack_of(tmp_path, turtle).adjective_uses == (AdjectiveUse("Town", "In", "shop", "town"),)


def test_listed_frames_come_first_and_in_order(tmp_path: Path) -> None:
    turtle = ":A a kg:Frame . :B a kg:Frame . :C a kg:Frame . :p kg:frames ( :C :A ) ."
    assert list(pack_of(tmp_path, turtle).frames) == ["C", "A", "B"]


def test_a_frame_is_no_class_of_things(tmp_path: Path) -> None:
    assert list(pack_of(tmp_path, ":F a kg:Frame, owl:Class .").classes) == ["Source"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("kg:range :Person", "kg:range :Cat", "P004"),
        ("{giver} gives {gift}", "{giver} gives {present}", "P030"),
        ('kg:asks "giver"', 'kg:asks "taker"', "P004"),
        ('kg:type "choice"', 'kg:type "colour"', "P004"),
        ('"USD" "EUR"', '"USD" "gold"', "P014"),
    ],
)
def test_a_word_that_the_pack_does_not_declare_is_noted_at_its_line(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    (found,) = mistakes(tmp_path, GIVES.replace(old, new))
    assert (found.code, found.file, found.line > 8) == (code, "ontology.ttl", True)
