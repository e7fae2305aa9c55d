"""A statement in; the sentence that says it in one language out."""

from __future__ import annotations

from collections.abc import Collection

from kg.answer.answer import Statement
from kg.base.diagnostics import Lang
from kg.pack.pack import Frame, Pack
from kg.view.clean import clean
from kg.view.readings import Pieces, applies, best_noun, best_reading, filled_slots
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
    if reading := best_reading(frame, statement, lang):
        return _said(reading, frame, statement, pack, lang)
    colon = "：" if lang == "zh" else ": "
    value = value_text_of(frame, statement, pack, lang)
    noun = best_noun(frame, statement, lang)
    subject = _said(noun, frame, statement, pack, lang) if noun else _listed(frame, statement, pack, lang)
    return subject + (colon + value if value else "")


def _said(reading: Pieces, frame: Frame, statement: Statement, pack: Pack, lang: Lang) -> str:
    words: list[str] = []
    for piece in reading.kept(filled_slots(statement)) or ():
        words.append(piece.before)
        words.append(_filler(frame, piece.slot, statement, pack, lang) if piece.slot else "")
    words.append(reading.after)
    return " ".join("".join(_spaced(words)).split())


def _filler(frame: Frame, slot: str, statement: Statement, pack: Pack, lang: Lang) -> str:
    """Return what fills a slot; a number is said with the choices that the wording leaves to it."""
    text = slot_text(frame, slot, statement, pack, lang)
    fixed = {key for one in frame.readings if one.lang == lang and applies(one, statement) for key, _ in one.fixes}
    if slot in statement.roles or not isinstance(statement.qualifiers.get(slot), int | float) or not fixed:
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
    taken = set(said) or said_slots(frame, statement, lang)
    found = [
        (name(role.names, lang, role.id), slot_text(frame, role.id, statement, pack, lang))
        for role in frame.roles
        if role.id in statement.roles and role.id not in taken
    ]
    found += [
        (name(one.names, lang, one.id), text)
        for one in shown_qualifiers(frame)
        if one.id not in taken and (text := qualifier_text(statement, one, pack, lang))
    ]
    valid = validity_text(statement, lang, event=frame.event)
    return (*found, *((("", valid),) if valid else ()))


def said_slots(frame: Frame, statement: Statement, lang: Lang) -> set[str]:
    """Return the roles and qualifiers that the sentence of the statement names or implies."""
    if reading := best_reading(frame, statement, lang):
        implied = {
            key for one in frame.readings if one.lang == lang and applies(one, statement) for key, _ in one.fixes
        }
        return (set(reading.names) & filled_slots(statement)) | implied
    noun = best_noun(frame, statement, lang)
    numbers = {one.id for one in frame.qualifiers if one.type in ("number", "choice")}
    return set(noun.names if noun else statement.roles) | numbers
