"""The headers of a reply in; the server that sent it out."""

from __future__ import annotations

from collections.abc import Mapping

from kg.store.remote.servers.server import Server
from kg.store.remote.servers.virtuoso import VIRTUOSO

SERVERS = (VIRTUOSO,)
_PLAIN = Server()


def recognise(headers: Mapping[str, str]) -> Server:
    """Return the server that names itself in the headers; one without peculiarities when none is known."""
    named = headers.get("server", "").lower()
    return next((server for server in SERVERS if named.startswith(server.header)), _PLAIN)
