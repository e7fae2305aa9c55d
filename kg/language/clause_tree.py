"""Parser events of verbs and their arguments in, clauses out."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from kg.language.noun_tree import NounTree
from kg.language.pieces import (
    Flag,
    Lead,
    Marked,
    Stranded,
    clause_of,
    clauses_in,
    flatten,
    is_terminal,
    joined_clauses,
    nominals_in,
    of_type,
    span_over,
    token_of,
    word_of,
)
from kg.language.syntax import Amount, Clause, Clauses, Phrase, Together


class ClauseTree(NounTree):
    """Builds clauses; a method a rule or alias of the grammars."""

    def marked(self, items: list[Any]) -> Marked:
        return Marked(token_of(items[0]).word, nominals_in(items)[0])

    def stranded(self, items: list[Any]) -> Stranded:
        return Stranded(token_of(items[0]).word)

    def rest_closed(self, items: list[Any]) -> list[Any]:
        flat = flatten(items)
        return [item for item in flat if isinstance(item, Marked | Stranded)] + (
            [Marked(token_of(flat[-2]).word, flat[-1])] if isinstance(flat[-1], Phrase | Together) else []
        )

    def rest_open(self, items: list[Any]) -> list[Any]:
        return flatten(items)

    rest = args = args_open = args_closed = afters = seq = rest_open

    def more(self, items: list[Any]) -> Any:
        return items[0]

    more_after = more

    def not_(self, items: list[Any]) -> Flag:
        return Flag("not")

    def only_(self, items: list[Any]) -> Flag:
        return Flag("only")

    def lead(self, items: list[Any]) -> Lead:
        return Lead(word_of(items[-1]))

    lead_active = lead

    def lead_passive(self, items: list[Any]) -> Lead:
        return Lead(word_of(items[-1]), passive=True)

    def lead_not_passive(self, items: list[Any]) -> Lead:
        return Lead(word_of(items[-1]), passive=True, negated=True)

    def lead_not(self, items: list[Any]) -> Lead:
        return Lead(word_of(items[-1]), negated=True)

    def lead_only(self, items: list[Any]) -> Lead:
        return Lead(word_of(items[-1]), only=True)

    def have_lead(self, items: list[Any]) -> Lead:
        return Lead(None, "have")

    def have_not(self, items: list[Any]) -> Lead:
        return Lead(None, "have", negated=True)

    def vg_open(self, items: list[Any]) -> Clauses:
        items = flatten(items)
        return Clauses("and", (clause_of(items, before=[]),))

    vg_closed = vg_open

    def pred(self, items: list[Any]) -> Clauses:
        return clauses_in(items)

    verbs = vp = pred

    def pred_and(self, items: list[Any]) -> Clauses:
        return joined_clauses("and", items)

    def pred_or(self, items: list[Any]) -> Clauses:
        return joined_clauses("or", items)

    def verb_group(self, items: list[Any]) -> Clauses:
        flat = flatten(items)
        place = next(index for index, item in enumerate(flat) if is_terminal(item, "V"))
        before, after = flat[:place], flat[place + 1 :]
        flags = {flag.kind for flag in of_type(before, Flag)}
        before, after = _only_behind(before, after)
        lead = Lead(word_of(flat[place]), negated="not" in flags)
        return Clauses("and", (clause_of([lead, *after, *of_type(before, Marked)], before=nominals_in(before)),))

    def amount_group(self, items: list[Any]) -> Clauses:
        flat = flatten(items)
        amount = of_type(flat, Amount)[0]
        flags = {flag.kind for flag in of_type(flat, Flag)}
        return Clauses(
            "and",
            (
                Clause(
                    "amount",
                    None,
                    tuple(nominals_in(flat)),
                    negated="not" in flags,
                    amount=amount,
                    span=span_over(flat),
                ),
            ),
        )

    def have_group(self, items: list[Any], *, negated: bool = False, only: bool = False) -> Clauses:
        flat = flatten(items)
        *owners, owned = nominals_in(flat)
        marked = tuple((item.marker, item.nominal) for item in of_type(flat, Marked))
        clause = Clause("have", None, tuple(owners), (owned,), marked, (), negated, only=only, span=span_over(flat))
        return Clauses("and", (clause,))

    def have_no_group(self, items: list[Any]) -> Clauses:
        return self.have_group(items, negated=True)

    def have_only_group(self, items: list[Any]) -> Clauses:
        return self.have_group(items, only=True)


def _only_behind(before: list[Any], after: list[Any]) -> tuple[list[Any], list[Any]]:
    """Give 只 to what stands next behind it: 只给英伟达供货 the customer, 给英伟达只供应激光器 the item."""
    place = next((i for i, item in enumerate(before) if isinstance(item, Flag) and item.kind == "only"), None)
    if place is None:
        return before, after
    for index in range(place + 1, len(before)):
        if isinstance(before[index], Marked):
            marked = Marked(before[index].marker, _only(before[index].nominal))
            return [*before[:index], marked, *before[index + 1 :]], after
    return before, [_only(item) if index == 0 else item for index, item in enumerate(after)]


def _only(item: Any) -> Any:
    if isinstance(item, Marked):
        return Marked(item.marker, _only(item.nominal))
    if isinstance(item, Together):
        return replace(item, members=(_only(item.members[0]), *item.members[1:]))
    return replace(item, quantity="only") if isinstance(item, Phrase) else item
