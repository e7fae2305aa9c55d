"""Oxigraph's own server and Virtuoso, running: the same answers there as in this process."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from msgspec.structs import replace

import kg
from kg.base.errors import QuestionError
from kg.base.iris import XSD
from kg.pack.resources import default_pack_folder
from kg.session.opening import Opened, open_files, open_pack
from kg.session.session import Session
from kg.store.remote.endpoint import Endpoint
from kg.store.remote.remote_store import RemoteStore
from tests.golden.stages import TODAY
from tests.store.remote.real import STATED, oxigraph, virtuoso

pytestmark = pytest.mark.slow

TESTS = Path(__file__).resolve().parents[2]
SHARED = TESTS.parent / "../shared"
GOLDEN = sorted((TESTS / "golden").glob("*/question.txt"))
#: How long a question may take on a machine that does much else.
PATIENCE = 300.0
SERVERS = {"oxigraph": oxigraph, "virtuoso": virtuoso}


@pytest.fixture(scope="module")
def opened() -> Opened:
    return open_pack(default_pack_folder())


@pytest.fixture(scope="module", params=SERVERS)
def endpoint(request: pytest.FixtureRequest, opened: Opened, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with the shipped graph."""
    with SERVERS[request.param](tmp_path_factory.mktemp(request.param), opened.store.nquads()) as url:
        yield url


@pytest.fixture(scope="module")
def there(endpoint: str) -> Session:
    """The graph as it is opened from the server."""
    return kg.open(endpoint=endpoint)


@pytest.fixture(scope="module")
def here(opened: Opened) -> Session:
    return Session(opened)


def told(session: Session, question: str) -> str:
    """Return all of an answer but the time it took, or why there is none."""
    try:
        answer = session.ask(question, today=TODAY, seconds=PATIENCE).to_dict()
    except QuestionError as error:
        return str(error)
    return json.dumps({key: value for key, value in answer.items() if key != "timings"}, ensure_ascii=False, indent=1)


@pytest.mark.parametrize("file", GOLDEN, ids=lambda file: file.parent.name)
def test_a_golden_question_has_the_same_answer_on_a_server(file: Path, here: Session, there: Session) -> None:
    question = file.read_text(encoding="utf-8").splitlines()[0]
    assert told(there, question) == told(here, question)


def test_the_names_that_a_server_gives_are_those_of_the_pack(here: Session, there: Session) -> None:
    assert there.pack == here.pack


def quads(nquads: bytes) -> set[tuple[object, ...]]:
    """Return quads with their numbers as numbers: Virtuoso keeps a double, and not how it was written."""
    return {
        (quad.subject, quad.predicate, number(quad.object), quad.graph_name)
        for quad in ox.parse(nquads, ox.RdfFormat.N_QUADS)
    }


def number(term: object) -> object:
    return float(term.value) if isinstance(term, ox.Literal) and term.datatype.value == XSD + "double" else term


def test_the_graph_that_a_server_gives_is_the_one_that_it_was_given(here: Session, there: Session) -> None:
    assert quads(there.nquads()) == quads(here.nquads())


# ---------------------------------------------------------------- graphs that nobody prepared


FOREIGN = {
    "geography": ((), ("geoquery/geobase.ttl",), "geoquery_44", "dsl_en"),
    "chip chain": ((), ("eto/eto.ttl",), "eto", "question_zh"),
    "supply network": (("supplybench/tbox.ttl",), ("supplybench/abox.ttl.gz",), "supplybench", "dsl_en"),
    "university": (("lubm/univ-bench.owl",), ("lubm/lubm1-0.nt.gz",), "lubm", "dsl_en"),
}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the foreign graphs are not here")
@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_graph_has_the_same_answers_on_a_server(name: str, server: str, tmp_path: Path) -> None:
    ontology, data, questions, wording = FOREIGN[name]
    folder = SHARED / "data/foreign"
    opened = open_files([folder / file for file in ontology], [folder / file for file in data])
    asked = json.loads((SHARED / f"questions/{questions}.json").read_text(encoding="utf-8"))["questions"]
    stated = STATED if server == "virtuoso" else None
    with SERVERS[server](tmp_path, opened.store.nquads()) as url:
        there = Session(replace(opened, store=RemoteStore(Endpoint(url, stated=stated))))
        here = Session(opened)
        different = [one[wording] for one in asked if told(there, one[wording]) != told(here, one[wording])]
    assert different == []
