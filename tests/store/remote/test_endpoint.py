import pytest

from kg.base.errors import StoreError
from kg.store.remote.endpoint import Endpoint, read_endpoint


def test_an_address_is_kept_as_it_is() -> None:
    assert read_endpoint("https://e.org:8443/a/sparql?x=1", {}) == Endpoint("https://e.org:8443/a/sparql?x=1")


def test_who_asks_is_taken_out_of_the_address() -> None:
    endpoint = read_endpoint("https://ann:p%40ss@[::1]:8/sparql", {})
    assert (endpoint.url, endpoint.user, endpoint.password) == ("https://[::1]:8/sparql", "ann", "p@ss")


def test_who_asks_may_be_told_by_the_environment() -> None:
    told = {"KG_ENDPOINT_USER": "ann", "KG_ENDPOINT_PASSWORD": "secret", "KG_ENDPOINT_TOKEN": "token"}
    endpoint = read_endpoint("http://e.org/", told)
    assert (endpoint.user, endpoint.password, endpoint.token) == ("ann", "secret", "token")


def test_secrets_are_not_shown() -> None:
    shown = repr(Endpoint("http://e.org/", user="ann", password="secret", token="token"))
    assert "secret" not in shown
    assert "token=" not in shown


@pytest.mark.parametrize(
    "url", ["", "sparql", "file:///etc/passwd", "ftp://e.org/", "http://", "http://e.org:99999/", "http://e\x1b[2J.org/", "http://e.org/\r\nHost: x"]
)  # fmt: skip
def test_what_is_no_address_of_a_server_is_refused(url: str) -> None:
    with pytest.raises(StoreError) as caught:
        read_endpoint(url, {})
    assert str(caught.value).isprintable()
