"""A pack's classes in; for each a shape and colours that can be told apart, on light and on dark ground, out."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from kg.pack.pack import Pack

Colour = tuple[int, int, int]

#: Okabe and Ito's eight, two of them exchanged for darker ones, and two more: apart for the colour-blind as well.
HUES = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#332288", "#882255", "#8a8d00", "#6b7280")
#: Outlines, told apart without colour. Their number has no factor in common with that of the hues: 90 looks.
SHAPES = ("round", "pill", "hexagon", "tag", "fold", "cut", "stack", "slant", "double")
LIGHT_GROUND, DARK_GROUND = "#ffffff", "#12161c"
LIGHT_TEXT, DARK_TEXT = "#15202b", "#e9edf2"
_LINE_CONTRAST, _TEXT_CONTRAST = 3.0, 7.0


class Shades(Struct, frozen=True):
    """Fill and outline of a class on light and on dark ground, as ``#rrggbb``."""

    light_fill: str
    light_line: str
    dark_fill: str
    dark_line: str


class Look(Struct, frozen=True):
    """How boxes of a class look."""

    shape: str
    shades: Shades


class Stroke(Struct, frozen=True):
    """How lines of one standing look: dash lengths, width, colours, and the shape of the arrow head."""

    dashes: tuple[int, ...]
    width: float
    light: str
    dark: str
    arrow: str = "arrow"


#: Told apart by dashes and heads, not by colour alone. The order is that of the legend.
STROKES: Mapping[str, Stroke] = {
    "fact": Stroke((), 1.9, "#3b4a5a", "#b9c4d0"),
    "claim": Stroke((9, 4), 1.6, "#2f6690", "#8fbcdf"),
    "forecast": Stroke((10, 3, 2, 3), 1.6, "#8a5a00", "#e0b050"),
    "rumour": Stroke((2, 4), 1.8, "#b03a2e", "#f0907f"),
    "derived": Stroke((14, 3, 2, 3, 2, 3), 2.2, "#7b3fa0", "#c9a2e8", "vee"),
    "reference": Stroke((), 0.9, "#6f7b87", "#8e9aa6"),
}

#: A box for a value, or for a thing of a class that the pack does not know.
PLAIN = Look("round", Shades("#f4f6f8", "#6b7682", "#1e242c", "#98a3ae"))


def looks(pack: Pack) -> dict[str, Look]:
    """Return the look of every class, by its place in the ontology: the same in every answer."""
    return {
        key: Look(SHAPES[index % len(SHAPES)], shades(HUES[index % len(HUES)]))
        for index, key in enumerate(_drawn(pack))
    }


def _drawn(pack: Pack) -> list[str]:
    """Return the classes: the pack's own, then those that only others are below, then those of the core."""
    parents = {parent for cls in pack.classes.values() for parent in cls.parents}
    return sorted(pack.classes, key=lambda key: (not pack.classes[key].iri.startswith(pack.namespace), key in parents))


def shades(hue: str) -> Shades:
    """Return fills that text can be read on and outlines that stand out from the ground, on light and on dark."""
    base = parse(hue)
    light_fill = _until(base, LIGHT_GROUND, LIGHT_TEXT, _TEXT_CONTRAST, start=0.86)
    dark_fill = _until(base, DARK_GROUND, DARK_TEXT, _TEXT_CONTRAST, start=0.70)
    return Shades(
        text(light_fill),
        text(_strengthened(base, light_fill, (0, 0, 0))),
        text(dark_fill),
        text(_strengthened(base, dark_fill, (255, 255, 255))),
    )


def _until(base: Colour, ground: str, ink: str, contrast: float, start: float) -> Colour:
    """Mix the hue into the ground, ever more of the ground, until the ink can be read on it."""
    share = start
    mixed = mix(base, parse(ground), share)
    while contrast_ratio(mixed, parse(ink)) < contrast and share < 1:
        share = min(share + 0.02, 1.0)
        mixed = mix(base, parse(ground), share)
    return mixed


def _strengthened(base: Colour, fill: Colour, towards: Colour) -> Colour:
    """Mix the hue towards black or white until it stands out from the fill, and so from the ground."""
    share = 0.0
    mixed = base
    while contrast_ratio(mixed, fill) < _LINE_CONTRAST and share < 1:
        share += 0.02
        mixed = mix(base, towards, share)
    return mixed


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Return a colour with ``share`` of the other in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def contrast_ratio(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (each / 255 for each in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def parse(colour: str) -> Colour:
    """Read ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def text(colour: Colour) -> str:
    """Write a colour as ``#rrggbb``."""
    return "#{:02x}{:02x}{:02x}".format(*colour)
