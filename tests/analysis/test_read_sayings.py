"""Which statements are read from a store, in which context."""

from __future__ import annotations

from datetime import date

from kg.analysis.read_sayings import read_sayings
from kg.analysis.saying import Saying
from kg.query.query import Context
from kg.run.clock import Clock
from kg.run.engine import Engine
from kg.run.entities import Entities
from kg.run.evidence import Evidence
from kg.run.lent import Lent
from kg.store.embedded import from_nquads
from tests.reference.layout import iri, pack_of, to_nquads
from tests.reference.story import say, tell

WORLD = tell(
    "acme:Firm beta:Firm gamma:Firm lens:Component norland:Land",
    say("Supply", "acme lens beta", id="old", amount=12.0, unit="pieces", claims="paper", valid_to="2020"),
    say("Supply", "beta lens gamma", id="rumoured", claims="blog=rumour"),
    say("Supply", "acme lens gamma", id="inferred", premises="old"),
    say("In", "acme norland"),
    sources="paper=2019 blog=2025",
)


def read(*frames: str, context: Context | None = None, about: str = "", qualifiers: bool = False) -> list[Saying]:
    pack = pack_of(WORLD)
    engine = Engine(from_nquads(to_nquads(WORLD)), pack, Clock(10.0))
    entities = Entities(pack)
    witness = Lent(engine, entities, Evidence(engine, entities, Context()))
    wanted = [pack.frames[frame] for frame in frames]
    things = [iri(thing) for thing in about.split()]
    return list(read_sayings(witness, context or Context(), wanted, about=things, qualifiers=qualifiers))


def ids(sayings: list[Saying]) -> list[str]:
    return [str(one.iri).rpartition("/")[2] for one in sayings]


def test_what_rules_derive_is_never_read() -> None:
    assert ids(read("Supply")) == ["old", "rumoured"]


def test_roles_are_in_the_order_of_the_frame() -> None:
    assert read("Supply")[0].roles == (("supplier", iri("acme")), ("item", iri("lens")), ("customer", iri("beta")))


def test_qualifiers_are_read_when_they_are_wanted() -> None:
    assert read("Supply", qualifiers=True)[0].qualifier("amount") == 12.0


def test_plain_triples_are_statements_without_an_iri() -> None:
    assert read("In") == [Saying("In", None, (("thing", iri("acme")), ("land", iri("norland"))))]


def test_statements_about_a_thing_are_those_it_takes_part_in() -> None:
    assert ids(read("Supply", "In", about="gamma")) == ["rumoured"]


def test_triples_about_a_thing_are_found_from_either_end() -> None:
    assert len(read("In", about="norland")) == len(read("In", about="acme")) == 1


def test_a_status_that_is_left_out_is_not_read() -> None:
    assert ids(read("Supply", context=Context(statuses=("fact",)))) == ["old"]


def test_what_was_not_known_yet_is_not_read() -> None:
    assert ids(read("Supply", context=Context(known_on=date(2020, 1, 1)))) == ["old"]
