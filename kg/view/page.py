"""An answer in; one HTML file that shows it, or the network behind the file, out."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from kg.answer.answer import Answer, Statement
from kg.base.errors import KgError
from kg.pack.pack import Pack
from kg.view.web.draw import draw
from kg.view.web.drawing import Box, Drawing, Layout, Line
from kg.view.web.hops import LANGUAGES
from kg.view.web.layout import layout
from kg.view.web.palette import LIGHT_TEXT, PLAIN, STROKES, looks
from kg.view.web.payload import payload
from kg.view.web.svg import svg
from kg.view.web.things import other_label

if TYPE_CHECKING:
    from kg.view.web.network import KGNetwork

#: A larger picture is not drawn: the page says so, and its table and files hold the whole answer.
MOST_BOXES = 20_000


def page(answer: Answer, pack: Pack, around: Mapping[str, Statement] | None = None) -> str:
    """Return the page of an answer: a single HTML text that loads nothing. The same answer gives the same text.

    ``around``: statements of the things around the answer; the page holds them folded, to be opened box by box.
    """
    return network(answer, pack, around).generate_html()


def save_page(answer: Answer, pack: Pack, path: str | Path, around: Mapping[str, Statement] | None = None) -> None:
    """Write the page of an answer to a file, whole or not at all. Raise OSError when that cannot be done."""
    network(answer, pack, around).write_html(str(path))


def picture(answer: Answer, pack: Pack) -> str:
    """Return the picture of an answer alone, as SVG in the question's language. KgError when it has too many boxes."""
    drawing = draw(answer, pack)
    if len(drawing.boxes) > MOST_BOXES:
        raise KgError(f"{len(drawing.boxes)} boxes are too many for a picture; .csv, .json and .graphml hold them all")
    return svg(drawing, layout(drawing), looks(pack), answer.language)


def notebook(answer: Answer, pack: Pack) -> str:
    """Return the page of an answer inside a frame that is shut off from the notebook around it."""
    from kg.view.web.notebook import frame

    return frame(page(answer, pack))


def network(answer: Answer, pack: Pack, around: Mapping[str, Statement] | None = None) -> KGNetwork:
    """Return the picture of an answer as a network of pyvis, which can be edited before it is shown."""
    with _without_collection():
        return _network(answer, pack, around)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Hold Python's collector: nothing made for a page is garbage yet, and looking through it takes a sixth of the time."""
    held = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if held:
            gc.enable()


def _network(answer: Answer, pack: Pack, around: Mapping[str, Statement] | None) -> KGNetwork:
    from kg.view.web.network import KGNetwork

    picture = _picture(answer, pack, around or {})
    undrawn = len(picture.drawing.boxes) if len(picture.drawing.boxes) > MOST_BOXES else 0
    if undrawn:
        picture = _Picture(nothing := Drawing((), (), {}), placed := layout(nothing), placed, {})
    result = KGNetwork(payload(answer, pack, picture.placed, around) | {"undrawn": undrawn})
    groups = looks(pack)
    result.set_options(
        {"groups": {key: _group(look.shades.light_fill, look.shades.light_line) for key, look in groups.items()}}
    )
    for box in picture.drawing.boxes:
        result.add_node(box.id, **_node(box, picture, answer))
    for line in picture.drawing.lines:
        result.add_edge(line.start, line.end, **_edge(line, picture, answer))
    return result


class _Picture(Struct, frozen=True):
    """What is drawn, with the answer's own layout (``placed``) and that of the whole, surroundings and all.

    ``lanes`` belong to the answer's own layout.
    """

    drawing: Drawing
    placed: Layout
    whole: Layout
    lanes: Mapping[str, float]


def _picture(answer: Answer, pack: Pack, around: Mapping[str, Statement]) -> _Picture:
    drawing = draw(answer, pack)
    if len(drawing.boxes) > MOST_BOXES:
        return _Picture(drawing, placed := Layout({}, {}, (), 0.0), placed, {})
    placed = layout(drawing)
    if not around:
        return _Picture(drawing, placed, placed, placed.lanes)
    lanes = {_ends(line): placed.lanes[line.id] for line in drawing.lines if line.id in placed.lanes}
    full = draw(replace(answer, statements={**answer.statements, **around}), pack)
    if len(full.boxes) > MOST_BOXES:
        return _Picture(drawing, placed, placed, placed.lanes)
    whole = layout(full)
    return _Picture(full, placed, whole, {one.id: lanes[_ends(one)] for one in full.lines if _ends(one) in lanes})


def _ends(line: Line) -> tuple[str, str, str]:
    return line.start, line.end, line.frame


def _group(fill: str, line: str) -> dict[str, Any]:
    return {"color": {"background": fill, "border": line}, "font": {"color": LIGHT_TEXT}}


def _node(box: Box, picture: _Picture, answer: Answer) -> dict[str, Any]:
    whole = picture.whole.spots[box.id]
    spot = picture.placed.spots.get(box.id, whole)
    kg: dict[str, Any] = {"w": spot.width, "h": spot.height, "tier": spot.column}
    if box.id not in picture.placed.spots:
        kg["far"] = True
    elif picture.whole is not picture.placed:
        kg["whole"] = [whole.x, whole.y]
    if not box.cls:
        kg["text"] = dict(box.label)
    if not box.cls or box.note != other_label(box.label):
        kg["note"] = dict(box.note)
    kg |= {key: value for key, value in (("asked", box.asked), ("mark", box.mark), ("thing", box.thing)) if value}
    color = {} if box.cls else {"color": {"background": PLAIN.shades.light_fill, "border": PLAIN.shades.light_line}}
    return {
        "label": box.label[answer.language],
        "group": box.cls or "value",
        "x": spot.x,
        "y": spot.y,
        "kg": kg,
        **color,
    }


def _edge(line: Line, picture: _Picture, answer: Answer) -> dict[str, Any]:
    stroke = STROKES.get(line.standing, STROKES["claim"])
    kg: dict[str, Any] = {"frame": line.frame, "standing": line.standing, "statements": list(line.statements)}
    kg["text"] = {lang: line.label[lang] for lang in LANGUAGES}
    if line.id in picture.lanes:
        kg["lane"] = picture.lanes[line.id]
    if line.statements and answer.statements.keys().isdisjoint(line.statements):
        kg["far"] = True
    return {
        "id": line.id,
        "label": line.label[answer.language],
        "color": stroke.light,
        "width": stroke.width,
        "dashes": list(stroke.dashes) or False,
        "kg": kg,
    }
