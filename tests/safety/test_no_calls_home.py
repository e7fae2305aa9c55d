"""Files, packs and queries that point elsewhere: nothing is fetched, no other file of the machine is read."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.base.errors import KgError
from kg.session.session import Session

SECRET = "the-secret-of-this-machine"


class Ear:
    """Listens on loopback, and counts who calls."""

    def __init__(self) -> None:
        self.calls = 0
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listening.getsockname()[1]}/context"
        self.thread = threading.Thread(target=self._listen, daemon=True)
        self.thread.start()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self.listening.accept()
            except OSError:
                return
            self.calls += 1
            connection.close()


@pytest.fixture
def ear() -> Iterator[Ear]:
    ear = Ear()
    yield ear
    ear.listening.shutdown(socket.SHUT_RDWR)
    ear.listening.close()
    ear.thread.join(60)


THINGS = "@prefix e: <http://e/> . e:Shop a <http://www.w3.org/2002/07/owl#Class> . e:mill a e:Shop . "
RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
FILES = {
    "context.jsonld": '{"@context": "URL", "@id": "http://e/mill", "@type": "http://e/Shop"}',
    "context in a context.jsonld": '{"@context": [{"@import": "URL", "@version": 1.1}], "@id": "http://e/a", "name": "b"}',
    "scoped context.jsonld": '{"@context": {"p": {"@id": "http://e/p", "@context": "URL"}}, "@id": "http://e/a", "p": {"x": 1}}',
    "imports.ttl": THINGS + "<http://e/> a <http://www.w3.org/2002/07/owl#Ontology> ; <http://www.w3.org/2002/07/owl#imports> <URL> .",
    "sees.ttl": THINGS + "e:mill <http://www.w3.org/2000/01/rdf-schema#seeAlso> <URL> ; e:about <FILE> .",
    "entity of a server.rdf": f'<!DOCTYPE x [<!ENTITY a SYSTEM "URL">]>{RDF}<e:Shop rdf:about="http://e/a"><e:p>&a;</e:p></e:Shop></rdf:RDF>',
    "entity of a file.rdf": f'<!DOCTYPE x [<!ENTITY a SYSTEM "FILE">]>{RDF}<e:Shop rdf:about="http://e/a"><e:p>&a;</e:p></e:Shop></rdf:RDF>',
    "outer grammar.rdf": f'<!DOCTYPE x SYSTEM "URL">{RDF}<e:Shop rdf:about="http://e/a"/></rdf:RDF>',
    "parameter entity.rdf": f'<!DOCTYPE x [<!ENTITY % a SYSTEM "URL"> %a;]>{RDF}<e:Shop rdf:about="http://e/a"/></rdf:RDF>',
}  # fmt: skip
BOMBS = {
    "laughs.rdf": f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>{RDF}<e:Shop rdf:about="http://e/a"><e:p>&l11;</e:p></e:Shop></rdf:RDF>',
    "quadratic.rdf": f'<!DOCTYPE x [<!ENTITY l "{"ha" * 100_000}">]>{RDF}<e:Shop rdf:about="http://e/a"><e:p>{"&l;" * 10_000}</e:p></e:Shop></rdf:RDF>',
    "laughs by parameters.rdf": f'<!DOCTYPE x [<!ENTITY % a "ha"><!ENTITY % b "%a;%a;"><!ENTITY c "%b;%b;">]>{RDF}<e:Shop rdf:about="http://e/a"><e:p>&c;</e:p></e:Shop></rdf:RDF>',
}  # fmt: skip


def written(folder: Path, name: str, text: str, ear: Ear) -> Path:
    (folder / "secret.txt").write_text(SECRET)
    file = folder / name
    file.write_text(text.replace("URL", ear.url).replace("FILE", (folder / "secret.txt").as_uri()), encoding="utf-8")
    return file


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_points_elsewhere_is_read_alone_or_refused(name: str, tmp_path: Path, ear: Ear) -> None:
    file = written(tmp_path, name, FILES[name], ear)
    try:
        graph = kg.open(data=file).nquads()
    except KgError:
        graph = b""
    assert SECRET.encode() not in graph
    assert len(graph) < 1_000_000
    assert ear.calls == 0


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".ttl")])
def test_a_pack_that_points_elsewhere_is_compiled_alone(name: str, tmp_path: Path, ear: Ear, own_pack: Path) -> None:
    pack = Path(shutil.copytree(own_pack, tmp_path / "pack"))
    ontology = next(pack.glob("*.ttl"))
    added = written(tmp_path, name, FILES[name].removeprefix(THINGS).replace("e:mill", "<http://e/mill>"), ear)
    text = added.read_text(encoding="utf-8").replace("e:about", "<http://e/about>")
    ontology.write_text(ontology.read_text(encoding="utf-8") + "\n" + text, encoding="utf-8")
    try:
        kg.open(pack).check()
    except KgError as error:
        assert str(error)
    assert ear.calls == 0


QUERIES = {
    "service": "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "silent service": "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "service in a subselect": "SELECT * { { SELECT * { { SERVICE <URL> { ?s ?p ?o } } } } }",
    "service by a variable": "SELECT * { VALUES ?e { <URL> } SERVICE ?e { ?s ?p ?o } }",
    "service by code points": "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "service behind a comment": "SELECT * { #\rSERVICE <URL> { ?s ?p ?o } }",
    "from": "SELECT * FROM <URL> { ?s ?p ?o }",
    "from named": "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
    "load": "LOAD <URL>",
    "load behind": "SELECT * { ?s ?p ?o } ; LOAD <URL>",
    "insert": "INSERT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
}


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_a_query_that_points_elsewhere_is_refused(query: str, village: Session, ear: Ear) -> None:
    with pytest.raises(KgError):
        village.sparql(query.replace("URL", ear.url))
    assert ear.calls == 0


@pytest.mark.parametrize("name", ["laughs.rdf", "quadratic.rdf", "laughs by parameters.rdf"])
def test_entities_that_unfold_without_end_are_refused(name: str, tmp_path: Path, ear: Ear) -> None:
    with pytest.raises(KgError, match="entit"):
        kg.open(data=written(tmp_path, name, BOMBS[name], ear))


def test_entities_that_shorten_names_are_read(tmp_path: Path, ear: Ear) -> None:
    text = f'<!DOCTYPE rdf:RDF [<!ENTITY e "http://e/">]>{RDF}<e:Shop rdf:about="&e;mill"/></rdf:RDF>'
    assert b"<http://e/mill>" in kg.open(data=written(tmp_path, "short.rdf", text, ear)).nquads()
