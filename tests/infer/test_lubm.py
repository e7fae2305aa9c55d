"""LUBM(1,0): with what is inferred, the fourteen official queries have the official answers."""

from __future__ import annotations

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.infer.infer import infer
from kg.infer.inferred import Inferred

LUBM = Path(__file__).resolve().parents[3] / "shared" / "data" / "foreign" / "lubm"
PREFIXES = """
PREFIX ub: <http://swat.cse.lehigh.edu/onto/univ-bench.owl#>
PREFIX d0: <http://www.Department0.University0.edu/>
"""
DEPARTMENT, UNIVERSITY = "<http://www.Department0.University0.edu>", "<http://www.University0.edu>"
#: https://swat.cse.lehigh.edu/projects/lubm/queries-sparql.txt, in SPARQL 1.1.
QUERIES = {
    1: "?x a ub:GraduateStudent; ub:takesCourse d0:GraduateCourse0",
    2: """?x a ub:GraduateStudent; ub:memberOf ?z; ub:undergraduateDegreeFrom ?y . ?y a ub:University .
          ?z a ub:Department; ub:subOrganizationOf ?y""",
    3: "?x a ub:Publication; ub:publicationAuthor d0:AssistantProfessor0",
    4: f"?x a ub:Professor; ub:worksFor {DEPARTMENT}; ub:name ?n; ub:emailAddress ?m; ub:telephone ?t",
    5: f"?x a ub:Person; ub:memberOf {DEPARTMENT}",
    6: "?x a ub:Student",
    7: "?x a ub:Student; ub:takesCourse ?y . ?y a ub:Course . d0:AssociateProfessor0 ub:teacherOf ?y",
    8: f"?x a ub:Student; ub:memberOf ?y; ub:emailAddress ?m . ?y a ub:Department; ub:subOrganizationOf {UNIVERSITY}",
    9: "?x a ub:Student; ub:advisor ?y; ub:takesCourse ?z . ?y a ub:Faculty; ub:teacherOf ?z . ?z a ub:Course",
    10: "?x a ub:Student; ub:takesCourse d0:GraduateCourse0",
    11: f"?x a ub:ResearchGroup; ub:subOrganizationOf {UNIVERSITY}",
    12: f"?x a ub:Chair; ub:worksFor ?y . ?y a ub:Department; ub:subOrganizationOf {UNIVERSITY}",
    13: f"?x a ub:Person . {UNIVERSITY} ub:hasAlumnus ?x",
    14: "?x a ub:UndergraduateStudent",
}


@pytest.fixture(scope="module")
def stated() -> bytes:
    ontology = (LUBM / "univ-bench.owl").read_bytes()
    quads = ox.parse(ontology, format=ox.RdfFormat.RDF_XML, base_iri="http://swat.cse.lehigh.edu/onto/univ-bench.owl")
    written = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    assert written is not None
    return written + gzip.decompress((LUBM / "lubm1-0.nt.gz").read_bytes())


@pytest.fixture(scope="module")
def inferred(stated: bytes) -> Inferred:
    return infer(stated)


@pytest.fixture(scope="module")
def store(stated: bytes, inferred: Inferred) -> ox.Store:
    store = ox.Store()
    store.bulk_load(stated, format=ox.RdfFormat.N_QUADS)
    store.bulk_load(inferred.quads(), format=ox.RdfFormat.N_QUADS)
    return store


def official(number: int) -> set[str]:
    """Return the answers that LUBM gives, whole rows as text; of a query without answers, none."""
    lines = gzip.decompress((LUBM / "answers" / f"answers_query{number}.txt.gz").read_bytes()).decode().splitlines()
    return {line.strip() for line in lines[1:] if line.strip()}


@pytest.mark.parametrize("number", QUERIES)
def test_a_query_has_the_official_answers(number: int, store: ox.Store) -> None:
    found = store.query(f"{PREFIXES} SELECT * {{ {QUERIES[number]} }}", use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    wanted = official(number)
    assert {" ".join(row) for row in (sorted(term.value for term in row if term) for row in found)} == {
        " ".join(sorted(row.split("\t"))) for row in wanted
    }


def test_lubm_contradicts_itself_nowhere(inferred: Inferred) -> None:
    assert inferred.contradictions == ()


def test_that_a_professor_is_a_chair_is_proved_from_what_is_stated(inferred: Inferred) -> None:
    chair = "<http://www.Department0.University0.edu/FullProfessor7>"
    rdf_type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    proof = inferred.proof((chair, rdf_type, "<http://swat.cse.lehigh.edu/onto/univ-bench.owl#Chair>"))
    assert [step.rule for step in proof if step.rule][-1] == "cls-int1"
