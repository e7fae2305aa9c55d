"""``kg serve``: a real server on the loopback, asked over the wire."""

from __future__ import annotations

import json
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from types import SimpleNamespace
from urllib.parse import quote

import pytest
import uvicorn

from kg.cli.main import main
from kg.cli.web_app import web_app
from kg.session.session import Session

QUESTION = "who delivers bread to the inn"


@pytest.fixture(scope="module")
def server(village: Session) -> Iterator[str]:
    """The address of the app over the example pack."""
    running = uvicorn.Server(uvicorn.Config(web_app(village, ("127.0.0.1",)), port=0, log_level="critical"))
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{running.servers[0].sockets[0].getsockname()[1]}"
    running.should_exit = True
    thread.join()


def get(address: str, **headers: str) -> SimpleNamespace:
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return SimpleNamespace(code=answer.status, text=answer.read().decode(), headers=answer.headers)
    except urllib.error.HTTPError as error:
        with error:
            return SimpleNamespace(code=error.code, text=error.read().decode(), headers=error.headers)


def test_the_start_page_asks_and_loads_nothing_from_elsewhere(server):
    answer = get(server)
    assert answer.code == 200
    assert 'name="q"' in answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_question_is_framed_without_rights(server):
    text = get(f"{server}/?q={quote(QUESTION)}").text
    assert f'<iframe src="/page?q={quote(QUESTION)}&amp;lang=en"' in text
    assert "allow-same-origin" not in text


def test_the_page_of_an_answer_is_the_page_that_kg_writes(server):
    text = get(f"{server}/page?q={quote(QUESTION)}").text
    assert f"<title>{QUESTION}</title>" in text
    assert "require-trusted-types-for" in text


def test_a_thing_is_shown_by_its_name(server):
    assert "<title>面包店</title>" in get(f"{server}/page?q={quote('面包店')}").text


def test_a_question_that_cannot_be_read_is_drawn_with_a_caret(server):
    answer = get(f"{server}/?q={quote('who delivres bread')}")
    assert answer.code == 400
    assert "^^^^" in answer.text


@pytest.mark.parametrize("path", ["/", "/page"])
def test_a_question_is_never_markup(server, path):
    hostile = "<script>alert(1)</script>"
    assert hostile not in get(f"{server}{path}?q={quote(hostile)}").text


def test_what_may_follow_is_a_list(server):
    assert any("bread" in one for one in json.loads(get(f"{server}/complete?q={quote('who delivers br')}").text))


def test_what_may_follow_comes_from_the_session_where_it_completes(server, monkeypatch):
    offered = (SimpleNamespace(text="bread", start=13),)
    monkeypatch.setattr(Session, "complete", lambda self, text, limit: offered, raising=False)
    assert json.loads(get(f"{server}/complete?q={quote('who delivers b')}").text) == ["who delivers bread"]


def test_a_name_that_is_not_ours_is_refused(server):
    assert get(server, Host="evil.example").code == 400


def test_nothing_can_be_written(server):
    request = urllib.request.Request(server, method="POST", data=b"q=x")
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request)
    with caught.value:
        assert caught.value.code == 405


def test_without_its_libraries_the_command_says_what_to_install(monkeypatch, capsys):
    monkeypatch.setattr("kg.cli.serve.find_spec", lambda name: None)
    assert main(["serve"]) == 1
    assert "kgask[serve]" in capsys.readouterr().err
