"""Keys of statements -> the statements with roles, qualifiers, dates, claims and sources."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec.structs import replace

from kg.answer.answer import Claim, EntityCell, Source, Statement
from kg.base.iris import DCTERMS, DERIVED_GRAPH, KG, PROV, SCHEMA, TYPE
from kg.base.terms import Iri, Term, Text
from kg.pack.pack import Frame
from kg.plan.passes.order import order_select
from kg.plan.pattern import Group, InGraph, Select, Triple, Values, Variable
from kg.query.query import Context
from kg.run.engine import Engine
from kg.run.entities import Entities, plain_number
from kg.run.found import Hit, Key, NodeKey, TripleKey
from kg.run.origins import origins
from kg.run.proofs import proofs

_STATEMENT, _CLAIM, _PREDICATE, _OBJECT = (Variable(name) for name in ("statement", "claim", "predicate", "object"))
_SUBJECT = Iri(KG + "subject")
_AT_ONCE = 500

STATUSES = ("fact", "claim", "forecast", "rumour")
_CONFIDENCES = ("high", "medium", "low")

#: Ranks of status and confidence, then what puts newer claims first, then an id.
Strength = tuple[int, int, tuple[int, ...], str]
_NO_CLAIM: Strength = (len(STATUSES), len(_CONFIDENCES), (1,), "")

#: Predicate -> values, of one node.
_Node = dict[str, list[Term]]


class Evidence:
    """Fetches statements, each once, and holds them by key. Claims that the context does not admit are left out."""

    def __init__(self, engine: Engine, entities: Entities, context: Context) -> None:
        self._engine = engine
        self._entities = entities
        self._pack = engine.pack
        self._context = context
        self._frames = {str(frame.iri): frame for frame in self._pack.frames.values()}
        self._predicates = {str(frame.predicate): frame for frame in self._pack.frames.values() if frame.predicate}
        self._rules = {str(rule.iri): rule.id for rule in self._pack.rules.values()}
        self._known: dict[Key, Statement] = {}
        self._premises: dict[Key, tuple[Key, ...]] = {}
        self._sources: dict[str, tuple[Source, date | None]] = {}

    def fetch(self, keys: Iterable[Key]) -> None:
        """Fetch statements and those that they were derived from; raise BudgetError when time is out."""
        wanted = [key for key in dict.fromkeys(keys) if key not in self._known]
        triples = [key for key in wanted if isinstance(key, TripleKey)]
        if triples:
            self._fetch_triples(triples)
        nodes = [key for key in wanted if isinstance(key, NodeKey)]
        for start in range(0, len(nodes), _AT_ONCE):
            self._fetch_nodes(nodes[start : start + _AT_ONCE])

    def statement(self, key: Key) -> Statement:
        """Return a statement that was fetched."""
        return self._known[key]

    def ordered(self, keys: Iterable[Key]) -> tuple[Statement, ...]:
        """Return statements, the strongest first: derived ones, each with its premises, before stated ones.

        Those that could not be fetched in time are missing.
        """
        known = {key: self._known[key] for key in keys if key in self._known}
        stated = sorted((s for s in known.values() if s.rule is None), key=strength)
        derived = sorted((key for key, s in known.items() if s.rule is not None), key=self._weakest)
        behind = [s for key in derived for s in (known[key], *self.ordered(self._premises[key]))]
        return tuple({statement.id: statement for statement in (*behind, *stated)}.values())

    def _weakest(self, key: Key) -> tuple[Strength, str]:
        """Return the strength of a derived statement: that of the weakest statement it stands on."""
        premises = (self._known[premise] for premise in self._premises[key] if isinstance(premise, NodeKey))
        return (max((strength(premise)[0] for premise in premises), default=_NO_CLAIM), self._known[key].id)

    def implied_by(self, hits: Iterable[Hit]) -> str | None:
        """Return the rule of OWL 2 RL without which nothing gives a row; None when some hit is stated throughout."""
        rules = [
            next(
                (s.rule for key in hit.keys if isinstance(key, TripleKey) and (s := self._known.get(key)) and s.rule),
                "",
            )
            for hit in hits
        ]
        return rules[0] if rules and all(rules) else None

    def premises(self, keys: Iterable[Key]) -> dict[NodeKey, frozenset[NodeKey]]:
        """Return the statement nodes that derived statements stand on, without fetching more of them."""
        derived = tuple(dict.fromkeys(key.iri for key in keys if isinstance(key, NodeKey) and key.derived))
        found: dict[NodeKey, set[NodeKey]] = {}
        for start in range(0, len(derived), _AT_ONCE):
            group = (InGraph(DERIVED_GRAPH, (Triple(_STATEMENT, Iri(PROV + "wasDerivedFrom"), _OBJECT),)),)
            for row in self._rows((_STATEMENT, _OBJECT), _STATEMENT, derived[start : start + _AT_ONCE], group):
                found.setdefault(NodeKey(Iri(str(row[0])), True), set()).add(NodeKey(Iri(str(row[1]))))
        return {key: frozenset(premises) for key, premises in found.items()}

    # ------------------------------------------------------------ plain triples

    def _fetch_triples(self, keys: list[TripleKey]) -> None:
        """Fetch plain triples; one that only an ontology implies, with its rule and what that stands on."""
        stated = origins(keys, self._engine)
        implied = [key for key in keys if [claim.status for claim in stated.get(key, ())] == ["inferred"]]
        proven = proofs(implied, self._engine)
        self._premises |= {key: tuple(p for p in proof.premises if p != key) for key, proof in proven.items()}
        for key in keys:
            self._known[key] = self._triple(key, stated.get(key, ()))
        self.fetch([premise for key in proven for premise in self._premises[key]])
        for key, proof in proven.items():
            claims = tuple(replace(c, source=replace(c.source, title="; ".join(proof.axioms))) for c in stated[key])
            premises = tuple(self._known[premise].id for premise in self._premises[key] if premise in self._known)
            self._known[key] = replace(self._known[key], rule=proof.rule, premises=premises, claims=claims)

    def _triple(self, key: TripleKey, claims: tuple[Claim, ...]) -> Statement:
        frame = self._pack.frames[key.frame]
        ends = self._entities.cell(key.subject), self._entities.cell(key.object)
        digest = hashlib.sha1(f"{key.subject}\0{key.object}".encode(), usedforsecurity=False).hexdigest()[:10]
        roles = {role.id: cell for role, cell in zip(frame.roles, ends, strict=False)}
        return Statement(f"{frame.id.lower()}-{digest}", "", frame.id, roles, {}, claims=claims)

    # ------------------------------------------------------------ statement nodes

    def _fetch_nodes(self, keys: list[NodeKey]) -> None:
        stated = tuple(key.iri for key in keys if not key.derived)
        derived = tuple(key.iri for key in keys if key.derived)
        nodes = self._nodes(stated, derived=False)
        claims = self._claims(stated)
        for iri in stated:
            self._known[NodeKey(iri)] = self._node(iri, nodes[iri], claims.get(iri, ()))
        nodes = self._nodes(derived, derived=True)
        triples = self._premise_triples(derived)
        for iri in derived:
            premises = sorted(NodeKey(Iri(str(premise))) for premise in nodes[iri].get(PROV + "wasDerivedFrom", ()))
            self._premises[NodeKey(iri, derived=True)] = (*premises, *triples.get(iri, ()))
        self.fetch(premise for iri in derived for premise in self._premises[NodeKey(iri, derived=True)])
        for iri in derived:
            self._known[NodeKey(iri, derived=True)] = self._node(iri, nodes[iri], ())

    def _nodes(self, iris: tuple[Iri, ...], derived: bool) -> dict[Iri, _Node]:
        described: Group = (Triple(_STATEMENT, _PREDICATE, _OBJECT),)
        if derived:
            described = (InGraph(DERIVED_GRAPH, described),)
        rows = self._rows((_STATEMENT, _PREDICATE, _OBJECT), _STATEMENT, iris, described)
        found: dict[Iri, _Node] = {iri: {} for iri in iris}
        for iri, predicate, value in rows:
            found[Iri(str(iri))].setdefault(str(predicate), []).append(value)
        return found

    def _rows(
        self, columns: tuple[Variable, ...], among: Variable, iris: tuple[Iri, ...], group: Group
    ) -> tuple[tuple[Term, ...], ...]:
        if not iris:
            return ()
        select = Select(columns, (Values(among, iris), *group), distinct=False)
        return self._engine.table(order_select(select)).rows

    def _node(self, iri: Iri, node: _Node, claims: Iterable[Claim]) -> Statement:
        frame = next(self._frames[str(cls)] for cls in node.get(TYPE, ()) if str(cls) in self._frames)
        key = NodeKey(iri, derived=True)
        rule = _text(node, KG + "rule")
        return Statement(
            self._pack.short(iri),
            str(iri),
            frame.id,
            self._roles(frame, node),
            dict(_qualifiers(frame, node)),
            _text(node, KG + "validFrom"),
            _text(node, KG + "validTo"),
            tuple(claims),
            self._rules.get(rule, self._pack.short(rule)) if rule else None,
            tuple(s.id for s in self.ordered(self._premises[key])) if rule else (),
        )

    def _roles(self, frame: Frame, node: _Node) -> dict[str, EntityCell]:
        filled = ((role.id, node[role.iri]) for role in frame.roles if role.iri in node)
        return {id: self._entities.cell(min(str(value) for value in values)) for id, values in filled}

    def _premise_triples(self, iris: tuple[Iri, ...]) -> dict[Iri, tuple[TripleKey, ...]]:
        link = (Triple(_STATEMENT, Iri(KG + "premiseTriple"), _CLAIM), Triple(_CLAIM, _PREDICATE, _OBJECT))
        columns = (_STATEMENT, _CLAIM, _PREDICATE, _OBJECT)
        nodes: dict[tuple[Iri, str], dict[str, str]] = {}
        for iri, node, predicate, value in self._rows(columns, _STATEMENT, iris, (InGraph(DERIVED_GRAPH, link),)):
            nodes.setdefault((Iri(str(iri)), str(node)), {})[str(predicate)] = str(value)
        found: dict[Iri, set[TripleKey]] = {}
        for (iri, _), parts in nodes.items():
            frame = self._predicates.get(parts.get(KG + "predicate", ""))
            if frame is not None:
                ends = Iri(parts[_SUBJECT]), Iri(parts[KG + "object"])
                found.setdefault(iri, set()).add(TripleKey(frame.id, *ends))
        return {iri: tuple(sorted(keys)) for iri, keys in found.items()}

    # ------------------------------------------------------------ claims and sources

    def _claims(self, statements: tuple[Iri, ...]) -> dict[Iri, tuple[Claim, ...]]:
        group = (Triple(_STATEMENT, Iri(KG + "claim"), _CLAIM), Triple(_CLAIM, _PREDICATE, _OBJECT))
        nodes: dict[tuple[Iri, Iri], _Node] = {}
        for row in self._rows((_STATEMENT, _CLAIM, _PREDICATE, _OBJECT), _STATEMENT, statements, group):
            node = nodes.setdefault((Iri(str(row[0])), Iri(str(row[1]))), {})
            node.setdefault(str(row[2]), []).append(row[3])
        self._fetch_sources({_text(node, KG + "source") for node in nodes.values()} - {""})
        found: dict[Iri, list[Claim]] = {}
        for (statement, iri), node in nodes.items():
            claim = self._claim(iri, node)
            if self._admits(claim):
                found.setdefault(statement, []).append(claim)
        return {statement: tuple(sorted(claims, key=claim_strength)) for statement, claims in found.items()}

    def _claim(self, iri: Iri, node: _Node) -> Claim:
        line = node.get(KG + "line", [0])[0]
        source = _text(node, KG + "source")
        return Claim(
            self._pack.short(iri),
            self._sources[source][0] if source else Source("", "", ""),
            _text(node, KG + "status"),
            _text(node, KG + "confidence"),
            _text(node, KG + "file"),
            line if isinstance(line, int) else 0,
        )

    def _admits(self, claim: Claim) -> bool:
        context = self._context
        if context.statuses and claim.status not in context.statuses:
            return False
        if context.sources and claim.source.id not in context.sources:
            return False
        if context.known_on is None:
            return True
        published = self._sources[claim.source.iri][1] if claim.source.iri else None
        return published is not None and published <= context.known_on

    def _fetch_sources(self, iris: set[str]) -> None:
        wanted = tuple(Iri(iri) for iri in sorted(iris - self._sources.keys()))
        for start in range(0, len(wanted), _AT_ONCE):
            for iri, node in self._nodes(wanted[start : start + _AT_ONCE], derived=False).items():
                first = node.get(KG + "publishedFirst", [None])[0]
                self._sources[str(iri)] = (self._source(iri, node), first if isinstance(first, date) else None)

    def _source(self, iri: Iri, node: _Node) -> Source:
        return Source(
            self._pack.short(iri),
            str(iri),
            _text(node, DCTERMS + "title"),
            _text(node, DCTERMS + "publisher"),
            _text(node, DCTERMS + "creator"),
            _text(node, DCTERMS + "date"),
            _text(node, SCHEMA + "url"),
            _text(node, KG + "reliability"),
            _text(node, DCTERMS + "language"),
        )


def _qualifiers(frame: Frame, node: _Node) -> Iterator[tuple[str, str | float]]:
    for qualifier in frame.qualifiers:
        for value in node.get(qualifier.iri, ())[:1]:
            if isinstance(value, int | float) and not isinstance(value, bool):
                yield qualifier.id, plain_number(value)
            else:
                yield qualifier.id, _plain(value)


def _text(node: Mapping[str, list[Term]], predicate: str) -> str:
    return min((_plain(value) for value in node.get(predicate, ())), default="")


def _plain(value: Term) -> str:
    return value.value if isinstance(value, Text) else str(value)


def _rank(value: str, order: tuple[str, ...]) -> int:
    return order.index(value) if value in order else len(order)


def claim_strength(claim: Claim) -> Strength:
    """Return the key that puts claims in order: surer ones first, newer ones first."""
    newer = tuple(-ord(character) for character in claim.source.date)
    return (_rank(claim.status, STATUSES), _rank(claim.confidence, _CONFIDENCES), newer or (1,), claim.id)


def strength(statement: Statement) -> tuple[Strength, str]:
    """Return the key that puts statements in order: by their strongest claim."""
    return (claim_strength(statement.claims[0]) if statement.claims else _NO_CLAIM, statement.id)
