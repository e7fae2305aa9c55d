"""Parser events of noun phrases in, phrases out."""

from __future__ import annotations

from typing import Any, Literal

from lark import Transformer
from lark.lexer import Token as LarkToken
from msgspec.structs import replace

from kg.language.pieces import (
    DanglingError,
    Lead,
    Marked,
    Prefix,
    Stranded,
    attach,
    clause_of,
    clauses_in,
    flatten,
    is_terminal,
    nominals_in,
    of_type,
    span_over,
    together,
    token_of,
    tokens_of,
    with_prefix,
    word_of,
)
from kg.language.syntax import Amount, Clause, Clauses, Nominal, Phrase, Together


class NounTree(Transformer[LarkToken, Any]):
    """Builds noun phrases; a method a rule or alias of the grammars."""

    def group(self, items: list[Any]) -> Phrase:
        items = flatten(items)
        words = tuple(word_of(item) for item in items if isinstance(item, LarkToken) and item.type == "N")
        phrase = Phrase(nouns=words, span=span_over(items))
        for prefix in of_type(items, Prefix):
            phrase = with_prefix(phrase, prefix)
        values = of_type(items, Amount)
        return replace(phrase, value=values[0]) if values else phrase

    def nouns(self, items: list[Any]) -> list[Any]:
        return [item for item in items if item.type == "N"]

    def prefix(self, items: list[Any]) -> Prefix:
        token = token_of(items[0])
        if token.kind in ("NUM", "PART"):
            assert isinstance(token.value, float)
            return Prefix("NUM", token, Amount("=", token.value, None, token.kind == "PART", token.span))
        return Prefix(token.kind, token)

    def either(self, items: list[Any]) -> Prefix:
        """Build "Chinese or Taiwanese"."""
        return Prefix("ADJ", words=tuple(word_of(item) for item in items if is_terminal(item, "ADJ")))

    def compared(self, items: list[Any]) -> Prefix:
        return Prefix("CMP", None, self.value(items))

    def value(self, items: list[Any]) -> Amount:
        comparison = [item for item in items if item.type in ("CMP", "AMT")]
        op = token_of(comparison[0]).word if comparison else "="
        number = next(token_of(item) for item in items if item.type in ("NUM", "PART"))
        units = [item for item in items if item.type == "UNIT"]
        assert isinstance(number.value, float)
        unit = word_of(units[0]) if units else None
        return Amount(op, number.value, unit, number.kind == "PART", span_over(items))  # type: ignore[arg-type]

    amount = value

    def top(self, items: list[Any]) -> Prefix:
        number = token_of(items[-1])
        assert isinstance(number.value, float)
        return Prefix("TOP", number, Amount("=", number.value))

    def ranked_by(self, items: list[Any]) -> Phrase:
        """Build "top 5 components by number of suppliers"."""
        place = next(index for index, item in enumerate(items) if is_terminal(item, "BY"))
        by = _counted(self, items[place + 1 :])
        return replace(self.group(items[:place]), by=by, span=span_over(flatten(items)))

    def ranked(self, items: list[Any]) -> Phrase:
        """供应商最多的五种部件: what is counted or compared stands first."""
        flat = items
        place = next(index for index, item in enumerate(flat) if is_terminal(item, "MOST", "LEAST"))
        if any(prefix.kind != "EACH" for prefix in of_type(flat, Prefix)):
            raise DanglingError  # 哪些部件供应商最多的三家公司: which of what is compared would be lost
        by = _counted(self, flat[:place])
        number = next((token_of(item).value for item in flat if is_terminal(item, "NUM")), 1.0)
        assert isinstance(number, float)
        head = self.group(flat[-1:])
        return replace(
            head, top=int(number), least=is_terminal(flat[place], "LEAST"), by=by, span=span_over(flatten(items))
        )

    def ranked_bracket(self, items: list[Any]) -> Nominal:
        """Build "top 3 (companies that supply) by revenue", 营收最大的3种(采购的公司)."""
        flat = flatten(items)
        inner = nominals_in(flat)[0]
        place = next(index for index, item in enumerate(flat) if is_terminal(item, "BY", "MOST", "LEAST"))
        said = flat[place + 1 :] if is_terminal(flat[place], "BY") else flat[:place]
        by = self.group([item for item in said if is_terminal(item, "N")])
        phrase = Phrase()
        for prefix in of_type(flat, Prefix):
            phrase = with_prefix(phrase, prefix)
        number = next((int(token_of(item).value) for item in flat if is_terminal(item, "NUM")), phrase.top)  # type: ignore[arg-type]
        least = phrase.least or is_terminal(flat[place], "LEAST")
        return attach(inner, by=by, top=number or 1, least=least)

    def ranked_asked(self, items: list[Any]) -> Phrase:
        """哪个模型参数最多: what is asked for and what is compared stand side by side."""
        flat = flatten(items)
        place = next(index for index, item in enumerate(flat) if is_terminal(item, "MOST", "LEAST"))
        nouns = [item for item in flat[:place] if is_terminal(item, "N")]
        if not nouns:
            raise DanglingError  # 三成最少: nothing that could be the least
        head, *by = nouns
        asked = self.group([*of_type(flat, Prefix), head])
        number = int(asked.amount.number) if asked.amount else 1
        least = is_terminal(flat[place], "LEAST")
        return replace(
            asked, top=number, amount=None, least=least, by=self.group(by) if by else None, span=span_over(flat)
        )

    def possessive(self, items: list[Any]) -> Nominal:
        items = flatten(items)
        owner = self.group([item for item in items[:-1] if not is_terminal(item, "POSS")])
        return attach(items[-1], of=(owner,), span=span_over(items))

    def who(self, items: list[Any]) -> Phrase:
        return self._asking("who", items)

    def what(self, items: list[Any]) -> Phrase:
        return self._asking("what", items)

    def _asking(self, wh: Literal["who", "what"], items: list[Any]) -> Phrase:
        """Build who, what, "who other than TSMC"."""
        phrase = Phrase(wh=wh, span=span_over(items))
        for token in tokens_of(items, "EXCEPTED"):
            phrase = with_prefix(phrase, Prefix("EXCEPTED", token))
        return phrase

    def part_alone(self, items: list[Any]) -> Phrase:
        amount = self.value(items)
        return Phrase(amount=amount, span=amount.span)

    def bracket(self, items: list[Any]) -> Nominal:
        return nominals_in(flatten(items))[0]

    def prefixed_bracket(self, items: list[Any]) -> Nominal:
        """Build "each (company that supplies HBM)", 每个(给英伟达供货的公司)."""
        flat = flatten(items)
        nominal = nominals_in(flat)[0]
        if not isinstance(nominal, Phrase):
            raise DanglingError
        for prefix in of_type(flat, Prefix):
            nominal = with_prefix(nominal, prefix)
        return nominal

    def and_(self, items: list[Any]) -> Together:
        return together("and", items)

    def or_(self, items: list[Any]) -> Together:
        return together("or", items)

    def of_(self, items: list[Any]) -> Nominal:
        first, second = nominals_in(items)
        if is_terminal(items[0], "N") or self._english_of:
            return attach(first, of=(second,), span=span_over(items))
        return attach(second, of=(first,), span=span_over(items))

    _english_of = True

    def np_open(self, items: list[Any]) -> Nominal:
        return nominals_in(flatten(items))[0]

    np_closed = unit = unit_n = unit_p = of_chain = of_chain_n = of_chain_p = np_open
    phrase_n = phrase_p = np_open

    def nbar(self, items: list[Any]) -> Nominal:
        return nominals_in(flatten(items))[0]

    def with_relative(self, items: list[Any]) -> Nominal:
        items = flatten(items)
        return attach(nominals_in(items)[0], relatives=(clauses_in(items),), span=span_over(items))

    def prefixed_relative(self, items: list[Any]) -> Nominal:
        items = flatten(items)
        nominal = self.with_relative([item for item in items if not isinstance(item, Prefix)])
        assert isinstance(nominal, Phrase)
        for prefix in of_type(items, Prefix):
            nominal = with_prefix(nominal, prefix)
        return nominal

    def relative(self, items: list[Any]) -> Clauses:
        return clauses_in(items)

    def being(self, items: list[Any]) -> Clauses:
        """Build "that are Chinese", "which is not in Taiwan"."""
        flat = flatten(items)
        marked = tuple((item.marker, item.nominal) for item in of_type(flat, Marked))
        negated = any(is_terminal(item, "NOT") for item in flat)
        clause = Clause("be", None, (), tuple(nominals_in(flat)), marked, negated=negated, span=span_over(flat))
        return Clauses("and", (clause,))

    def gap(self, items: list[Any]) -> Clauses:
        items = flatten(items)
        return Clauses("and", (clause_of(items, before=nominals_in(items)[:1], after=[]),))

    def reduced(self, items: list[Any]) -> Clauses:
        token = token_of(items[0])
        passive = any(meaning.form in ("past", "linked") for meaning in token.meanings)
        lead = Lead(word_of(items[0]), passive=passive)
        return Clauses("and", (clause_of([lead, *items[1:]], before=[]),))

    def phrase(self, items: list[Any]) -> Nominal:
        items = flatten(items)
        marked = tuple((item.marker, item.nominal) for item in of_type(items, Marked))
        nominal = nominals_in(items)[0]
        if of_type(items, Stranded):
            raise DanglingError
        return attach(nominal, marked=marked, span=span_over(items)) if marked else nominal

    phrase_open = phrase_closed = phrase

    def det_phrase(self, items: list[Any]) -> Nominal:
        return nominals_in(flatten(items))[0]


def _counted(tree: NounTree, items: list[Any]) -> Nominal:
    """Return what is counted or compared: nouns side by side, or a phrase in brackets."""
    inside = nominals_in(flatten(items))
    return inside[0] if inside else tree.group(items)
