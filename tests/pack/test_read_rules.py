from __future__ import annotations

from pathlib import Path

from kg.pack.pack import Atom
from tests.pack.small import mistakes, pack_of

RULE = """
:Gives a kg:Frame ; kg:roles ( [ kg:id "giver" ] [ kg:id "gift" ] [ kg:id "taker" ] ) .
:Owns a kg:Frame ; kg:predicate :owner ; kg:roles ( [ kg:id "thing" ] [ kg:id "owner" ] ) .
:passed-on a kg:Rule ; skos:prefLabel "passed on"@en ;
    kg:head [ a :Owns ; :Owns-thing "?gift" ; :Owns-owner "?taker" ] ;
    kg:bodies ( ( [ a :Gives ; :Gives-taker "?taker" ; :Gives-gift "?gift" ; kg:anyKindAt :Gives-gift ; kg:without :Gives-giver ] )
                ( [ a :Owns ; :Owns-owner :anna ; :Owns-thing "?gift" ] [ a :Gives ; :Gives-taker "?taker" ] ) ) .
"""


def test_an_atom_has_its_roles_in_the_order_of_the_frame(tmp_path: Path) -> None:
    atom = pack_of(tmp_path, RULE).rules["passed-on"].bodies[0][0]
    assert atom == Atom("Gives", (("gift", "?gift"), ("taker", "?taker")), ("gift",), ("giver",))


def test_bodies_and_their_atoms_are_in_order(tmp_path: Path) -> None:
    bodies = pack_of(tmp_path, RULE).rules["passed-on"].bodies
    assert [[atom.frame for atom in body] for body in bodies] == [["Gives"], ["Owns", "Gives"]]


def test_an_atom_may_name_a_thing(tmp_path: Path) -> None:
    atom = pack_of(tmp_path, RULE).rules["passed-on"].bodies[1][0]
    assert atom.roles == (("thing", "?gift"), ("owner", "anna"))


def test_a_variable_of_the_head_that_a_body_does_not_bind_is_noted(tmp_path: Path) -> None:
    (found,) = mistakes(tmp_path, RULE.replace('[ a :Gives ; :Gives-taker "?taker" ] )', ")"))
    assert (found.code, dict(found.values)["text"]) == ("P029", "?taker")


def test_an_atom_of_an_unknown_frame_is_noted(tmp_path: Path) -> None:
    found = mistakes(tmp_path, RULE.replace("[ a :Owns ; :Owns-owner :anna", "[ a :Has ; :Owns-owner :anna"))
    assert (found[0].code, dict(found[0].values)["text"]) == ("P004", "Has")
