"""A table in, its canonical sentence out: "list every student and course where the student takes the course"."""

from __future__ import annotations

from kg.query.phrase import Speaker
from kg.query.query import Fill, Link, Noun, Shown, Table


def say_table(form: Table, speaker: Speaker) -> str:
    """Return the sentence of a table in the speaker's language."""
    english = speaker.english
    heads = [_head(noun, speaker) for noun in form.nouns]
    values = [_value(shown, speaker) for shown in form.values]
    clauses = [_clause(link, form, heads, speaker) for link in form.links]
    if len(heads) == 1 and not clauses:
        if all(shown.open for shown in form.values):
            return _with_their(form.nouns[0], values, speaker)
        noun = _thing(form.nouns[0], heads[0], speaker)
        if english:
            return f"list {_listed([f'the {value}' for value in values], ' and ')} of every {noun}"
        return f"列出{noun}的{_listed(values, '和')}"
    things = [_thing(noun, head, speaker) for noun, head in zip(form.nouns, heads, strict=True)]
    if english:
        items = [*things, *(f"the {v} of the {heads[s.owner]}" for v, s in zip(values, form.values, strict=True))]
        return f"list every {_listed(items, ' and ')}" + (f" where {_listed(clauses, ' and ')}" if clauses else "")
    items = [*things, *(f"{heads[s.owner]}的{v}" for v, s in zip(values, form.values, strict=True))]
    return f"列出每个{_listed(items, '和')}" + (f",其中{_listed(clauses, '并且')}" if clauses else "")


def _with_their(noun: Noun, values: list[str], speaker: Speaker) -> str:
    """Say a list in which a thing without a value has its place too."""
    if not speaker.english:
        return f"列出{_thing(noun, _head(noun, speaker), speaker)}及其{_listed(values, '和')}"
    things = speaker.noun(noun).removeprefix("(").removesuffix(")")
    return f"list {things} with their {_listed(values, ' and ')}"


def _head(noun: Noun, speaker: Speaker) -> str:
    cls = noun.cls or speaker.common(noun, ())
    return speaker.cls(cls, plural=False) if cls else speaker.noun(Noun(names=noun.names))


def _thing(noun: Noun, head: str, speaker: Speaker) -> str:
    if noun.where is None:
        return head
    clause = speaker.clause(noun.where)
    return f"{head} that {clause}" if speaker.english else f"{clause}的{head}"


def _value(shown: Shown, speaker: Speaker) -> str:
    frame = speaker.pack.frames[shown.holds.frame]
    measure = speaker.measure(shown.holds)
    names = frame.role(shown.show).names if measure is None else frame.names
    label = measure or speaker.words(names).label
    return f'"{label}"' if " " in label else label


def _clause(link: Link, form: Table, heads: list[str], speaker: Speaker) -> str:
    holds = link.holds
    first, *others = holds.fills
    filled = type(holds)(
        holds.frame,
        holds.role,
        (Fill(first.role, Noun(cls=form.nouns[link.right].cls)), *others),
        holds.tests,
        holds.reach,
    )
    clause = speaker.clause(filled)
    return f"the {heads[link.left]} {clause}" if speaker.english else f"{heads[link.left]}{clause}"


def _listed(items: list[str], joint: str) -> str:
    comma = ", " if joint.startswith(" ") else "、"
    return joint.join([comma.join(items[:-1]), items[-1]] if len(items) > 1 else items)
