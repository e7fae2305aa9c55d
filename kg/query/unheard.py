"""A form and the words that it was read from in; refused when a name or a 唯一 plays no part in it.

The last guard against a question that is answered as another one: whatever the grammar and the resolver do with a
name, it is in the query, or a thing of that kind is, or the reading is given up; so with 唯一.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from kg.base.diagnostics import diagnostic
from kg.language.token import Token
from kg.pack.pack import Pack
from kg.query.meaning import MeaningError, Scope
from kg.query.query import Count, Every, Exists, Form, Select

#: Words of a "single" that is one and no other; "a single customer" may be any one.
_ONE = frozenset({"唯一"})
_NAMES = frozenset({"thing", "adjective"})


def refuse_unheard(form: Form, tokens: Sequence[Token], scope: Scope) -> None:
    """Raise MeaningError M002 for the first word that can only be a name, when nothing of that name is in the form."""
    _refuse_uncounted(form, tokens, scope)
    _refuse_each(form, tokens, scope)
    said = set(_texts(form))
    broader = {kind for id in said for kind in _kinds(id, scope.pack)}
    for token in (*tokens, *(name for excepted in tokens for name in excepted.apart)):
        named = {meaning.id for meaning in token.meanings if meaning.kind in _NAMES}
        if not named or any(meaning.kind not in _NAMES for meaning in token.meanings) or named & (said | broader):
            continue
        usage = "suppliers of HBM to NVIDIA" if scope.lang == "en" else "英伟达的HBM供应商"
        raise MeaningError(diagnostic("M002", token.span, text=token.text, usage=usage), 1)


def _refuse_uncounted(form: Form, tokens: Sequence[Token], scope: Scope) -> None:
    """Raise MeaningError M002 for a 唯一 that the form does not count."""
    numbers = set(_numbers(form))
    for token in tokens:
        if token.word in _ONE and 1.0 not in numbers:
            usage = "components with exactly one supplier" if scope.lang == "en" else "只有一家供应商的部件"
            raise MeaningError(diagnostic("M002", token.span, text=token.text, usage=usage), 1)


def _refuse_each(form: Form, tokens: Sequence[Token], scope: Scope) -> None:
    """Raise MeaningError M005 for an "each" that neither groups nor means all: "who supplies each hyperscaler"."""
    each = next((token for token in tokens if token.kind == "EACH"), None)
    if each is None or not isinstance(form, Select | Count | Exists) or _means_all(form):
        return
    usage = "who supplies all hyperscalers" if scope.lang == "en" else "谁给所有云厂商供货"
    raise MeaningError(diagnostic("M005", each.span, form=each.text, usage=usage), 2)


def _means_all(part: object) -> bool:
    """Whether something in a form holds of all things of a sort."""
    if isinstance(part, tuple):
        return any(map(_means_all, part))
    if isinstance(part, Struct):
        return isinstance(part, Every) or any(_means_all(getattr(part, name)) for name in part.__struct_fields__)
    return False


def _numbers(part: object) -> Iterator[float]:
    """Yield every number in a form."""
    if isinstance(part, int | float):
        yield float(part)
    elif isinstance(part, tuple):
        for one in part:
            yield from _numbers(one)
    elif isinstance(part, Struct):
        for name in part.__struct_fields__:
            yield from _numbers(getattr(part, name))


def _texts(part: object) -> Iterator[str]:
    """Yield every id in a form."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _texts(one)
    elif isinstance(part, Struct):
        for name in part.__struct_fields__:
            yield from _texts(getattr(part, name))


def _kinds(id: str, pack: Pack) -> Iterator[str]:
    """Yield every kind that a thing is of, however far up."""
    queue, seen = [id], {id}
    while queue:
        thing = pack.things.get(queue.pop())
        for kind in thing.kinds if thing is not None else ():
            if kind not in seen:
                seen.add(kind)
                queue.append(kind)
                yield kind
