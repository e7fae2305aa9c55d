"""Links and kinds that rows of things write by name in; the triples between things that they mean, out."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from kg.load.facts import Facts, NamedLink, triple
from kg.load.names import Names
from kg.load.read_things import linked
from kg.pack.pack import Pack
from kg.pack.problems import Place, Problems


def settle_names(pack: Pack, facts: Facts, problems: Problems) -> None:
    """State what was said by name, now that every thing and name is read; note names of none or several."""
    if not facts.by_name:
        return
    names = Names.of(facts)
    for said in facts.by_name:
        other = names.settle(said.name, partial(_place, said), problems)
        if not other:
            continue
        if said.link is not None:
            facts.state(linked(said.thing, said.link, other, pack), said.place)
            continue
        fact = facts.things[said.thing]
        facts.things[said.thing] = replace(fact, thing=replace(fact.thing, kinds=(*fact.thing.kinds, other)))
        if pack.kind_frame is not None:
            facts.state(triple(pack.kind_frame, said.thing, other), said.place)
    facts.by_name.clear()


def _place(said: NamedLink) -> Place:
    return said.place
