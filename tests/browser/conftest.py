"""A real Chromium that opens pages from disk and reports everything that a page must not do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
REMEDY = (
    "No Chromium was found. On Debian, as root: apt-get install chromium fonts-noto-cjk. "
    "Elsewhere: put chromium on the PATH or name it in KG_CHROMIUM."
)

#: Milliseconds to wait for a state, on a machine that may have much else to do.
PATIENCE = 180_000

#: Runs before anything of the page: notes what the policy stopped, and whether a payload ran.
WATCH = """
window.ran = (place) => (window.__ran = window.__ran || []).push(String(place));
window.__stopped = [];
document.addEventListener('securitypolicyviolation', (event) => window.__stopped.push(event.violatedDirective + ' ' + event.blockedURI));
window.alert = window.confirm = window.prompt = () => window.ran('dialog');
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once. Tests fail with the remedy where there is none."""
    path = os.environ.get("KG_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.fail(REMEDY)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A page of its own for tests that open something else than an answer."""
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@dataclass
class Opened:
    """A page that is open, and what it did: requests, errors, log lines of weight."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def __call__(self, script: str, argument: Any = None) -> Any:
        """Run a script in the page."""
        return self.page.evaluate(script, argument)

    def go(self, hash: str) -> None:
        """Give the page a hash, as a link would, and wait until the page has taken it in."""
        self(
            """hash => new Promise((done) => { const before = location.href;
            addEventListener('hashchange', () => done(), { once: true });
            location.hash = hash; if (location.href === before) done(); })""",
            hash,
        )
        self.settle()

    def back(self) -> None:
        """Press the Back button, and wait until the page has followed."""
        self(
            "() => new Promise((done) => { addEventListener('popstate', () => done(), { once: true }); history.back(); })"
        )
        self.settle()

    def reset(self) -> None:
        """Bring the page back to how it opened: nothing chosen, the whole picture, light, at the top."""
        self.page.emulate_media(color_scheme="light")
        self.until("() => !matchMedia('(prefers-color-scheme: dark)').matches")
        self.page.locator("#search").fill("")
        self.go("")
        self("() => { document.getElementById('fit').click(); scrollTo(0, 0); }")
        self.settle()

    def until(self, condition: str) -> None:
        """Wait until a script says true."""
        self.page.wait_for_function(condition)

    def settle(self) -> None:
        """Wait until the page has drawn what it was told."""
        self("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def at(self, box: str) -> tuple[float, float]:
        """Where the middle of a box is on the screen."""
        x, y = self(
            """id => { document.getElementById('stage').scrollIntoView({ block: 'nearest' });
            const frame = document.getElementById('mynetwork').getBoundingClientRect(); const at = network.canvasToDOM(network.getPosition(id)); return [frame.x + at.x, frame.y + at.y] }""",
            box,
        )
        return x, y

    def on(self, line: str) -> tuple[float, float]:
        """A place on the screen where a line is hit and no box is."""
        found = self(
            """id => { document.getElementById('stage').scrollIntoView({ block: 'nearest' });
            const frame = document.getElementById('mynetwork').getBoundingClientRect();
            for (let y = 2; y < frame.height; y += 3) for (let x = 2; x < frame.width; x += 3) {
              if (network.getEdgeAt({x, y}) === id && network.getNodeAt({x, y}) === undefined) return [frame.x + x, frame.y + y];
            } return null }""",
            line,
        )
        assert found, f"line {line} is nowhere to be hit"
        return found[0], found[1]

    def shown(self) -> set[str]:
        """The boxes that are not hidden."""
        return set(self("() => Object.values(network.body.nodes).filter(n => !n.options.hidden).map(n => n.id)"))

    def lines(self) -> dict[str, tuple[str, str]]:
        """The lines that are not hidden: id -> (from, to)."""
        found = self(
            "() => Object.values(network.body.edges).filter(e => !e.options.hidden).map(e => [e.id, e.fromId, e.toId])"
        )
        return {id: (start, end) for id, start, end in found}

    def text(self, selector: str) -> str:
        """The text of an element as it is read."""
        return self.page.locator(selector).first.inner_text()

    @property
    def ran(self) -> list[str]:
        """The payloads that ran."""
        return self("() => window.__ran || []")

    @property
    def stopped(self) -> list[str]:
        """What the policy of the page stopped."""
        return self("() => window.__stopped")


Open = Callable[..., Opened]


@pytest.fixture(scope="module")
def open_page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    """Open an HTML text from a file, with every request beyond the file noted and refused."""
    contexts: list[BrowserContext] = []

    def open(html: str, hash: str = "", **options: Any) -> Opened:
        file = tmp_path_factory.mktemp("page") / "answer.html"
        file.write_text(html, encoding="utf-8", newline="\n")
        context = browser.new_context(viewport={"width": 1400, "height": 900}, **options)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(WATCH)
        contexts.append(context)
        opened = Opened(context.new_page(), file.as_uri())

        def judge(route: Route) -> None:
            if route.request.url.split("#")[0] == opened.address:
                route.continue_()
            else:
                opened.requests.append(route.request.url)
                route.abort()

        context.route("**/*", judge)
        opened.page.on("pageerror", lambda error: opened.errors.append(str(error)))
        opened.page.goto(opened.address + ("#" + hash if hash else ""))
        opened.page.wait_for_selector("html[data-ready=true]", state="attached")
        opened.settle()
        return opened

    yield open
    for context in contexts:
        context.close()
