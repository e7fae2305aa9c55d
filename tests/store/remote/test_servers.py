import pytest

from kg.store.remote.servers.recognise import recognise
from kg.store.remote.servers.server import Server
from kg.store.remote.servers.virtuoso import VIRTUOSO, keep_filters_apart


def test_a_server_is_known_by_its_header() -> None:
    assert recognise({"server": "Virtuoso/07.20.3229 (Linux) x86_64-pc-linux-gnu"}) is VIRTUOSO


@pytest.mark.parametrize("headers", [{}, {"server": "Oxigraph/0.5.13"}, {"server": ""}])
def test_a_server_without_peculiarities_is_taken_at_its_word(headers: dict[str, str]) -> None:
    assert recognise(headers) == Server()


@pytest.mark.parametrize(
    ("query", "kept_apart"),
    [
        ("FILTER(?a < (1 + 2)) ?x", "FILTER(COALESCE((?a < (1 + 2)), false)) ?x"),
        ("FILTER NOT EXISTS { FILTER (?a = ')') }", "FILTER NOT EXISTS { FILTER (COALESCE((?a = ')'), false)) }"),
        ("filter(?a < 1) FILTER(?b > 2)", "filter(COALESCE((?a < 1), false)) FILTER(COALESCE((?b > 2), false))"),
        ("'FILTER(?a < 1)' # FILTER(1)", "'FILTER(?a < 1)' # FILTER(1)"),
        ("HAVING (COUNT(?a) > 1)", "HAVING (COUNT(?a) > 1)"),
    ],
)
def test_filters_are_kept_out_of_joins(query: str, kept_apart: str) -> None:
    assert keep_filters_apart(query) == kept_apart
