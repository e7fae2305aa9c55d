from __future__ import annotations

from pathlib import Path

import pytest

from kg.base.errors import PackError
from kg.pack.pack import Pack
from kg.pack.read_pack import read_pack
from kg.pack.resources import default_pack_folder
from tests.pack.small import PREFIXES, pack_of


@pytest.fixture(scope="module")
def shipped() -> Pack:
    return read_pack(default_pack_folder())


def test_the_ontology_of_a_pack_holds_no_things(shipped: Pack) -> None:
    assert (shipped.things, shipped.sources) == ({}, {})


def test_a_pack_has_its_name_in_each_language(shipped: Pack) -> None:
    assert {lang: words.label for lang, words in shipped.names.items()} == {
        "en": "AI-compute supply chain",
        "zh": "AI算力供应链",
    }


def test_every_class_frame_role_and_choice_of_the_shipped_pack_has_words_in_both_languages(shipped: Pack) -> None:
    named = [*shipped.classes.values(), *shipped.frames.values(), *shipped.units.values(), *shipped.rules.values()]
    named += [part for frame in shipped.frames.values() for part in (*frame.roles, *frame.qualifiers)]
    named += [choice for frame in shipped.frames.values() for part in frame.qualifiers for choice in part.choices]
    assert [part.id for part in named if set(part.names) != {"en", "zh"}] == []


def test_every_frame_of_the_shipped_pack_can_be_said_in_both_languages(shipped: Pack) -> None:
    assert [f.id for f in shipped.frames.values() if {reading.lang for reading in f.readings} != {"en", "zh"}] == []


def test_only_supply_leads_downstream(shipped: Pack) -> None:
    assert {frame.id: frame.flow for frame in shipped.frames.values() if frame.flow} == {
        "Supply": ("supplier", "customer")
    }


def test_the_frame_of_kinds_is_known_by_its_predicate(shipped: Pack) -> None:
    assert shipped.kind_frame is not None
    assert shipped.kind_frame.id == "KindOf"


def test_every_measure_names_the_units_that_fit_it(shipped: Pack) -> None:
    choices = shipped.frames["Measure"].qualifier("measure").choices
    assert (len(choices), [choice.id for choice in choices if not choice.units]) == (38, [])


def test_all_mistakes_of_an_ontology_are_told_at_once(tmp_path: Path) -> None:
    turtle = ':F a kg:Frame ; kg:roles ( [ kg:id "a" ; kg:range :X ] [ kg:id "b" ; kg:range :Y ] ) .'
    with pytest.raises(PackError) as error:
        pack_of(tmp_path, turtle)
    assert [found.line for found in error.value.diagnostics] == [PREFIXES.count("\n") + 1] * 2


def test_a_pack_may_be_named_in_its_ontology(tmp_path: Path) -> None:
    assert (
        pack_of(tmp_path, ':p a owl:Ontology . <https://example.org/p/> skos:prefLabel "P"@en .').names["en"].label
        == "P"
    )
