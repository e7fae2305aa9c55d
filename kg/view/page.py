"""An answer in; one HTML file that shows it, or the network behind the file, out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.answer.answer import Answer
from kg.pack.pack import Pack
from kg.view.web.draw import draw
from kg.view.web.drawing import Box, Drawing, Layout, Line
from kg.view.web.hops import LANGUAGES
from kg.view.web.layout import layout
from kg.view.web.palette import LIGHT_TEXT, PLAIN, STROKES, looks
from kg.view.web.payload import payload

if TYPE_CHECKING:
    from kg.view.web.network import KGNetwork

#: A larger picture is not drawn: the page says so, and its table and files hold the whole answer.
MOST_BOXES = 20_000


def page(answer: Answer, pack: Pack) -> str:
    """Return the page of an answer: a single HTML text that loads nothing. The same answer gives the same text."""
    return network(answer, pack).generate_html()


def save_page(answer: Answer, pack: Pack, path: str | Path) -> None:
    """Write the page of an answer to a file, whole or not at all. Raise OSError when that cannot be done."""
    network(answer, pack).write_html(str(path))


def notebook(answer: Answer, pack: Pack) -> str:
    """Return the page of an answer inside a frame that is shut off from the notebook around it."""
    from kg.view.web.notebook import frame

    return frame(page(answer, pack))


def network(answer: Answer, pack: Pack) -> KGNetwork:
    """Return the picture of an answer as a network of pyvis, which can be edited before it is shown."""
    from kg.view.web.network import KGNetwork

    drawing = draw(answer, pack)
    undrawn = len(drawing.boxes) if len(drawing.boxes) > MOST_BOXES else 0
    if undrawn:
        drawing = Drawing((), (), {})
    placed = layout(drawing)
    result = KGNetwork(payload(answer, pack, placed) | {"undrawn": undrawn})
    groups = looks(pack)
    result.set_options(
        {"groups": {key: _group(look.shades.light_fill, look.shades.light_line) for key, look in groups.items()}}
    )
    for box in drawing.boxes:
        result.add_node(box.id, **_node(box, placed, answer))
    for line in drawing.lines:
        result.add_edge(line.start, line.end, **_edge(line, placed, answer))
    return result


def _group(fill: str, line: str) -> dict[str, Any]:
    return {"color": {"background": fill, "border": line}, "font": {"color": LIGHT_TEXT}}


def _node(box: Box, placed: Layout, answer: Answer) -> dict[str, Any]:
    spot = placed.spots[box.id]
    kg: dict[str, Any] = {"w": spot.width, "h": spot.height}
    if not box.cls:
        kg["text"], kg["note"] = dict(box.label), dict(box.note)
    if box.asked:
        kg["asked"] = box.asked
    color = {} if box.cls else {"color": {"background": PLAIN.shades.light_fill, "border": PLAIN.shades.light_line}}
    return {
        "label": box.label[answer.language],
        "group": box.cls or "value",
        "x": spot.x,
        "y": spot.y,
        "kg": kg,
        **color,
    }


def _edge(line: Line, placed: Layout, answer: Answer) -> dict[str, Any]:
    stroke = STROKES.get(line.standing, STROKES["claim"])
    kg: dict[str, Any] = {"frame": line.frame, "standing": line.standing, "statements": list(line.statements)}
    kg["text"] = {lang: line.label[lang] for lang in LANGUAGES}
    if line.id in placed.lanes:
        kg["lane"] = placed.lanes[line.id]
    return {
        "id": line.id,
        "label": line.label[answer.language],
        "color": stroke.light,
        "width": stroke.width,
        "dashes": list(stroke.dashes) or False,
        "kg": kg,
    }
