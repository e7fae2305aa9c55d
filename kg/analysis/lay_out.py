"""Chains through a statement graph -> the rows of an answer, with the statements of each step as evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from kg.analysis.find_chains import Chains
from kg.analysis.headings import step_columns
from kg.analysis.notes import Note, ties, weakest_link
from kg.analysis.statement_graph import StatementGraph
from kg.analysis.weakest import Standing, weakest
from kg.analysis.witness import Witness
from kg.answer.answer import Answer, Row, Statement
from kg.base.terms import Iri
from kg.query.query import Paths, Query


def lay_out(chains: Chains[Iri], graph: StatementGraph, witness: Witness, query: Query, answer: Answer) -> Answer:
    """Return the answer with one row for each chain: the things along it, in order.

    Rows of shorter chains are filled up with empty cells. The statements of a row are those of its
    steps in order, within a step the strongest first. Notes tell the weakest link of the paths.
    """
    assert isinstance(query.form, Paths)
    paths, cut = _kept(chains, query.limit)
    witness.gather(saying for path in paths for step in graph.sayings(path) for saying in step)
    width = max((len(path) for path in paths), default=1)
    told = [tuple(witness.ordered(step) for step in graph.sayings(path)) for path in paths]
    rows = tuple(_row(path, steps, width, witness) for path, steps in zip(paths, told, strict=True))
    statements = {one.id: one for steps in told for step in steps for one in step}
    if query.form.ask:
        answer = replace(answer, kind="boolean", boolean=True if rows else None)
    else:
        answer = replace(answer, kind="paths")
    return replace(
        answer,
        columns=step_columns(width - 1) if rows else (),
        rows=rows,
        statements=statements,
        truncated=cut,
        notes=(*answer.notes, *_ties(paths, query.form), *_weakest_links(told)),
    )


def _ties(paths: Sequence[tuple[Iri, ...]], form: Paths) -> Iterator[Note]:
    """Yield a note when there are more than the k shortest because several are as long as the last."""
    if form.shortest is not None and len(paths) > form.shortest:
        last = len(paths[-1])
        yield ties(form.shortest, sum(len(path) == last for path in paths), last - 1)


def _kept(chains: Chains[Iri], limit: int | None) -> tuple[tuple[tuple[Iri, ...], ...], str | None]:
    if limit is not None and len(chains.paths) > limit:
        return chains.paths[:limit], f"limit: the first {limit} of {len(chains.paths)} rows"
    return chains.paths, chains.cut


def _row(path: tuple[Iri, ...], steps: Sequence[Sequence[Statement]], width: int, witness: Witness) -> Row:
    things = tuple(witness.cell(thing) for thing in path)
    ids = dict.fromkeys(one.id for step in steps for one in step)
    return Row((*things, *(None,) * (width - len(things))), tuple(ids))


def _weakest_links(told: Sequence[Sequence[Sequence[Statement]]]) -> Iterator[Note]:
    """Yield a note for each standing, the surest first, with the numbers of the paths that it holds for."""
    of_standing: dict[Standing, list[int]] = {}
    for number, steps in enumerate(told, 1):
        standing = weakest(steps)
        if standing is not None:
            of_standing.setdefault(standing, []).append(number)
    for standing, numbers in sorted(of_standing.items(), key=lambda item: (item[0].weakness, item[1])):
        yield weakest_link(standing, numbers, all_paths=len(numbers) == len(told))
