"""Select, Count, Exists: the things that a noun covers -> rows, a number, or yes, no and not documented."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from kg.answer.answer import Answer, EntityCell, Row, Statement
from kg.base.dates import read_period
from kg.base.terms import Iri
from kg.pack.pack import Frame
from kg.plan.plan import Contrary
from kg.query.query import Exists, Noun
from kg.run.entities import by_label
from kg.run.found import Hit, Key, NodeKey
from kg.run.notes import ended, no_other, nothing_counted, others_too
from kg.run.scene import Scene, by_thing, keys_of, thing_column

#: The choice of a qualifier (a stage) that says of its statement that it holds no longer.
_ENDED = "ended"


class _Things(Struct, frozen=True):
    """The things found, in order, and what is behind each."""

    cells: tuple[tuple[Iri, EntityCell], ...]
    hits: dict[Iri, list[Hit]]


def select(scene: Scene, noun: Noun, answer: Answer) -> Answer:
    """Answer with the things, stated ones first; a thing that rules give as well has a row of its own for that."""
    with scene.engine.clock.stage("main"):
        found = _find(scene)
    limit = scene.plan.query.limit
    shown = found.cells if limit is None else found.cells[:limit]
    derived = derived_hits(scene, [hit for hits in found.hits.values() for hit in hits])
    keys = keys_of(hit for iri, _ in shown for hit in found.hits[iri])
    scene.gather((*keys, *keys_of(derived)))
    rows = [
        scene.row((cell,), keys_of(found.hits[iri]), scene.evidence.implied_by(found.hits[iri]))
        for iri, cell in found.cells
    ]
    rows += _derived_rows(scene, derived)
    answer = replace(answer, columns=(thing_column(noun, scene.pack),))
    return scene.kept(rows, (*keys, *keys_of(derived)), answer)


def derived_hits(scene: Scene, stated: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return the hits that rest on derived statements and add to the stated ones."""
    if scene.plan.derived is None:
        return ()
    with scene.engine.clock.stage("derived"):
        return scene.adding(scene.engine.further(scene.plan.derived, "derived rows were looked for"), stated)


def count(scene: Scene, noun: Noun, answer: Answer) -> Answer:
    """Answer with how many things there are, and with them as rows; no number when none is documented."""
    with scene.engine.clock.stage("main"):
        found = _find(scene)
    keys = keys_of(hit for hits in found.hits.values() for hit in hits)
    scene.gather(keys)
    rows = [scene.row((cell,), keys_of(found.hits[iri])) for iri, cell in found.cells]
    number = float(len(rows)) if rows else None
    notes = answer.notes if rows else (*answer.notes, nothing_counted())
    answer = replace(answer, kind="number", number=number, notes=notes, columns=(thing_column(noun, scene.pack),))
    return scene.kept(rows, keys, answer)


def exists(scene: Scene, noun: Noun, answer: Answer) -> Answer:
    """Answer with yes, with no when statements say the contrary, with None when nothing is documented.

    What is documented and has ended, by its stage, before the day of the question is a no; so is what is asked of one
    thing alone and documented of another.
    """
    with scene.engine.clock.stage("main"):
        found = _find(scene)
    keys = keys_of(hit for hits in found.hits.values() for hit in hits)
    scene.gather(keys)
    rows = [scene.row((cell,), keys_of(found.hits[iri])) for iri, cell in found.cells]
    answer = replace(answer, kind="boolean", columns=(thing_column(noun, scene.pack),))
    context = scene.plan.query.context
    day = (context.as_of or context.during).first if context.as_of or context.during else scene.today  # type: ignore[union-attr]
    if (denied := _rivalled(scene, day, answer)) is not None:
        return denied
    if not rows:
        return _contradicted(scene, answer)
    if scene.plan.query.form == Exists(noun, alone=True):
        answer = replace(answer, notes=(*answer.notes, no_other()))
    alive = any(_is_alive(scene, hits, day) for hits in found.hits.values())
    notes = answer.notes if alive else (*answer.notes, ended(day.isoformat()))
    return scene.kept(rows, keys, replace(answer, boolean=alive, notes=notes))


