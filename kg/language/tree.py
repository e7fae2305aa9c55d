"""Parser events in, syntax tree out: one builder a rule, the same for both grammars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from lark import Transformer
from lark.lexer import Token as LarkToken

from kg.base.spans import NOWHERE, Span
from kg.language.syntax import Amount, Clause, Clauses, Nominal, Phrase, Question, Together, Word
from kg.language.token import Token


_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Marked:
    marker: str
    nominal: Nominal


@dataclass(frozen=True, slots=True)
class _Stranded:
    marker: str


@dataclass(frozen=True, slots=True)
class _Lead:
    verb: Word | None
    kind: str = "verb"
    passive: bool = False
    negated: bool = False
    only: bool = False


@dataclass(frozen=True, slots=True)
class _Prefix:
    kind: str
    token: Token | None = None
    amount: Amount | None = None


@dataclass(frozen=True, slots=True)
class _Flag:
    kind: str


def _token(item: Any) -> Token:
    token = item.value if isinstance(item, LarkToken) else item
    assert isinstance(token, Token)
    return token


def _word(item: Any) -> Word:
    token = _token(item)
    special = token.word if not token.meanings else ""
    return Word(token.text, token.meanings, special, token.span)


def _tokens(items: Sequence[Any], kind: str) -> list[Token]:
    return [_token(item) for item in items if isinstance(item, LarkToken) and item.type == kind]


def _of_type(items: Sequence[Any], kind: type[_T]) -> list[_T]:
    return [item for item in items if isinstance(item, kind)]


def _nominals(items: Sequence[Any]) -> list[Nominal]:
    return [item for item in items if isinstance(item, Phrase | Together)]


def _flat(items: Sequence[Any]) -> list[Any]:
    found: list[Any] = []
    for item in items:
        if isinstance(item, list):
            found += _flat(item)
        elif item is not None:
            found.append(item)
    return found


def _span(items: Sequence[Any]) -> Span:
    spans = [span for item in items if (span := _span_of(item)) != NOWHERE]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else NOWHERE


def _span_of(item: Any) -> Span:
    match item:
        case LarkToken():
            return _token(item).span
        case Phrase() | Together() | Clause() | Word() | Amount():
            return item.span
        case _Marked():
            return item.nominal.span
        case _Lead():
            return item.verb.span if item.verb else NOWHERE
        case list():
            return _span(item)
        case _:
            return NOWHERE


def attach(nominal: Nominal, **changes: Any) -> Nominal:
    """Return the nominal with its head phrase changed; in a coordination the last member's."""
    if isinstance(nominal, Together):
        return replace(nominal, members=(*nominal.members[:-1], attach(nominal.members[-1], **changes)))
    merged = {
        name: (*getattr(nominal, name), *value) if isinstance(value, tuple) else value
        for name, value in changes.items()
    }
    return replace(nominal, **merged)


