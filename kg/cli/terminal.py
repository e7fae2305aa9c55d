"""What the terminal is like: its width, and whether it shows colours."""

from __future__ import annotations

import os
import shutil


def width() -> int:
    """Return how many columns there are; 100 where nobody knows."""
    return shutil.get_terminal_size((100, 24)).columns


def has_color(stream: object) -> bool:
    """Tell whether colours may be written to a stream."""
    return bool(getattr(stream, "isatty", bool)()) and "NO_COLOR" not in os.environ
