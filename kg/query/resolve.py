"""Syntax tree in, typed query out: words get their frames, roles and classes from the pack.

A question is resolved top down: its form first, then its clauses, then the noun phrases in them. What
makes no sense raises MeaningError; nothing is guessed from the data.
"""

from __future__ import annotations

from contextlib import suppress

from msgspec.structs import replace

from kg.base.diagnostics import Diagnostic, diagnostic
from kg.language.syntax import Clause, Clauses, Nominal, Phrase, Together
from kg.lexicon.lexicon import NounPattern, VerbPattern
from kg.query.arguments import Assignment, Hole, assignments, filler_classes, fits
from kg.query.conditions import all_of, any_of, joined
from kg.query.definition import Definition
from kg.query.linked import linked
from kg.query.meaning import MeaningError, Scope
from kg.query.measures import having, measure_of, measured, of_subject, share_tests
from kg.query.nominal import (
    as_condition,
    lifted,
    noun_classes,
    noun_of,
    place_complements,
    quantifier_of,
    untaken,
)
from kg.query.query import (
    Condition,
    Fill,
    Holds,
    Not,
    Noun,
    Number,
    Only,
    Some,
    Test,
)
from kg.query.resolving import Placed
from kg.query.steps import is_step, raw_materials, step_condition, stream_of, tier_of
from kg.query.two_objects import refuse_two_objects
from kg.query.unsaid import refuse_unsaid

_AS = ("as", "作为", "为")


