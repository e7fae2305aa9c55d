"""Columns and a context -> which statements the context admits, as a mask; the conditions are those of every search.

What ``kg.plan.admission`` says in patterns is said here of arrays. Plain triples are always admitted. What a context
asks of all that says the same (how many sources, confirmed since when) is no condition on one statement: contexts that
ask it are not answered from columns.
"""

from __future__ import annotations

from datetime import date
from functools import reduce

import numpy as np

from kg.columns.columns import Columns
from kg.columns.details import UNDATED, Claims, Times
from kg.columns.links import Mask
from kg.columns.read_details import claims_of, times_of
from kg.pack.pack import Pack
from kg.query.query import Context
from kg.store.embedded import EmbeddedStore


def is_admissible(context: Context) -> bool:
    """Tell whether a context asks nothing but of one statement and its claims."""
    return context.min_sources <= 1 and context.max_sources is None and context.unconfirmed_since is None


def admit(store: EmbeddedStore, columns: Columns, context: Context, pack: Pack, seconds: float) -> Mask | None:
    """Return the mask, None when all are admitted; raise BudgetError when what the context needs is not there in time."""
    masks: list[Mask] = []
    if context.as_of or context.during or context.since or context.before:
        masks.append(_in_time(columns, times_of(store, columns, seconds), context, pack))
    if context.known_on or context.statuses or context.sources:
        masks.append(_claimed(columns, claims_of(store, columns, seconds), context, pack))
    return reduce(np.logical_and, masks) if masks else None


def _in_time(columns: Columns, times: Times, context: Context, pack: Pack) -> Mask:
    mask: Mask = np.ones(len(columns.fillers), dtype=np.bool_)
    for frame in columns.frames:
        if frame.names is not None:
            part = slice(frame.first, frame.first + frame.count)
            event = pack.frames[frame.id].event
            mask[part] = _of_frame(Times(times.begins[part], times.ends[part]), context, event)
    return mask


def _of_frame(times: Times, context: Context, event: bool) -> Mask:
    begins, dated = times.begins, times.begins != UNDATED
    mask: Mask = np.ones(len(begins), dtype=np.bool_)
    if context.as_of:
        mask &= (begins <= context.as_of.last.toordinal()) & _lasts(times, context.as_of.first)
    if context.during:
        mask &= dated & (begins <= context.during.last.toordinal())
        if event:
            mask &= begins >= context.during.first.toordinal()
        else:
            mask &= _lasts(times, context.during.first)
    if context.since:
        mask &= dated & (begins >= context.since.first.toordinal())
    if context.before:
        mask &= dated & (begins < context.before.first.toordinal())
    return mask


def _lasts(times: Times, day: date) -> Mask:
    lasting: Mask = (times.ends == UNDATED) | (times.ends >= day.toordinal())
    return lasting


def _claimed(columns: Columns, claims: Claims, context: Context, pack: Pack) -> Mask:
    """Admit statements with some claim that meets all, and plain triples."""
    admitted: Mask = np.ones(len(claims.statements), dtype=np.bool_)
    if context.statuses:
        admitted &= np.isin(
            claims.status, [claims.statuses.index(one) for one in context.statuses if one in claims.statuses]
        )
    if context.sources:
        wanted = {str(pack.iri(id)) for id in context.sources}
        admitted &= np.isin(claims.source, [number for number, one in enumerate(claims.sources) if one in wanted])
    if context.known_on:
        known = (claims.published != UNDATED) & (claims.published <= context.known_on.toordinal())
        admitted &= np.append(known, False)[claims.source]  # the last place is that of claims without a source
    mask: Mask = np.zeros(len(columns.fillers), dtype=np.bool_)
    mask[claims.statements[admitted]] = True
    for frame in columns.frames:
        if frame.names is None:
            mask[frame.first : frame.first + frame.count] = True
    return mask
