from __future__ import annotations

from pathlib import Path

import pytest

from kg.base.errors import PackError
from kg.pack.manifest import read_manifest

LEAST = 'id = "p"\nnamespace = "https://example.org/p/"\n'


def manifest(folder: Path, text: str) -> Path:
    (folder / "pack.toml").write_text(text, encoding="utf-8")
    return folder


def test_an_id_and_a_namespace_are_enough(tmp_path: Path) -> None:
    found = read_manifest(manifest(tmp_path, LEAST))
    assert (found.id, found.namespace, found.ontology, found.facts) == ("p", "https://example.org/p/", (), "")


def test_files_keep_their_order(tmp_path: Path) -> None:
    text = LEAST + '[files]\nontology = ["b.ttl", "a.ttl"]\n'
    assert read_manifest(manifest(tmp_path, text)).ontology == ("b.ttl", "a.ttl")


def test_a_folder_without_a_manifest_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"There is no file pack\.toml"):
        read_manifest(tmp_path)


def test_all_missing_settings_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(PackError) as error:
        read_manifest(manifest(tmp_path, ""))
    assert [dict(found.values)["key"] for found in error.value.diagnostics] == ["id", "namespace"]


def test_broken_toml_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(PackError) as error:
        read_manifest(manifest(tmp_path, LEAST + "files = [\n"))
    assert (error.value.diagnostics[0].code, error.value.diagnostics[0].line) == ("P002", 3)