class Tree(Transformer[LarkToken, Any]):
    """Builds the syntax tree; a method a rule or alias of the grammars."""

    # ---------------------------------------------------------------- noun phrases

    def group(self, items: list[Any]) -> Phrase:
        items = _flat(items)
        words = tuple(_word(item) for item in items if isinstance(item, LarkToken) and item.type == "N")
        phrase = Phrase(nouns=words, span=_span(items))
        for prefix in _of_type(items, _Prefix):
            phrase = _apply(phrase, prefix)
        values = _of_type(items, Amount)
        return replace(phrase, value=values[0]) if values else phrase

    def nouns(self, items: list[Any]) -> list[Any]:
        return [item for item in items if item.type == "N"]

    def prefix(self, items: list[Any]) -> _Prefix:
        token = _token(items[0])
        if token.kind in ("NUM", "PART"):
            assert isinstance(token.value, float)
            return _Prefix("NUM", token, Amount("=", token.value, None, token.kind == "PART", token.span))
        return _Prefix(token.kind, token)

    def compared(self, items: list[Any]) -> _Prefix:
        return _Prefix("CMP", None, self.value(items))

    def value(self, items: list[Any]) -> Amount:
        comparison = [item for item in items if item.type in ("CMP", "AMT")]
        op = _token(comparison[0]).word if comparison else "="
        number = next(_token(item) for item in items if item.type in ("NUM", "PART"))
        units = [item for item in items if item.type == "UNIT"]
        assert isinstance(number.value, float)
        unit = _word(units[0]) if units else None
        return Amount(op, number.value, unit, number.kind == "PART", _span(items))  # type: ignore[arg-type]

    amount = value

    def top(self, items: list[Any]) -> _Prefix:
        number = _token(items[-1])
        assert isinstance(number.value, float)
        return _Prefix("TOP", number, Amount("=", number.value))

    def ranked_by(self, items: list[Any]) -> Phrase:
        """ "top 5 components by number of suppliers" """
        place = next(index for index, item in enumerate(items) if _is(item, "BY"))
        by = self.group(items[place + 1 :])
        return replace(self.group(items[:place]), by=by, span=_span(_flat(items)))

    def ranked(self, items: list[Any]) -> Phrase:
        """供应商最多的五种部件: what is counted or compared stands first."""
        flat = items
        place = next(index for index, item in enumerate(flat) if _is(item, "MOST", "LEAST"))
        by = self.group(flat[:place])
        number = next((_token(item).value for item in flat if _is(item, "NUM")), 1.0)
        assert isinstance(number, float)
        head = self.group(flat[-1:])
        return replace(head, top=int(number), least=_is(flat[place], "LEAST"), by=by, span=_span(_flat(items)))

    def possessive(self, items: list[Any]) -> Nominal:
        items = _flat(items)
        owner = self.group([item for item in items[:-1] if not _is(item, "POSS")])
        kept = [prefix for prefix in _of_type(items, _Prefix) if prefix.kind in ("WHICH", "HOWMANY")]
        assert not kept or owner
        return attach(items[-1], of=(owner,), span=_span(items))

    def who(self, items: list[Any]) -> Phrase:
        return Phrase(wh="who", span=_span(items))

    def what(self, items: list[Any]) -> Phrase:
        return Phrase(wh="what", span=_span(items))

    def part_alone(self, items: list[Any]) -> Phrase:
        amount = self.value(items)
        return Phrase(amount=amount, span=amount.span)

    def bracket(self, items: list[Any]) -> Nominal:
        return _nominals(_flat(items))[0]

    def and_(self, items: list[Any]) -> Together:
        return _join("and", items)

    def or_(self, items: list[Any]) -> Together:
        return _join("or", items)

    def of_(self, items: list[Any]) -> Nominal:
        first, second = _nominals(items)
        if _is(items[0], "N") or self._english_of:
            return attach(first, of=(second,), span=_span(items))
        return attach(second, of=(first,), span=_span(items))

    _english_of = True

    def np_open(self, items: list[Any]) -> Nominal:
        return _nominals(_flat(items))[0]

    np_closed = unit = unit_n = unit_p = of_chain = of_chain_n = of_chain_p = np_open
    phrase_n = phrase_p = np_open

    def nbar(self, items: list[Any]) -> Nominal:
        return _nominals(_flat(items))[0]

    def with_relative(self, items: list[Any]) -> Nominal:
        items = _flat(items)
        return attach(_nominals(items)[0], relatives=(_clauses(items),), span=_span(items))

    def prefixed_relative(self, items: list[Any]) -> Nominal:
        items = _flat(items)
        nominal = self.with_relative([item for item in items if not isinstance(item, _Prefix)])
        assert isinstance(nominal, Phrase)
        for prefix in _of_type(items, _Prefix):
            nominal = _apply(nominal, prefix)
        return nominal

    def relative(self, items: list[Any]) -> Clauses:
        return _clauses(items)

    def gap(self, items: list[Any]) -> Clauses:
        items = _flat(items)
        return Clauses("and", (_clause(items, before=_nominals(items)[:1], after=[]),))

    def reduced(self, items: list[Any]) -> Clauses:
        token = _token(items[0])
        passive = any(meaning.form == "past" for meaning in token.meanings)
        lead = _Lead(_word(items[0]), passive=passive)
        return Clauses("and", (_clause([lead, *items[1:]], before=[]),))

    def phrase(self, items: list[Any]) -> Nominal:
        items = _flat(items)
        marked = tuple((item.marker, item.nominal) for item in _of_type(items, _Marked))
        nominal = _nominals(items)[0]
        return attach(nominal, marked=marked, span=_span(items)) if marked else nominal

    phrase_open = phrase_closed = phrase

    def det_phrase(self, items: list[Any]) -> Nominal:
        return _nominals(_flat(items))[0]

    # ---------------------------------------------------------------- arguments and verbs

    def marked(self, items: list[Any]) -> _Marked:
        return _Marked(_token(items[0]).word, _nominals(items)[0])

    def stranded(self, items: list[Any]) -> _Stranded:
        return _Stranded(_token(items[0]).word)

    def rest_closed(self, items: list[Any]) -> list[Any]:
        flat = _flat(items)
        return [item for item in flat if isinstance(item, _Marked | _Stranded)] + (
            [_Marked(_token(flat[-2]).word, flat[-1])] if isinstance(flat[-1], Phrase | Together) else []
        )

    def rest_open(self, items: list[Any]) -> list[Any]:
        return _flat(items)

    rest = args = args_open = args_closed = afters = seq = rest_open

    def more(self, items: list[Any]) -> Any:
        return items[0]

    more_after = more

    def not_(self, items: list[Any]) -> _Flag:
        return _Flag("not")

    def only_(self, items: list[Any]) -> _Flag:
        return _Flag("only")

    def lead(self, items: list[Any]) -> _Lead:
        return _Lead(_word(items[-1]))

    lead_active = lead

    def lead_passive(self, items: list[Any]) -> _Lead:
        return _Lead(_word(items[-1]), passive=True)

    def lead_not_passive(self, items: list[Any]) -> _Lead:
        return _Lead(_word(items[-1]), passive=True, negated=True)

    def lead_not(self, items: list[Any]) -> _Lead:
        return _Lead(_word(items[-1]), negated=True)

    def lead_only(self, items: list[Any]) -> _Lead:
        return _Lead(_word(items[-1]), only=True)

    def have_lead(self, items: list[Any]) -> _Lead:
        return _Lead(None, "have")

    def have_not(self, items: list[Any]) -> _Lead:
        return _Lead(None, "have", negated=True)

    def vg_open(self, items: list[Any]) -> Clauses:
        items = _flat(items)
        return Clauses("and", (_clause(items, before=[]),))

    vg_closed = vg_open

    def pred(self, items: list[Any]) -> Clauses:
        return _clauses(items)

    verbs = vp = pred

    def pred_and(self, items: list[Any]) -> Clauses:
        return _join_clauses("and", items)

    def pred_or(self, items: list[Any]) -> Clauses:
        return _join_clauses("or", items)

    def verb_group(self, items: list[Any]) -> Clauses:
        flat = _flat(items)
        place = next(index for index, item in enumerate(flat) if _is(item, "V"))
        before, after = flat[:place], flat[place + 1 :]
        flags = {flag.kind for flag in _of_type(before, _Flag)}
        lead = _Lead(_word(flat[place]), negated="not" in flags, only="only" in flags)
        return Clauses("and", (_clause([lead, *after, *_of_type(before, _Marked)], before=_nominals(before)),))

    def amount_group(self, items: list[Any]) -> Clauses:
        flat = _flat(items)
        amount = _of_type(flat, Amount)[0]
        flags = {flag.kind for flag in _of_type(flat, _Flag)}
        return Clauses(
            "and",
            (Clause("amount", None, tuple(_nominals(flat)), negated="not" in flags, amount=amount, span=_span(flat)),),
        )

    def have_group(self, items: list[Any], *, negated: bool = False, only: bool = False) -> Clauses:
        flat = _flat(items)
        *owners, owned = _nominals(flat)
        marked = tuple((item.marker, item.nominal) for item in _of_type(flat, _Marked))
        clause = Clause("have", None, tuple(owners), (owned,), marked, (), negated, only=only, span=_span(flat))
        return Clauses("and", (clause,))

    def have_no_group(self, items: list[Any]) -> Clauses:
        return self.have_group(items, negated=True)

    def have_only_group(self, items: list[Any]) -> Clauses:
        return self.have_group(items, only=True)

    # ---------------------------------------------------------------- questions

    def statement(self, items: list[Any]) -> Question:
        items = _flat(items)
        subject = _nominals(items)[:1]
        return Question("clause", _with_subject(_clauses(items), subject))

    modal = statement

    def fronted(self, items: list[Any]) -> Question:
        items = _flat(items)
        asked, subject = _nominals(items)
        clauses = _with_subject(_clauses(items), [subject])
        return Question("clause", _with_last(clauses, after=(asked,)))

    def fronted_marked(self, items: list[Any]) -> Question:
        items = _flat(items)
        asked, subject = _nominals(items)
        clauses = _with_subject(_clauses(items), [subject])
        return Question("clause", _with_last(clauses, marked=((_token(items[0]).word, asked),)))

    def yes_no(self, items: list[Any]) -> Question:
        items = _flat(items)
        return Question("yes-no", _with_subject(_clauses(items), _nominals(items)[:1]))

    def fronted_passive(self, items: list[Any]) -> Question:
        return self._fronted_be(items, passive=True)

    def fronted_progressive(self, items: list[Any]) -> Question:
        return self._fronted_be(items, passive=False)

    def _fronted_be(self, items: list[Any], passive: bool) -> Question:
        flat = _flat(items)
        asked, subject = _nominals(flat)[:2]
        place = next(index for index, item in enumerate(flat) if _is(item, "VD", "VG"))
        lead = _Lead(_word(flat[place]), passive=passive)
        clause = _clause([lead, *flat[place + 1 :]], before=[subject])
        return Question("clause", Clauses("and", (replace(clause, after=(*clause.after, asked)),)))

    def yes_no_passive(self, items: list[Any]) -> Question:
        return self._yes_no_be(items, passive=True)

    def yes_no_progressive(self, items: list[Any]) -> Question:
        return self._yes_no_be(items, passive=False)

    def yes_no_perfect(self, items: list[Any]) -> Question:
        return self._yes_no_be(items, passive=False)

    def _yes_no_be(self, items: list[Any], passive: bool) -> Question:
        flat = _flat(items)
        place = next(index for index, item in enumerate(flat) if _is(item, "VD", "VG"))
        lead = _Lead(_word(flat[place]), passive=passive)
        clause = _clause([lead, *flat[place + 1 :]], before=_nominals(flat[:place]))
        return Question("yes-no", Clauses("and", (clause,)))

    def there_is(self, items: list[Any]) -> Question:
        return Question("yes-no", phrase=_nominals(_flat(items))[0])

    def there_is_clause(self, items: list[Any]) -> Question:
        return Question("yes-no", _clauses(_flat(items)))

    def yes_no_copula(self, items: list[Any]) -> Question:
        return Question("yes-no", _copula(_nominals(_flat(items))))

    def copula(self, items: list[Any]) -> Question:
        return Question("clause", _copula(_nominals(_flat(items))))

    def located(self, items: list[Any]) -> Question:
        flat = _flat(items)
        marked = tuple((item.marker, item.nominal) for item in _of_type(flat, _Marked))
        clause = Clause("be", None, tuple(_nominals(flat)[:1]), marked=marked, span=_span(flat))
        return Question("clause", Clauses("and", (clause,)))

    def having(self, items: list[Any]) -> Question:
        return self._having(items)

    def _having(self, items: list[Any], negated: bool = False) -> Question:
        flat = _flat(items)
        *owners, owned = _nominals(flat)
        marked = tuple((item.marker, item.nominal) for item in _of_type(flat, _Marked))
        clause = Clause("have", None, tuple(owners), (owned,), marked, negated=negated, span=_span(flat))
        return Question("clause", Clauses("and", (clause,)))

    def fronted_having(self, items: list[Any]) -> Question:
        flat = _flat(items)
        owned, owner = _nominals(flat)[:2]
        marked = tuple((item.marker, item.nominal) for item in _of_type(flat, _Marked))
        if marked:
            owned = attach(owned, marked=marked)
        return Question("clause", Clauses("and", (Clause("have", None, (owner,), (owned,), span=_span(flat)),)))

    def among(self, items: list[Any]) -> Question:
        return Question("clause", _copula(_nominals(_flat(items))))

    def among_copula(self, items: list[Any]) -> Question:
        first, second, _ = _nominals(_flat(items))
        return Question("clause", _copula([first, second]))

    def among_clause(self, items: list[Any]) -> Question:
        flat = _flat(items)
        topic, clauses = _nominals(flat)[0], _clauses(flat)
        only = clauses.clauses[0]
        if only.kind == "have" and not only.before and not only.negated and not only.only:
            return Question("clause", _copula([topic, only.after[0]]))
        return Question("clause", clauses, phrase=topic)

    def noun_question(self, items: list[Any]) -> Question:
        return Question("phrase", phrase=_nominals(_flat(items))[0])

    def describe(self, items: list[Any]) -> Question:
        return Question("describe", phrase=_nominals(_flat(items))[0])

    def compare(self, items: list[Any]) -> Question:
        return Question("compare", phrase=_nominals(_flat(items))[0])

    def relation(self, items: list[Any]) -> Question:
        flat = _flat(items)
        nominals = [*_nominals(flat), *(item.nominal for item in _of_type(flat, _Marked))]
        phrase = nominals[0] if len(nominals) == 1 else Together("and", tuple(nominals), _span(flat))
        return Question("relation", phrase=phrase)

    def status_clause(self, items: list[Any]) -> Question:
        flat = _flat(items)
        status = _tokens(flat, "STATUS")[0].word
        nominals = _nominals(flat)
        clauses = _clauses(flat)
        return Question("status", _with_subject(clauses, nominals[:1]) if nominals else clauses, status=status)

    def status_phrase(self, items: list[Any]) -> Question:
        flat = _flat(items)
        return Question("status", phrase=_nominals(flat)[0], status=_tokens(flat, "STATUS")[0].word)

    def sources(self, items: list[Any]) -> Question:
        flat = _flat(items)
        nominals = _nominals(flat)
        clauses = _clauses(flat)
        return Question("sources", _with_subject(clauses, nominals[:1]) if nominals else clauses)

    def sources_gerund(self, items: list[Any]) -> Question:
        flat = _flat(items)
        place = next(index for index, item in enumerate(flat) if _is(item, "VG"))
        clause = _clause([_Lead(_word(flat[place])), *flat[place + 1 :]], before=_nominals(flat[:place]))
        return Question("sources", Clauses("and", (clause,)))


