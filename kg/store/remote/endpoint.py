"""The address of a SPARQL endpoint, and what requests to it may cost."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote, urlsplit, urlunsplit

from msgspec import Struct

from kg.base.diagnostics import diagnostic
from kg.base.errors import StoreError


class Endpoint(Struct, frozen=True):
    """Where a server answers SPARQL, and who asks.

    ``stated`` names the graph that holds what sources state, on servers where it cannot be the default
    graph; None leaves it to be found out. ``user`` and ``password``, or a ``token``, are sent with every request.
    """

    url: str
    stated: str | None = None
    user: str = ""
    password: str = ""
    token: str = ""
    #: How long a connection may take to come about.
    connect_seconds: float = 10.0
    #: How often a request is sent while the server says that it is busy.
    tries: int = 5
    #: The largest answer that is read, unpacked.
    most_bytes: int = 256_000_000

    def __repr__(self) -> str:
        """Return the address alone: what is shown or logged has no secrets."""
        return f"{type(self).__name__}(url={self.url!r})"


def read_endpoint(url: str, environment: Mapping[str, str], stated: str | None = None) -> Endpoint:
    """Return the endpoint of an address; raise StoreError when it is none.

    Who asks is told by the address (``https://user:password@host/sparql``) or by KG_ENDPOINT_USER and
    KG_ENDPOINT_PASSWORD, or KG_ENDPOINT_TOKEN, of the environment; the address that is kept has no secrets.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise StoreError(diagnostic("S002", url=_printable(url), reason=str(error))) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or _printable(url) != url:
        raise StoreError(diagnostic("S002", url=_printable(url), reason="not an http:// or https:// address"))
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    place = host if port is None else f"{host}:{port}"
    return Endpoint(
        url=urlunsplit((parts.scheme, place, parts.path, parts.query, "")),
        stated=stated,
        user=unquote(parts.username or "") or environment.get("KG_ENDPOINT_USER", ""),
        password=unquote(parts.password or "") or environment.get("KG_ENDPOINT_PASSWORD", ""),
        token=environment.get("KG_ENDPOINT_TOKEN", ""),
    )


def _printable(url: str) -> str:
    """Return the address without what a terminal would act on or what could smuggle in a header."""
    return "".join(character for character in url if character.isprintable() and character != " ")
