"""An answer that describes things in; for each thing its names, its kinds and its statements by frame, out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kg.answer.answer import Answer, EntityCell, ValueCell
from kg.base.diagnostics import Lang
from kg.pack.pack import Pack
from kg.view.clean import clean
from kg.view.phrases import phrase
from kg.view.values import cell_text, label, name


class Portrait(Struct, frozen=True):
    """A thing as a description shows it.

    ``other``       its label in the other language, empty when it is the same.
    ``facts``       (name, texts) of what no statement says: other names, its kinds, the rows without statements.
    ``statements``  (name of the frame, ids of its statements that the thing takes part in).
    """

    thing: EntityCell
    title: str
    other: str
    cls: str
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    statements: tuple[tuple[str, tuple[str, ...]], ...]


def portraits(answer: Answer, pack: Pack, lang: Lang) -> Iterator[Portrait]:
    """Yield a portrait of each thing in the first column."""
    things = {
        row.cells[0].id: row.cells[0] for row in answer.rows if row.cells and isinstance(row.cells[0], EntityCell)
    }
    for thing in things.values():
        yield portrait(thing, answer, pack, lang)


def portrait(thing: EntityCell, answer: Answer, pack: Pack, lang: Lang) -> Portrait:
    """Gather what the answer and the pack say of a thing."""
    title, other = label(thing.label, lang, thing.id), label(thing.label, "zh" if lang == "en" else "en", thing.id)
    known = pack.classes.get(thing.cls)
    return Portrait(
        thing=thing,
        title=title,
        other="" if other == title else other,
        cls=name(known.names, lang, thing.cls) if known else clean(thing.cls),
        facts=_facts(thing, answer, pack, lang),
        statements=tuple(_by_frame(thing, answer, pack, lang)),
    )


def _facts(thing: EntityCell, answer: Answer, pack: Pack, lang: Lang) -> tuple[tuple[str, tuple[str, ...]], ...]:
    known = ((phrase("also", lang), other_names(thing, pack)), (phrase("kind", lang), kinds(thing, pack, lang)))
    said = tuple((key, (text,)) for key, text in unsaid(thing, answer, pack, lang))
    return (*((key, texts) for key, texts in known if texts), *said)


def unsaid(thing: EntityCell, answer: Answer, pack: Pack, lang: Lang) -> tuple[tuple[str, str], ...]:
    """Return (aspect, value) of the rows about a thing that rest on no statement and are no name of it: its note."""
    shown = {*other_names(thing, pack), *(clean(text) for text in thing.label.values())}
    found = []
    for row in answer.rows:
        match row.cells:
            case (EntityCell(id=thing.id), EntityCell() as aspect, ValueCell() as value) if not row.statements:
                text = cell_text(value, None, pack, lang)
                if text and not any(text in one for one in shown):
                    found.append((label(aspect.label, lang, aspect.id), text))
            case _:
                continue
    return tuple(found)


def other_names(thing: EntityCell, pack: Pack) -> tuple[str, ...]:
    """Return the names of a thing beside its labels: other names in every language, tickers."""
    known = pack.things.get(thing.id)
    if known is None:
        return ()
    labels = {clean(text) for text in thing.label.values()}
    names = (clean(text) for words in known.names.values() for text in (*words.others, *words.hidden))
    return tuple(dict.fromkeys(text for text in names if text not in labels))


def kinds(thing: EntityCell, pack: Pack, lang: Lang) -> tuple[str, ...]:
    """Return the labels of the direct kinds of a thing."""
    known = pack.things.get(thing.id)
    found = (pack.things.get(kind) for kind in known.kinds) if known else ()
    return tuple(name(kind.names, lang, kind.id) for kind in found if kind)


def _by_frame(thing: EntityCell, answer: Answer, pack: Pack, lang: Lang) -> Iterator[tuple[str, tuple[str, ...]]]:
    order = [
        *pack.frames,
        *dict.fromkeys(one.frame for one in answer.statements.values() if one.frame not in pack.frames),
    ]
    for frame in order:
        ids = tuple(
            key
            for key, one in answer.statements.items()
            if one.frame == frame and any(cell.id == thing.id for cell in one.roles.values())
        )
        if ids:
            known = pack.frames.get(frame)
            yield (name(known.names, lang, frame) if known else clean(frame)), ids
