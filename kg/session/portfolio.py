"""Holdings and a way to ask for what stands upstream of each in; what they depend on together, row by row, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kg.answer.answer import Answer, Column, EntityCell, Row, Statement, ValueCell
from kg.pack.pack import Pack
from kg.session.holdings import Holding

#: What stands upstream of one thing: an answer with the columns thing, tier, by way of.
Upstream = Callable[[str], Answer]

_COLUMNS = (
    Column({"en": "upstream", "zh": "上游"}, "thing"),
    Column({"en": "holdings", "zh": "持仓数"}, "holdings"),
    Column({"en": "weight", "zh": "权重"}, "weight"),
    Column({"en": "nearest tier", "zh": "最近层级"}, "tier"),
)


class _Met(Struct, frozen=True):
    """How one holding comes to a company: ``tier`` companies away, by these statements."""

    tier: int
    statements: tuple[str, ...]


def portfolio(
    holdings: Sequence[Holding], upstream: Upstream, pack: Pack, answer: Answer, tiers: int, shared: int
) -> Answer:
    """Answer with one row a company that stands upstream of at least ``shared`` holdings, within so many tiers.

    Its cells: how many holdings depend on it, their weight in % of all that is held (empty without weights), the
    nearest tier, and, one column a holding, at which tier it stands there. An empty cell says that nothing is
    documented, not that there is nothing. The weight is that of the holdings, no share of what they buy. Each row has
    the statements of every way as evidence.
    """
    met: dict[str, dict[str, _Met]] = {}
    cells: dict[str, EntityCell] = {}
    statements: dict[str, Statement] = {}
    silent: list[str] = []
    for holding in holdings:
        found = upstream(holding.id)
        statements |= found.statements
        silent += () if found.rows else (holding.id,)
        answer = replace(answer, truncated=answer.truncated or found.truncated)
        for cell, one in _companies(found, pack, tiers):
            cells[cell.id] = cell
            met.setdefault(cell.id, {})[holding.id] = one
    total = sum(holding.weight or 0.0 for holding in holdings)
    weights = {holding.id: 100 * (holding.weight or 0.0) / total for holding in holdings} if total else {}
    rows = [_row(cells[id], ways, holdings, weights) for id, ways in met.items() if len(ways) >= shared]
    rows.sort(key=_order)
    kept = {id for row in rows for id in row.statements}
    return replace(
        answer,
        columns=(
            *_COLUMNS,
            *(Column(_label(holding.id, pack), f"holding-{n}") for n, holding in enumerate(holdings, 1)),
        ),
        rows=tuple(rows),
        statements={id: statement for id, statement in statements.items() if id in kept},
        notes=(*answer.notes, *_notes(silent, pack, bool(rows), shared)),
    )


def _companies(found: Answer, pack: Pack, tiers: int) -> Iterator[tuple[EntityCell, _Met]]:
    """Yield the agents among what stands upstream, each with the statements of the whole way to it."""
    steps: dict[str, tuple[str | None, tuple[str, ...]]] = {}
    agents: dict[str, tuple[EntityCell, int]] = {}
    for row in found.rows:
        match row.cells:
            case (EntityCell() as thing, ValueCell(int() as tier), via):
                steps[thing.id] = (via.id if isinstance(via, EntityCell) else None, row.statements)
                if 0 < tier <= tiers and any(pack.classes[cls].agent for cls in pack.ancestors(thing.cls)):
                    agents[thing.id] = (thing, tier)
            case _:
                pass
    for id, (thing, tier) in agents.items():
        yield thing, _Met(tier, _way(id, steps))


def _way(id: str, steps: Mapping[str, tuple[str | None, tuple[str, ...]]]) -> tuple[str, ...]:
    """Return the statements from the holding to a thing, the nearest to the holding first."""
    said: list[tuple[str, ...]] = []
    seen: set[str] = set()
    here: str | None = id
    while here is not None and here in steps and here not in seen:
        seen.add(here)
        here, statements = steps[here]
        said.append(statements)
    return tuple(dict.fromkeys(statement for part in reversed(said) for statement in part))


def _row(cell: EntityCell, ways: Mapping[str, _Met], holdings: Sequence[Holding], weights: Mapping[str, float]) -> Row:
    weight = ValueCell(round(sum(weights[id] for id in ways), 9), "percent") if weights else None
    tiers = (ValueCell(ways[holding.id].tier) if holding.id in ways else None for holding in holdings)
    nearest = min(way.tier for way in ways.values())
    said = dict.fromkeys(statement for way in ways.values() for statement in way.statements)
    return Row((cell, ValueCell(len(ways)), weight, ValueCell(nearest), *tiers), tuple(said))


def _order(row: Row) -> tuple[float, float, float, str]:
    """Order by weight, then by number of holdings, then the nearer, then by name."""
    cell, count, weight, tier = row.cells[:4]
    assert isinstance(cell, EntityCell)
    numbers = [
        float(one.value) if isinstance(one, ValueCell) and one.value is not None else 0.0
        for one in (weight, count, tier)
    ]
    return (-numbers[0], -numbers[1], numbers[2], cell.label["en"].casefold())


def _label(id: str, pack: Pack) -> Mapping[str, str]:
    names = {lang: words.label for lang, words in pack.things[id].names.items()}
    known = next(iter(names.values()), id)
    return {"en": known, "zh": known} | names


def _notes(silent: Sequence[str], pack: Pack, some: bool, shared: int) -> Iterator[Mapping[str, str]]:
    if silent:
        english = ", ".join(_label(id, pack)["en"] for id in silent)
        chinese = "、".join(_label(id, pack)["zh"] for id in silent)
        yield {
            "en": f"Nothing upstream is documented of {english}; that does not mean that there is nothing.",
            "zh": f"没有{chinese}的上游记录;这不等于没有。",
        }
    if not some:
        yield {
            "en": f"No company is documented upstream of {shared} or more of the holdings.",
            "zh": f"没有记录表明有公司位于{shared}项或更多持仓的上游。",
        }
    else:
        yield {
            "en": "The weight is that of the holdings that depend on the company, no share of what they buy from it.",
            "zh": "权重是依赖该公司的持仓的权重之和,不是它们从该公司采购的比例。",
        }