def _find(scene: Scene) -> _Things:
    """Run the matches: the first one decides which things there are."""
    first, *others = scene.plan.matches
    hits = by_thing(scene.engine.hits(first))
    for match in others:
        for hit in scene.engine.further(match, "the evidence was complete"):
            if hit.thing in hits:
                hits[hit.thing].append(hit)
    cells = sorted(((iri, scene.cell(iri)) for iri in hits), key=lambda item: by_label(item[1]))
    return _Things(tuple(cells), hits)


def _derived_rows(scene: Scene, hits: Sequence[Hit]) -> list[Row]:
    """Return one row for each thing and rule."""
    found: dict[tuple[Iri, str], list[Hit]] = {}
    for hit in hits:
        derived = [key for key in hit.keys if isinstance(key, NodeKey) and key.derived]
        for rule in {s.rule for s in scene.evidence.ordered(derived) if s.rule is not None}:
            found.setdefault((hit.thing, rule), []).append(hit)
    ordered = sorted((by_label(scene.cell(thing)), rule, thing) for thing, rule in found)
    return [scene.row((scene.cell(thing),), keys_of(found[thing, rule]), rule) for _, rule, thing in ordered]


# ---------------------------------------------------------------- no


def _rivalled(scene: Scene, day: date, answer: Answer) -> Answer | None:
    """Return no with what others have in common with the one thing that was meant alone; None when nobody has."""
    rivals = [contrary.match for contrary in scene.plan.contrary if contrary.kind == "rival"]
    hits = [hit for match in rivals for hit in scene.engine.further(match, "others were looked for")]
    scene.gather(keys_of(hits))
    found = {iri: those for iri, those in by_thing(hits).items() if _is_alive(scene, those, day)}
    if not found:
        return None
    ordered = sorted(found, key=lambda iri: by_label(scene.cell(iri)))
    rows = [scene.row((scene.cell(iri),), keys_of(found[iri])) for iri in ordered]
    keys = keys_of(hit for those in found.values() for hit in those)
    return scene.kept(rows, keys, replace(answer, boolean=False, notes=(*answer.notes, others_too())))


def _contradicted(scene: Scene, answer: Answer) -> Answer:
    """Return no with the statements that say the contrary as rows; not documented when there are none."""
    for contrary in scene.plan.contrary:
        if contrary.kind == "rival":
            continue
        with scene.engine.clock.stage("contrary"):
            hits = scene.engine.further(contrary.match, "contrary statements were looked for")
        scene.gather(keys_of(hits))
        against = [hit for hit in hits if contrary.kind == "opposite" or _has_lapsed(scene, hit, contrary)]
        if against:
            found = by_thing(against)
            ordered = sorted(found, key=lambda iri: by_label(scene.cell(iri)))
            rows = [scene.row((scene.cell(iri),), keys_of(found[iri])) for iri in ordered]
            return scene.kept(rows, keys_of(against), replace(answer, boolean=False))
    return answer


def _has_lapsed(scene: Scene, hit: Hit, contrary: Contrary) -> bool:
    context = scene.plan.query.context
    period = context.as_of or context.during
    assert period is not None
    del contrary
    return any(_ended_before(statement, scene, period.first) for statement in _statements(scene, hit.keys))


def _is_alive(scene: Scene, hits: Iterable[Hit], day: date) -> bool:
    """Tell whether some hit rests on statements none of which has ended."""
    return any(not any(_is_ended(s, scene, day) for s in _statements(scene, hit.keys)) for hit in hits)


def _statements(scene: Scene, keys: Iterable[Key]) -> tuple[Statement, ...]:
    return scene.evidence.ordered(keys)


def _ended_before(statement: Statement, scene: Scene, day: date) -> bool:
    if statement.valid_to:
        return read_period(statement.valid_to).last < day
    return _is_ended(statement, scene, day)


def _is_ended(statement: Statement, scene: Scene, day: date) -> bool:
    """Tell whether a choice of the statement says that it ended, and that was before the day."""
    if not _says_ended(statement, scene.pack.frames[statement.frame]):
        return False
    return not statement.valid_to or read_period(statement.valid_to).last < day


def _says_ended(statement: Statement, frame: Frame) -> bool:
    return any(q.type == "choice" and statement.qualifiers.get(q.id) == _ENDED for q in frame.qualifiers)
