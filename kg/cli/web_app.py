"""A session in; the local web app that asks it, read-only, out. Home of Starlette."""

from __future__ import annotations

import re
from threading import Lock
from typing import TYPE_CHECKING

from kg.base.diagnostics import Lang
from kg.base.errors import KgError, QuestionError
from kg.lexicon.fold import is_han
from kg.session.answer import Answer
from kg.session.saved import saved_questions
from kg.session.session import Session
from kg.view.page import network
from kg.view.values import name
from kg.view.web.shell import shell

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

_LONGEST = 2000
_SECONDS = 20.0
_AROUND = 1
_EXAMPLES = 12
_FOLLOWING = 12
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def web_app(session: Session, hosts: tuple[str, ...]) -> Starlette:
    """Return the app: ``/`` to ask in, ``/page`` the page of an answer, ``/complete`` what may follow a text.

    It answers GET alone, and only to the names in ``hosts``: a foreign page that a name server points here is refused.
    """
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.trustedhost import TrustedHostMiddleware
    from starlette.routing import Route

    app = _App(session)
    routes = [Route("/", app.home), Route("/page", app.page), Route("/complete", app.complete)]
    for route in routes:
        route.methods = {"GET", "HEAD"}
    return Starlette(routes=routes, middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))])


class _App:
    """What each address answers. One question at a time: the store is asked by one thread."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._turn = Lock()

    def home(self, request: Request) -> Response:
        question = _question(request)
        lang = _language(request, question)
        title = name(self._session.pack.names, lang, self._session.pack.id)
        error, status = "", 200
        if question:
            try:
                with self._turn:
                    self._check(question)
            except KgError as problem:
                error, status = _told(problem), 400
        examples = [one.text[lang] for one in saved_questions()[:_EXAMPLES] if not one.parameters]
        made = shell(title, lang, question=question, error=error, examples=examples)
        return _html(made.html, status, made.policy)

    def _check(self, question: str) -> None:
        if not self._session.named(question):
            self._session.say(question)

    def page(self, request: Request) -> Response:
        question = _question(request)
        lang = _language(request, question)
        try:
            with self._turn:
                answer = self._answer(question, lang)
                around = self._session.around(answer, _AROUND, seconds=_SECONDS)
        except KgError as problem:
            made = shell(self._session.pack.id, lang, question=question, error=_told(problem))
            return _html(made.html, 400, made.policy)
        made_page = network(answer, self._session.pack, around)
        made_page.page["browse"] = "/?q="
        return _html(made_page.generate_html(), 200, "frame-ancestors 'self'")

    def _answer(self, question: str, lang: Lang) -> Answer:
        named = self._session.named(question)
        if named:
            return self._session.about(*named, lang=lang, seconds=_SECONDS)
        return self._session.ask(question, seconds=_SECONDS)

    def complete(self, request: Request) -> Response:
        from starlette.responses import JSONResponse

        text = _question(request)
        with self._turn:
            found = self._following(text) if text else []
        return JSONResponse(found, headers=_HEADERS)

    def _following(self, text: str) -> list[str]:
        """Return whole lines that begin as the text does and go on as the session completes it, else with known words."""
        complete = getattr(self._session, "complete", None)
        if complete is not None:
            return [text[: one.start] + one.text for one in complete(text, limit=_FOLLOWING)]
        last = re.split(r"\s", text)[-1]
        if not last:
            return []
        begin = text[: len(text) - len(last)]
        words = [entry.text for entry in self._session.words(last)]
        starting = [word for word in words if word.casefold().startswith(last.casefold())]
        return [begin + word for word in dict.fromkeys((*starting, *words))][:_FOLLOWING]


def _question(request: Request) -> str:
    return request.query_params.get("q", "")[:_LONGEST].strip()


def _language(request: Request, question: str) -> Lang:
    given = request.query_params.get("lang", "")
    if given in ("en", "zh"):
        return "zh" if given == "zh" else "en"
    wanted = request.headers.get("accept-language", "")
    return "zh" if any(map(is_han, question)) or (not question and wanted.lower().startswith("zh")) else "en"


def _told(problem: KgError) -> str:
    if isinstance(problem, QuestionError):
        from kg.view.errors import render_error

        return render_error(problem, color=False)
    return str(problem)


def _html(text: str, status: int, policy: str) -> Response:
    from starlette.responses import HTMLResponse

    return HTMLResponse(text, status_code=status, headers=_HEADERS | {"Content-Security-Policy": policy})