class ChineseTree(Tree):
    """The same builders; in X的Y the owner stands first."""

    _english_of = False


def _is(item: Any, *kinds: str) -> bool:
    return isinstance(item, LarkToken) and item.type in kinds


def _apply(phrase: Phrase, prefix: _Prefix) -> Phrase:
    word = _word(prefix.token) if prefix.token else None
    match prefix.kind:
        case "ADJ":
            assert word
            return replace(phrase, adjectives=(*phrase.adjectives, word))
        case "ALL":
            return replace(phrase, quantity="every")
        case "EACH" | "ANY" | "SINGLE" | "SAME" | "ONLY" | "BOTH" | "NO":
            return replace(phrase, quantity=prefix.kind.lower())  # type: ignore[arg-type]
        case "WHICH":
            return replace(phrase, wh="which")
        case "HOWMANY":
            return replace(phrase, wh="how many")
        case "NUMBEROF":
            return replace(phrase, counted=True)
        case "NUM" if phrase.top is not None and prefix.amount:
            return replace(phrase, top=int(prefix.amount.number))
        case "NUM" | "CMP":
            return replace(phrase, amount=prefix.amount)
        case "TOP":
            return replace(phrase, top=int(prefix.amount.number) if prefix.amount else None)
        case "MOST" | "LEAST":
            number = int(phrase.amount.number) if phrase.amount else 1
            return replace(phrase, top=number, least=prefix.kind == "LEAST", amount=None)
        case _:
            return phrase


