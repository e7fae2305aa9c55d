"""Adding to a pack: checked first, all or nothing, the same file twice changes nothing, and the difference is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.base.errors import KgError, PackError
from kg.load.addition import Addition
from kg.load.check import check
from kg.load.compile_pack import compile_pack
from kg.load.plan_addition import plan_addition
from kg.load.write_addition import write_addition
from kg.pack.new_pack import new_pack

DELIVERIES = "supplier,tea,customer,amount,unit,grade,since,until,source\n"
THINGS = "id,class,en,zh,town\n"


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs") / "tea"
    new_pack(folder)
    return folder


@pytest.fixture
def tea(start: Path, tmp_path: Path) -> Path:
    """A new pack, to add to."""
    return Path(shutil.copytree(start, tmp_path / "tea"))


def plan(tea: Path, text: str, name: str = "new.csv") -> Addition:
    file = tea.parent / name
    file.write_text(text, encoding="utf-8")
    return plan_addition(tea, [file])


def added(tea: Path, text: str, name: str = "new.csv") -> Addition:
    addition = plan(tea, text, name)
    write_addition(addition)
    return addition


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_new_rows_are_put_below_those_of_the_file_with_their_columns(tea: Path) -> None:
    addition = added(tea, DELIVERIES + "old-mill,keemun,lake-house,,,,,,market\n")
    assert len(addition.difference.statements) == 1
    last = (tea / "facts/deliveries.csv").read_text(encoding="utf-8").splitlines()[-1]
    assert last == "old-mill,keemun,lake-house,,,,,,market,fact,"
    assert check(tea) == ()


def test_the_same_file_twice_changes_nothing(tea: Path) -> None:
    rows = DELIVERIES + "old-mill,keemun,lake-house,,,,,,market\nlake-garden,maofeng,old-mill,3,kg,,2024,,ledger\n"
    added(tea, rows)
    before = content(tea)
    again = added(tea, rows)
    assert (again.known, again.files, content(tea)) == (2, {}, before)


def test_a_row_that_says_the_same_in_other_words_is_known(tea: Path) -> None:
    assert plan(tea, DELIVERIES + "Old Mill Teas,龙井,lake-house,40,kg,first,2024-03,,ledger\n").known == 1


def test_a_further_source_is_a_further_claim(tea: Path) -> None:
    difference = plan(tea, DELIVERIES + "lake-garden,longjing,old-mill,120,kg,first,2023,,market\n").difference
    assert (difference.statements, difference.claims) == ((), 1)


def test_one_bad_row_and_nothing_is_added(tea: Path) -> None:
    before = content(tea)
    addition = plan(tea, DELIVERIES + "old-mill,keemun,lake-house,,,,,,market\nold-mill,keemun,lake-hous,,,,,,market\n")
    with pytest.raises(PackError):
        write_addition(addition)
    assert (addition.files, content(tea)) == ({}, before)


def test_a_mistake_is_told_at_its_place_in_the_file_of_the_user(tea: Path) -> None:
    addition = plan(tea, "tea,since,supplier,source\nkeemun,2024-13,old-mill,market\n")
    (found,) = addition.problems
    assert (found.code, found.file, found.line, found.column) == ("P013", str(tea.parent / "new.csv"), 2, 8)


def test_all_mistakes_of_all_files_are_told_at_once(tea: Path) -> None:
    (tea.parent / "a.csv").write_text(THINGS + "high-garden,Gardn,High Garden,,\n", encoding="utf-8")
    (tea.parent / "b.csv").write_text(DELIVERIES + "old-mill,oolong,,,,,,,market\n", encoding="utf-8")
    found = plan_addition(tea, [tea.parent / "b.csv", tea.parent / "a.csv"]).problems
    assert {one.code for one in found} == {"P004", "P041"}


def test_rows_may_name_things_of_the_other_files(tea: Path) -> None:
    (tea.parent / "a.csv").write_text(THINGS + "oolong,Tea,oolong,乌龙茶,\n", encoding="utf-8")
    (tea.parent / "b.csv").write_text(DELIVERIES + "old-mill,oolong,,,,,,,market\n", encoding="utf-8")
    addition = plan_addition(tea, [tea.parent / "b.csv", tea.parent / "a.csv"])
    assert (addition.problems, addition.difference.things) == ((), ("oolong",))


def test_an_end_by_the_same_source_takes_the_place_of_its_open_row(tea: Path) -> None:
    addition = added(tea, DELIVERIES + "lake-garden,longjing,old-mill,120,kg,first,2023,2025,ledger\n")
    (ended,) = addition.difference.ended
    assert (ended.new.valid_to, ended.still_open) == ("2025", False)
    rows = (tea / "facts/deliveries.csv").read_text(encoding="utf-8").splitlines()
    assert rows[1] == "lake-garden,longjing,old-mill,120,kg,first,2023,2025,ledger,fact,high"
    assert len(rows) == 6


def test_an_end_by_another_source_stands_beside_what_was_said(tea: Path) -> None:
    (ended,) = plan(tea, DELIVERIES + "lake-garden,longjing,old-mill,120,kg,first,2023,2025,market\n").difference.ended
    assert ended.still_open


def test_a_row_of_several_statements_is_never_replaced(tea: Path) -> None:
    added(tea, DELIVERIES + "cloud-garden,maofeng,old-mill,,,,2024-04-01,2025,ledger\n")
    assert "cloud-garden,maofeng|keemun,old-mill" in (tea / "facts/deliveries.csv").read_text(encoding="utf-8")


def test_another_number_for_the_same_is_a_conflict_and_both_stand(tea: Path) -> None:
    addition = added(tea, DELIVERIES + "lake-garden,longjing,old-mill,130,kg,first,2023,,market\n")
    (conflict,) = addition.difference.conflicts
    assert (conflict.new.qualifier("amount"), conflict.old.qualifier("amount")) == (130.0, 120.0)
    assert b'"130.0"' in compile_pack(tea).quads
    assert b'"120.0"' in compile_pack(tea).quads


def test_a_thing_that_is_there_is_not_changed(tea: Path) -> None:
    (found,) = plan(tea, THINGS + "keemun,Tea,Qimen,祁门红茶,\n").problems
    assert (found.code, found.line) == ("P045", 2)


def test_a_new_thing_of_nearly_the_same_name_is_pointed_out_and_not_merged(tea: Path) -> None:
    addition = plan(tea, THINGS + "old-mil,Blender,Old Mil Teas Ltd.,,\n")
    (duplicate,) = addition.duplicates
    assert (duplicate.new, duplicate.other, duplicate.by) == ("old-mil", "old-mill", "name")
    assert addition.difference.things == ("old-mil",)


def test_a_file_of_unknown_columns_is_refused_with_those_that_are_known(tea: Path) -> None:
    (found,) = plan(tea, "who,what\na,b\n").problems
    assert (found.code, "facts/deliveries.csv" in found.remedy()) == ("P044", True)


def test_line_ends_and_encoding_stay_those_of_the_file(tea: Path) -> None:
    file = tea / "facts/deliveries.csv"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    added(tea, DELIVERIES + "old-mill,keemun,lake-house,,,,,,market\n")
    assert file.read_bytes() == before + b"old-mill,keemun,lake-house,,,,,,market,fact,\r\n"


def test_a_pack_that_changed_meanwhile_is_left_alone(tea: Path) -> None:
    addition = plan(tea, DELIVERIES + "old-mill,keemun,lake-house,,,,,,market\n")
    file = tea / "facts/deliveries.csv"
    file.write_text(file.read_text(encoding="utf-8") + "lake-garden,maofeng,,,,,,,ledger,,\n", encoding="utf-8")
    before = content(tea)
    with pytest.raises(KgError, match="changed meanwhile"):
        write_addition(addition)
    assert content(tea) == before


# ---------------------------------------------------------------- RDF


TURTLE = """@prefix : <https://example.org/tea/> . @prefix kg: <https://w3id.org/kgask/core#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
:oolong a :Tea ; skos:prefLabel "oolong"@en ; skos:broader :black-tea .
:d1 a :Delivers ; :Delivers-supplier :old-mill ; :Delivers-tea :oolong ;
    kg:claim [ kg:source :ledger ; kg:status "fact" ] .
