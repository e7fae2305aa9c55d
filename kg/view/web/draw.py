"""An answer in; its picture, boxes and lines without places, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from kg.answer.answer import Answer, EntityCell, Statement
from kg.base.diagnostics import Lang
from kg.pack.pack import Frame, Pack
from kg.view.evidence import standing, strongest_standing
from kg.view.sentence import value_text_of
from kg.view.values import label, name, qualifier_text, shown_qualifiers
from kg.view.web.draw_chains import draw_chains, is_chains
from kg.view.web.draw_comparison import draw_comparison, is_comparison
from kg.view.web.draw_loss import draw_loss, is_loss
from kg.view.web.draw_parts import draw_parts, is_parts
from kg.view.web.drawing import Box, Drawing, Line, Texts
from kg.view.web.hops import LANGUAGES, Hop, hops, role_order, short
from kg.view.web.things import thing_box

#: Values of statements about one thing are drawn as boxes up to so many; more of them stay in the panel.
_VALUES = 24


class _Bundle(Struct):
    """The hops that become one line."""

    start: str
    end: str
    frame: Frame
    hop: Hop
    statements: list[Statement] = field(default_factory=list)
    labels: list[Texts] = field(default_factory=list)
    origins: dict[str, EntityCell] = field(default_factory=dict)


def arrangement(answer: Answer, pack: Pack) -> str:
    """Return by what a picture is arranged: chains, needs, parts, a loss, a comparison, the flow, or how it reads."""
    if is_chains(answer):
        return "needs" if any(column.role.startswith("quantity-") for column in answer.columns) else "chains"
    if is_parts(answer):
        return "parts"
    if is_loss(answer):
        return "loss"
    if is_comparison(answer, pack):
        return "comparison"
    frames = {one.frame for one in answer.statements.values()} & pack.frames.keys()
    return "flow" if any(pack.frames[key].flow for key in frames) else "reading"


def draw(answer: Answer, pack: Pack) -> Drawing:
    """Draw every thing of the rows and of their statements; things of the first column are the ones asked for.

    Chains, lists of parts, losses and comparisons have pictures of their own.
    """
    match arrangement(answer, pack):
        case "chains" | "needs":
            return draw_chains(answer, pack)
        case "parts":
            return draw_parts(answer, pack)
        case "loss":
            return draw_loss(answer, pack)
        case "comparison":
            return draw_comparison(answer, pack)
        case _:
            return _flow(answer, pack)


def _flow(answer: Answer, pack: Pack) -> Drawing:
    """Draw every statement as a chain of its things, in the order of its reading."""
    boxes = {key: thing_box(cell, asked) for key, (cell, asked) in drawn_things(answer, pack).items()}
    roles: dict[str, Counter[tuple[str, str]]] = {}
    for one in answer.statements.values():
        for role, cell in one.roles.items() if len(one.roles) > 1 else ():
            roles.setdefault(cell.id, Counter())[one.frame, role] += 1
    bundles = _bundles(answer, pack)
    arriving = _arriving(bundles)
    lines = [_line(index, one, arriving) for index, one in enumerate(bundles)]
    values, value_lines = _values(answer, pack)
    headings = {key: _headings(found, pack) for key, found in roles.items() if key in boxes}
    return Drawing((*boxes.values(), *values), (*lines, *value_lines), headings)


def drawn_things(answer: Answer, pack: Pack) -> dict[str, tuple[EntityCell, str]]:
    """Return the things of the picture by id, each with how it stands in the answer: stated, derived, or not at all.

    They are those of the first column, those of the statements, and those of other columns that are of a class of
    the pack; the other columns of a description only name what it speaks of, and sources stand in the panel.
    """
    asked: dict[str, str] = {}
    cells: dict[str, EntityCell] = {}
    sources = {claim.source.id for one in answer.statements.values() for claim in one.claims}
    for row in answer.rows:
        for index, cell in enumerate(row.cells):
            if not isinstance(cell, EntityCell):
                continue
            if index == 0:
                cells.setdefault(cell.id, cell)
                asked[cell.id] = "stated" if row.derived is None else asked.get(cell.id, "derived")
            elif answer.kind != "description" and cell.cls in pack.classes and cell.id not in sources:
                cells.setdefault(cell.id, cell)
    for one in answer.statements.values():
        for cell in one.roles.values():
            cells.setdefault(cell.id, cell)
    return {key: (cell, asked.get(key, "")) for key, cell in cells.items()}


def _bundles(answer: Answer, pack: Pack) -> list[_Bundle]:
    """Gather the hops of all statements; of a derived one only those that no source states."""
    found: dict[tuple[str, str, str, str, bool], _Bundle] = {}
    for derived in (False, True):
        for one in answer.statements.values():
            frame = pack.frames.get(one.frame)
            if frame is None or (one.rule is not None) != derived:
                continue
            for hop in hops(one, frame, pack):
                start, end = one.roles[hop.start_role].id, one.roles[hop.end_role].id
                origin = one.roles[role_order(one, frame)[0]]
                stated = found.get((start, end, frame.id, hop.end_role, False))
                if start == end or (derived and stated and origin.id in stated.origins):
                    continue
                key = (start, end, frame.id, hop.end_role, derived)
                bundle = found.setdefault(key, _Bundle(start, end, frame, hop))
                bundle.statements.append(one)
                bundle.labels.append(hop.full)
                bundle.origins[origin.id] = origin
    return list(found.values())


def _arriving(bundles: Iterable[_Bundle]) -> dict[tuple[str, str], set[str]]:
    """Return for each frame and thing whose chains arrive there."""
    arriving: dict[tuple[str, str], set[str]] = {}
    for one in bundles:
        arriving.setdefault((one.frame.id, one.end), set()).update(one.origins)
    return arriving


def _line(index: int, one: _Bundle, arriving: Mapping[tuple[str, str], set[str]]) -> Line:
    best = strongest_standing(one.statements)
    count = len(one.statements)
    texts: dict[Lang, str] = {}
    for lang in LANGUAGES:
        labels = {text[lang] for text in one.labels}
        texts[lang] = (
            labels.pop() if len(labels) == 1 else one.hop.words[lang] or name(one.frame.names, lang, one.frame.id)
        )
        if one.hop.first and count > 1:
            texts[lang] += f" ×{count}"
        if not one.hop.first:
            texts[lang] = texts[lang] + _from_whom(one, arriving.get((one.frame.id, one.start), set()), lang)
        if best == "derived":
            texts[lang] = "∴ " + texts[lang]
    return Line(
        id=f"line-{index}",
        start=one.start,
        end=one.end,
        frame=one.frame.id,
        label=texts,
        standing=best,
        statements=tuple(statement.id for statement in one.statements),
        downstream=one.hop.downstream,
        level=one.frame.symmetric,
    )


def _from_whom(one: _Bundle, arriving: set[str], lang: Lang) -> str:
    """Say whose chains go on along a later hop, where not all that arrive at its start do."""
    if arriving <= one.origins.keys():
        return ""
    form, comma = ("（{}）", "、") if lang == "zh" else (" ({})", ", ")
    if len(one.origins) > 2:
        some, all_of_them = len(one.origins), len(arriving | one.origins.keys())
        return form.format(f"{all_of_them}个中{some}个" if lang == "zh" else f"{some} of {all_of_them}")
    names = sorted(short(label(cell.label, lang, cell.id), 20) for cell in one.origins.values())
    return form.format(comma.join(names))


def _values(answer: Answer, pack: Pack) -> tuple[list[Box], list[Line]]:
    """Draw what statements about one thing say of it, unless there are too many of them or the thing is described."""
    single = [one for one in answer.statements.values() if len(one.roles) == 1 and one.frame in pack.frames]
    if answer.kind == "description" or len(single) > _VALUES:
        return [], []
    boxes, lines = [], []
    for index, one in enumerate(single):
        frame = pack.frames[one.frame]
        texts: Texts = {lang: _numbers(one, frame, pack, lang) for lang in LANGUAGES}
        if not texts["en"]:
            continue
        notes: Texts = {lang: short(_rest(one, frame, pack, lang), 40) for lang in LANGUAGES}
        words: Texts = {
            lang: _choice(one, frame, pack, lang) or name(frame.names, lang, frame.id) for lang in LANGUAGES
        }
        boxes.append(Box(f"value:{one.id}", "", texts, notes))
        thing = next(iter(one.roles.values())).id
        lines.append(Line(f"value-{index}", thing, f"value:{one.id}", frame.id, words, standing(one), (one.id,)))
    return boxes, lines


def _numbers(one: Statement, frame: Frame, pack: Pack, lang: Lang) -> str:
    numbers = [qualifier_text(one, each, pack, lang) for each in shown_qualifiers(frame) if each.type == "number"]
    return " ".join(text for text in numbers if text) or value_text_of(frame, one, pack, lang)


def _choice(one: Statement, frame: Frame, pack: Pack, lang: Lang) -> str:
    choices = [qualifier_text(one, each, pack, lang) for each in shown_qualifiers(frame) if each.type == "choice"]
    return next((text for text in choices if text), "")


def _rest(one: Statement, frame: Frame, pack: Pack, lang: Lang) -> str:
    texts = [
        qualifier_text(one, each, pack, lang) for each in shown_qualifiers(frame) if each.type in ("text", "period")
    ]
    return " · ".join(text for text in texts if text)


def _headings(roles: Mapping[tuple[str, str], int], pack: Pack) -> tuple[Texts, ...]:
    """Return what a thing is in the statements, most often first: supplier, item, customer."""
    found: dict[str, Texts] = {}
    for frame_id, role_id in sorted(roles, key=lambda key: -roles[key]):
        frame = pack.frames.get(frame_id)
        role = next((one for one in frame.roles if one.id == role_id), None) if frame else None
        if role is not None:
            texts: Texts = {lang: name(role.names, lang, role.id) for lang in LANGUAGES}
            found.setdefault(texts["en"], texts)
    return tuple(found.values())
