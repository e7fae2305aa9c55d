"""A verb pattern and the texts of its roles in, a clause out: word order, voice and negation."""

from __future__ import annotations

from kg.lexicon.forms import base_form, verb_forms
from kg.lexicon.lexicon import VerbPattern


def say_english(pattern: VerbPattern, passive: bool, filled: dict[str, str], plural: bool, negated: bool) -> str:
    """Return an English clause, verb first: "supplies lasers to NVIDIA", "is supplied by Coherent"."""
    be = "are" if plural else "is"
    first, _, rest = pattern.verb.partition(" ")
    if pattern.linked:
        verb = f"{be} {'not ' if negated else ''}{pattern.verb}"
    elif passive and first == "has" and rest and pattern.subject in filled and not pattern.marked:
        return f"{be} {'not ' if negated else ''}the {rest} of {filled[pattern.subject]}"
    elif passive:
        past = next(word for word, form in reversed(verb_forms(first)) if form == "past")
        verb = f"{be} {'not ' if negated else ''}{past} {rest}".strip()
    elif negated:
        verb = f"{'do' if plural else 'does'} not {base_form(first)} {rest}".strip()
    else:
        verb = f"{base_form(first) if plural else first} {rest}".strip()
    pieces = [verb]
    used: set[str] = set()
    if not passive and pattern.object in filled:
        pieces.append(filled[pattern.object])
        used.add(pattern.object)
    if passive and pattern.subject in filled:
        pieces.append(f"by {filled[pattern.subject]}")
        used.add(pattern.subject)
    for marker, role in pattern.marked:
        if role in filled and role not in used:
            pieces.append(f"{marker} {filled[role]}")
            used.add(role)
    return " ".join(pieces)


def say_chinese(pattern: VerbPattern, passive: bool, filled: dict[str, str], negated: bool, only: str | None) -> str:
    """Return a Chinese clause: markers before the verb, the object behind it (给英伟达供应激光器)."""
    before: list[str] = []
    used: set[str] = set()
    after = ""
    last = ""
    if passive and pattern.subject in filled:
        before.append(f"由{filled[pattern.subject]}")
        used.add(pattern.subject)
    elif pattern.object in filled:
        after = filled[pattern.object]
        used.add(pattern.object)
    for marker, role in pattern.marked:
        if role in filled and role not in used:
            before.append(f"{'只' if role == only else ''}{marker}{filled[role]}")
            used.add(role)
    if only is not None and only == pattern.object:
        last = "只"
    return ("不" if negated else "") + "".join(before) + last + pattern.verb + after