class Resolver:
    """Resolves the nominals and clauses of one question."""

    def __init__(self, scope: Scope, *, substitutes: bool = False) -> None:
        self.scope = scope
        self.substitutes = substitutes

    # ---------------------------------------------------------------- statements

    def holds(
        self,
        frame: str,
        role: str,
        placed: tuple[Placed, ...],
        fixes: tuple[tuple[str, str], ...] = (),
        *,
        only: bool = False,
        counted: Fill | None = None,
    ) -> Condition:
        """Return that a thing fills ``role`` in a statement whose other roles are filled as placed."""
        scope = self.scope
        taken = {role, *(other for other, _ in placed)}
        complete: list[Placed] = []
        for other, nominal in placed:
            kept, moved = lifted(nominal, frame, taken, scope, filler=True)
            complete += [(other, kept), *moved]
        spread = next((pair for pair in complete if _spreads(pair[1]) and not self._one_of(frame, pair[0])), None)
        if spread is not None:
            members = spread[1].members  # type: ignore[union-attr]
            ways = [[(r, member if n is spread[1] else n) for r, n in complete] for member in members]
            return all_of([self.holds(frame, role, tuple(way), fixes, only=only) for way in ways])
        roles = {r.id for r in scope.pack.frames[frame].roles}
        tests = [Test(qualifier, "=", value) for qualifier, value in fixes if qualifier not in roles]
        fills = [counted] if counted else []
        fills += [Fill(r, Noun(), Number("=", int(count))) for r, count in fixes if r in roles]
        negative = False
        for other, nominal in complete:
            if not any(r.id == other for r in scope.pack.frames[frame].roles):
                tests += share_tests(nominal, frame, other, tests, self)
                continue
            negative = negative or (isinstance(nominal, Phrase) and nominal.quantity == "no")
            fills.append(self.fill(frame, other, nominal, only=only and nominal is complete[-1][1]))
        if tests:
            fills = [Fill(f.role, f.noun) if f.quantifier == Number("=", 1) else f for f in fills]
        reach = "chain" if scope.chained(frame) else "one"
        holds = Holds(frame, role, tuple(fills), tuple(tests), reach)  # type: ignore[arg-type]
        return Not(holds) if negative else holds

    def _one_of(self, frame: str, role: str) -> bool:
        """Whether a thing has one filler of a role at most, so that "and" between fillers means either."""
        the_frame = self.scope.pack.frames[frame]
        return the_frame.functional and role == the_frame.roles[1].id

    def fill(self, frame: str, role: str, nominal: Nominal, *, only: bool = False) -> Fill:
        """Return one role filled by a nominal, with its quantifier."""
        noun = noun_of(self.plain(_bare(nominal), frame, role), self.scope.ranges(frame, role), self)
        quantifier = quantifier_of(nominal) if isinstance(nominal, Phrase) else Some()
        if quantifier == Number("=", 1) and noun.names and not any(name in self.scope.kinds for name in noun.names):
            quantifier = Some()  # "one GB200 NVL72" (一台GB200 NVL72) is just any
        if only or (isinstance(nominal, Together) and _first(nominal).quantity == "only"):
            quantifier = Only()
        return Fill(role, noun, quantifier)

    def step_noun(self, phrase: Phrase) -> Noun | None:
        """Return what X的上游, X的上游公司 or "tier 2 suppliers of X" covers, None for other nouns."""
        if phrase.nouns[-1].special == "raw material":
            return raw_materials(phrase, self)
        if phrase.tier is not None and not any(map(is_step, phrase.nouns)):
            rest = phrase.marked if phrase.of else ()
            noun = tier_of(replace(phrase, marked=()) if phrase.of else phrase, self)
            parts = [noun.where] if noun.where is not None else []
            while rest:
                condition, used = self.belonging(list(rest), noun_classes(noun, self.scope), phrase)
                parts.append(condition)
                rest = tuple(pair for pair in rest if pair not in used)
            return replace(noun, where=all_of(parts))
        whole = stream_of(phrase, self)
        if whole is not None:
            return Noun(where=whole)
        streams = [n for n in phrase.nouns[:-1] if is_step(n)]
        upper = [o for o in phrase.of if isinstance(o, Phrase) and o.nouns and is_step(o.nouns[-1])]
        if not streams and not upper:
            return None
        if streams:
            core = replace(phrase, nouns=(phrase.nouns[-1],), of=())
            where = stream_of(replace(phrase, nouns=phrase.nouns[:-1], marked=()), self)
        else:
            core = replace(phrase, of=tuple(o for o in phrase.of if o is not upper[0]))
            where = stream_of(upper[0], self)
        noun = noun_of(replace(core, relatives=(), adjectives=(), tier=None), (), self)
        if where is None:
            raise MeaningError(diagnostic("M002", phrase.span, text=phrase.nouns[-1].text, usage=self._usage()))
        return replace(noun, where=all_of([p for p in (noun.where, where) if p is not None]))

    def plain(self, nominal: Nominal, frame: str, role: str) -> Nominal:
        """Return a phrase without a noun that only names the role it fills: "from four suppliers"."""
        if not isinstance(nominal, Phrase) or len(nominal.nouns) != 1 or nominal.of or nominal.marked:
            return nominal
        names_it = any(
            self._names_role(pattern.frame, pattern.asks, frame, role) for pattern in self._patterns(nominal, kin=False)
        )
        return replace(nominal, nouns=()) if names_it else nominal

    def _names_role(self, frame: str, role: str, other_frame: str, other_role: str) -> bool:
        return role == other_role and (frame == other_frame or self.scope.pack.frames[frame].form != "triple")

    # ---------------------------------------------------------------- clauses

    def relative(self, clauses: Clauses, classes: tuple[str, ...]) -> Condition:
        """Return what relative clauses say of the thing in their gap."""
        hole = Hole(classes)
        return joined(clauses.op, [self.about_hole(clause, hole) for clause in clauses.clauses])

    def about_hole(self, clause: Clause, hole: Hole) -> Condition:
        """Return what one clause says of the thing in its gap."""
        match clause.kind:
            case "verb":
                return self.verb_condition(clause, hole, None)
            case "have":
                return _negated(self.have_condition(clause, hole), clause)
            case "amount":
                return _negated(self.amount_condition(clause, hole), clause)
            case _:
                return _negated(self.be_condition(clause, hole), clause)

    def verb_condition(self, clause: Clause, hole: Hole | None, asked: Nominal | None) -> Condition:
        """Return what a verb says of the gap or of the nominal that is asked for.

        A verb that several frames share ("makes") says that one of them holds.
        """
        target = hole if asked is None else asked
        assert target is not None
        if is_step(clause.verb):
            return _negated(step_condition(clause, target, self), clause)
        defined = self.scope.defined(clause.verb)
        if defined is not None:
            return _negated(self._defined(defined, clause, target), clause)
        found = assignments(clause, self.scope, hole)
        refuse_two_objects(clause, found, self.scope)
        by_frame: dict[str, Assignment] = {}
        for assignment in found:
            if _takes_stranded(assignment, target, clause):
                by_frame.setdefault(assignment.pattern.frame, assignment)
        if not by_frame:
            nearer = _attached(clause)
            if nearer is not None:
                with suppress(MeaningError):
                    return self.verb_condition(nearer, hole, asked)
            raise MeaningError(self.misfit(clause), 1)
        parts: list[Condition] = []
        errors: list[MeaningError] = []
        for assignment in by_frame.values():
            try:
                parts.append(self._assigned(assignment, target, clause))
            except MeaningError as error:
                errors.append(error)
        if not parts:
            raise max(errors, key=lambda error: error.rank)
        return _negated(any_of(parts), clause)

    def _defined(self, defined: Definition, clause: Clause, target: Hole | Nominal) -> Condition:
        """Return what a verb of the user's own says: it takes a subject and nothing else."""
        more = [n for n in (*clause.before, *clause.after, *(n for _, n in clause.marked)) if n is not target]
        where = defined.noun.where
        if more or clause.passive or clause.only or not defined.verb or where is None:
            usage = f"who {defined.name}" if self.scope.lang == "en" else f"谁{defined.name}"
            span = more[0].span if more else clause.span
            raise MeaningError(diagnostic("M002", span, text=clause.verb.text if clause.verb else "", usage=usage), 2)
        return where

    def _assigned(self, assignment: Assignment, target: Hole | Nominal, clause: Clause) -> Condition:
        role = assignment.role_of(target)
        assert role is not None
        placed = tuple((r, f) for r, f in assignment.roles if f is not target and not isinstance(f, Hole))
        if isinstance(target, Phrase) and target.of:
            taken = {r for r, _ in assignment.roles}
            _, moved = lifted(target, assignment.pattern.frame, taken, self.scope)
            placed = (*placed, *moved)
        return self.holds(assignment.pattern.frame, role, placed, assignment.pattern.fixes, only=clause.only)

    def misfit(self, clause: Clause) -> Diagnostic:
        """Return the diagnostic for a verb whose arguments do not fit: how it can be used."""
        assert clause.verb
        frames = dict.fromkeys(self.scope.verb(m).frame for m in clause.verb.meanings if m.kind == "verb")
        readings = [
            self.scope.example(frame, reading.text)
            for frame in frames
            for reading in self.scope.pack.frames[frame].readings
            if reading.lang == self.scope.lang
        ]
        return diagnostic("M002", clause.span, text=clause.verb.text, usage="; ".join(dict.fromkeys(readings[:1])))

    # ---------------------------------------------------------------- have

    def have_condition(self, clause: Clause, subject: Hole | Nominal) -> Condition:
        """Return what "has …" says of its subject: "has no supplier", "has NVIDIA as its only customer"."""
        owned = clause.after[0]
        if isinstance(owned, Together):
            parts = [self.have_condition(replace(clause, after=(member,)), subject) for member in owned.members]
            return joined(owned.op, parts)
        role_name = next((n for marker, n in owned.marked if marker in _AS), None)
        if isinstance(role_name, Phrase):
            plain = replace(
                owned,
                marked=tuple(p for p in owned.marked if p[1] is not role_name),
                quantity=role_name.quantity or owned.quantity,
            )
            return self._has_as(role_name, plain, subject, only=clause.only)
        owned = of_subject(
            owned, subject.classes if isinstance(subject, Hole) else _classes(subject, self.scope), self.scope
        )
        classes = subject.classes if isinstance(subject, Hole) else _classes(subject, self.scope)
        measure = measured(owned, self) or having(owned, classes, self, denied=clause.negated)
        if measure is not None:
            return measure
        return self._has_role(owned, subject, clause)

    def _has_as(self, role_name: Phrase, filler: Phrase, subject: Hole | Nominal, *, only: bool) -> Condition:
        for pattern in self._patterns(role_name):
            placed = self._subject_role(replace(role_name, quantity="", amount=None), pattern.frame, pattern, subject)
            if placed is None or not fits(filler, pattern.asks, pattern.frame, self.scope):
                continue
            role, others = placed
            others = (
                *others,
                *self._lifted_from(subject, pattern.frame, {role, pattern.asks, *(r for r, _ in others)}),
            )
            return self.holds(
                pattern.frame,
                role,
                (*others, (pattern.asks, filler)),
                pattern.fixes,
                only=only or filler.quantity == "only",
            )
        raise MeaningError(
            diagnostic("M002", role_name.span, text=role_name.nouns[-1].text if role_name.nouns else "", usage="")
        )

    def _has_role(self, phrase: Phrase, subject: Hole | Nominal, clause: Clause) -> Condition:
        owned = phrase
        patterns = self._patterns(owned)
        for pattern in patterns:
            taken = {marker for marker, _ in pattern.marked}
            aside = tuple(pair for pair in phrase.marked if pair[0] not in taken)
            owned = replace(phrase, marked=tuple(pair for pair in phrase.marked if pair[0] in taken))
            named = [w for w in owned.nouns[:-1] if fits(Phrase(nouns=(w,)), pattern.asks, pattern.frame, self.scope)]
            if clause.only and named and not owned.amount:
                role_name = replace(owned, nouns=(owned.nouns[-1],))
                return self._has_as(role_name, Phrase(nouns=(named[0],), span=named[0].span), subject, only=True)
            placed = self._subject_role(owned, pattern.frame, pattern, subject)
            if placed is None:
                continue
            role, others = placed
            others = (
                *others,
                *self._lifted_from(subject, pattern.frame, {role, pattern.asks, *(r for r, _ in others)}),
            )
            special = () if any(m.kind == "role" for m in owned.nouns[-1].meanings) else owned.nouns[-1:]
            filler = replace(owned, nouns=special, of=(), marked=aside, wh="")
            return self.holds(pattern.frame, role, (*others, (pattern.asks, filler)), pattern.fixes)
        classes = subject.classes if isinstance(subject, Hole) else _classes(subject, self.scope)
        found = self._named_role(phrase, classes) or self._linked(phrase, classes)
        if found is not None:
            return found
        text = owned.nouns[-1].text if owned.nouns else ""
        raise MeaningError(diagnostic("M002", owned.span, text=text, usage=self._usage()))

    def _lifted_from(self, subject: Hole | Nominal, frame: str, taken: set[str]) -> tuple[Placed, ...]:
        """Return what the subject belongs to, as roles of the same statement."""
        return lifted(subject, frame, taken, self.scope)[1] if isinstance(subject, Phrase) else ()

    def _usage(self) -> str:
        nouns = [
            self.scope.example(frame.id, noun.text)
            for frame in self.scope.pack.frames.values()
            for noun in frame.nouns
            if noun.lang == self.scope.lang
        ]
        return "; ".join(nouns[:1])

    def _patterns(self, phrase: Phrase, *, kin: bool = True) -> list[NounPattern]:
        if not phrase.nouns:
            return []
        found = [m for m in phrase.nouns[-1].meanings if m.kind == "role"]
        return [self.scope.noun(m) for m in found or (self.scope.kin(phrase.nouns[-1]) if kin else ())]

    def _subject_role(
        self, owned: Phrase, frame: str, pattern: NounPattern, subject: Hole | Nominal
    ) -> tuple[str, tuple[Placed, ...]] | None:
        """Give the one who has a role beside the one that the noun asks for."""
        rest = untaken(owned, pattern, self.scope)
        kept = tuple(pair for pair in owned.marked if pair not in rest)
        placed = place_complements(replace(owned, relatives=(), marked=kept), pattern, self.scope)
        if placed is None:
            return None
        taken = {pattern.asks, *(r for r, _ in placed)}
        belonging = [r for marker, r in pattern.marked if marker in ("of", "的")]
        spare = [r.id for r in self.scope.pack.frames[frame].roles]
        for role in dict.fromkeys((*belonging, *spare)):
            if role not in taken and fits(subject, role, frame, self.scope):
                return role, placed
        return None

    # ---------------------------------------------------------------- amounts and be

    def amount_condition(self, clause: Clause, subject: Hole | Nominal | None) -> Condition:
        """Return what a comparison says: 参数超过1万亿 of the thing, 供应商不少于四家 of the one supplied."""
        assert clause.amount
        phrase = clause.before[-1] if clause.before else None
        if not isinstance(phrase, Phrase):
            raise MeaningError(diagnostic("M002", clause.span, text="", usage="参数超过1万亿的模型"))
        if isinstance(subject, Hole):
            phrase = of_subject(phrase, subject.classes, self.scope)
        phrase, belonging = self._measured_of(phrase, subject)
        measure = measured(replace(phrase, amount=clause.amount), self)
        if measure is not None:
            return all_of([measure, *belonging])
        target = subject if subject is not None else phrase
        return self._has_role(replace(phrase, amount=clause.amount), target, replace(clause, only=False))

    def _measured_of(self, phrase: Phrase, subject: Hole | Nominal | None) -> tuple[Phrase, list[Condition]]:
        """Tell the items of a measure from what its subject belongs to: texas的人口大于150000的城市 are of Texas."""
        found = measure_of(phrase, self.scope)
        if found is None or not isinstance(subject, Hole) or not subject.classes:
            return phrase, []
        frame = found[0]
        items = [role.id for role in frame.roles[1:]]
        rest = [owner for owner in phrase.of if not any(fits(owner, item, frame.id, self.scope) for item in items)]
        kept = tuple(owner for owner in phrase.of if not any(owner is one for one in rest))
        said = [self.belonging([("的", owner)], subject.classes, None)[0] for owner in rest]
        return replace(phrase, of=kept), said

    def be_condition(self, clause: Clause, subject: Hole | Nominal) -> Condition:
        """Return what "is …" says: "is in Taiwan", "is a supplier of NVIDIA"."""
        classes = subject.classes if isinstance(subject, Hole) else ()
        parts: list[Condition] = []
        if clause.marked:
            condition, used = self.belonging(list(clause.marked), classes, None)
            if len(used) < len(clause.marked):
                marker, nominal = next(pair for pair in clause.marked if pair not in used)
                raise MeaningError(diagnostic("M002", nominal.span, text=marker, usage=self._usage()))
            parts.append(condition)
        for nominal in clause.after:
            refuse_unsaid(nominal, self.scope.lang)
            noun = noun_of(_bare(nominal), classes, self)
            parts.append(self.within(noun, classes, nominal))
        if not parts:
            raise MeaningError(diagnostic("M002", clause.span, text="", usage=self._usage()), 1)
        return all_of(parts)

    def within(self, noun: Noun, classes: tuple[str, ...], nominal: Nominal) -> Condition:
        """Return that a thing of some classes is one of a noun, or a member of the collection it names."""
        found = noun_classes(noun, self.scope)
        if noun.names and not self.scope.agree(found, classes):
            collection = self.collection([("of", nominal)], classes)
            if collection is not None:
                return collection
        if noun.names and noun.where is None and not any(name in self.scope.kinds for name in noun.names):
            raise MeaningError(
                diagnostic("M005", nominal.span, form=self.scope.label(noun.names[0]), usage=self._usage()), 2
            )
        return as_condition(noun, self.scope, nominal)

    # ---------------------------------------------------------------- what belongs to what

    def collection(self, rest: list[Placed], classes: tuple[str, ...]) -> Condition | None:
        """Return membership of a collection named in place of its members (小摩名单里的公司)."""
        if len(rest) != 1 or rest[0][0] not in ("of", "的", "in", "on", "中"):
            return None
        nominal = rest[0][1]
        for pattern in self.scope.lexicon.nouns:
            if pattern.noun or pattern.asks in [role for _, role in pattern.marked]:
                continue
            role = pattern.marked[0][1]
            if fits(nominal, role, pattern.frame, self.scope) and self.scope.agree(
                classes, self.scope.ranges(pattern.frame, pattern.asks)
            ):
                try:
                    return self.holds(pattern.frame, pattern.asks, ((role, nominal),), pattern.fixes)
                except MeaningError:
                    return None
        return None

    def belonging(
        self, rest: list[Placed], classes: tuple[str, ...], phrase: Phrase | None
    ) -> tuple[Condition, list[Placed]]:
        """Return what the first of some phrases ("in Taiwan", "of NVIDIA") says, and those that it used."""
        marker, nominal = rest[0]
        if marker in ("with", "有") and isinstance(nominal, Phrase):
            measure = measured(of_subject(nominal, classes, self.scope), self) or having(nominal, classes, self)
            if measure is not None:
                return measure, [rest[0]]
        if marker == "without" and isinstance(nominal, Phrase):
            lacking = having(replace(nominal, quantity="no"), classes, self)
            if lacking is not None:
                return lacking, [rest[0]]
        for pattern in self.scope.lexicon.verbs:
            if pattern.verb or not pattern.subject:
                continue
            subject = pattern.subject.split("|")[0]
            if not self.scope.agree(classes, self.scope.ranges(pattern.frame, subject)):
                continue
            way = self._verbless(pattern, rest)
            if way:
                used = [pair for pair, _ in way]
                placed = tuple((role, pair[1]) for pair, role in way)
                return self.holds(pattern.frame, subject, placed, pattern.fixes), used
        if marker in ("of", "的"):
            for noun in self.scope.lexicon.nouns:
                roles = [role for _, role in noun.marked]
                if noun.noun or noun.asks not in roles:
                    continue
                owner = next(role for role in roles if role != noun.asks)
                if fits(nominal, owner, noun.frame, self.scope) and self.scope.agree(
                    classes, self.scope.ranges(noun.frame, noun.asks)
                ):
                    refuse_unsaid(nominal, self.scope.lang)
                    return self.holds(noun.frame, noun.asks, ((owner, nominal),), noun.fixes), [rest[0]]
        if (
            marker in ("of", "的") and self.scope.lang == "zh" and classes and _is_name(nominal)
        ):  # 德克萨斯的城市 are those in Texas, where that is how they are told of
            with suppress(MeaningError):
                return self.belonging([("in", nominal), *rest[1:]], classes, phrase)[0], [rest[0]]
        if marker in ("with", "without") and isinstance(nominal, Phrase) and self._patterns(nominal):
            inner = replace(nominal, marked=(*nominal.marked, *rest[1:]))
            has = self._has_role(inner, Hole(classes), Clause("have", after=(inner,)))
            return (Not(has) if marker == "without" else has), rest
        if marker in ("in", "with", "at", "on", "under") and isinstance(nominal, Phrase):
            named = self._named_role(nominal, classes)
            if named is not None:
                return named, [rest[0]]
        if marker in ("of", "的") and _is_name(nominal) and isinstance(nominal, Phrase):  # players of Lyon
            relation = linked(nominal.nouns[0], classes, self.scope, strict=True)
            if relation is not None:
                return self.holds(relation.frame, relation.role, ((relation.filled, nominal),)), [rest[0]]
        span = nominal.span
        text = phrase.nouns[-1].text if phrase and phrase.nouns else marker
        raise MeaningError(diagnostic("M002", span, text=text, usage=self._usage()), 1)

    def _named_role(self, nominal: Phrase, classes: tuple[str, ...]) -> Condition | None:
        """Return what "in the country France", "with size Large" says: a role by its noun, then what fills it."""
        if len(nominal.nouns) < 2 or nominal.quantity:
            return None
        filler = replace(nominal, nouns=nominal.nouns[1:])
        for pattern in self._patterns(replace(nominal, nouns=nominal.nouns[:1])):
            owners = [role for marker, role in pattern.marked if marker in ("of", "的")]
            owner = next((r for r in owners if self.scope.agree(classes, self.scope.ranges(pattern.frame, r))), None)
            if owner is not None and fits(filler, pattern.asks, pattern.frame, self.scope):
                return self.holds(pattern.frame, owner, ((pattern.asks, filler),), pattern.fixes)
        return None

    def _linked(self, owned: Phrase, classes: tuple[str, ...]) -> Condition | None:
        """Return what "has a city" says where a class stands for what one single relation leads to or from."""
        way = linked(owned.nouns[0], classes, self.scope) if len(owned.nouns) == 1 else None
        return self.holds(way.frame, way.role, ((way.filled, replace(owned, wh="")),)) if way is not None else None

    def _verbless(self, pattern: VerbPattern, rest: list[Placed]) -> list[tuple[Placed, str]]:
        """Match phrases with the markers of a verbless reading; the first phrase must take part."""
        marked = pattern.marked
        frame = pattern.frame
        taken: set[str] = set()
        way: list[tuple[Placed, str]] = []
        for pair in rest:
            role = next(
                (r for m, r in marked if m == pair[0] and r not in taken and fits(pair[1], r, frame, self.scope)), None
            )
            if role is not None:
                taken.add(role)
                way.append((pair, role))
        needed = {role for _, role in marked} if len({m for m, _ in marked}) > 1 else set()
        if not way or way[0][0] is not rest[0] or not needed <= taken:
            return []
        return way


