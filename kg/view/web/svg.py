"""A drawing, its layout and a language in; the picture as SVG, which needs no script, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from math import atan2, cos, sin
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

from kg.base.diagnostics import Lang
from kg.view.clean import clean
from kg.view.web.drawing import Box, Drawing, Layout, Line, Spot
from kg.view.web.measure import FONT, NOTE_FONT, text_width
from kg.view.web.outline import outline
from kg.view.web.palette import LIGHT_GROUND, LIGHT_TEXT, PLAIN, STROKES, Look

_FAMILY = 'Inter, "Segoe UI", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'
_SOFT, _BAND, _WARNING = "#5b6773", "#f7f9fb", "#b03a2e"
_WORD = 12.0
_EDGE, _HEAD = 24.0, 40.0
#: Lines between the same two boxes are drawn so far apart; lines at a side of a box stand so far from each other.
_APART, _PORT = 34.0, 9.0

_Point = tuple[float, float]
_Curve = tuple[_Point, _Point, _Point, _Point]


def svg(
    drawing: Drawing,
    placed: Layout,
    looks: Mapping[str, Look],
    lang: Lang,
    link: Callable[[str], str] | None = None,
) -> str:
    """Return the picture on white ground. ``link`` gives for a box the address that a click on it opens, or nothing."""
    boxes = {box.id: box for box in drawing.boxes}
    left, top, right, bottom = _bounds(placed)
    size = f'width="{right - left:.0f}" height="{bottom - top:.0f}"'
    curves = _curves(drawing, placed)
    view = f'viewBox="{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view} font-family={quoteattr(_FAMILY)} role="{"group" if link else "img"}">',
        f'<rect x="{left:.0f}" y="{top:.0f}" {size} fill="{LIGHT_GROUND}"/>',
        *_headings(placed, top, bottom, lang),
        *(_edge(line, curves[line.id]) for line in drawing.lines if line.id in curves),
        *(
            _box(boxes[key], spot, looks.get(boxes[key].cls, PLAIN), lang, link(key) if link else "")
            for key, spot in placed.spots.items()
        ),
        *_words(drawing, placed, curves, lang),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _bounds(placed: Layout) -> tuple[float, float, float, float]:
    spots = placed.spots.values()
    return (
        min((one.x - one.width / 2 for one in spots), default=0.0) - _EDGE,
        min((one.y - one.height / 2 for one in spots), default=0.0) - _HEAD,
        max((one.x + one.width / 2 for one in spots), default=240.0) + _EDGE,
        max((one.y + one.height / 2 for one in spots), default=40.0) + _EDGE,
    )


def _headings(placed: Layout, top: float, bottom: float, lang: Lang) -> list[str]:
    found = []
    for index, column in enumerate(placed.columns):
        if index % 2 == 0:
            found.append(
                f'<rect x="{column.left - 20:.0f}" y="{top:.0f}" width="{column.right - column.left + 40:.0f}" '
                f'height="{bottom - top:.0f}" fill="{_BAND}"/>'
            )
        middle = (column.left + column.right) / 2
        found.append(_text(column.heading[lang].upper(), middle, top + 22, 12, _SOFT, "600"))
    return found


class _End(Struct, frozen=True):
    """Where a line meets a box: the side (-1 left, 1 right), and what it comes from."""

    line: str
    box: str
    side: int
    height: float


def _curves(drawing: Drawing, placed: Layout) -> dict[str, _Curve]:
    """Return every line as a cubic curve from the side of one box to the side of the other."""
    lines = [
        one for one in drawing.lines if one.start in placed.spots and one.end in placed.spots and one.start != one.end
    ]
    shifts = _shifts(lines)
    ends = [end for line in lines for end in _ends(line, placed, shifts[line.id])]
    ports = _ports(ends, placed)
    return {line.id: _curve(line, placed, ports, shifts[line.id]) for line in lines}


def _shifts(lines: list[Line]) -> dict[str, float]:
    together: dict[frozenset[str], list[str]] = {}
    for line in lines:
        together.setdefault(frozenset((line.start, line.end)), []).append(line.id)
    return {
        id: (index - (len(group) - 1) / 2) * _APART for group in together.values() for index, id in enumerate(group)
    }


def _side(one: Spot, other: Spot) -> int:
    if abs(other.x - one.x) < (one.width + other.width) / 2 + 12:
        return 1
    return 1 if other.x > one.x else -1


def _ends(line: Line, placed: Layout, shift: float) -> tuple[_End, _End]:
    start, end = placed.spots[line.start], placed.spots[line.end]
    return (
        _End(line.id, line.start, _side(start, end), end.y + shift),
        _End(line.id, line.end, _side(end, start), start.y + shift),
    )


def _ports(ends: list[_End], placed: Layout) -> dict[tuple[str, str], _Point]:
    """Spread the ends over the side that they meet, in the order of where they come from."""
    sides: dict[tuple[str, int], list[_End]] = {}
    for end in ends:
        sides.setdefault((end.box, end.side), []).append(end)
    found: dict[tuple[str, str], _Point] = {}
    for (box, side), here in sides.items():
        spot = placed.spots[box]
        step = min(_PORT, spot.height * 0.66 / len(here))
        for index, end in enumerate(sorted(here, key=lambda one: one.height)):
            height = spot.y + (index - (len(here) - 1) / 2) * step
            found[end.line, box] = (spot.x + side * spot.width / 2, height)
    return found


def _curve(line: Line, placed: Layout, ports: Mapping[tuple[str, str], _Point], shift: float) -> _Curve:
    start, end = placed.spots[line.start], placed.spots[line.end]
    (x, y), (u, v) = ports[line.id, line.start], ports[line.id, line.end]
    side, other = _side(start, end), _side(end, start)
    if side == other:
        out = max(x, u) + min(34 + abs(v - y) * 0.2, 120) + abs(shift)
        return (x, y), (out, y), (out, v), (u, v)
    gap = abs(u - x)
    if line.id in placed.lanes:
        lane = max(min(placed.lanes[line.id], max(y, v) + 420), min(y, v) - 420)
        through = (8 * lane - y - v) / 6 + shift
        return (x, y), (x + side * gap * 0.33, through), (u - side * gap * 0.33, through), (u, v)
    bend = max(gap * 0.5, 24)
    return (x, y), (x + side * bend, y + shift), (u - side * bend, v + shift), (u, v)


def _edge(line: Line, curve: _Curve) -> str:
    stroke = STROKES.get(line.standing, STROKES["claim"])
    (x, y), (a, b), (c, d), (u, v) = curve
    angle = atan2(v - d, u - c)
    dashes = f' stroke-dasharray="{" ".join(map(str, stroke.dashes))}"' if stroke.dashes else ""
    path = f"M{x:.1f} {y:.1f}C{a:.1f} {b:.1f} {c:.1f} {d:.1f} {u - 4 * cos(angle):.1f} {v - 4 * sin(angle):.1f}"
    fill = "none" if stroke.arrow == "vee" else stroke.light
    return (
        f'<path d="{path}" fill="none" stroke="{stroke.light}" stroke-width="{stroke.width}"{dashes}/>'
        f'<path d="{_arrow(u, v, angle, vee=stroke.arrow == "vee")}" fill="{fill}" stroke="{stroke.light}"/>'
    )


def _arrow(x: float, y: float, angle: float, *, vee: bool) -> str:
    def at(back: float, side: float) -> str:
        return (
            f"{x - 10 * back * cos(angle) - 10 * side * sin(angle):.1f} "
            f"{y - 10 * back * sin(angle) + 10 * side * cos(angle):.1f}"
        )

    if vee:
        return f"M{at(1, -0.5)}L{at(0, 0)}L{at(1, 0.5)}"
    return f"M{at(0, 0)}L{at(1, -0.42)}L{at(0.8, 0)}L{at(1, 0.42)}Z"


def _box(box: Box, spot: Spot, look: Look, lang: Lang, address: str) -> str:
    dash = ' stroke-dasharray="7 4"' if box.asked == "derived" else ""
    line = _WARNING if box.mark else look.shades.light_line
    shape = (
        f'<path d="{outline(look.shape, spot.width, spot.height)}" fill="{look.shades.light_fill}" '
        f'stroke="{line}" stroke-width="{2.6 if box.asked else 1.3}"{dash}/>'
    )
    if box.mark == "gone":
        corner = f"M{7 - spot.width / 2:.0f} {6 - spot.height / 2:.0f}l9 9m0 -9l-9 9"
        shape += f'<path d="{corner}" fill="none" stroke="{line}" stroke-width="2"/>'
    group = f'<g transform="translate({spot.x:.0f} {spot.y:.0f})">{shape}{_label(box, spot, lang)}</g>'
    return f"<a href={quoteattr(address)}>{group}</a>" if address else group


def _label(box: Box, spot: Spot, lang: Lang) -> str:
    rows = _wrapped(box.label[lang], spot.width - 22)
    note = _cut(box.note[lang], spot.width - 22, NOTE_FONT)
    height = -(len(rows) * 18 + (15 if note else 0)) / 2
    texts = []
    for row in rows:
        height += 18
        texts.append(_text(row, 0, height - 5, FONT, LIGHT_TEXT, "600" if box.asked else "500"))
    if note:
        texts.append(_text(note, 0, height + 11, NOTE_FONT, _SOFT, "400"))
    return "".join(texts)


def _wrapped(text: str, room: float) -> list[str]:
    """Break a label into at most two lines, at a space or between wide characters."""
    if text_width(text, FONT) <= room:
        return [text]
    places = [at for at, character in enumerate(text) if at and (character == " " or ord(character) > 0x2E7F)]
    fitting = [at for at in places if text_width(text[:at], FONT) <= room]
    if not fitting:
        return [_cut(text, room, FONT)]
    return [text[: fitting[-1]].strip(), _cut(text[fitting[-1] :].strip(), room, FONT)]


def _cut(text: str, room: float, size: float) -> str:
    if text_width(text, size) <= room:
        return text
    kept = text
    while kept and text_width(kept + "…", size) > room:
        kept = kept[:-1]
    return kept + "…"


def _words(drawing: Drawing, placed: Layout, curves: Mapping[str, _Curve], lang: Lang) -> list[str]:
    """Write the words of the lines where they cover no box and no other words; those without room are left out."""
    taken = [
        (one.x - one.width / 2, one.y - one.height / 2, one.x + one.width / 2, one.y + one.height / 2)
        for one in placed.spots.values()
    ]
    found = []
    fans = Counter(end for line in drawing.lines for end in (("from", line.start), ("to", line.end)))
    for line in drawing.lines:
        text, curve = line.label[lang], curves.get(line.id)
        if not text or curve is None:
            continue
        half = text_width(text, _WORD) / 2 + 3
        for share in _shares(line, fans):
            x, y = _point(curve, share)
            area = (x - half, y - 8, x + half, y + 8)
            if all(area[2] < l or area[0] > r or area[3] < t or area[1] > b for l, t, r, b in taken):  # noqa: E741
                taken.append(area)
                colour = STROKES.get(line.standing, STROKES["claim"]).light
                ground = f'<rect x="{area[0]:.0f}" y="{area[1]:.0f}" width="{2 * half:.0f}" height="16" rx="4" '
                found.append(f'{ground}fill="{LIGHT_GROUND}" fill-opacity="0.88"/>')
                found.append(_text(text, x, y + 4, _WORD, colour, "400"))
                break
    return found


def _shares(line: Line, fans: Mapping[tuple[str, str], int]) -> tuple[float, ...]:
    """Return where along a line its words may stand: of lines that fan out, at the end where they are apart."""
    out, into = fans["from", line.start], fans["to", line.end]
    if out >= 5 and into <= 2:
        return 0.8, 0.74, 0.66, 0.5, 0.4
    if into >= 5 and out <= 2:
        return 0.2, 0.26, 0.34, 0.5, 0.6
    return 0.5, 0.4, 0.6, 0.3, 0.7


def _point(curve: _Curve, share: float) -> _Point:
    rest = 1 - share
    weights = (rest**3, 3 * rest * rest * share, 3 * rest * share * share, share**3)
    x = sum(weight * point[0] for weight, point in zip(weights, curve, strict=True))
    return x, sum(weight * point[1] for weight, point in zip(weights, curve, strict=True))


def _text(text: str, x: float, y: float, size: float, fill: str, weight: str) -> str:
    return (
        f'<text x="{x:.0f}" y="{y:.0f}" font-size="{size:g}" font-weight="{weight}" fill="{fill}" '
        f'text-anchor="middle">{escape(clean(text))}</text>'
    )
