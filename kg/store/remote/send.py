"""An endpoint and the parameters of a request in; the server's whole reply, or what went wrong, out.

Busy servers (429, 503) are asked again, later each time; so is one that drops a connection before it answers.
Nothing is followed: a redirect is told to the user, who decides. Replies are unpacked in pieces and have a
largest size, and a stalling server costs no more time than the question has.
"""

from __future__ import annotations

import base64
import random
import threading
from collections.abc import Mapping
from functools import lru_cache
from itertools import count
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from msgspec import Struct

from kg.base.diagnostics import diagnostic
from kg.base.errors import BudgetError, StoreError
from kg.base.version import __version__
from kg.store.deadline import Stop, within
from kg.store.remote.endpoint import Endpoint

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

#: Longer requests than servers take in their first line are sent as a form.
_LONGEST_ADDRESS = 2000
_BUSY = (429, 503)
#: How often a connection is tried.
_CONNECTIONS = 3
_FIRST_PAUSE = 0.125
_LONGEST_PAUSE = 30.0
_CHUNK = 1 << 16
_TOLD = 300

Parameters = tuple[tuple[str, str], ...]


class Reply(Struct, frozen=True):
    """What a server said; the names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """What the server says the body is."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


def send(endpoint: Endpoint, parameters: Parameters, accept: str, seconds: float) -> Reply:
    """Send one request and return the reply to it, a success.

    Raise StoreError when the server cannot be reached, refuses, points elsewhere or sends too much, BudgetError
    when the seconds are over.
    """
    end = monotonic() + seconds
    wait = threading.Event()
    for attempt in count(1):
        reply = _attempt(endpoint, parameters, accept, end)
        if isinstance(reply, Reply) and reply.status not in _BUSY:
            return _success(endpoint, reply)
        if attempt >= endpoint.tries or (isinstance(reply, str) and attempt >= _CONNECTIONS):
            raise _given_up(endpoint, reply)
        pause = _pause(reply, attempt)
        if monotonic() + pause >= end:
            raise BudgetError(f"{endpoint.url} is busy or gone; the question has no time to wait {pause:.1f} seconds")
        wait.wait(pause)
    raise AssertionError("attempts are counted without end")


def _attempt(endpoint: Endpoint, parameters: Parameters, accept: str, end: float) -> Reply | str:
    """Return the reply, or why there is none because the connection was lost before it began."""
    try:
        return within(end - monotonic(), lambda stop: _exchange(endpoint, parameters, accept, end, stop))
    except _DroppedError as error:
        return str(error)


def _given_up(endpoint: Endpoint, reply: Reply | str) -> StoreError:
    if isinstance(reply, str):
        return StoreError(diagnostic("S002", url=endpoint.url, reason=reply))
    return StoreError(diagnostic("S003", url=endpoint.url, status=str(reply.status), reason=told(reply.body)))


def told(body: bytes) -> str:
    """Return the beginning of what a server wrote, in one line that nothing acts on."""
    text = body[: 4 * _TOLD].decode("utf-8", "replace")
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line[:_TOLD] + ("..." if len(line) > _TOLD else "") or "no reason given"


class _DroppedError(Exception):
    """The connection was lost before the reply began."""


def _success(endpoint: Endpoint, reply: Reply) -> Reply:
    status, reason = reply.status, told(reply.body)
    if status == 200:
        return reply
    if 300 <= status < 400:
        elsewhere = told(reply.headers.get("location", "").encode())
        raise StoreError(diagnostic("S004", url=endpoint.url, elsewhere=elsewhere))
    if status in (401, 403):
        raise StoreError(diagnostic("S005", url=endpoint.url, status=str(status), reason=reason))
    if status == 206:
        raise StoreError(diagnostic("S007", url=endpoint.url, reason="status 206, partial content"))
    raise StoreError(diagnostic("S003", url=endpoint.url, status=str(status), reason=reason))


def _pause(reply: Reply | str, attempt: int) -> float:
    """Return how long to wait: what the server asks for, else twice as long each time, not all at the same moment."""
    asked = reply.headers.get("retry-after", "") if isinstance(reply, Reply) else ""
    if asked.isdecimal() and len(asked) < 7:
        return float(asked)
    longest: float = min(_FIRST_PAUSE * 2.0**attempt, _LONGEST_PAUSE)
    return longest * random.uniform(0.5, 1.0)  # noqa: S311  no secret


# ---------------------------------------------------------------- one exchange


def _exchange(endpoint: Endpoint, parameters: Parameters, accept: str, end: float, stop: Stop) -> Reply:
    from urllib3.exceptions import HTTPError

    begun = False
    try:
        response = _open(endpoint, parameters, accept, max(end - monotonic(), 0.001))
        begun = True
        whole = False
        try:
            headers = {name.lower(): value for name, value in response.headers.items()}
            reply = Reply(response.status, headers, _read(endpoint, response, stop))
            whole = not stop.asked
            return reply
        finally:  # what was not read to its end is not kept for the next request
            response.release_conn() if whole else response.close()
    except (HTTPError, OSError, ValueError) as error:
        reason = told(str(error).encode())
        if begun:
            raise StoreError(diagnostic("S006", url=endpoint.url, reason=reason)) from None
        raise _DroppedError(reason) from None


def _open(endpoint: Endpoint, parameters: Parameters, accept: str, left: float) -> BaseHTTPResponse:
    from urllib3 import Timeout

    encoded = urlencode(parameters)
    address = endpoint.url + ("&" if "?" in endpoint.url else "?") + encoded
    headers = {"Accept": accept, "Accept-Encoding": "gzip", "User-Agent": f"kgask/{__version__}", **_who(endpoint)}
    long = len(address) > _LONGEST_ADDRESS
    if long:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    return _pool(endpoint.url).request(
        "POST" if long else "GET",
        endpoint.url if long else address,
        body=encoded.encode("ascii") if long else None,
        headers=headers,
        preload_content=False,
        redirect=False,
        retries=False,
        timeout=Timeout(connect=min(endpoint.connect_seconds, left), read=left),
    )


def _read(endpoint: Endpoint, response: BaseHTTPResponse, stop: Stop) -> bytes:
    """Return the body, unpacked piece by piece so that a small reply cannot fill the memory."""
    parts: list[bytes] = []
    size = 0
    for part in stop.rows(response.stream(_CHUNK, decode_content=True)):
        size += len(part)
        if size > endpoint.most_bytes:
            raise BudgetError(f"{endpoint.url} sent more than {endpoint.most_bytes:,} bytes")
        parts.append(part)
    return b"".join(parts)


def _who(endpoint: Endpoint) -> dict[str, str]:
    if endpoint.token:
        return {"Authorization": f"Bearer {endpoint.token}"}
    if endpoint.user:
        pair = f"{endpoint.user}:{endpoint.password}".encode()
        return {"Authorization": "Basic " + base64.b64encode(pair).decode("ascii")}
    return {}


@lru_cache(maxsize=8)
def _pool(url: str) -> PoolManager:
    """Return the connections that requests to a host share; through the system's proxy, if it names one."""
    from urllib.parse import urlsplit
    from urllib.request import getproxies, proxy_bypass

    from urllib3 import PoolManager, ProxyManager

    parts = urlsplit(url)
    proxy = getproxies().get(parts.scheme)
    if proxy and not proxy_bypass(parts.netloc):
        return ProxyManager(proxy, maxsize=8)
    return PoolManager(maxsize=8)
