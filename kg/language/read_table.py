"""Tokens of a list with several columns in, its tree out: "list the name and the age of every member that …",
"list every student and the course that the student takes, where the course is part of X".

The pieces are noun phrases and clauses of the grammar; here they are only told apart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.language.pieces import word_of
from kg.language.syntax import Clauses, Nominal, Question, Table, Word
from kg.language.token import Token

_Parse = Callable[[Sequence[Token], str], Question | None]
_VERBAL = frozenset({"V", "VD", "VG", "BE", "HAVE"})
_ARTICLES = frozenset({"DET", "ALL", "EACH"})


def read_table(tokens: Sequence[Token], parse: _Parse, lang: str) -> Question | None:
    """Return the tree of a list with several columns; None when the tokens are none."""
    if not tokens or tokens[0].kind != "LIST":
        return None
    found = _English(parse).read(tokens[1:]) if lang == "en" else _chinese(tokens[1:], parse)
    return Question("table", table=found) if found is not None else None


#: Whose the columns are.
THEIR = ("their", "its", "his", "her", "它们的", "其")


def columns_behind(tokens: Sequence[Token], parse: _Parse) -> Question | None:
    """Read "list ships with their owner and captain": things, and what is shown of each; None where none is shown."""
    place = next((n for n, token in enumerate(tokens) if _is_their(tokens, n)), None)
    if place is None:
        return None
    things, columns = tokens[: place - 1], tokens[place + 1 :]
    owner = things[1:] if things[:1] and things[0].kind == "LIST" else things
    words = [_single(part) for part in _split([t for t in columns if t.kind != "FILLER"], short=True)]
    if not words or None in words or not owner or owner[0].kind in _ASKING:
        return None
    question = parse(_bare([token for token in owner if token.kind != "FILLER"]), "phrase")
    if question is None or question.phrase is None:
        return None
    return Question("table", table=Table((question.phrase,), tuple((0, word) for word in words if word), open=True))


_ASKING = frozenset({"WHO", "WHAT", "WHICH", "HOWMANY", "BE", "DO", "HAVE", "COMPARE", "DESCRIBE"})


def _is_their(tokens: Sequence[Token], place: int) -> bool:
    """Whether "with their" or "and their" ends at a place."""
    if not place or tokens[place].kind != "FILLER" or tokens[place].text.lower() not in THEIR:
        return False
    return tokens[place - 1].word == "with" or (tokens[place - 1].kind in ("AND", "COMMA") and tokens[0].kind == "LIST")


class _English:
    """Reads the columns and what holds between them."""

    def __init__(self, parse: _Parse) -> None:
        self.parse = parse

    def read(self, tokens: Sequence[Token]) -> Table | None:
        kinds = [token.kind for token in tokens]
        end = kinds.index("WHERE") if "WHERE" in kinds else len(tokens)
        head, rest = tokens[:end], tokens[end + 1 :]
        if not rest and (chained := self.chained(head)) is not None:
            return chained
        clauses = [self.clause(part) for part in _split(rest)] if rest else []
        if None in clauses:
            return None
        said = [clause for clause in clauses if clause is not None]
        owner = next((at for at in range(1, end) if kinds[at - 1] == "OF" and kinds[at] in ("ALL", "EACH")), None)
        if owner is not None:
            return self.attributes(head[: owner - 1], head[owner:], said)
        return self.things(_split(head, short=True), said, bool(rest)) if kinds[:1] in (["ALL"], ["EACH"]) else None

    def attributes(self, names: Sequence[Token], owner: Sequence[Token], clauses: list[Clauses]) -> Table | None:
        """Read "the name and the age of every member"."""
        words = [_single(part) for part in _split(names, short=True)]
        thing = self.noun(owner)
        if thing is None or not words or None in words:
            return None
        return Table((thing,), tuple((0, word) for word in words if word), tuple(clauses))

    def things(self, items: list[Sequence[Token]], clauses: list[Clauses], conditions: bool) -> Table | None:
        """Read "every student, the course that the student takes and the age of the student"."""
        things: list[Nominal] = []
        values: list[tuple[int, Word]] = []
        heads: list[str] = []
        related = 0
        for item in items:
            part = _bare(item)
            kinds = [token.kind for token in part]
            if len(part) in (3, 4) and kinds[:2] == ["N", "OF"] and part[-1].text.lower() in heads:
                values.append((heads.index(part[-1].text.lower()), word_of(part[0])))
                continue
            if len(part) > 4 and kinds[:4] == ["N", "THAT", "DET", "N"]:
                clause = self.clause([*part[2:], Token("DET", "the", part[0].span), part[0]])
                if clause is None:
                    return None
                clauses.append(clause)
                related += 1
                part = part[:1]
            thing = self.noun(part)
            if thing is None:
                return None
            things.append(thing)
            heads.append(part[0].text.lower())
        if len(set(heads)) < len(heads) or len(things) + len(values) < 2 or not (conditions or related or values):
            return None
        return Table(tuple(things), tuple(values), tuple(clauses))

    def chained(self, tokens: Sequence[Token]) -> Table | None:
        """Read "every A that is in a B that is part of a C, and that comes from that C": the C is told of again."""
        kinds = [token.kind for token in tokens]
        starts = [n for n in range(2, len(kinds) - 1) if kinds[n] == "THAT" and kinds[n + 1] in _VERBAL]
        if kinds[:2] not in (["ALL", "N"], ["EACH", "N"]) or not starts or starts[0] != 2:
            return None
        things, clauses, again = [tokens[1]], [], False
        for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
            body = _without_end(tokens[start + 1 : end])
            if len(body) < 2 or body[-1].kind != "N" or body[-2].kind not in ("THAT", "DET"):
                return None
            subject = tokens[1] if kinds[start - 1] == "AND" else tokens[start - 1]
            again = again or body[-2].kind == "THAT"
            things += [body[-1]] if body[-2].kind == "DET" else []
            article = Token("DET", "the", body[-2].span)
            clauses.append(self.clause([article, subject, *body[:-2], article, body[-1]]))
        nouns = [self.noun([thing]) for thing in things]
        if not again or None in clauses or None in nouns or len({thing.text for thing in things}) < len(things):
            return None
        said = tuple(clause for clause in clauses if clause is not None)
        return Table(tuple(noun for noun in nouns if noun is not None), (), said)

    def noun(self, tokens: Sequence[Token]) -> Nominal | None:
        question = self.parse(_bare(tokens), "phrase")
        return question.phrase if question is not None else None

    def clause(self, tokens: Sequence[Token]) -> Clauses | None:
        question = self.parse(tokens, "clause")
        return question.clauses if question is not None else None


def _chinese_things(tokens: Sequence[Token], parse: _Parse) -> Table | None:
    """Read 列出每个学生、其所属的院系和其电话，且该院系属于X: things, values of the first one, and what holds."""
    kinds = [token.kind for token in tokens]
    if len(kinds) < 2 or kinds[0] not in ("EACH", "ALL") or kinds[1] != "N":
        return None
    end = kinds.index("COMMA") if "COMMA" in kinds else len(kinds)
    first = tokens[1]
    things: list[Token] = []
    values: list[tuple[int, Word]] = []
    said = [_without_joint(part) for part in _cut(tokens[end + 1 :], ("COMMA",))]
    for item in _cut(tokens[1:end], ("AND",)):
        own = item[:1] != [first] and item[0].kind == "FILLER"
        match [token for token in item if token.kind != "FILLER"]:
            case [Token(kind="N") as value] if own:
                values.append((0, word_of(value)))
            case [Token(kind="N") as thing]:
                things.append(thing)
            case [Token(kind="V") as verb, Token(kind="DE"), Token(kind="N") as thing]:
                things.append(thing)
                said.append([first, verb, thing])
            case _:
                return None
    nouns = [parse([thing], "phrase") for thing in things]
    clauses = [parse(part, "clause") for part in said]
    found = tuple(noun.phrase for noun in nouns if noun is not None and noun.phrase is not None)
    held = tuple(clause.clauses for clause in clauses if clause is not None and clause.clauses is not None)
    if len(found) < len(things) or len(held) < len(said) or len({thing.text for thing in things}) < len(things):
        return None
    return Table(found, tuple(values), held) if len(found) + len(values) > 1 and held else None


def _cut(tokens: Sequence[Token], at: tuple[str, ...]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind in at:
            parts.append([])
        else:
            parts[-1].append(token)
    return [part for part in parts if part]


def _without_joint(tokens: list[Token]) -> list[Token]:
    """Leave out 且 and 该 before and in a clause."""
    return [token for token in tokens if token.kind not in ("BUT", "AND", "FILLER")]


def _without_end(tokens: Sequence[Token]) -> Sequence[Token]:
    """Leave out the comma and the "and" before the next clause."""
    end = len(tokens)
    while end and tokens[end - 1].kind in ("COMMA", "AND"):
        end -= 1
    return tokens[:end]


def _chinese(tokens: Sequence[Token], parse: _Parse) -> Table | None:
    """Read 列出每个教授的姓名、年龄和电话: the words behind the last 的 are the columns."""
    things = _chinese_things(tokens, parse)
    if things is not None:
        return things
    kinds = [token.kind for token in tokens]
    at = len(kinds) - 1
    while at >= 0 and kinds[at] in ("N", "COMMA", "AND"):
        at -= 1
    if at < 1 or kinds[at] != "DE":
        return None
    words = [_single(part) for part in _split(tokens[at + 1 :], short=True)]
    question = parse([token for token in tokens[:at] if token.kind not in ("EACH", "ALL")], "phrase")
    if len(words) < 2 or None in words or question is None or question.phrase is None:
        return None
    return Table((question.phrase,), tuple((0, word) for word in words if word))


def _split(tokens: Sequence[Token], *, short: bool = False) -> list[Sequence[Token]]:
    """Cut at commas and at "and"; not ``short``: only before what has a verb of its own."""
    parts: list[list[Token]] = [[]]
    for index, token in enumerate(tokens):
        joint = token.kind in ("COMMA", "AND")
        if joint and (short or _has_verb(tokens[index + 1 :])):
            parts.append([])
        elif not (joint and not parts[-1]):
            parts[-1].append(token)
    return [part for part in parts if part]


def _has_verb(tokens: Sequence[Token]) -> bool:
    for token in tokens:
        if token.kind in ("COMMA", "AND"):
            return False
        if token.kind in _VERBAL:
            return True
    return False


def _bare(tokens: Sequence[Token]) -> list[Token]:
    kept = list(tokens)
    while kept and kept[0].kind in _ARTICLES:
        kept.pop(0)
    return kept


def _single(tokens: Sequence[Token]) -> Word | None:
    part = _bare(tokens)
    return word_of(part[0]) if len(part) == 1 and part[0].kind == "N" else None
