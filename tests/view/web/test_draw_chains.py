from kg.answer.answer import Column, Row, ValueCell
from kg.view.web.draw import draw
from kg.view.web.draw_chains import is_chains
from tests.view.story import HEAT, MADE, MILL_FLOUR, OPENED, PACK, answer, cell, heat, statement, suppliers


def step(index, role="step"):
    return Column({"en": f"{role} {index}", "zh": f"{role}{index}"}, f"{role}-{index}")


PATHS = answer(
    MILL_FLOUR,
    MADE,
    OPENED,
    kind="paths",
    columns=(step(0), step(1), step(2)),
    rows=(
        Row((cell("mill"), cell("baker"), cell("oven")), ("d1", "m1")),
        Row((cell("mill"), cell("baker"), cell("cafe")), ("d1", "o1")),
    ),
)
FLOUR_OF = statement("q1", "Making", {"product": "oven", "maker": "baker"})
NEEDS = answer(
    FLOUR_OF,
    kind="number",
    columns=(step(0), step(1, "quantity"), step(1), Column({"en": "amount", "zh": "数量"}, "amount")),
    rows=(Row((cell("baker"), ValueCell(3.0, "sacks"), cell("oven"), ValueCell(36.0, "sacks")), ("q1",)),),
)


def ends(drawing):
    return {(line.start, line.end): line for line in drawing.lines}


def test_rows_with_steps_are_chains():
    assert is_chains(PATHS)
    assert not is_chains(suppliers())


def test_each_thing_of_the_chains_is_drawn_once():
    assert sorted(box.id for box in draw(PATHS, PACK).boxes) == ["baker", "cafe", "mill", "oven"]


def test_the_ends_of_a_chain_stand_out():
    assert {box.id for box in draw(PATHS, PACK).boxes if box.asked} == {"mill", "oven", "cafe"}


def test_a_link_names_what_stands_between_in_its_statement():
    assert ends(draw(PATHS, PACK))["mill", "baker"].label["en"] == "supplies flour to"


def test_a_link_that_reads_the_other_way_keeps_its_column():
    line = next(line for line in draw(PATHS, PACK).lines if {line.start, line.end} == {"baker", "oven"})
    steps = [one for one in (line.start, line.end) if (one == line.start) == (line.downstream > 0)]
    assert steps == ["baker"]


def test_a_link_holds_the_statements_that_tie_its_things():
    assert ends(draw(PATHS, PACK))["mill", "baker"].statements == ("d1",)


def test_quantities_stand_on_the_links_and_their_product_at_the_end():
    drawing = draw(NEEDS, PACK)
    assert ends(drawing)["baker", "oven"].label["en"] == "× 3 sacks"
    assert [box.label["en"] for box in drawing.boxes if not box.cls] == ["36 sacks"]


def test_other_answers_are_no_chains():
    assert not is_chains(heat())
    assert not is_chains(answer(HEAT))


def test_the_things_of_a_chain_of_quantities_say_how_many_there_are():
    columns = (step(0), step(1, "quantity"), step(1), step(2, "quantity"), step(2), NEEDS.columns[-1])
    cells = (
        cell("mill"),
        ValueCell(3.0),
        cell("baker"),
        ValueCell(4.0, "sacks"),
        cell("flour"),
        ValueCell(24.0, "sacks"),
    )
    drawing = draw(answer(MILL_FLOUR, columns=columns, rows=(Row(cells, ("d1",)),)), PACK)
    notes = {box.id: box.note["en"] for box in drawing.boxes}
    assert (notes["mill"], notes["baker"]) == ("× 2", "= 6")


def test_what_paths_pass_at_different_places_stands_in_the_lane_of_each():
    rows = (
        Row((cell("mill"), cell("baker"), cell("windmill"), cell("cafe"))),
        Row((cell("mill"), cell("windmill"), cell("baker"), cell("cafe"))),
    )
    held = answer(kind="paths", columns=tuple(step(n) for n in range(4)), rows=rows)
    drawing = draw(held, PACK)
    assert sorted(box.thing or box.id for box in drawing.boxes) == [
        "baker",
        "baker",
        "cafe",
        "mill",
        "windmill",
        "windmill",
    ]
    assert len(drawing.lines) == 6


def test_a_path_is_numbered_on_the_first_line_that_is_its_alone():
    labels = {(line.start, line.end): line.label["en"] for line in draw(PATHS, PACK).lines}
    assert sorted(label[:2] for label in labels.values() if label[:1].isdigit()) == ["1:", "2:"]
