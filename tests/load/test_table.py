from __future__ import annotations

from pathlib import Path

import pytest

from kg.base.errors import PackError
from kg.load.table import Row, read_table
from kg.pack.problems import Place, Problems

COLUMNS = ("id", "name")


def read(folder: Path, text: str | bytes, unused: tuple[str, ...] = ()) -> tuple[list[Row], Problems]:
    (folder / "t.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    problems = Problems()
    return list(read_table(folder, "t.csv", COLUMNS, unused, problems)), problems


def test_cells_are_found_by_their_column(tmp_path: Path) -> None:
    rows, _ = read(tmp_path, "id,name\na, Anna \n")
    assert (rows[0].cell("name"), rows[0].cell("none")) == ("Anna", "")


def test_a_row_knows_its_line_below_cells_of_several_lines(tmp_path: Path) -> None:
    rows, _ = read(tmp_path, 'id,name\na,"An\nna"\n\nb,Bert\n')
    assert [row.line for row in rows] == [2, 5]


def test_a_cell_knows_its_column_past_commas_in_quotes(tmp_path: Path) -> None:
    rows, _ = read(tmp_path, 'id,name\n"a, the first",Anna\n')
    assert rows[0].place("name") == Place("t.csv", 2, 16)


def test_several_values_are_split_and_empty_ones_left_out(tmp_path: Path) -> None:
    rows, _ = read(tmp_path, "id,name\na,Anna | |Anne\n")
    assert rows[0].several("name") == ("Anna", "Anne")


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, b"\xef\xbb\xbfid,name\na,Anna\n")
    assert (rows[0].cell("id"), problems.found) == ("a", [])


def test_windows_line_ends_are_line_ends(tmp_path: Path) -> None:
    rows, _ = read(tmp_path, "id,name\r\na,Anna\r\n")
    assert rows[0].cells == {"id": "a", "name": "Anna"}


def test_a_row_of_wrong_length_is_noted_and_left_out(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, "id,name\na\nb,Bert\n")
    assert [row.cell("id") for row in rows] == ["b"]
    assert [(found.code, found.line) for found in problems.found] == [("P007", 2)]


def test_a_column_may_be_declared_unused(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "id,name,age\na,Anna,7\n", unused=("age",))
    assert problems.found == []


@pytest.mark.parametrize("text", [b"id,name\na,\xff\n", b'id,name\na,"Anna\n'])
def test_what_is_no_csv_in_utf_8_is_refused(tmp_path: Path, text: bytes) -> None:
    with pytest.raises(PackError, match=r"t.csv cannot be read as CSV in UTF-8"):
        read(tmp_path, text)
