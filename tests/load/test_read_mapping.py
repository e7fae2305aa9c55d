from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.load.check import check

VILLAGE = Path(__file__).resolve().parents[2] / "examples/own_pack"


@pytest.mark.parametrize("links", ['{ kind_of = "Delivery" }', '"kind_of"', '["kind_of"]'])
def test_links_that_are_no_list_of_tables_are_named_with_the_form_they_take(tmp_path, links):
    pack = shutil.copytree(VILLAGE, tmp_path / "pack")
    mapping = pack / "facts.toml"
    mapping.write_text(mapping.read_text().replace('kinds = "kind_of"', f'kinds = "kind_of"\nlinks = {links}'))
    (found,) = check(pack)
    assert found.code == "P003"
    assert "[[things.links]]" in found.remedy("en")