def _is_name(nominal: Nominal) -> bool:
    """Whether a nominal is a name and nothing more."""
    if not isinstance(nominal, Phrase) or len(nominal.nouns) != 1:
        return False
    bare = replace(nominal, nouns=(), span=Phrase().span) == Phrase()
    return bare and all(meaning.kind == "thing" for meaning in nominal.nouns[0].meanings)


def _classes(nominal: Nominal, scope: Scope) -> tuple[str, ...]:
    """Return the classes of a nominal; empty for anything."""
    found = filler_classes(nominal, scope)
    return found[0] if len(found) == 1 else ()


def _negated(condition: Condition, clause: Clause) -> Condition:
    return Not(condition) if clause.negated else condition


def _attached(clause: Clause) -> Clause | None:
    """Attach the last prepositional phrase to the noun before it: "to companies in the US"."""
    if not clause.marked:
        return None
    *earlier, (marker, nominal) = clause.marked
    if earlier:
        last_marker, owner = earlier[-1]
        if not isinstance(owner, Phrase):
            return None
        return replace(clause, marked=(*earlier[:-1], (last_marker, _with_marked(owner, marker, nominal))))
    last = clause.after[-1] if clause.after else None
    if isinstance(last, Phrase) and not last.wh:
        return replace(clause, after=(*clause.after[:-1], _with_marked(last, marker, nominal)), marked=())
    return None


def _with_marked(owner: Phrase, marker: str, nominal: Nominal) -> Phrase:
    # What a phrase already has stands before what comes next to it.
    return replace(owner, marked=((marker, nominal), *owner.marked))


def _takes_stranded(assignment: Assignment, target: Hole | Nominal, clause: Clause) -> bool:
    """Whether a way to read a clause gives the target a role, that of the preposition left without a noun if any."""
    role = assignment.role_of(target)
    stranded = {other for marker, other in assignment.pattern.marked if marker in clause.stranded}
    return role is not None and (not clause.stranded or role in stranded)


def _spreads(nominal: Nominal) -> bool:
    """Whether "A and B" means a statement with each: not under "only"."""
    return isinstance(nominal, Together) and nominal.op == "and" and _first(nominal).quantity != "only"


def _first(nominal: Nominal) -> Phrase:
    return _first(nominal.members[0]) if isinstance(nominal, Together) else nominal


def _bare(nominal: Nominal) -> Nominal:
    """Return a nominal without its quantifier: the set that it is about."""
    if isinstance(nominal, Together):
        return replace(nominal, members=tuple(_bare(member) for member in nominal.members))
    return replace(nominal, quantity="", amount=None, wh=nominal.wh if not nominal.nouns else "")
