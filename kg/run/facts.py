"""Facts and Sources: the statements of a frame -> a row each, a row a claim, or the sources behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kg.answer.answer import Answer, Cell, Claim, Column, EntityCell, Row, Statement, ValueCell
from kg.base.terms import Iri
from kg.pack.pack import Frame
from kg.query.query import Facts, Sources
from kg.run.entities import HEADINGS, by_label, heading, labels, source_cell
from kg.run.evidence import claim_strength, strength
from kg.run.found import Hit, Key
from kg.run.scene import Scene, keys_of

#: Columns that belong to claims: where one is shown there is one row a claim.
_OF_CLAIMS = ("status", "confidence", "source", "date")


def facts(scene: Scene, form: Facts, answer: Answer) -> Answer:
    """Answer with the statements, those of one thing together and the strongest first; derived ones last."""
    with scene.engine.clock.stage("main"):
        hits = scene.engine.hits(scene.plan.matches[0])
    derived: tuple[Hit, ...] = ()
    if scene.plan.derived is not None:
        with scene.engine.clock.stage("derived"):
            derived = scene.engine.further(scene.plan.derived, "derived rows were looked for")
    everything = [hit for match in scene.plan.matches[1:] for hit in scene.engine.hits(match)]
    keys = (*keys_of(hits), *keys_of(derived), *keys_of(everything))
    scene.gather(keys)
    frame = scene.frame_of(form.holds)
    columns = tuple(_column(show, frame) for show in form.show)
    ordered = [_by_period(scene, form, some) if form.series else _ordered(scene, some) for some in (hits, derived)]
    seen: set[Key] = set()
    rows = [row for some in ordered for hit in some for row in _rows(scene, form, hit, seen)]
    if form.optional:
        told = {hit.thing for some in ordered for hit in some}
        rows += list(_untold(scene, form, [hit for hit in everything if hit.thing not in told]))
    return scene.kept(rows, keys, replace(answer, columns=columns))


def sources(scene: Scene, _form: Sources, answer: Answer) -> Answer:
    """Answer with the sources of the admitted claims, each with the statements that it stands behind."""
    with scene.engine.clock.stage("main"):
        hits = scene.engine.hits(scene.plan.matches[0])
    keys = tuple(dict.fromkeys(key for hit in hits for key in hit.told))
    scene.gather(keys)
    behind: dict[str, list[Key]] = {}
    cells: dict[str, EntityCell] = {}
    for key in keys:
        for statement in scene.evidence.ordered((key,)):
            for claim in statement.claims:
                cells[claim.source.id] = source_cell(claim.source)
                behind.setdefault(claim.source.id, []).append(key)
    rows = [scene.row((cell,), behind[cell.id]) for cell in sorted(cells.values(), key=by_label)]
    return scene.kept(rows, keys, replace(answer, columns=(heading("source", "Source"),)))


def _ordered(scene: Scene, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits by their thing's label, and the strongest statement of a thing first."""

    def key(hit: Hit) -> tuple[object, ...]:
        told = scene.evidence.ordered(hit.told)
        return (by_label(scene.cell(hit.thing)), [strength(statement) for statement in told[:1]])

    return sorted(hits, key=key)


def _by_period(scene: Scene, form: Facts, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits by the periods that their figures are told of, those without one last."""
    dated = next(q.id for q in scene.frame_of(form.holds).qualifiers if q.type == "period")

    def key(hit: Hit) -> tuple[bool, str]:
        told = scene.evidence.ordered(hit.told)[:1]
        period = str(told[0].qualifiers.get(dated) or "") if told else ""
        return (not period, period)

    return sorted(_ordered(scene, hits), key=key)


def _rows(scene: Scene, form: Facts, hit: Hit, seen: set[Key]) -> Iterator[Row]:
    """Yield the rows of one hit's statement, unless it has been shown."""
    for key in hit.told[:1]:
        if key in seen or not (found := scene.evidence.ordered((key,))):
            continue
        seen.add(key)
        statement = found[0]
        rule = statement.rule or _rule_behind(scene, hit)
        by_claim = bool({*_OF_CLAIMS} & {*form.show}) and bool(statement.claims)
        for claim in sorted(statement.claims, key=claim_strength) if by_claim else (None,):
            told = _Told(statement, scene.oriented(statement, form.holds, scene.cell(hit.thing)), claim)
            cells = tuple(_cell(show, told, scene.frame_of(form.holds)) for show in form.show)
            yield scene.row(cells, hit.keys if rule else (key,), rule)


def _untold(scene: Scene, form: Facts, hits: Sequence[Hit]) -> Iterator[Row]:
    """Yield a row for each thing of which nothing is told, with what says that it is one of those asked about."""
    things: dict[Iri, list[Key]] = {}
    for hit in hits:
        things.setdefault(hit.thing, []).extend(hit.keys)
    for thing in sorted(things, key=lambda thing: by_label(scene.cell(thing))):
        cells = tuple(scene.cell(thing) if show == form.holds.role else None for show in form.show)
        yield scene.row(cells, things[thing])


def _rule_behind(scene: Scene, hit: Hit) -> str | None:
    """Return the rule by which the thing of a hit came in, though what is told of it is stated."""
    return next((s.rule for s in scene.evidence.ordered(hit.keys) if s.rule is not None), None)


class _Told(Struct, frozen=True):
    """A statement with its roles turned as the question has them, and one of its claims."""

    statement: Statement
    roles: dict[str, EntityCell]
    claim: Claim | None


def _cell(show: str, told: _Told, frame: Frame) -> Cell:
    statement, claim = told.statement, told.claim
    if show in told.roles:
        return told.roles[show]
    if show in statement.qualifiers:
        return value_cell(statement, show, frame)
    match show:
        case "source":
            return source_cell(claim.source) if claim else None
        case "status" | "confidence":
            return ValueCell(getattr(claim, show)) if claim and getattr(claim, show) else None
        case "date":
            return ValueCell(claim.source.date) if claim and claim.source.date else None
        case "valid_from" | "valid_to":
            return ValueCell(getattr(statement, show)) if getattr(statement, show) else None
        case _:
            return None


def value_cell(statement: Statement, qualifier: str, frame: Frame) -> ValueCell:
    """Return the cell of a qualifier: a number with its unit, and with its upper end when it is a range."""
    declared = frame.qualifier(qualifier)
    value = statement.qualifiers[qualifier]
    unit = statement.qualifiers.get(declared.unit) if declared.unit else None
    upper = statement.qualifiers.get(declared.upper) if declared.upper else None
    return ValueCell(
        value,
        unit if isinstance(unit, str) else None,
        None if upper is None or isinstance(upper, str) else upper,
    )


def _column(show: str, frame: Frame) -> Column:
    for role in frame.roles:
        if role.id == show:
            return Column(labels(role.names, role.id), role.id, role.ranges[0] if len(role.ranges) == 1 else None)
    for qualifier in frame.qualifiers:
        if qualifier.id == show:
            return Column(labels(qualifier.names, qualifier.id), qualifier.id)
    if show in HEADINGS:
        return heading(show, "Source" if show == "source" else None)
    raise KeyError(f"frame {frame.id} has nothing called {show}")