def _join(op: str, items: Sequence[Any]) -> Together:
    members: list[Nominal] = []
    for nominal in _nominals(items):
        members += nominal.members if isinstance(nominal, Together) and nominal.op == op else [nominal]
    return Together(op, tuple(members), _span(items))  # type: ignore[arg-type]


def _clauses(items: Sequence[Any]) -> Clauses:
    return _of_type(_flat(items), Clauses)[0]


def _join_clauses(op: str, items: Sequence[Any]) -> Clauses:
    first, second = _of_type(items, Clauses)
    if second.op != op and len(second.clauses) > 1:
        raise MixedConjunctionError
    return Clauses(op, (*first.clauses, *second.clauses))  # type: ignore[arg-type]


class MixedConjunctionError(Exception):
    """And and or stand side by side without brackets; read.py turns it into a diagnostic."""


def _clause(items: Sequence[Any], *, before: list[Nominal], after: list[Nominal] | None = None) -> Clause:
    flat = _flat(items)
    lead = _of_type(flat, _Lead)[0]
    return Clause(
        lead.kind,  # type: ignore[arg-type]
        lead.verb,
        tuple(before),
        tuple(_nominals(flat) if after is None else after),
        tuple((item.marker, item.nominal) for item in _of_type(flat, _Marked)),
        tuple(item.marker for item in _of_type(flat, _Stranded)),
        lead.negated,
        lead.passive,
        lead.only,
        span=_span([*flat, *before]),
    )


def _with_subject(clauses: Clauses, subject: list[Nominal]) -> Clauses:
    changed = tuple(
        replace(clause, before=(*subject, *clause.before), span=_span([*subject, clause])) for clause in clauses.clauses
    )
    return Clauses(clauses.op, changed)


def _with_last(clauses: Clauses, **changes: tuple[Any, ...]) -> Clauses:
    last = clauses.clauses[-1]
    merged = {name: (*getattr(last, name), *value) for name, value in changes.items()}
    return Clauses(clauses.op, (*clauses.clauses[:-1], replace(last, **merged)))


def _copula(nominals: list[Nominal]) -> Clauses:
    first, second = nominals
    return Clauses("and", (Clause("be", None, (first,), (second,), span=_span(nominals)),))
