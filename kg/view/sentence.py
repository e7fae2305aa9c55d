"""A statement in; the sentence that says it in one language out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from kg.answer.answer import Statement
from kg.base.diagnostics import Lang
from kg.pack.pack import Frame, Pack
from kg.view.alike import Alike
from kg.view.clean import clean
from kg.view.readings import Piece, filled_slots, manner
from kg.view.values import label, name, qualifier_text, shown_qualifiers, validity_text


def sentence(statement: Statement, pack: Pack, lang: Lang) -> str:
    """Say a statement by the reading of its frame that fits best; slots that nothing fills drop out.

    ``Innolight supplies 800G module to NVIDIA``; ``中际旭创给英伟达供应800G光模块``. Without a reading that
    applies the roles are listed by their names.
    """
    frame = pack.frames.get(statement.frame)
    if frame is None:
        fillers = ", ".join(label(cell.label, lang, cell.id) for cell in statement.roles.values())
        return f"{clean(statement.frame)}: {fillers}"
    told = manner(frame, statement, lang)
    if told.reading is not None:
        return _said(told.kept, told.reading.after, frame, statement, pack, lang)
    colon = "：" if lang == "zh" else ": "
    value = value_text_of(frame, statement, pack, lang)
    noun = told.noun
    said = noun.kept(filled_slots(statement)) or () if noun else ()
    subject = _said(said, noun.after, frame, statement, pack, lang) if noun else _listed(frame, statement, pack, lang)
    return subject + (colon + value if value else "")


def _said(kept: Iterable[Piece], after: str, frame: Frame, statement: Statement, pack: Pack, lang: Lang) -> str:
    words: list[str] = []
    for piece in kept:
        words.append(piece.before)
        words.append(_filler(frame, piece.slot, statement, pack, lang) if piece.slot else "")
    words.append(after)
    return " ".join("".join(_spaced(words)).split())


def _filler(frame: Frame, slot: str, statement: Statement, pack: Pack, lang: Lang) -> str:
    """Return what fills a slot; a number is said with the choices that the wording leaves to it."""
    text = slot_text(frame, slot, statement, pack, lang)
    if slot in statement.roles or not isinstance(statement.qualifiers.get(slot), int | float):
        return text
    fixed = manner(frame, statement, lang).implied
    if not fixed:
        return text
    choices = [slot_text(frame, key, statement, pack, lang) for key in sorted(fixed)]
    return f"{text}（{'、'.join(choices)}）" if lang == "zh" else " ".join((text, *choices))


def _spaced(words: list[str]) -> list[str]:
    """Put a space between a Latin word and the next word where neither brings one of its own."""
    spaced: list[str] = []
    for word in words:
        if word and spaced and _latin(spaced[-1][-1:]) and _latin(word[:1]):
            spaced.append(" ")
        if word:
            spaced.append(word)
    return spaced


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def slot_text(frame: Frame, slot: str, statement: Statement, pack: Pack, lang: Lang) -> str:
    """Return what fills a slot, a role or a qualifier; empty when nothing does."""
    if slot in statement.roles:
        cell = statement.roles[slot]
        return label(cell.label, lang, cell.id)
    found = next((one for one in frame.qualifiers if one.id == slot), None)
    return qualifier_text(statement, found, pack, lang) if found else ""


def _listed(frame: Frame, statement: Statement, pack: Pack, lang: Lang) -> str:
    form, comma = ("{}（{}）", "、") if lang == "zh" else ("{} ({})", ", ")
    return comma.join(
        form.format(slot_text(frame, role.id, statement, pack, lang), name(role.names, lang, role.id))
        for role in frame.roles
        if role.id in statement.roles
    )


def value_text_of(frame: Frame, statement: Statement, pack: Pack, lang: Lang) -> str:
    """Return the numbers of a statement, each with what it is by its choices: ``40% of the supplier's revenue``."""
    numbers = [
        text
        for one in shown_qualifiers(frame)
        if one.type == "number" and (text := qualifier_text(statement, one, pack, lang))
    ]
    if not numbers:
        return ""
    choices = [
        text
        for one in shown_qualifiers(frame)
        if one.type == "choice" and (text := qualifier_text(statement, one, pack, lang))
    ]
    after = [text for text in choices if text.startswith("of ")]
    before = [text for text in choices if text not in after]
    joiner = "" if lang == "zh" else " "
    return joiner.join([*before, *numbers, *after])


def details(statement: Statement, pack: Pack, lang: Lang, *, said: Collection[str] = ()) -> tuple[tuple[str, str], ...]:
    """Return what the sentence leaves out: (name, text) of each further qualifier, and when the statement holds.

    ``said`` are slots that need no repeating; by default those of the reading that ``sentence`` uses.
    """
    frame = pack.frames.get(statement.frame)
    if frame is None:
        return tuple((clean(key), clean(str(value))) for key, value in statement.qualifiers.items())
    unsaid, further = _further(Alike(statement, frame, pack), lang, frozenset(said))
    found = [
        (name(role.names, lang, role.id), slot_text(frame, role.id, statement, pack, lang))
        for role in frame.roles
        if role.id in unsaid
    ]
    valid = validity_text(statement, lang, event=frame.event)
    return (*found, *further, *((("", valid),) if valid else ()))


@lru_cache(maxsize=8192)
def _further(alike: Alike, lang: Lang, said: frozenset[str]) -> tuple[frozenset[str], tuple[tuple[str, str], ...]]:
    """Return the filled roles that the sentence leaves out, and the name and text of each such qualifier."""
    statement, frame = alike.statement, alike.frame
    taken = said or said_slots(frame, statement, lang)
    further = tuple(
        (name(one.names, lang, one.id), text)
        for one in shown_qualifiers(frame)
        if one.id not in taken and (text := qualifier_text(statement, one, alike.pack, lang))
    )
    return frozenset(statement.roles.keys() - taken), further


def said_slots(frame: Frame, statement: Statement, lang: Lang) -> set[str]:
    """Return the roles and qualifiers that the sentence of the statement names or implies."""
    told = manner(frame, statement, lang)
    if told.reading is not None:
        return (set(told.reading.names) & filled_slots(statement)) | told.implied
    numbers = {one.id for one in frame.qualifiers if one.type in ("number", "choice")}
    return set(told.noun.names if told.noun else statement.roles) | numbers
