"""Parser events in, syntax tree out: one builder a rule, the same for both grammars."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from kg.language.clause_tree import ClauseTree
from kg.language.pieces import (
    DanglingError,
    Lead,
    Marked,
    attach,
    clause_of,
    clauses_in,
    copula_of,
    flatten,
    is_terminal,
    nominals_in,
    of_type,
    span_over,
    token_of,
    tokens_of,
    with_last,
    with_subject,
    word_of,
)
from kg.language.syntax import Amount, Clause, Clauses, Nominal, Phrase, Question, Together


class Tree(ClauseTree):
    """Builds questions; a method a rule or alias of the grammars."""

    def statement(self, items: list[Any]) -> Question:
        items = flatten(items)
        subject = nominals_in(items)[:1]
        return Question("clause", with_subject(clauses_in(items), subject))

    modal = statement

    def fronted(self, items: list[Any]) -> Question:
        items = flatten(items)
        asked, subject = nominals_in(items)
        clauses = with_subject(clauses_in(items), [subject])
        return Question("clause", with_last(clauses, after=(asked,)))

    def fronted_with(self, items: list[Any]) -> Question:
        """Build "how many modules does a cluster with 576 GPUs need"."""
        flat = flatten(items)
        asked, subject, other = nominals_in(flat)
        marker = next(token_of(item).word for item in flat if is_terminal(item, "PREP"))
        clauses = with_subject(clauses_in(flat), [attach(subject, marked=((marker, other),))])
        return Question("clause", with_last(clauses, after=(asked,)))

    def fronted_marked(self, items: list[Any]) -> Question:
        items = flatten(items)
        asked, subject = nominals_in(items)
        clauses = with_subject(clauses_in(items), [subject])
        return Question("clause", with_last(clauses, marked=((token_of(items[0]).word, asked),)))

    def yes_no(self, items: list[Any]) -> Question:
        items = flatten(items)
        return Question("yes-no", with_subject(clauses_in(items), nominals_in(items)[:1]))

    def fronted_passive(self, items: list[Any]) -> Question:
        return self._fronted_be(items, passive=True)

    def fronted_progressive(self, items: list[Any]) -> Question:
        return self._fronted_be(items, passive=False)

    def _fronted_be(self, items: list[Any], passive: bool) -> Question:
        flat = flatten(items)
        asked, subject = nominals_in(flat)[:2]
        place = next(index for index, item in enumerate(flat) if is_terminal(item, "VD", "VG"))
        lead = Lead(word_of(flat[place]), passive=passive)
        clause = clause_of([lead, *flat[place + 1 :]], before=[subject])
        return Question("clause", Clauses("and", (replace(clause, after=(*clause.after, asked)),)))

    def yes_no_passive(self, items: list[Any]) -> Question:
        return self._yes_no_be(items, passive=True)

    def yes_no_progressive(self, items: list[Any]) -> Question:
        return self._yes_no_be(items, passive=False)

    def yes_no_perfect(self, items: list[Any]) -> Question:
        return self._yes_no_be(items, passive=False)

    def _yes_no_be(self, items: list[Any], passive: bool) -> Question:
        flat = flatten(items)
        place = next(index for index, item in enumerate(flat) if is_terminal(item, "VD", "VG"))
        lead = Lead(word_of(flat[place]), passive=passive)
        clause = clause_of([lead, *flat[place + 1 :]], before=nominals_in(flat[:place]))
        return Question("yes-no", Clauses("and", (clause,)))

    def there_is(self, items: list[Any]) -> Question:
        return Question("yes-no", phrase=nominals_in(flatten(items))[0])

    def there_is_clause(self, items: list[Any]) -> Question:
        return Question("yes-no", clauses_in(flatten(items)))

    def yes_no_copula(self, items: list[Any]) -> Question:
        return Question("yes-no", copula_of(nominals_in(flatten(items))))

    def copula(self, items: list[Any]) -> Question:
        return Question("clause", copula_of(nominals_in(flatten(items))))

    def copula_not(self, items: list[Any]) -> Question:
        clauses = copula_of(nominals_in(flatten(items)))
        return Question("clause", Clauses("and", (replace(clauses.clauses[0], negated=True),)))

    def fronted_marked_passive(self, items: list[Any]) -> Question:
        """Build "in which country is X based"."""
        flat = flatten(items)
        asked, subject = nominals_in(flat)[:2]
        place = next(index for index, item in enumerate(flat) if is_terminal(item, "VD"))
        clause = clause_of([Lead(word_of(flat[place]), passive=True), *flat[place + 1 :]], before=[subject])
        marker = token_of(flat[0]).word
        return Question("clause", Clauses("and", (replace(clause, marked=(*clause.marked, (marker, asked))),)))

    def located(self, items: list[Any]) -> Question:
        flat = flatten(items)
        marked = tuple((item.marker, item.nominal) for item in of_type(flat, Marked))
        clause = Clause("be", None, tuple(nominals_in(flat)[:1]), marked=marked, span=span_over(flat))
        return Question("clause", Clauses("and", (clause,)))

    def having(self, items: list[Any]) -> Question:
        return self._having(items)

    def _having(self, items: list[Any], negated: bool = False) -> Question:
        flat = flatten(items)
        *owners, owned = nominals_in(flat)
        marked = tuple((item.marker, item.nominal) for item in of_type(flat, Marked))
        clause = Clause("have", None, tuple(owners), (owned,), marked, negated=negated, span=span_over(flat))
        return Question("clause", Clauses("and", (clause,)))

    def fronted_having(self, items: list[Any]) -> Question:
        flat = flatten(items)
        owned, owner = nominals_in(flat)[:2]
        marked = tuple((item.marker, item.nominal) for item in of_type(flat, Marked))
        if marked:
            owned = attach(owned, marked=marked)
        return Question("clause", Clauses("and", (Clause("have", None, (owner,), (owned,), span=span_over(flat)),)))

    def among(self, items: list[Any]) -> Question:
        topic, member = nominals_in(flatten(items))[:2]
        return Question("clause", _among(topic, member))

    def among_copula(self, items: list[Any]) -> Question:
        """X里的Y是哪些 asks for the Y in X; X里哪些是Y for those that are Y."""
        topic, member, said = nominals_in(flatten(items))[:3]
        if isinstance(said, Phrase) and said.wh and not said.nouns:
            return Question("clause", _among(topic, member))
        if isinstance(member, Phrase) and member.wh and not member.nouns and isinstance(said, Phrase):
            return Question("clause", _among(topic, replace(said, wh=member.wh, amount=member.amount)))
        raise DanglingError

    def among_not(self, items: list[Any]) -> Question:
        """X里哪些不是Y: those of X that are no Y."""
        topic, member, said = nominals_in(flatten(items))[:3]
        if not isinstance(member, Phrase) or member.nouns or not member.wh or not isinstance(topic, Phrase):
            raise DanglingError
        return self.copula_not([replace(topic, wh=member.wh), said])

    def among_clause(self, items: list[Any]) -> Question:
        flat = flatten(items)
        topic, clauses = nominals_in(flat)[0], clauses_in(flat)
        only = clauses.clauses[0]
        if only.kind == "have" and not only.before and not only.negated and not only.only:
            return Question("clause", _among(topic, only.after[0]))
        asked = only.after[0] if only.after else None
        if only.kind == "have" and len(only.before) == 1 and isinstance(asked, Phrase) and asked.wh and not asked.nouns:
            member = only.before[0]  # X里Y有哪些 is X里有哪些Y
            if isinstance(member, Phrase) and not member.wh and not only.negated and not only.only:
                return Question("clause", _among(topic, replace(member, wh=asked.wh)))
        return Question("clause", clauses, phrase=topic)

    def noun_question(self, items: list[Any]) -> Question:
        return Question("phrase", phrase=nominals_in(flatten(items))[0])

    def list_question(self, items: list[Any]) -> Question:
        phrase = nominals_in(flatten(items))[0]
        asked = phrase if isinstance(phrase, Together) or phrase.wh else replace(phrase, wh="which")
        return Question("phrase", phrase=asked)

    def describe(self, items: list[Any]) -> Question:
        return Question("describe", phrase=nominals_in(flatten(items))[0])

    def compare(self, items: list[Any]) -> Question:
        return Question("compare", phrase=nominals_in(flatten(items))[0])

    def cut(self, items: list[Any]) -> Question:
        companies, whole = nominals_in(flatten(items))
        return Question("cut", phrase=whole, party=companies)

    def exposure(self, items: list[Any]) -> Question:
        exposed, other = nominals_in(flatten(items))
        return Question("exposure", phrase=exposed, party=other)

    def changes(self, items: list[Any]) -> Question:
        return Question("changes", phrase=nominals_in(flatten(items))[0])

    def conflicts(self, items: list[Any]) -> Question:
        about = nominals_in(flatten(items))
        return Question("conflicts", phrase=about[0] if about else None)

    def disputed(self, items: list[Any]) -> Question:
        return Question("disputed", party=nominals_in(flatten(items))[-1])

    def valued(self, items: list[Any]) -> Question:
        """Build "NVIDIA's suppliers and, if known, their share"."""
        flat = flatten(items)
        return Question("valued", phrase=nominals_in(flat)[0], relation=word_of(tokens_of(flat, "WITHVALUE")[0]))

    def statements(self, items: list[Any]) -> Question:
        status = tokens_of(items, "STATUS")
        sort = word_of(status[0]) if status and status[0].meanings else None
        return Question("statements", status=status[0].word if status else "any", relation=sort)

    def path_question(self, items: list[Any]) -> Question:
        """从A到B的三条最短路径: the word for the paths stands first by now."""
        flat = flatten(items)
        marked = tuple((item.marker, item.nominal) for item in of_type(flat, Marked))
        word = word_of(flat[0])
        numbers = tokens_of(flat, "COUNT")
        amount = Amount("=", numbers[0].value) if numbers else None  # type: ignore[arg-type]
        return Question("phrase", phrase=Phrase(nouns=(word,), marked=marked, amount=amount, span=span_over(flat)))

    def share(self, items: list[Any]) -> Question:
        whole, *party = nominals_in(flatten(items))
        return Question("share", phrase=whole, party=party[0] if party else None)

    def askable(self, items: list[Any]) -> Question:
        return Question("askable", phrase=nominals_in(flatten(items))[0])

    def relation(self, items: list[Any]) -> Question:
        flat = flatten(items)
        nominals = [*nominals_in(flat), *(item.nominal for item in of_type(flat, Marked))]
        phrase = nominals[0] if len(nominals) == 1 else Together("and", tuple(nominals), span_over(flat))
        return Question("relation", phrase=phrase)

    def status_clause(self, items: list[Any]) -> Question:
        flat = flatten(items)
        status = tokens_of(flat, "STATUS")[0].word
        if tokens_of(flat, "STATUS")[0].meanings:
            raise DanglingError  # statements of one sort are of things, not of what a clause tells
        nominals = nominals_in(flat)
        clauses = clauses_in(flat)
        return Question("status", with_subject(clauses, nominals[:1]) if nominals else clauses, status=status)

    def status_phrase(self, items: list[Any]) -> Question:
        flat = flatten(items)
        status = tokens_of(flat, "STATUS")[0]
        sort = word_of(status) if status.meanings else None
        return Question("status", phrase=nominals_in(flat)[0], status=status.word, relation=sort)

    def sources(self, items: list[Any]) -> Question:
        flat = flatten(items)
        nominals = nominals_in(flat)
        clauses = clauses_in(flat)
        return Question("sources", with_subject(clauses, nominals[:1]) if nominals else clauses)

    def sources_gerund(self, items: list[Any]) -> Question:
        flat = flatten(items)
        place = next(index for index, item in enumerate(flat) if is_terminal(item, "VG"))
        clause = clause_of([Lead(word_of(flat[place])), *flat[place + 1 :]], before=nominals_in(flat[:place]))
        return Question("sources", Clauses("and", (clause,)))


def _among(topic: Nominal, member: Nominal) -> Clauses:
    """Return X里的Y as a copula marked "among"; what it asks for is asked with which when nothing else says so."""
    asked = member if isinstance(member, Together) or member.wh else replace(member, wh="which")
    clause = copula_of([topic, asked]).clauses[0]
    return Clauses("and", (replace(clause, marked=(("among", topic),)),))


class ChineseTree(Tree):
    """The same builders; in X的Y the owner stands first."""

    _english_of = False

    def of_(self, items: list[Any]) -> Nominal:
        """Build X的Y; what quantifies a single named X quantifies the Y: 所有英伟达的供应商."""
        found = super().of_(items)
        if not isinstance(found, Phrase) or found.quantity or found.amount or found.wh or not found.of:
            return found
        owner = found.of[0]
        if not isinstance(owner, Phrase) or not _names_one(owner):
            return found
        if owner.amount and not (found.nouns and any(m.kind == "role" for m in found.nouns[-1].meanings)):
            return found  # 576个GPU的集群: so many of what it has
        bare = replace(owner, quantity="", amount=None, wh="")
        return replace(found, of=(bare, *found.of[1:]), quantity=owner.quantity, amount=owner.amount, wh=owner.wh)


def _names_one(phrase: Phrase) -> bool:
    """Whether a phrase is a name: of one thing there is no "every" and no "three"."""
    return bool(phrase.nouns) and all(meaning.kind == "thing" for meaning in phrase.nouns[-1].meanings)
