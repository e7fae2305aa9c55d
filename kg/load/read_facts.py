"""A pack's folder in; all facts of its CSV and RDF files, judged against its ontology, out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from kg.base.errors import PackError
from kg.load.facts import Facts
from kg.load.judge import Everywhere, Judge
from kg.load.kinds import circles
from kg.load.mapping import FactFiles
from kg.load.match_table import REVIEWED
from kg.load.read_aliases import read_aliases
from kg.load.read_mapping import read_mapping
from kg.load.read_rdf import parse_data, read_rdf_rest, read_rdf_statements, read_rdf_things
from kg.load.read_reviewed import read_reviewed
from kg.load.read_sources import read_sources
from kg.load.read_statements import read_statements
from kg.load.read_things import read_things
from kg.load.settle_names import settle_names
from kg.pack.manifest import Manifest
from kg.pack.pack import Pack
from kg.pack.problems import Problems, listed

#: Codes of files that are missing or broken as a whole.
UNREADABLE = ("P001", "P002", "P040")


def read_facts(manifest: Manifest, pack: Pack, problems: Problems) -> Facts:
    """Read things first, then sources, then statements, noting every mistake and going on.

    A row with a mistake is left out of the facts. Raise PackError with what was found so far when the
    mapping, or a file of things or sources, cannot be read at all.
    """
    facts, folder = Facts(), manifest.folder
    mapping = _mapping(manifest, pack, problems)
    for things in mapping.things:
        _try(problems, partial(read_things, folder, things, pack, facts, problems))
    for aliases in mapping.aliases:
        _try(problems, partial(read_aliases, folder, aliases, facts, problems))
    for sources in mapping.sources:
        _try(problems, partial(read_sources, folder, sources, pack, facts, problems))
    if any(found.code in UNREADABLE for found in problems.found):
        problems.stop()  # what a missing file would have named cannot be judged
    if manifest.data:
        data = parse_data(manifest, pack, facts, problems)
        read_rdf_things(data)
        read_rdf_statements(data)
        read_rdf_rest(data)
    settle_names(pack, facts, problems)
    _judge_triples(pack, facts, problems)
    _judge_kinds(pack, facts, problems)
    for statements in mapping.statements:
        _try(problems, partial(read_statements, folder, statements, pack, facts, problems))
    if (folder / REVIEWED).is_file():
        _try(problems, partial(read_reviewed, folder, REVIEWED, pack, facts, problems))
    return facts


def _mapping(manifest: Manifest, pack: Pack, problems: Problems) -> FactFiles:
    if not manifest.facts:
        return FactFiles()
    before = len(problems.found)
    mapping = read_mapping(manifest.folder, manifest.facts, pack, problems)
    if len(problems.found) > before:
        problems.stop()
    return mapping


def _try(problems: Problems, read: Callable[[], None]) -> None:
    try:
        read()
    except PackError as error:
        problems.found.extend(error.diagnostics)


def _judge_triples(pack: Pack, facts: Facts, problems: Problems) -> None:
    """Take out triples whose ends are not what their frame wants; they may name things of any file."""
    judge = Judge(pack, facts, problems)
    for statement in [s for s in facts.statements if pack.frames[s.frame].form == "triple"]:
        if not judge.statement(statement, Everywhere(facts.places[statement])):
            del facts.statements[statement]


def _judge_kinds(pack: Pack, facts: Facts, problems: Problems) -> None:
    """Note circles of kinds, and take out kinds that are no things: noted as triples where those exist."""
    for key, fact in facts.things.items():
        known = tuple(kind for kind in fact.thing.kinds if kind in facts.things)
        for kind in fact.thing.kinds if pack.kind_frame is None else ():
            if kind not in facts.things:
                near = problems.near(kind, facts.things)
                problems.add("P010", fact.place, near=near, text=kind, guess=listed(near))
        if known != fact.thing.kinds:
            facts.things[key] = replace(fact, thing=replace(fact.thing, kinds=known))
    for circle in circles(facts.direct_kinds()):
        problems.add("P018", facts.things[circle[0]].place, chain=" > ".join(circle))
