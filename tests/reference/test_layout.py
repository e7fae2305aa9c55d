"""The triples and the pack of a world."""

from tests.reference.layout import NAMESPACE, pack_of, to_nquads
from tests.reference.story import say, tell
from tests.reference.world import World


def lines(world: World) -> list[str]:
    return to_nquads(world).decode().replace(NAMESPACE, ":").splitlines()


def about(world: World, subject: str) -> list[str]:
    short = [line.replace("https://w3id.org/kgask/core#", "kg:") for line in lines(world)]
    return sorted(line.removesuffix(" .") for line in short if line.startswith(f"<:{subject}> "))


def test_a_thing_has_all_its_classes_kinds_and_its_id() -> None:
    found = about(tell("optic:Component lens:Component:optic"), "lens")
    assert [line.split(" ", 1)[1] for line in found] == [
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <:Component>",
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <:Product>",
        "<http://www.w3.org/2004/02/skos/core#broader> <:optic>",
        '<http://www.w3.org/2004/02/skos/core#prefLabel> "lens"@en',
        '<http://www.w3.org/2004/02/skos/core#prefLabel> "lens号"@zh',
        '<kg:id> "lens"',
        "<kg:ofKind> <:lens>",
        "<kg:ofKind> <:optic>",
    ]


def test_a_statement_has_its_roles_qualifiers_dates_and_claims() -> None:
    statement = say("Supply", "acme lens beta", id="s", amount=2.0, unit="dozen", period="2024-Q1", valid_from="2024")
    found = about(tell("acme:Firm beta:Firm lens:Component", statement), "s")
    date = "^^<http://www.w3.org/2001/XMLSchema#date>"
    double = "^^<http://www.w3.org/2001/XMLSchema#double>"
    assert [line.split(" ", 1)[1] for line in found] == [
        '<:Supply-amount-base> "24.0"' + double,
        '<:Supply-amount> "2.0"' + double,
        "<:Supply-customer> <:beta>",
        "<:Supply-item> <:lens>",
        '<:Supply-period-first> "2024-01-01"' + date,
        '<:Supply-period-last> "2024-03-31"' + date,
        '<:Supply-period> "2024-Q1"',
        "<:Supply-supplier> <:acme>",
        '<:Supply-unit> "dozen"',
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <:Supply>",
        "<kg:claim> <:claim-s-0>",
        '<kg:validFrom> "2024"',
        '<kg:validFromFirst> "2024-01-01"' + date,
        '<kg:validFromLast> "2024-12-31"' + date,
    ]


def test_a_plain_triple_is_one_line() -> None:
    world = tell("acme:Firm norland:Land", say("In", "acme norland"))
    assert "<:acme> <:land> <:norland> ." in lines(world)


def test_derived_statements_stand_in_their_own_graph_with_their_premises() -> None:
    world = tell(
        "acme:Firm beta:Firm lens:Component",
        say("Supply", "acme lens", id="s"),
        say("Rival", "acme beta", id="r"),
        say("Supply", "acme lens beta", id="d", premises="s r"),
    )
    found = [line for line in lines(world) if line.endswith("<https://w3id.org/kgask/core#derived> .")]
    assert len(found) == 10
    assert any("wasDerivedFrom> <:s>" in line for line in found)


def test_claims_carry_the_bounds_of_their_source() -> None:
    world = tell("acme:Firm lens:Component", say("Supply", "acme lens", id="s"), sources="paper=2024-03")
    assert any('publishedLast> "2024-03-31"' in line for line in about(world, "claim-s-0"))


def test_the_pack_names_every_frame_class_and_thing() -> None:
    pack = pack_of(tell("beta:Firm acme:Firm"))
    assert list(pack.things) == ["acme", "beta"]
    assert pack.iri("acme") == NAMESPACE + "acme"
    assert "Supply" in pack.frames
