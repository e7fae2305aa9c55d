"""The name of a shape and a size in; the outline of a box around (0, 0) as an SVG path, as the page's script draws it, out."""

from __future__ import annotations


def outline(shape: str, width: float, height: float) -> str:
    """Return the path of a shape of ``kg.view.web.palette.SHAPES``; any other name is a rounded box."""
    r, b = width / 2, height / 2
    match shape:
        case "cut":
            path = f"M{9 - r} {-b}H{r - 9}L{r} {9 - b}V{b - 9}L{r - 9} {b}H{9 - r}L{-r} {b - 9}V{9 - b}Z"
        case "hexagon":
            path = f"M{13 - r} {-b}H{r - 13}L{r} 0L{r - 13} {b}H{13 - r}L{-r} 0Z"
        case "pill":
            path = _rounded(r, b, b)
        case "fold":
            path = f"M{-r} {-b}H{r - 12}L{r} {12 - b}V{b}H{-r}ZM{r - 12} {-b}V{12 - b}H{r}"
        case "slant":
            path = f"M{10 - r} {-b}H{r}L{r - 10} {b}H{-r}Z"
        case "tag":
            path = f"M{-r} {-b}H{r - 13}L{r} 0L{r - 13} {b}H{-r}Z"
        case "stack":
            path = f"M{-r} {-b}H{r}V{b}H{-r}ZM{4 - r} {-b}V{b}M{r - 4} {-b}V{b}"
        case "double":
            path = _rounded(r, b, 8) + _rounded(r - 3, b - 3, 6)
        case _:
            path = _rounded(r, b, 8)
    return path


def _rounded(r: float, b: float, radius: float) -> str:
    q = min(radius, r, b)
    arc = f"A{q} {q} 0 0 1"
    return (
        f"M{q - r} {-b}H{r - q}{arc} {r} {q - b}V{b - q}{arc} {r - q} {b}H{q - r}{arc} {-r} {b - q}"
        f"V{q - b}{arc} {q - r} {-b}Z"
    )
