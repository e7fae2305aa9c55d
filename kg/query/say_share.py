"""The statements of a share in, the phrase that asks for them out: "share of Innolight in NVIDIA's purchases"."""

from __future__ import annotations

from kg.pack.pack import Choice, Frame
from kg.query.phrase import Speaker
from kg.query.query import Holds, Noun


def say_share(subject: Noun, holds: Holds, speaker: Speaker) -> str | None:
    """Return the phrase for a share, None when the statements are no shares of a known base."""
    frame = speaker.pack.frames[holds.frame]
    choice = _base(frame, holds)
    if choice is None:
        return None
    things = {fill.role: speaker.noun(fill.noun, frame.role(fill.role).ranges) for fill in holds.fills}
    if subject != Noun():
        things[holds.role] = speaker.noun(subject, frame.role(holds.role).ranges)
    base = _word(choice, speaker)
    owner, *others = [things.pop(role) for role in choice.whole if role in things]
    parties = list(things.values())
    if speaker.english:
        whole = f"the {base} of " + " of ".join([*others, owner]) if others else f"the {base} of {owner}"
        return f"share of {parties[0]} in {whole}" if parties else f"share of {whole}"
    whole = owner + "的" + "的".join([*others, base])
    return f"{parties[0]}在{whole}中的份额" if parties else f"{whole}的份额"


def _base(frame: Frame, holds: Holds) -> Choice | None:
    for test in holds.tests:
        for qualifier in frame.qualifiers:
            found = next(
                (c for c in qualifier.choices if c.whole and (qualifier.id, c.id) == (test.qualifier, test.value)), None
            )
            if found is not None and any(r in {holds.role, *(f.role for f in holds.fills)} for r in found.whole):
                return found
    return None


def _word(choice: Choice, speaker: Speaker) -> str:
    """Return the shortest name of a base that stands after "the": "revenue", not "of the supplier's revenue"."""
    names = speaker.words(choice.names)
    return min(
        (name for name in names.all if name != names.label),
        key=lambda name: (len(name) < 2, len(name)),
        default=names.label,
    )
