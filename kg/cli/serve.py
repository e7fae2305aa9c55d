"""``kg serve`` -> a local web app: a line to ask in, and the page of each answer."""

from __future__ import annotations

import argparse
from importlib.util import find_spec

from kg.base.errors import KgError
from kg.cli.graph import open_graph

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, default=8642, help="port to listen on (default: 8642)")


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted; return the exit code."""
    if missing := [name for name in ("starlette", "uvicorn") if find_spec(name) is None]:
        raise KgError(f"kg serve needs {' and '.join(missing)}: pip install 'kgask[serve]'")
    import uvicorn

    from kg.cli.web_app import web_app

    session = open_graph(options)
    hosts = tuple(dict.fromkeys((options.host, *_LOOPBACK))) if options.host != "0.0.0.0" else ("*",)  # noqa: S104 - asked for
    host = f"[{options.host}]" if ":" in options.host else options.host
    print(f"http://{host}:{options.port}/  (Ctrl-C ends it)", flush=True)
    uvicorn.run(web_app(session, hosts), host=options.host, port=options.port, log_level="warning", access_log=False)
    return 0
