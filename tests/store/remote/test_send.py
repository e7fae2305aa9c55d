"""What a server may do, and what becomes of the question."""

from __future__ import annotations

import pytest

from kg.base.errors import BudgetError, KgError, StoreError
from kg.store.remote.endpoint import Endpoint
from kg.store.remote.send import Reply, send
from tests.store.remote.scripted import (
    JSON,
    Answering,
    Scripted,
    cut_off,
    die_in_a_chunk,
    give,
    hang_up,
    scripted,
    stall,
    trickle,
    zipped,
)


def ask(script: Scripted, query: str = "ASK {}", seconds: float = 10.0) -> Reply:
    return send(script.endpoint, (("query", query),), JSON, seconds)


def refused(script: Scripted, seconds: float = 10.0) -> str:
    with pytest.raises(StoreError) as caught:
        ask(script, seconds=seconds)
    assert caught.value.diagnostic is not None
    assert caught.value.diagnostic.message("zh") != caught.value.diagnostic.message("en")
    return f"{caught.value.diagnostic.code} {caught.value}"


def test_a_reply_comes_back_with_its_type() -> None:
    with scripted(give(b"{}")) as script:
        reply = ask(script)
        assert (reply.body, reply.media_type, reply.status) == (b"{}", JSON, 200)


def test_a_short_query_is_sent_as_get_and_a_long_one_as_post() -> None:
    with scripted(give(b"{}")) as script:
        ask(script)
        ask(script, "ASK {} # " + "光" * 2000)
        assert [asked.method for asked in script.asked] == ["GET", "POST"]
        assert script.asked[1].query == "ASK {} # " + "光" * 2000


def test_a_packed_reply_is_unpacked() -> None:
    with scripted(zipped(b"{}" * 1000)) as script:
        assert ask(script).body == b"{}" * 1000


def test_a_small_reply_that_unpacks_to_too_much_is_refused() -> None:
    with (
        scripted(zipped(b" " * 5_000_000), most_bytes=1_000_000) as script,
        pytest.raises(BudgetError, match="sent more"),
    ):
        ask(script)


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again(status: int) -> None:
    with scripted(give(b"busy", status=status, Retry_After="0"), give(b"{}")) as script:
        assert ask(script).body == b"{}"
        assert len(script.asked) == 2


def test_a_server_that_stays_busy_is_given_up() -> None:
    with scripted(give(b"too busy", status=503, Retry_After="0"), tries=3) as script:
        assert "503): too busy" in refused(script)
        assert len(script.asked) == 3


def test_a_server_that_asks_to_wait_too_long_costs_no_time() -> None:
    with scripted(give(b"", status=429, Retry_After="3600")) as script, pytest.raises(BudgetError, match="busy"):
        ask(script)


def test_a_connection_that_is_dropped_before_the_reply_is_made_again() -> None:
    with scripted(hang_up, give(b"{}")) as script:
        assert ask(script).body == b"{}"


@pytest.mark.parametrize("reply", [cut_off, die_in_a_chunk])
def test_a_reply_that_is_cut_off_is_refused(reply: Answering) -> None:
    with scripted(reply) as script:
        assert refused(script).startswith("S006")


@pytest.mark.parametrize("reply", [stall, trickle])
def test_a_server_that_takes_its_time_takes_no_more_than_the_question_has(reply: Answering) -> None:
    with scripted(reply) as script, pytest.raises(BudgetError):
        ask(script, seconds=0.3)


@pytest.mark.parametrize("place", ["file:///etc/passwd", "http://127.0.0.1:1/", "//elsewhere/sparql"])
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(status: int, place: str) -> None:
    with scripted(give(b"", status=status, Location=place)) as script:
        assert refused(script) == f"S004 The endpoint {script.endpoint.url} points elsewhere: {place}"
        assert len(script.asked) == 1


@pytest.mark.parametrize("status", [401, 403])
def test_who_is_not_let_in_is_told_how(status: int) -> None:
    with scripted(give(b"who?", status=status)) as script:
        assert refused(script).startswith("S005")


def test_a_user_is_sent_with_the_request() -> None:
    with scripted(give(b"{}"), user="ann", password="光") as script:
        ask(script)
        assert script.asked[0].headers["authorization"] == "Basic YW5uOuWFiQ=="


def test_a_token_is_sent_with_the_request() -> None:
    with scripted(give(b"{}"), token="t0ken") as script:
        ask(script)
        assert script.asked[0].headers["authorization"] == "Bearer t0ken"


def test_what_a_server_writes_moves_no_terminal() -> None:
    with scripted(give("a\x1b[2J\u202eb\r\n\x07".encode() + b"\xff" * 900, status=500)) as script:
        told = refused(script)
        assert told.isprintable()
        assert len(told) < 500


def test_part_of_a_reply_is_no_reply() -> None:
    with scripted(give(b"{}", status=206)) as script:
        assert refused(script).startswith("S007")


def test_a_server_that_is_not_there_is_told() -> None:
    with scripted(give(b"")) as script:
        gone = Endpoint(script.endpoint.url)
    with pytest.raises(KgError, match="cannot be reached"):
        send(gone, (("query", "ASK {}"),), JSON, 10.0)
