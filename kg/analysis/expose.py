"""Two things -> an answer with what part of the one's business hangs on the other, looked through chains of shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise, product
from math import fsum

from msgspec import Struct
from msgspec.structs import replace

from kg.analysis.amount import plain
from kg.analysis.find_chains import find_chains
from kg.analysis.headings import column, label_of, step_columns
from kg.analysis.interval import Interval
from kg.analysis.read_sayings import read_sayings
from kg.analysis.saying import Saying
from kg.analysis.share import WHOLE, Share, bases, read_shares
from kg.analysis.share_notes import estimates, no_exposure
from kg.analysis.tabulate import Line, tabulate
from kg.analysis.witness import Witness
from kg.answer.answer import Answer, Cell, EntityCell, ValueCell
from kg.base.terms import Iri
from kg.pack.pack import Choice, Frame, Pack
from kg.query.query import Exposure, Query

#: So many combinations of shares along one chain are shown.
_MOST = 50


class _Link(Struct, frozen=True):
    """A share that one thing's business has in another's, of one whole in one period."""

    share: Interval
    period: str
    sayings: tuple[Saying, ...]


#: From the one exposed to the one that it is exposed to.
_Links = Mapping[tuple[Iri, Iri], Sequence[_Link]]


def expose(query: Query, witness: Witness, answer: Answer) -> Answer:
    """Answer with one row a chain: the things along it, the product of the shares, basis and periods.

    Along one chain every share is of the same basis. A product of shares is an estimate: it takes it that what the
    next one buys or sells is spread evenly over its business. Chains are not added up.
    """
    form = query.form
    assert isinstance(form, Exposure)
    start, end = witness.pack.iri(form.start), witness.pack.iri(form.end)
    found: list[tuple[tuple[Iri, ...], Line]] = []
    cut: str | None = None
    for frame in witness.pack.frames.values():
        for basis, links in _by_basis(frame, query, witness):
            onward: dict[Iri, list[Iri]] = {}
            for one, other in sorted(links):
                onward.setdefault(one, []).append(other)
            chains = find_chains(onward, start, end, within=form.within, out_of_time=lambda: witness.left <= 0)
            cut = cut or chains.cut
            found += [(path, line) for path in chains.paths for line in _lines(path, links, basis, witness)]
    width = max((len(path) for path, _ in found), default=1)
    lines = [_padded(path, line, width) for path, line in sorted(found, key=lambda item: (len(item[0]), item[0]))]
    ends = witness.cell(start).label, witness.cell(end).label
    answer = replace(answer, truncated=cut, notes=(*answer.notes, estimates() if lines else no_exposure(*ends)))
    columns = (*step_columns(width - 1), column("estimate"), column("basis"), column("period")) if lines else ()
    return tabulate(columns, lines, witness, answer, query.limit)


def _by_basis(frame: Frame, query: Query, witness: Witness) -> Iterator[tuple[Choice, _Links]]:
    told = bases(frame)
    if told is None:
        return
    sayings = read_sayings(witness, query.context, (frame,))
    witness.gather(sayings)
    by_id = {one.id: saying for saying in sayings for one in witness.ordered((saying,))}
    shares = list(read_shares(witness.ordered(sayings), frame, witness.pack))
    for basis in told.basis.choices:
        ends = _ends(frame, basis, witness.pack)
        if ends is not None:
            yield basis, _links([one for one in shares if one.basis == basis], ends, by_id, witness.pack)


def _ends(frame: Frame, basis: Choice, pack: Pack) -> tuple[str, str] | None:
    """Return the role whose business the basis is of, and the role of the other party."""
    parties = [
        role.id
        for role in frame.roles
        if role.ranges and any(pack.classes[one].agent for one in pack.ancestors(role.ranges[0]))
    ]
    own = [role for role in parties if role in basis.whole]
    other = [role for role in parties if role not in basis.whole]
    return (own[0], other[0]) if len(own) == 1 and len(other) == 1 else None


def _links(shares: Sequence[Share], ends: tuple[str, str], by_id: Mapping[str, Saying], pack: Pack) -> _Links:
    """Return the links, the latest period of each pair; items that the basis does not tell apart become one link."""
    wholes: dict[tuple[Iri, Iri], dict[tuple[str, ...], list[Share]]] = {}
    for share in shares:
        roles = share.statement.roles
        if all(role in roles for role in ends):
            pair = (pack.iri(roles[ends[0]].id), pack.iri(roles[ends[1]].id))
            whole = tuple(roles[role].id if role in roles else "" for role in share.basis.whole)
            wholes.setdefault(pair, {}).setdefault(whole, []).append(share)
    found: dict[tuple[Iri, Iri], list[_Link]] = {}
    for pair, of_pair in wholes.items():
        for some in of_pair.values():
            period = max(share.period for share in some)
            latest = [share for share in some if share.period == period]
            sayings = tuple(by_id[share.statement.id] for share in latest)
            found.setdefault(pair, []).append(_Link(_together(latest), period, sayings))
    return found


def _together(shares: Sequence[Share]) -> Interval:
    """Return the share of all that is told of one pair: accounts of the same are a range, different items at most add up."""
    items: dict[tuple[str, ...], list[Interval]] = {}
    for share in shares:
        items.setdefault(tuple(sorted(cell.id for cell in share.statement.roles.values())), []).append(share.percent)
    lows = [min(one.low for one in of_item) for of_item in items.values()]
    highs = [max(one.high for one in of_item) for of_item in items.values()]
    return Interval(max(lows), min(WHOLE, fsum(highs)))


def _lines(path: Sequence[Iri], links: _Links, basis: Choice, witness: Witness) -> Iterator[Line]:
    cell = EntityCell(basis.id, "", "Choice", label_of(basis.names, basis.id))
    things: tuple[Cell, ...] = tuple(map(witness.cell, path))
    for steps in islice(product(*(links[step] for step in pairwise(path))), _MOST):
        share = Interval(1.0, 1.0)
        for step in steps:
            share = share.times(Interval(step.share.low / WHOLE, step.share.high / WHOLE))
        low, high = plain(round(share.low * WHOLE, 4)), plain(round(share.high * WHOLE, 4))
        periods = " > ".join(step.period or "–" for step in steps)
        estimate = ValueCell(low, "percent", None if low == high else high)
        sayings = [saying for step in steps for saying in step.sayings]
        yield Line((*things, estimate, cell, ValueCell(periods)), sayings)


def _padded(path: Sequence[Iri], line: Line, width: int) -> Line:
    """Return the line with empty cells after the last thing of a shorter chain."""
    things, told = line.cells[: len(path)], line.cells[len(path) :]
    return Line((*things, *(None,) * (width - len(path)), *told), line.sayings)
