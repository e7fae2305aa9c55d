"""Nouns and conditions in, phrases out: the canonical words that say.py puts into sentences.

Every phrase can be read back: names that mean several things carry the text that selects them
(``Rubin [rubin-gpu]``), nested nouns stand in brackets, and verbs come from the readings of the pack.
"""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from kg.lexicon.fold import squeeze
from kg.lexicon.lexicon import Lexicon, VerbPattern
from kg.pack.pack import Names, Pack, Words
from kg.query.conditions import parts_of
from kg.query.query import (
    Among,
    And,
    Condition,
    Every,
    Fill,
    Holds,
    Not,
    Noun,
    Number,
    Only,
    Or,
    OtherThan,
    Quantifier,
    Quantity,
    Some,
    Test,
)
from kg.query.say_step import say_step
from kg.query.wording import say_chinese, say_english

_COMPARISONS = {
    "en": {">": "more than", ">=": "at least", "<": "less than", "<=": "at most", "=": "exactly", "!=": "not"},
    "zh": {">": "超过", ">=": "至少", "<": "少于", "<=": "不超过", "=": "恰好", "!=": "不是"},
}


class Speaker(Struct, frozen=True, dict=True):
    """Says nouns and clauses of one pack in one language."""

    pack: Pack
    lexicon: Lexicon
    lang: str
    #: Which of the readings that fit says a relation: 0 the usual one.
    wording: int = 0

    # ---------------------------------------------------------------- words

    @cached_property
    def english(self) -> bool:
        """Whether the sentences are English."""
        return self.lang == "en"

    def words(self, names: Names) -> Words:
        """Return the words of this language, else those of another one."""
        return names.get(self.lang) or next(iter(names.values()), Words(""))

    def name(self, id: str, *, plural: bool = False) -> str:
        """Return the text that names a thing and nothing else."""
        thing = self.pack.things[id]
        label = self.words(thing.names).label
        if self._means_only(label, id):
            return self.lexicon.plurals.get(label, label) if plural else label
        if self.lexicon.look_up(squeeze(label, self.lexicon.simplified)):
            return f"{label} [{id}]"
        return f'"{label}"'

    def _means_only(self, label: str, id: str) -> bool:
        found = self.lexicon.look_up(squeeze(label, self.lexicon.simplified))
        things = {m.id for m in found if m.kind == "thing"}
        return things == {id} and not any(m.kind in ("verb", "role", "choice") for m in found)

    def cls(self, id: str, *, plural: bool = True) -> str:
        """Return the word of a class."""
        label = self.words(self.pack.classes[id].names).label
        return self.lexicon.plurals.get(label, label) if plural and self.english else label

    def number(self, value: float) -> str:
        """Return a number in digits."""
        return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)

    def sources(self, ids: tuple[str, ...]) -> str:
        """Return "according to" with the publisher, author or id that selects just these documents."""
        wanted = set(ids)
        lead = "according to " if self.english else "据"
        for text in dict.fromkeys(
            text
            for source in map(self.pack.sources.__getitem__, ids)
            for text in (source.publisher, source.author)
            if text
        ):
            if {s.id for s in self.pack.sources.values() if text in (s.publisher, s.author)} == wanted:
                return lead + text
        comma = ", " if self.english else ","
        return comma.join(lead + source for source in ids)

    # ---------------------------------------------------------------- nouns

    def noun(self, noun: Noun, ranges: tuple[str, ...] = (), *, quantified: bool = False) -> str:
        """Return a noun phrase; one with a relative clause stands in brackets."""
        head = self._head(noun, ranges, plural=not noun.names or quantified)
        if noun.where is None or isinstance(noun.where, OtherThan):
            return self._set_apart(head, noun)
        head = self._set_apart(head, noun)
        if self.english:
            many = not noun.names
            return f"({head} that {self.clause(noun.where, plural=many)})"
        return f"({self.clause(noun.where)}的{head})"

    def _head(self, noun: Noun, ranges: tuple[str, ...], *, plural: bool) -> str:
        if noun.names:
            joint = " or " if self.english else "或"
            return joint.join(self.name(name, plural=plural or self._is_kind(name)) for name in noun.names)
        cls = noun.cls or self.common(noun, ranges)
        if cls:
            return self.cls(cls)
        return "things" if self.english else "事物"

    def _set_apart(self, head: str, noun: Noun, *, front: bool = False) -> str:
        """Return the head with those that it does not mean: "companies other than TSMC", 台积电以外的公司."""
        names = [name for part in parts_of(noun.where) if isinstance(part, OtherThan) for name in part.names]
        if not names:
            return head
        if self.english:
            return f"{head} other than {' and '.join(map(self.name, names))}"
        said = "和".join(map(self.name, names))
        return f"除{said}以外{head}" if front else f"{said}以外的{head}"

    def _one(self, noun: Noun, ranges: tuple[str, ...]) -> str:
        """Return the singular of a plain noun."""
        if noun.where is not None:
            return self.noun(noun, ranges)
        if len(noun.names) == 1:
            return self.name(noun.names[0])
        cls = noun.cls or (ranges[0] if noun == Noun() and len(ranges) == 1 else None)
        return self.cls(cls, plural=False) if cls else self.noun(noun, ranges)

    def _is_kind(self, id: str) -> bool:
        return self.english and id in self._kinds

    @cached_property
    def _kinds(self) -> frozenset[str]:
        return frozenset(self.pack.narrower)

    def common(self, noun: Noun, ranges: tuple[str, ...]) -> str | None:
        """Return the class that the place of a noun implies, so that the noun need not say it."""
        places = [ranges]
        for part in parts_of(noun.where):
            if isinstance(part, Holds):
                places.append(self.pack.frames[part.frame].role(part.role).ranges)
        return next((found[0] for found in places if len(found) == 1), None)

    def role_noun(self, frame: str, role: str, noun: Noun) -> str:
        """Return what fills a role, by the noun of the role when nothing else is said."""
        the_role = self.pack.frames[frame].role(role)
        if noun != Noun():
            return self.noun(noun, the_role.ranges, quantified=True)
        if len(the_role.ranges) == 1:
            return self.cls(the_role.ranges[0])
        label = self.words(the_role.names).label
        return self.lexicon.plurals.get(label, label) if self.english else label

    def by_role(self, holds: Holds, counted: Fill) -> str:
        """Return what is counted of a thing, by the noun of its role: "optical module suppliers"."""
        if counted.noun != Noun():
            return self.noun(counted.noun, self.pack.frames[holds.frame].role(counted.role).ranges)
        patterns = [
            p
            for p in self.lexicon.nouns
            if (p.frame, p.asks, p.lang) == (holds.frame, counted.role, self.lang) and p.noun
        ]
        noun = patterns[0].noun if patterns else self.role_noun(holds.frame, counted.role, counted.noun)
        things = [self.noun(fill.noun) for fill in holds.fills]
        return " ".join([*things, self.lexicon.plurals.get(noun, noun)]) if self.english else "".join([*things, noun])

    def ranked(self, noun: Noun, holds: Holds) -> str:
        """Return what is ranked: a noun, else the class of the role that it fills."""
        return self.noun(noun, self.pack.frames[holds.frame].role(holds.role).ranges)

    def asked(self, noun: Noun) -> str:
        """Return who, what or which with the noun that is asked for."""
        return self._set_apart(self._asked(noun), noun, front=True)

    def _asked(self, noun: Noun) -> str:
        if noun.names or noun.cls:
            head = self._head(noun, (), plural=True)
            return f"which {head}" if self.english else f"哪些{head}"
        cls = self.common(noun, ())
        agent = cls is not None and any(self.pack.classes[c].agent for c in self.pack.ancestors(cls))
        if cls and not agent:
            return f"which {self.cls(cls)}" if self.english else f"哪些{self.cls(cls)}"
        if self.english:
            return "who" if agent or self._agents(noun) else "what"
        return "谁" if agent or self._agents(noun) else "什么"

    def _agents(self, noun: Noun) -> bool:
        if isinstance(noun.where, And):
            return any(self._agents(Noun(where=part)) for part in noun.where.parts)
        part = noun.where.parts[0] if isinstance(noun.where, Or) else noun.where
        part = part.part if isinstance(part, Not) else part
        if not isinstance(part, Holds):
            return False
        ranges = self.pack.frames[part.frame].role(part.role).ranges
        return bool(ranges) and all(any(self.pack.classes[c].agent for c in self.pack.ancestors(r)) for r in ranges)

    def counted(self, noun: Noun) -> str:
        """Return what "how many" counts."""
        return self._set_apart(self._counted(noun), noun)

    def _counted(self, noun: Noun) -> str:
        if noun.names or noun.cls:
            return self._head(noun, (), plural=True)
        parts = noun.where.parts if isinstance(noun.where, And | Or) else (noun.where,)
        held = [part for part in parts if isinstance(part, Holds)]
        if held and held[0] is parts[0]:
            of_a_class = (h for h in held if len(self.pack.frames[h.frame].role(h.role).ranges) == 1)
            part = next(of_a_class, held[0])  # "how many companies are Chinese and supply X", not "how many residents"
            return self.role_noun(part.frame, part.role, Noun())
        return "things" if self.english else "事物"

    # ---------------------------------------------------------------- clauses

    def clause(self, condition: Condition | None, *, plural: bool = False, each: Fill | None = None) -> str:
        """Return what a condition says of its subject, verb first."""
        match condition:
            case None:
                return ""
            case Holds():
                return self._statement(condition, plural, each, negated=False) + self._however_far(condition)
            case Among(step):
                return say_step(step, self, plural=plural, negated=False)
            case Not(Among(step)):
                return say_step(step, self, plural=plural, negated=True)
            case Not(Holds() as part):
                return self._statement(part, plural, each, negated=True) + self._however_far(part)
            case Not(Or(parts)) if shared := self._shared_verb(parts, plural, negated=True):
                return shared
            case Not(part):
                return ("not " if self.english else "不") + self.clause(part, plural=plural)
            case OtherThan():
                return ""  # said beside the noun
            case And(parts):
                said = [self.clause(part, plural=plural) for part in parts if not isinstance(part, OtherThan)]
                return (" and " if self.english else "并且").join(said)
            case Or(parts) if shared := self._shared_verb(parts, plural):
                return shared
            case Or(parts):
                return (" or " if self.english else "或者").join(self.clause(part, plural=plural) for part in parts)

    def _however_far(self, holds: Holds) -> str:
        """Return the words for steps of any number, where the relation does not imply them."""
        if holds.reach == "one" or self.pack.frames[holds.frame].transitive:
            return ""
        return " directly or indirectly" if self.english else ",直接或间接"

    def sentence(self, subject: str, condition: Condition | None) -> str:
        """Return a Chinese subject with its predicate: a measure is the subject's (模型的参数超过…)."""
        first = condition.parts[0] if isinstance(condition, And | Or) else condition
        link = "的" if isinstance(first, Holds) and self.measure(first) and len(first.tests) > 1 else ""
        return f"{subject}{link}{self.clause(condition)}"

    def _shared_verb(self, parts: tuple[Condition, ...], plural: bool, *, negated: bool = False) -> str | None:
        """Return one clause that says all parts: "makes lasers", said of several frames."""
        frames = [part.frame for part in parts if isinstance(part, Holds)]
        if len(frames) < len(parts) or len(set(frames)) < len(frames):
            return None
        said = [
            [self._by_way(part, way, plural, None, negated) for way in self._ways(part)]
            for part in parts
            if isinstance(part, Holds)
        ]
        return next((text for text in said[0] if all(text in others for others in said[1:])), None)

    def question(self, noun: Noun, *, alone: bool = False) -> str:
        """Return whether a named thing meets a condition; ``alone``: it and nothing else."""
        head = self._head(noun, (), plural=False)
        if alone:
            head = f"only {head}" if self.english else f"只有{head}"
        clause = self.clause(noun.where, plural=True)
        if not self.english:
            return f"{self.sentence(head, noun.where)}吗"
        if clause.startswith("are "):
            return f"is {head} {clause[4:]}"
        return f"does {head} {clause}"

    def measure(self, holds: Holds) -> str | None:
        """Return the word of the measure that a statement's first test fixes, or None."""
        frame = self.pack.frames[holds.frame]
        for test in holds.tests:
            qualifier = frame.qualifier(test.qualifier)
            for choice in qualifier.choices:
                if choice.id == test.value and choice.units:
                    return self.words(choice.names).label
        return None

    def _statement(self, holds: Holds, plural: bool, each: Fill | None, *, negated: bool) -> str:
        measure = self.measure(holds)
        if measure is not None:
            return self._measured(holds, measure, plural, negated)
        ways = self._ways(holds, each)
        if not ways:
            return self._by_roles(holds, plural, each, negated)
        usual = sorted(ways, key=lambda way: (way[0].verb in self._shared, way[1]))
        return self._by_way(holds, usual[self.wording % len(usual)], plural, each, negated)

    def _by_roles(self, holds: Holds, plural: bool, each: Fill | None, negated: bool) -> str:
        """Return a statement by the labels of its frame and roles, where no reading holds all of it."""
        frame = self.pack.frames[holds.frame]
        label, role = self.words(frame.names).label, self.words(frame.role(holds.role).names).label
        parts = [
            (self.words(frame.role(fill.role).names).label, self._filler(holds.frame, fill, each))
            for fill in holds.fills
        ]
        said = [f"{name} {text}" if self.english else f"{name}为{text}" for name, text in parts if text]
        if self.english:
            verb = ("are" if plural else "is") + (" not" if negated else "")
            return f"{verb} {role} of a {label}" + (f" with {' and '.join(said)}" if said else "")
        return f"{'不' if negated else ''}是{label}的{role}" + (f"({'、'.join(said)})" if said else "")

    def _by_way(
        self, holds: Holds, way: tuple[VerbPattern, bool], plural: bool, each: Fill | None, negated: bool
    ) -> str:
        pattern, passive = way
        amounts = [test for test in holds.tests if isinstance(test.value, Quantity)]
        filled = {fill.role: self._filler(holds.frame, fill, each) for fill in holds.fills}
        for test in amounts:
            filled[test.qualifier] = self._share(holds, test)
        filled = {role: text for role, text in filled.items() if text}
        if self.english:
            return say_english(pattern, passive, filled, plural, negated)
        return say_chinese(pattern, passive, filled, negated, self._only_role(holds))

    def _only_role(self, holds: Holds) -> str | None:
        return next((fill.role for fill in holds.fills if isinstance(fill.quantifier, Only)), None)

    def _measured(self, holds: Holds, measure: str, plural: bool, negated: bool) -> str:
        test = next((test for test in holds.tests if isinstance(test.value, Quantity)), None)
        if test is None:
            if negated:
                return f"{'do' if plural else 'does'} not have {measure}" if self.english else f"没有{measure}"
            return (f"have {measure}" if plural else f"has {measure}") if self.english else f"有{measure}"
        amount = self._amount(test, holds)
        measure = "".join(f"{self.noun(fill.noun)} " for fill in holds.fills) + measure
        if self.english:
            verb = ("do not have" if plural else "does not have") if negated else ("have" if plural else "has")
            return f"{verb} {amount} {measure}"
        return f"{'不' if negated else ''}{measure}{amount}"

    def _amount(self, test: Test, holds: Holds) -> str:
        assert isinstance(test.value, Quantity)
        value, unit = test.value.value, test.value.unit
        words = _COMPARISONS[self.lang][test.op]
        shown = "" if unit is None or self._is_only_unit(unit, holds) else self._unit(unit)
        number = self.number(value)
        space = " " if self.english else ""
        return f"{words}{space}{number}{'' if shown.startswith('%') else ' '}{shown}".rstrip()

    def _is_only_unit(self, unit: str, holds: Holds) -> bool:
        frame = self.pack.frames[holds.frame]
        fixed = {test.value for test in holds.tests}
        return any(c.units == (unit,) for q in frame.qualifiers for c in q.choices if c.id in fixed)

    def _unit(self, unit: str) -> str:
        return "%" if unit == "percent" else self.words(self.pack.units[unit].names).label

    def _share(self, holds: Holds, test: Test) -> str:
        """Return an amount of a share with its base: "more than 25% of revenue"."""
        assert isinstance(test.value, Quantity)
        words = _COMPARISONS[self.lang][test.op]
        number = self.number(test.value.value) + "%"
        frame = self.pack.frames[holds.frame]
        base = ""
        for other in holds.tests:
            for choice in frame.qualifier(other.qualifier).choices:
                if choice.id == other.value:
                    names = self.words(choice.names)
                    base = next((n for n in names.all if " " not in n and len(n) > 1 and n != names.label), names.label)
        if self.english:
            return f"{words} {number} of {base}" if base else f"{words} {number}"
        return f"{words}{number}的{base}" if base else f"{words}{number}"

    def _filler(self, frame: str, fill: Fill, each: Fill | None) -> str:
        ranges = self.pack.frames[frame].role(fill.role).ranges
        if each is not None and fill == each:
            return ("each " if self.english else "每个") + self._one(fill.noun, ranges)
        return self._quantified(frame, fill, ranges, fill.quantifier)

    def _quantified(self, frame: str, fill: Fill, ranges: tuple[str, ...], quantifier: Quantifier) -> str:
        match quantifier:
            case Some():
                if fill.noun != Noun():
                    return self.noun(fill.noun, ranges)
                return ("any " if self.english else "任何") + self.role_noun(frame, fill.role, fill.noun)
            case Every():
                return ("all " if self.english else "所有") + self.noun(fill.noun, ranges, quantified=True)
            case Only():
                return ("only " if self.english else "") + self.noun(fill.noun, ranges)
            case Number(op, count):
                words = _COMPARISONS[self.lang][op]
                noun = self._one(fill.noun, ranges) if count == 1 else self.role_noun(frame, fill.role, fill.noun)
                return f"{words} {count} {noun}" if self.english else f"{words}{count}家{noun}"

    # ---------------------------------------------------------------- readings

    def _ways(self, holds: Holds, each: Fill | None = None) -> list[tuple[VerbPattern, bool]]:
        """Return the readings that have the role as subject and a place for every filler; true with
        those that must be turned into the passive."""
        fixed = {(t.qualifier, t.value) for t in holds.tests if isinstance(t.value, str)}
        needed = {fill.role for fill in holds.fills if fill.noun != Noun() or not isinstance(fill.quantifier, Some)}
        needed |= {each.role} if each else set()
        needed |= {test.qualifier for test in holds.tests if isinstance(test.value, Quantity)}
        patterns = [p for p in self.lexicon.verbs if p.frame == holds.frame and p.lang == self.lang and p.verb]
        patterns = [p for p in patterns if set(p.fixes) <= fixed]
        ways: list[tuple[VerbPattern, bool]] = []
        for pattern in patterns:
            marked = {role for _, role in pattern.marked}
            if pattern.subject == holds.role and needed <= {pattern.object, *marked}:
                ways.append((pattern, False))
            if pattern.object == holds.role and needed <= {pattern.subject, *marked} and not pattern.linked:
                ways.append((pattern, True))
        return ways

    @cached_property
    def _shared(self) -> frozenset[str]:
        """Verbs that several frames have: said only where a frame has no verb of its own."""
        frames: dict[str, set[str]] = {}
        for pattern in self.lexicon.verbs:
            frames.setdefault(pattern.verb, set()).add(pattern.frame)
        return frozenset(verb for verb, found in frames.items() if len(found) > 1)
