from __future__ import annotations

from pathlib import Path

from tests.pack.small import mistakes, pack_of


def test_listed_classes_come_first_and_in_order_after_those_of_the_core(tmp_path: Path) -> None:
    turtle = ":A a owl:Class . :B a owl:Class . :C a owl:Class . :p kg:classes ( :C :A ) ."
    classes = pack_of(tmp_path, turtle).classes
    assert list(classes) == ["Source", "C", "A", "B"]
    assert [cls.order for cls in classes.values()] == [0, 1, 2, 3]


def test_a_class_has_its_words_in_each_language(tmp_path: Path) -> None:
    turtle = (
        ':Mill a owl:Class ; skos:prefLabel "mill"@en, "磨坊"@zh ; skos:altLabel "mills"@en ; skos:hiddenLabel "ml" .'
    )
    names = pack_of(tmp_path, turtle).classes["Mill"].names
    assert (names["en"].all, names["zh"].all) == (("mill", "mills", "ml"), ("磨坊", "ml"))


def test_a_class_without_a_label_is_called_by_its_name(tmp_path: Path) -> None:
    assert pack_of(tmp_path, ":WindMill a owl:Class .").classes["WindMill"].names["en"].label == "wind mill"


def test_the_label_of_rdf_schema_serves_too(tmp_path: Path) -> None:
    assert pack_of(tmp_path, ':M a rdfs:Class ; rdfs:label "mill" .').classes["M"].names["en"].label == "mill"


def test_parents_are_classes_of_the_pack(tmp_path: Path) -> None:
    turtle = ":Mill a owl:Class ; rdfs:subClassOf :Shop, <http://www.w3.org/ns/org#Organization> . :Shop a owl:Class ."
    pack = pack_of(tmp_path, turtle)
    assert pack.classes["Mill"].parents == ("Shop",)
    assert pack.ancestors("Mill") == ("Mill", "Shop")


def test_a_class_may_name_the_kinds_of_another(tmp_path: Path) -> None:
    turtle = ":Mill a owl:Class . :MillKind a owl:Class ; kg:kindsOf :Mill ."
    assert pack_of(tmp_path, turtle).classes["MillKind"].kinds_of == "Mill"


def test_kinds_of_an_unknown_class_are_noted(tmp_path: Path) -> None:
    assert [found.code for found in mistakes(tmp_path, ":K a owl:Class ; kg:kindsOf :Nothing .")] == ["P004"]


def test_units_of_the_core_and_of_the_pack_stand_together(tmp_path: Path) -> None:
    turtle = 'unit:sacks a kg:Unit ; kg:dimension "sacks" ; kg:factor 1.0 ; skos:prefLabel "sacks"@en .'
    units = pack_of(tmp_path, turtle).units
    assert (units["sacks"].dimension, units["kW"].factor, units["kW"].dimension) == (
        "sacks",
        1000.0,
        units["W"].dimension,
    )


def test_a_unit_names_its_match_in_qudt(tmp_path: Path) -> None:
    units = pack_of(tmp_path, "").units
    assert (units["km"].iri, units["pJ_per_bit"].iri) == ("http://qudt.org/vocab/unit/KiloM", None)


def test_currencies_do_not_compare(tmp_path: Path) -> None:
    units = pack_of(tmp_path, "").units
    assert units["USD"].dimension != units["CNY"].dimension
