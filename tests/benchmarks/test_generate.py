from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import kg
from tests.benchmarks.generate import generate


def _contents(folder: Path) -> dict[str, str]:
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in sorted(folder.rglob("*.csv"))}


def test_equal_arguments_write_equal_bytes(tmp_path):
    generate(tmp_path / "a", 5000, seed=3)
    generate(tmp_path / "b", 5000, seed=3)
    assert _contents(tmp_path / "a") == _contents(tmp_path / "b")


def test_another_seed_writes_other_statements(tmp_path):
    generate(tmp_path / "a", 5000, seed=3)
    generate(tmp_path / "b", 5000, seed=4)
    assert _contents(tmp_path / "a")["supplies.csv"] != _contents(tmp_path / "b")["supplies.csv"]


def test_the_pack_opens_with_about_as_many_triples_as_were_asked_for(tmp_path):
    generate(tmp_path, 20_000)
    assert 18_000 < kg.open(tmp_path).nquads().count(b"\n") < 22_000


def test_its_suppliers_are_found_in_both_languages_with_sources(tmp_path):
    generate(tmp_path, 5000)
    graph = kg.open(tmp_path)
    english, chinese = graph.ask("who supplies Qubabababa"), graph.ask("谁供应件安安安安")
    assert english.entities and english.entities == chinese.entities
    assert all(row.cite() for row in english)
