from msgspec.structs import replace

from kg.answer.answer import Column, Row
from kg.view.web.draw import draw
from kg.view.web.draw_loss import is_loss
from kg.view.web.layout import layout
from tests.view.story import DELIVERY, MADE, MAKING, MILL_FLOUR, PACK, answer, cell, statement, suppliers

#: The baker makes the oven, the mill delivers flour, and flour is a part of the oven's bread.
VILLAGE = replace(
    PACK,
    frames={
        **PACK.frames,
        "Delivery": replace(DELIVERY, offers=("giver", "item")),
        "Making": replace(MAKING, offers=None, composes=("product", "maker")),
    },
)
NEEDS_FLOUR = statement("m2", "Making", {"product": "oven", "maker": "flour"})


def lost(role="lost", rows=("flour", "oven")):
    columns = (Column({"en": "thing", "zh": "事物"}, role),)
    statements = (MILL_FLOUR, NEEDS_FLOUR)
    return answer(*statements, columns=columns, rows=tuple(Row((cell(one),), ("d1", "m2")) for one in rows))


def boxes(drawing):
    return {box.id: box for box in drawing.boxes}


def test_an_answer_about_a_loss_is_known_by_its_column():
    assert is_loss(lost())
    assert not is_loss(suppliers())


def test_what_nothing_leads_to_is_gone_and_the_rest_is_lost():
    drawn = boxes(draw(lost(), VILLAGE))
    assert {key: box.mark for key, box in drawn.items()} == {"mill": "gone", "flour": "lost", "oven": "lost"}
    assert (drawn["mill"].note["zh"], drawn["oven"].note["en"]) == ("缺失", "lost")


def test_the_customer_of_a_lost_delivery_is_no_part_of_the_chain():
    assert "baker" not in boxes(draw(lost(), VILLAGE))


def test_the_chain_leads_from_what_is_gone_to_what_is_lost():
    spots = layout(draw(lost(), VILLAGE)).spots
    assert spots["mill"].x < spots["flour"].x < spots["oven"].x


def test_a_line_of_the_chain_reads_as_its_statement_does():
    lines = {(line.start, line.end): line.label["en"] for line in draw(lost(), VILLAGE).lines}
    assert lines == {("mill", "flour"): "supplies · 20,000 sacks", ("flour", "oven"): "makes"}


def test_what_is_vital_is_marked_and_the_whole_is_not():
    drawn = boxes(draw(lost("vital", ("mill", "flour")), VILLAGE))
    assert {key: box.note["en"] for key, box in drawn.items() if box.mark} == {"mill": "vital", "flour": "vital"}


def test_of_several_smallest_sets_of_one_each_is_enough_alone():
    held = lost("provider", ("mill", "flour"))
    assert boxes(draw(held, VILLAGE))["mill"].note["en"] == "enough alone"


def test_statements_around_the_answer_are_no_part_of_the_loss():
    held = lost()
    drawn = draw(replace(held, statements={**held.statements, MADE.id: MADE}), VILLAGE)
    assert boxes(drawn).keys() == {"mill", "flour", "oven"}


def test_statements_that_the_pack_does_not_know_are_left_out():
    held = lost()
    strange = replace(MADE, id="z", frame="Unheard")
    rows = (*held.rows, Row((cell("oven"),), ("z",)))
    assert boxes(draw(replace(held, rows=rows, statements={**held.statements, "z": strange}), VILLAGE)).keys() == {
        "mill",
        "flour",
        "oven",
    }
