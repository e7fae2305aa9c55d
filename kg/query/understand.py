"""Question text in, typed query out: read, resolve, and the first reading that makes sense wins."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from kg.base.diagnostics import Diagnostic, Suggestion, diagnostic
from kg.base.errors import QuestionError
from kg.base.spans import NOWHERE
from kg.language.language_of import Lang
from kg.language.lex import Given
from kg.language.read import Reading, read
from kg.language.syntax import Circumstances, Question
from kg.language.token import Token
from kg.lexicon.lexicon import Lexicon
from kg.lexicon.nearest import nearest
from kg.pack.pack import Pack
from kg.query.canonical_form import canonical_form
from kg.query.dated import amounts_of, by_period, dated, dates_of
from kg.query.definition import Definition
from kg.query.documents import documents
from kg.query.forms import form_of
from kg.query.meaning import MeaningError, Scope
from kg.query.narrow import narrow
from kg.query.nearby import nearby
from kg.query.query import (
    Changes,
    Conflicts,
    Context,
    Fill,
    Form,
    Holds,
    Number,
    Paths,
    Query,
    Select,
    Statements,
)
from kg.query.resolve import Resolver
from kg.query.steps import within_steps
from kg.query.unheard import refuse_unheard


class Understood(Struct, frozen=True):
    """What a question was understood to mean, with the tokens and the tree that it was read from."""

    query: Query
    lang: Lang
    tokens: tuple[Token, ...]
    syntax: Question


def understand(
    text: str,
    pack: Pack,
    lexicon: Lexicon,
    lang: Lang | None = None,
    given: Given = MappingProxyType({}),
    definitions: tuple[Definition, ...] = (),
) -> Understood:
    """Return the typed query of a question.

    ``given`` are the words of its parameters (``read_parameters``), ``definitions`` what the words that were added to
    the lexicon stand for (``define``).

    Raise QuestionError: Q… when it is no sentence, N… for unknown or ambiguous names, M… when its
    words make no sense together; with valid sentences that are close to it (``nearby``).
    """

    def is_read(other: str) -> bool:
        with suppress(QuestionError):
            _understood(other, pack, lexicon, lang, given, definitions)
            return True
        return False

    try:
        return _understood(text, pack, lexicon, lang, given, definitions)
    except QuestionError as error:
        raise nearby(error, is_read, lexicon, pack) from None


def _understood(
    text: str,
    pack: Pack,
    lexicon: Lexicon,
    lang: Lang | None,
    given: Given,
    definitions: tuple[Definition, ...],
) -> Understood:
    try:
        found = read(text, lexicon, lang, given)
    except QuestionError as error:
        raise _with_names(error, lexicon) from None
    scope = Scope(pack, lexicon, found.lang, definitions=definitions)
    errors: list[MeaningError] = []
    for reading in found.readings:
        try:
            query = _query(reading, scope)
        except MeaningError as error:
            errors.append(error)
            if len(errors) == 1 and error.diagnostic.code == "N002":
                break  # a name with several meanings is asked back about, not read as something else
            continue
        return Understood(query, found.lang, reading.tokens, reading.question)
    raise QuestionError(text, found.lang, (_with_words(_best(errors).diagnostic, text),))


def _query(reading: Reading, scope: Scope) -> Query:
    said = reading.question.circumstances
    scope = replace(scope, indirectly=said.indirectly, directly=said.directly)
    resolver = Resolver(scope, substitutes=said.substitutes)
    question = narrow(reading.question, scope)
    form = canonical_form(form_of(question, resolver, yes_no=reading.yes_no), resolver)
    context = _context(said, scope)
    _refuse_unmeasured(form, reading)
    if said.yearly:
        form = by_period(form, question, scope)
    if said.how_much:
        form = amounts_of(form, question, scope)
    if said.when:
        form = dates_of(form, question, scope)
    match form:
        case Changes() if not said.choices:
            context = replace(context, during=None, since=None if said.between is None else context.since)
        case Conflicts() if context.sources:
            form, context = replace(form, sources=(*form.sources, *context.sources)), replace(context, sources=())
            _refuse_idle(said, question, form, scope)
        case Paths() if said.within is not None and not said.choices:
            form = replace(form, within=said.within)
        case _ if (
            said.within is not None
            and not said.change
            and not said.choices
            and (near := within_steps(form, said.within)) is not None
        ):
            form = near
        case _:
            _refuse_idle(said, question, form, scope)
    _refuse_counted_names(form, scope)
    refuse_unheard(form, reading.tokens, scope)
    _refuse_unanswered(form, question, scope)
    form, context = dated(form, context, scope.pack)
    if scope.indirectly and not _follows_chains(form):
        usage = "which parts are directly or indirectly in A"
        raise MeaningError(diagnostic("M005", form="directly or indirectly", usage=usage), 3)
    frames = tuple(_frames(form)) or tuple(scope.pack.frames)
    if _is_dated(context) and frames and not any(_may_be_dated(frame, scope.pack) for frame in frames):
        usage = 'which films have year "1999"' if scope.lang == "en" else "年份是“1999”的电影"
        when = context.during or context.as_of or context.since or context.before or context.known_on
        raise MeaningError(diagnostic("M005", form=str(when), usage=usage), 1)
    if question.status not in ("", "any") and not (question.mode == "statements" and question.status == "claim"):
        if context.statuses not in ((), (question.status,)):
            usage = "rumours about NVIDIA" if scope.lang == "en" else "英伟达的传闻"
            raise MeaningError(diagnostic("M005", form=", ".join(context.statuses), usage=usage), 3)
        context = replace(context, statuses=(question.status,))
    return Query(form, context)


def _refuse_unanswered(form: Form, question: Question, scope: Scope) -> None:
    """Raise MeaningError M005 for a form that is read and that no analysis answers yet."""
    match form:
        case Paths(disjoint=True) if form.within is not None or form.through:
            word = "independent"
        case _:
            return
    usage = "paths from TSMC to OpenAI within 3 steps" if scope.lang == "en" else "台积电到OpenAI三步以内的路径"
    span = question.phrase.span if question.phrase is not None else NOWHERE
    raise MeaningError(diagnostic("M005", span, form=word, usage=usage), 4)


def _refuse_counted_names(part: object, scope: Scope) -> None:
    """Raise MeaningError where several of one named thing are counted ("at least three NVIDIA"), or kinds of nothing."""
    if isinstance(part, Fill) and isinstance(part.quantifier, Number) and part.quantifier.count > 1:
        noun = part.noun
        if noun.names and noun.where is None and not any(name in scope.kinds for name in noun.names):
            usage = "who supplies at least three companies" if scope.lang == "en" else "谁给至少三家公司供货"
            raise MeaningError(diagnostic("M005", form=scope.label(noun.names[0]), usage=usage), 3)
    if isinstance(part, Holds) and part.reach == "chain" and not part.fills:
        usage = "kinds of laser" if scope.lang == "en" else "激光器的种类"
        raise MeaningError(diagnostic("M002", text=scope.label(part.frame), usage=usage), 2)
    if isinstance(part, tuple):
        for one in part:
            _refuse_counted_names(one, scope)
    elif isinstance(part, Struct):
        for name in part.__struct_fields__:
            _refuse_counted_names(getattr(part, name), scope)


def _idle_choice(said: Circumstances, form: Form) -> str:
    """Return the first choice that is said of statements where none are asked for."""
    return said.choices[0][0].text if said.choices and not isinstance(form, Statements) else ""


def _refuse_idle(said: Circumstances, question: Question, form: Form, scope: Scope) -> None:
    """Raise MeaningError M005 when a circumstance is said that the form of the question has no use for."""
    words = {"added": "new", "ended": "dropped"} if scope.lang == "en" else {"added": "新增", "ended": "退出"}
    idle = (
        words.get(said.change, "")
        or _idle_choice(said, form)
        or (f"{said.within} steps" if said.within is not None else "")
    )
    if idle:
        usage = "paths from A to B within 4 steps; companies within 3 steps upstream of A"
        usage = usage if scope.lang == "en" else "从A到B四步以内的路径;A上游三步以内的公司"
        span = question.phrase.span if question.phrase is not None else NOWHERE
        raise MeaningError(diagnostic("M005", span, form=idle, usage=usage), 3)


def _refuse_unmeasured(form: Form, reading: Reading) -> None:
    """Raise MeaningError M005 for a "how much" that would be answered with things and no amount."""
    said = next((t for t in reading.tokens if t.kind == "WHAT" and t.text.lower() == "how much"), None)
    if said is not None and isinstance(form, Select):
        usage = "how many GPUs does a GB200 NVL72 contain"
        raise MeaningError(diagnostic("M005", said.span, form=said.text, usage=usage), 3)


def _is_dated(context: Context) -> bool:
    """Tell whether a question says when."""
    return any((context.as_of, context.during, context.since, context.before, context.known_on))


def _may_be_dated(frame: str, pack: Pack) -> bool:
    """Tell whether statements of a frame can have dates: those of a bare ontology have none."""
    the_frame = pack.frames[frame]
    bare = the_frame.predicate is not None and the_frame.predicate == the_frame.iri
    return not (bare or the_frame.iri.endswith(("-measure", "-text")))


def _frames(part: object) -> Iterator[str]:
    """Yield the frames that a form speaks of."""
    if isinstance(part, Holds):
        yield part.frame
    if isinstance(part, tuple):
        for one in part:
            yield from _frames(one)
    elif isinstance(part, Struct):
        for name in part.__struct_fields__:
            yield from _frames(getattr(part, name))


def _follows_chains(part: object) -> bool:
    """Tell whether some relation in a form is followed step by step."""
    if isinstance(part, Holds) and part.reach == "chain":
        return True
    if isinstance(part, tuple):
        return any(map(_follows_chains, part))
    return isinstance(part, Struct) and any(_follows_chains(getattr(part, name)) for name in part.__struct_fields__)


def _best(errors: list[MeaningError]) -> MeaningError:
    """Return the mistake of the reading that made most sense; the first of equals."""
    return max(errors, key=lambda error: error.rank)


def _with_words(found: Diagnostic, question: str) -> Diagnostic:
    """Quote the place of a mistake where it was found at no single word: a message never quotes nothing."""
    place = found.span
    quoted = question[place.start : place.end].strip() or question.strip()
    values = tuple((name, quoted if name in ("text", "form") and not value else value) for name, value in found.values)
    return replace(found, values=values)


def _context(found: Circumstances, scope: Scope) -> Context:
    sources = tuple(document for word in found.sources for document in documents(word, scope))
    return Context(
        found.as_of,
        found.during,
        found.since,
        found.before,
        found.known_on.last if found.known_on else None,
        found.statuses,
        sources,
        found.min_sources,
        found.max_sources,
        found.unconfirmed_since,
        directly=found.directly,
        unanimous=found.unanimous,
    )


def _with_names(error: QuestionError, lexicon: Lexicon) -> QuestionError:
    """Add the nearest names to each unknown one."""
    done: list[Diagnostic] = []
    for found in error.diagnostics:
        near = nearest(dict(found.values)["text"], lexicon) if found.code == "N001" else ()
        done.append(replace(found, suggestions=tuple(map(Suggestion, near))) if near else found)
    return QuestionError(error.question, error.lang, tuple(done))
