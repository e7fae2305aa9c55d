"""A session and a text in; the things that it names, which together, and the statements that it seems to make, out.

Nothing of it enters the graph: candidates are for a person to accept (``kg add`` takes what was accepted).
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from itertools import combinations

from kg.base.errors import KgError
from kg.base.spans import Span
from kg.lexicon.find_mentions import Mention, Mentions, find_mentions
from kg.query.query import And, Condition, Exists, Holds, Noun, Quantity, Query, Some, Test
from kg.query.understand import Understood
from kg.session.article import Article, Candidate, Together
from kg.session.session import Session

_END = re.compile(r"[。！？!?；;\n]+|\.(?=\s|$)")
_CLAUSE = re.compile(r"[，,：:]+")
_ASKED = re.compile(r"[?？]|[吗呢么][。！!]?$")


def read_article(session: Session, text: str, *, seconds: float = 30.0) -> Article:
    """Read an article against the graph; past ``seconds`` the remaining sentences are not tried as statements."""
    found = find_mentions(text, session.lexicon)
    sentences = list(_sentences(text, found))
    candidates: dict[tuple[object, ...], Candidate] = {}
    stop = time.monotonic() + seconds
    cut_short = 0
    for span, mentions in sentences:
        line = text.count("\n", 0, span.start) + 1
        if time.monotonic() > stop:
            cut_short = line
            break
        if len({mention.things for mention in mentions}) > 1 and not _ASKED.search(_whole(text, span)):
            for one in _stated(session, span.of(text), line):
                candidates.setdefault((one.frame, one.roles, one.qualifiers, one.valid_from), one)
    title = next((line.strip() for line in text.splitlines() if line.strip()), "")
    together = _together(text, sentences)
    return Article(text, title, found.known, found.unknown, together, tuple(candidates.values()), cut_short)


def _sentences(text: str, found: Mentions) -> Iterator[tuple[Span, list[Mention]]]:
    """Yield each sentence with its mentions; a mark inside a name ends none."""
    mentions = list(found.known)
    ends = [Span(*match.span()) for match in _END.finditer(text) if not _inside(match.start(), mentions)]
    starts = [0, *(end.end for end in ends)]
    for start, end in zip(starts, [*ends, Span(len(text), len(text))], strict=True):
        within = [mention for mention in mentions if start <= mention.span.start < end.start]
        if within:
            yield Span(start, end.start), within


def _inside(offset: int, mentions: list[Mention]) -> bool:
    return any(mention.span.start <= offset < mention.span.end for mention in mentions)


def _whole(text: str, span: Span) -> str:
    """Return a sentence with the mark that ends it."""
    return text[span.start : span.end + 1].strip()


def _together(text: str, sentences: list[tuple[Span, list[Mention]]]) -> tuple[Together, ...]:
    """Return the pairs of things that sentences name together, the most frequent first; ambiguous names do not count."""
    lines: dict[tuple[str, str], dict[int, None]] = {}
    for span, mentions in sentences:
        line = text.count("\n", 0, span.end) + 1
        things = sorted({mention.things[0] for mention in mentions if len(mention.things) == 1})
        for pair in combinations(things, 2):
            lines.setdefault(pair, {})[line] = None
    pairs = (Together(*pair, tuple(at)) for pair, at in lines.items())
    return tuple(sorted(pairs, key=lambda pair: (-len(pair.lines), pair.first, pair.second)))


def _stated(session: Session, sentence: str, line: int) -> list[Candidate]:
    """Return what a sentence states: read as a whole, or else clause by clause."""
    whole = sentence.strip(" \t\r\n\u3000。.!！；;")
    for texts in ((whole,), tuple(part.strip() for part in _CLAUSE.split(whole))):
        found = [one for text in texts if text for one in _read(session, text, whole, line)]
        if found:
            return found
    return []


def _read(session: Session, text: str, quote: str, line: int) -> list[Candidate]:
    try:
        understood = session.understand(text)
        if understood.syntax.mode != "clause" or not isinstance(understood.query.form, Exists):
            return []
        said = session.say(text)
        known = session.ask(text, derived=False).boolean is True
    except KgError:  # most sentences of an article are none of the language
        return []
    since = understood.query.context.since
    return [
        Candidate(*parts, str(since) if since else "", said, quote, line, known)
        for parts in _parts(understood, session)
    ]


_Parts = tuple[str, tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]


def _parts(understood: Understood, session: Session) -> list[_Parts]:
    """Return frame, roles and qualifiers of each statement; none when the sentence says more than statements can."""
    form = understood.query.form
    assert isinstance(form, Exists)
    subject = _one(form.noun)
    found = [_statement(subject, holds, session) for holds in _all(form.noun.where)] if subject else []
    return [parts for parts in found if parts] if all(found) and _plain(understood.query) else []


def _plain(query: Query) -> bool:
    """Tell whether nothing but a beginning qualifies the sentence."""
    context = query.context
    return not (context.as_of or context.during or context.before or context.known_on or context.sources)


def _all(where: Condition | None) -> list[Holds]:
    match where:
        case Holds():
            return [where]
        case And(parts) if all(isinstance(part, Holds) for part in parts):
            return [part for part in parts if isinstance(part, Holds)]
        case _:
            return []


def _one(noun: Noun) -> str:
    """Return the one thing that a noun names, empty when it means a class, several, or a condition."""
    return noun.names[0] if len(noun.names) == 1 else ""


def _statement(subject: str, holds: Holds, session: Session) -> _Parts | None:
    fillers = {holds.role: subject}
    for fill in holds.fills:
        if not isinstance(fill.quantifier, Some) or fill.noun.where is not None or not _one(fill.noun):
            return None
        fillers[fill.role] = _one(fill.noun)
    tests = [_qualifiers(test, holds, session) for test in holds.tests]
    if holds.reach != "one" or None in tests:
        return None
    frame = session.pack.frames[holds.frame]
    roles = tuple((role.id, fillers[role.id]) for role in frame.roles if role.id in fillers)
    return frame.id, roles, tuple(pair for pairs in tests for pair in pairs or ())


def _qualifiers(test: Test, holds: Holds, session: Session) -> tuple[tuple[str, str], ...] | None:
    """Return what a test says of the statement; None when it says no single value."""
    if test.op != "=":
        return None
    if not isinstance(test.value, Quantity):
        return ((test.qualifier, str(test.value)),)
    number = (test.qualifier, f"{test.value.value:.15g}")
    unit = session.pack.frames[holds.frame].qualifier(test.qualifier).unit
    return (number, (unit, test.value.unit)) if unit and test.value.unit else (number,)
