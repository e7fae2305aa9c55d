"""A label in; the size of the box that holds it, estimated without a font, out."""

from __future__ import annotations

from functools import lru_cache


class _Widths(dict[str, float]):
    """Width of a character in parts of the font size; any other that is Latin is 0.58, anything wide is 1."""

    def __missing__(self, character: str) -> float:
        return 1.0 if ord(character) > 0x2E7F else 0.58


_NARROW = dict.fromkeys("iljtfrI.,:;'|!()[]/-· ", 0.36)
_WIDE = dict.fromkeys("mwMW@%—…", 0.9) | dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&", 0.7)
_WIDTHS = _Widths(_NARROW | _WIDE)

FONT, NOTE_FONT = 14.0, 11.0
LINE, NOTE_LINE = 18.0, 15.0
#: Text of a box is wrapped at so many units; the padding leaves room for the class's mark on the left.
_WRAP, _LEAST = 168.0, 92.0
PADDING_X, PADDING_Y = 34.0, 9.0


@lru_cache(maxsize=8192)
def text_width(text: str, size: float) -> float:
    """Return about how wide a text is; a little too wide rather than too narrow."""
    return size * sum(map(_WIDTHS.__getitem__, text))


def box_size(label: str, note: str) -> tuple[float, float]:
    """Return the width and height of a box whose label takes up to two lines, its note one."""
    width = text_width(label, FONT)
    lines = 1 if width <= _WRAP else 2
    inner = width if lines == 1 else max(_WRAP, min(width / 2 + 24.0, 1.5 * _WRAP))
    inner = max(inner, min(text_width(note, NOTE_FONT), _WRAP))
    height = lines * LINE + (NOTE_LINE if note else 0.0) + 2 * PADDING_Y
    return round(max(inner, _LEAST - PADDING_X) + PADDING_X), round(height)