"""


def test_an_rdf_file_is_kept_as_it_is(tea: Path) -> None:
    difference = added(tea, TURTLE, "more.ttl").difference
    assert ("oolong" in difference.things, check(tea)) == (True, ())
    assert "Delivers" in [statement.frame for statement in difference.statements]


def test_the_same_rdf_file_twice_changes_nothing(tea: Path) -> None:
    added(tea, TURTLE, "more.ttl")
    assert added(tea, TURTLE, "other-name.ttl").files == {}


def test_a_mistake_in_an_rdf_file_has_the_line_of_the_users_file(tea: Path) -> None:
    (found,) = plan(tea, TURTLE.replace('"fact"', '"fakt"'), "more.ttl").problems
    assert (found.code, found.file, found.line) == ("P016", str(tea.parent / "more.ttl"), 5)


# ---------------------------------------------------------------- reviews

REVIEW = (
    "accept,said,known,frame,roles,qualifiers,valid_from,valid_to,status,confidence,source,source_title,quote,line\n"
)
ROW = ",,,Delivers,supplier=old-mill | tea=keemun,amount=3 | unit=kg,2026,,claim,,news,Tea news,It does.,4\n"


def test_only_accepted_rows_enter(tea: Path) -> None:
    addition = added(tea, REVIEW + ROW + "yes" + ROW.replace("keemun", "longjing"))
    assert [statement.filler("tea") for statement in addition.difference.statements] == ["longjing"]
    assert addition.difference.sources == ("news",)


def test_an_accepted_statement_keeps_its_quote_and_is_a_claim(tea: Path) -> None:
    added(tea, REVIEW + "yes" + ROW)
    quads = compile_pack(tea).quads.decode()
    assert 'core#quote> "It does."' in quads
    assert 'core#status> "claim"' in quads


def test_a_review_twice_changes_nothing(tea: Path) -> None:
    added(tea, REVIEW + "yes" + ROW)
    assert added(tea, REVIEW + "yes" + ROW).files == {}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("| tea", "| seller=lake-garden | tea", "P004"),
        ("amount=3", "amount=three", "P017"),
        ("Delivers", "Brings", "P004"),
        ("=keemun", "=keemum", "P010"),
        ("2026", "26", "P013"),
        ("news,Tea news", "news,", "P024"),
        ("claim", "said", "P016"),
    ],
)
def test_a_mistake_of_a_review_is_told_at_its_line(tea: Path, old: str, new: str, code: str) -> None:
    (found,) = plan(tea, REVIEW + ("yes" + ROW).replace(old, new, 1)).problems
    assert (found.code, found.file, found.line) == (code, str(tea.parent / "new.csv"), 2)


def test_what_is_neither_yes_nor_no_is_told(tea: Path) -> None:
    (found,) = plan(tea, REVIEW + "perhaps" + ROW).problems
    assert (found.code, found.line, found.column) == ("P046", 2, 1)
