"""Needs: so many of a whole, multiplied along the lists of parts, and by ratios -> an answer with a row for each account."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from kg.analysis.amount import amount_of, plain
from kg.analysis.explode import Counts, Explosion, explode
from kg.analysis.lay_out_parts import ByRatio, Chain, Needed, lay_out_parts
from kg.analysis.notes import (
    Note,
    accounts_agree,
    accounts_differ,
    base_unknown,
    by_ratios,
    circles,
    counts_no_parts,
    measures,
    no_parts,
    not_counts,
    uncounted,
)
from kg.analysis.part_count import PartCount
from kg.analysis.ratio import read_ratios
from kg.analysis.read_counts import counting_frames, read_counts
from kg.analysis.settle import Accounts, Amount, settle
from kg.analysis.witness import Witness
from kg.answer.answer import Answer, Coverage
from kg.base.terms import Iri
from kg.plan.kinds import Kinds
from kg.query.query import Need, Query


class _Found(Struct, frozen=True):
    """What the lists of parts say of one thing that is asked for: its chains, and the amounts in one whole."""

    exploded: Explosion
    amounts: frozenset[Amount]

    @property
    def amount(self) -> Amount | None:
        """The one amount that all accounts come to."""
        return next(iter(self.amounts)) if len(self.amounts) == 1 else None


def multiply(query: Query, witness: Witness, answer: Answer) -> Answer:
    """Answer with how many of a part so many of a whole hold.

    A row is a chain of parts with the counts between them, its conditions, and what it comes to.
    Several counts of one pair are rows of their own. The number is set when all accounts agree; what an
    account is, and which chains add up, is told in ``kg.analysis.settle``. With ``per``, the count is
    of that part and not of wholes, and is divided by the number of those in one whole. Ratios ("nine per GPU")
    are rows of their own, each on the word of its source; where there are any, no one number is given.
    """
    form = query.form
    assert isinstance(form, Need)
    answer = replace(answer, kind="number")
    frames = counting_frames(witness.pack)
    if not frames:
        return replace(answer, notes=(*answer.notes, counts_no_parts()))
    counts = read_counts(witness, query.context)
    found = _found(counts, form.whole, form.part, witness)
    notes = (*answer.notes, *_remarks(found, witness))
    chains = found.exploded.chains
    ratios = _by_ratio(counts, form, witness, query)
    if not chains and not ratios:
        whole = witness.cell(witness.pack.iri(form.whole))
        missing = () if found.exploded.circles else (no_parts(whole.label, _label(form.part, witness)),)
        documented = int(whole.iri in counts)
        return replace(answer, notes=(*notes, *missing), coverage=Coverage(1, documented, frames[0].id))
    needed = Needed(chains[: query.limit], form.count)
    if form.per is not None:
        needed = _counted_by(_found(counts, form.whole, form.per, witness), needed)
        stopped = [chain for chain in chains if not ratios or amount_of(chain) is not None]
        notes += (base_unknown(_label(form.per, witness)),) if needed.factor is None and stopped else ()
    needed = replace(needed, ratios=ratios)
    cut = found.exploded.cut
    if len(needed.chains) < len(chains):
        cut = f"limit: the first {query.limit} of {len(chains)} rows"
    answer = lay_out_parts(needed, frames[0], witness, replace(answer, truncated=cut))
    if ratios:
        return replace(answer, notes=(*_said_of_ratios(needed), *notes))
    answer = replace(answer, notes=(*_said_of_accounts(found, needed.factor), *notes))
    return _numbered(answer, found, needed.factor)


def _by_ratio(counts: Counts, form: Need, witness: Witness, query: Query) -> tuple[ByRatio, ...]:
    """Return the ratios that tell of a need, each with how many of what it goes by are meant.

    Where the need is counted by wholes, that is how many one whole contains of them, as far as it is documented.
    """
    found: list[ByRatio] = []
    for ratio in read_ratios(form, witness, query.context):
        witness.gather([ratio.saying])
        if form.per is not None:
            found.append(ByRatio(ratio, form.count))
            continue
        base = _found(counts, witness.cell(ratio.whole).id, ratio.per, witness)
        times = form.count * base.amount.value if base.amount else None
        found.append(ByRatio(ratio, times, tuple(count for chain in base.exploded.chains for count in chain)))
    return tuple(found)


def _said_of_ratios(needed: Needed) -> tuple[Note, ...]:
    """Say which amounts the accounts come to, by parts and by ratios."""
    known = {plain(amount * needed.factor) for chain in needed.chains if (amount := amount_of(chain)) is not None
             and needed.factor is not None}  # fmt: skip
    for one in needed.ratios:
        if one.times is not None:
            known |= {plain(end * one.times) for end in (one.ratio.value, one.ratio.upper) if end is not None}
    by_ratio = (by_ratios(),)
    return (accounts_differ([f"{value:,}" for value in sorted(known)]), *by_ratio) if len(known) > 1 else by_ratio


def find_amounts(counts: Counts, whole: Iri, parts: Collection[Iri], witness: Witness) -> frozenset[Amount]:
    """Return the different amounts of exactly these parts that one whole holds; nothing where none is known."""
    exploded = explode(counts, whole, parts, out_of_time=lambda: witness.left <= 0)
    witness.gather(saying for one in exploded.relevant for count in counts.get(one, ()) for saying in count.sayings)
    if exploded.circles or exploded.cut:
        return frozenset()
    sources = partial(_sources, witness=witness)
    return settle(Accounts(counts, frozenset(parts), exploded.relevant, sources, lambda part: (part,)), whole)


def _found(counts: Counts, whole: str, part: str, witness: Witness) -> _Found:
    pack = witness.pack
    kinds = Kinds(pack)
    wanted = {pack.iri(name): name for name in kinds.below(part)}
    start = pack.iri(whole)
    exploded = explode(counts, start, wanted, out_of_time=lambda: witness.left <= 0)
    witness.gather(saying for one in exploded.relevant for count in counts.get(one, ()) for saying in count.sayings)
    if exploded.circles or exploded.cut:
        return _Found(exploded, frozenset())
    below = {thing: {pack.iri(name) for name in kinds.below(wanted[thing])} for thing in wanted}
    accounts = Accounts(
        counts,
        frozenset(wanted),
        exploded.relevant,
        lambda count: _sources(count, witness),
        lambda part: [thing for thing in wanted if part in below[thing]],
    )
    return _Found(exploded, settle(accounts, start))


def _sources(count: PartCount, witness: Witness) -> list[str]:
    """Return who says a count; a statement without a source speaks for itself."""
    statements = witness.ordered(count.sayings)
    return sorted({claim.source.id for one in statements for claim in one.claims} or {one.id for one in statements})


def _counted_by(base: _Found, needed: Needed) -> Needed:
    """Return the need with the count taken to be of another part: divided by how many of those one whole contains."""
    assert needed.factor is not None
    divisor = base.amount.value if base.amount else 0.0
    further = tuple(count for chain in base.exploded.chains for count in chain)
    return Needed(needed.chains, needed.factor / divisor if divisor else None, further)


# ---------------------------------------------------------------- the number, and what must be said of it


def _numbered(answer: Answer, found: _Found, factor: float | None) -> Answer:
    """Return the answer with its number, in the unit of the first chain in that dimension."""
    amount = found.amount
    if amount is None or factor is None:
        return answer
    units = (chain[-1].unit for chain in found.exploded.chains)
    unit = next((one for one in units if one is not None and one.dimension == amount.dimension), None)
    number = plain(amount.value / (unit.factor if unit else 1.0) * factor)
    return replace(answer, number=number, unit=unit.id if unit else None)


def _said_of_accounts(found: _Found, factor: float | None) -> tuple[Note, ...]:
    if len(found.amounts) > 1:
        times = factor if factor is not None else 1.0
        scaled = sorted((one.value * times, one.dimension or "") for one in found.amounts)
        return (accounts_differ([f"{plain(value):,} {unit}".strip() for value, unit in scaled]),)
    if found.amount is not None and _restated(found.exploded.chains, found.amount):
        return (accounts_agree(sum(amount_of(chain) is not None for chain in found.exploded.chains)),)
    return ()


def _restated(chains: Sequence[Chain], amount: Amount) -> bool:
    """Tell whether several chains come to the whole amount, each by itself."""
    known = [(each, chain[-1].unit) for chain in chains if (each := amount_of(chain)) is not None]
    base = [plain(each * (unit.factor if unit else 1.0)) for each, unit in known]
    return len(base) > 1 and all(each == plain(amount.value) for each in base)


def _remarks(found: _Found, witness: Witness) -> tuple[Note, ...]:
    chains = found.exploded.chains
    told = [circles([witness.cell(thing).label for thing in circle]) for circle in found.exploded.circles]
    if unknown := sum(1 for chain in chains if amount_of(chain) is None):
        told.append(uncounted(unknown))
    if multiplied := {count.unit_id or "" for chain in chains for count in chain[:-1] if not count.counts}:
        told.append(not_counts(sorted(multiplied)))
    if measured := {chain[-1].unit_id or "" for chain in chains if not chain[-1].counts}:
        told.append(measures(sorted(measured)))
    return tuple(told)


def _label(name: str, witness: Witness) -> Mapping[str, str]:
    return witness.cell(witness.pack.iri(name)).label
