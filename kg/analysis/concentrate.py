"""Statements of shares -> an answer with the shares of each whole, the largest first, and how concentrated they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kg.analysis.about import About
from kg.analysis.amount import plain
from kg.analysis.headings import column, label_of
from kg.analysis.interval import Interval, rest, squares
from kg.analysis.notes import Note
from kg.analysis.saying import Saying
from kg.analysis.share import WHOLE, Share, accounts, bases, read_shares
from kg.analysis.share_notes import index_between, more_than_whole, no_shares, not_put_together, several_wholes
from kg.analysis.tabulate import Line, tabulate
from kg.analysis.witness import Witness
from kg.answer.answer import Answer, Cell, Column, Coverage, EntityCell, ValueCell
from kg.pack.pack import Frame
from kg.query.query import Concentration, Query

#: Fillers of all roles but the counted one (id or nothing), basis, period: one whole.
_Whole = tuple[tuple[str | None, ...], str, str]


class _Group(Struct, frozen=True):
    """The shares of one whole in one period, the largest first, with what is left and the index."""

    first: Share
    parts: tuple[tuple[EntityCell, Interval, tuple[str, ...]], ...]
    left: Interval
    index: Interval | None

    @property
    def is_complete(self) -> bool:
        """Tell whether the shares are single numbers that make up the whole."""
        return self.index is not None and self.left.high < 0.5 and self.index.low == self.index.high


def concentrate(query: Query, witness: Witness, answer: Answer, about: About) -> Answer:
    """Answer with one row a share: who has it, of what, on which basis, when; what is left, and the index.

    Shares stand together only when basis, period and all other roles are the same. The index is that of Herfindahl
    and Hirschman, from 0 to 10,000, between its bounds: what is left may be in many small shares or in one. It is
    the answer's number where it is exact, and there is but one. Several accounts of one share make a range.
    """
    form = query.form
    assert isinstance(form, Concentration)
    frame = witness.pack.frames[form.holds.frame]
    witness.gather(saying for _, saying in about.told)
    by_id = {one.id: saying for _, saying in about.told for one in witness.ordered((saying,))}
    shares = list(read_shares(witness.ordered(by_id.values()), frame, witness.pack))
    fitting = [share for share in shares if share.basis.whole and form.counted not in share.basis.whole]
    groups = sorted(_groups(fitting, frame, form.counted), key=_order)
    others = tuple(role.id for role in frame.roles if role.id != form.counted)
    lines = [line for group in groups for line in _lines(group, form, others, by_id)]
    answer = replace(answer, notes=(*answer.notes, *_remarks(groups, shares, fitting, frame, form)))
    if not lines:
        answer = replace(answer, coverage=Coverage(len({one for one, _ in about.told}), 0, frame.id))
    exact = [group.index.low for group in groups if group.is_complete and group.index]
    number = plain(exact[0]) if len(exact) == 1 and len(groups) == 1 else None
    if number is not None:
        answer = replace(answer, kind="number", number=number)
    return tabulate(_columns(frame, form.counted, others), lines, witness, answer, query.limit)


def _groups(shares: Sequence[Share], frame: Frame, counted: str) -> Iterator[_Group]:
    wholes: dict[_Whole, list[Share]] = {}
    for share in shares:
        roles = share.statement.roles
        key = tuple(roles[r.id].id if r.id in roles else None for r in frame.roles if r.id != counted)
        if counted in roles:
            wholes.setdefault((key, share.basis.id, share.period), []).append(share)
    for some in wholes.values():
        parts = sorted(accounts(some, counted).values(), key=lambda part: (-part[1].high, -part[1].low, part[0].id))
        known = [interval for _, interval, _ in parts]
        fits = sum(one.low for one in known) <= WHOLE * 1.005
        yield _Group(some[0], tuple(parts), rest(known, WHOLE), squares(known, WHOLE) if fits else None)


def _order(group: _Group) -> tuple[object, ...]:
    """Return the key of the order: the fullest wholes first, the latest periods before others."""
    latest = tuple(-ord(letter) for letter in group.first.period)
    return (round(group.left.high), latest, group.first.basis.id, group.parts[0][0].id)


def _lines(group: _Group, form: Concentration, others: Sequence[str], by_id: Mapping[str, Saying]) -> Iterator[Line]:
    roles = group.first.statement.roles
    basis = EntityCell(group.first.basis.id, "", "Choice", label_of(group.first.basis.names, group.first.basis.id))
    period = ValueCell(group.first.period) if group.first.period else None
    index = None if group.index is None else _range(group.index, None)
    for who, share, ids in group.parts[: form.top]:
        cells: tuple[Cell, ...] = (
            who,
            _range(share, "percent"),
            *(roles.get(role) for role in others),
            basis,
            period,
            _range(group.left, "percent"),
            index,
        )
        yield Line(cells, [by_id[id] for id in ids])


def _range(interval: Interval, unit: str | None) -> ValueCell:
    low, high = plain(round(interval.low, 4)), plain(round(interval.high, 4))
    return ValueCell(low, unit, None if low == high else high)


def _columns(frame: Frame, counted: str, others: Sequence[str]) -> tuple[Column, ...]:
    told = bases(frame)
    roles = {role.id: Column(label_of(role.names, role.id), role.id) for role in frame.roles}
    named = (
        [(one.id, label_of(one.names, one.id)) for one in (told.number, told.basis, told.period) if one] if told else []
    )
    qualifiers = {id: Column(name, id) for id, name in named}
    first, *rest_of = qualifiers.values()
    return (roles[counted], first, *(roles[role] for role in others), *rest_of, column("rest"), column("index"))


def _remarks(
    groups: Sequence[_Group], shares: Sequence[Share], fitting: Sequence[Share], frame: Frame, form: Concentration
) -> Iterator[Note]:
    counted = label_of(frame.role(form.counted).names, form.counted)
    if not groups:
        yield no_shares(counted)
    for group in groups:
        if group.index is None:
            yield more_than_whole(_whole(group, form.counted))
        elif len(groups) <= 3:
            yield index_between(_whole(group, form.counted), group.index, group.left)
    if len(groups) > 1:
        yield several_wholes(len(groups))
    if len(fitting) < len(shares):
        left_out = {share.basis.id: share.basis for share in shares if share not in fitting}
        names = [label_of(basis.names, basis.id) for basis in left_out.values()]
        yield not_put_together(len(shares) - len(fitting), counted, names)


def _whole(group: _Group, counted: str) -> Mapping[str, str]:
    """Return what the shares are shares of, in words."""
    roles = [cell.label for role, cell in group.first.statement.roles.items() if role != counted]
    basis = label_of(group.first.basis.names, group.first.basis.id)
    return {
        lang: " · ".join(
            [
                *(label.get(lang, "") for label in roles),
                basis[lang],
                *([group.first.period] if group.first.period else []),
            ]
        )
        for lang in ("en", "zh")
    }
