"""A trade in tiers, as large as wanted: every firm delivers to two of the next tier."""

from __future__ import annotations

from msgspec.structs import replace

from kg.answer.answer import Answer, EntityCell, Row, Source
from tests.view.story import MILL_FLOUR, claim, suppliers

TIERS = 8


def story(boxes: int) -> Answer:
    """Return an answer of so many firms in tiers, each with two deliveries and their sources."""
    firms = [
        EntityCell(
            f"firm-{n}",
            f"urn:{n}",
            "Firm" if n % 3 else "Good",
            {"en": f"Firm {n} of Tier {n % TIERS}", "zh": f"第{n}商号"},
        )
        for n in range(boxes)
    ]
    statements, rows = {}, []
    sources = [
        Source(
            f"source-{n}",
            f"urn:source-{n}",
            f"Village Gazette, number {n}",
            "Village Gazette",
            date="2025-03",
            url=f"https://example.org/gazette/{n}",
        )
        for n in range(boxes // 4 + 1)
    ]
    for n, firm in enumerate(firms):
        tier, place = n % TIERS, n // TIERS
        for turn in (1, 2) if tier < TIERS - 1 else ():
            other = firms[min(((place * turn + 3 * turn) % max(boxes // TIERS, 1)) * TIERS + tier + 1, boxes - 1)]
            key = f"d{n}-{turn}"
            said = claim("fact" if n % 4 else "rumour", sources[(n * 7 + turn) % len(sources)])
            statements[key] = replace(MILL_FLOUR, id=key, roles={"giver": firm, "item": other}, claims=(said,))
            if tier == 0:
                rows.append(Row((firm,), (key,)))
    return replace(suppliers(), rows=tuple(rows), statements=statements)
