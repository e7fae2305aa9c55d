"""How fast the page is at 50 to 20,000 boxes, in a real Chromium, with pyvis's own page measured beside it.

Run it with the project's Python: ``.venv/bin/python -m tests.benchmarks.page [boxes ...]``. A story of eight tiers with
twice as many lines as boxes is drawn by ``kg`` and by ``pyvis`` (its defaults up to 200 boxes, above that without
physics, as its defaults take minutes). Printed are milliseconds: writing the page (processor), the first picture,
processor time of the renderer per frame while the whole picture is dragged, choosing a box, hiding a class, searching;
the renderer's memory in MB; requests; and bytes per box beyond the page of an empty answer. Last comes a table of the
goals, each with what was measured: milliseconds depend on what else the machine does.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, sync_playwright

from kg.view.page import page
from kg.view.web.draw import draw
from kg.view.web.layout import layout
from kg.view.web.order import crossings
from tests.view.story import PACK, suppliers
from tests.view.tiers import TIERS, story

ROUNDS = 3
#: Notes when the picture stands: two frames after the page says that it is ready, or vis-network has drawn.
WATCH = """
const stands = () => requestAnimationFrame(() => requestAnimationFrame(() => { window.__first = performance.now(); }));
new MutationObserver((_, self) => {
  if (document.documentElement && document.documentElement.dataset.ready) { self.disconnect(); stands(); }
}).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-ready'] });
"""
STOCK_STANDS = """() => { if (typeof network === 'undefined' || !network) return false;
  if (!window.__hooked) { window.__hooked = true; network.once('afterDrawing', () => { window.__first = performance.now(); }); network.redraw(); }
  return Boolean(window.__first) }"""
#: One pointer move a frame, inside the page: moves sent from outside cap the frames and lie.
DRAG = """async (frames) => {
  const canvas = document.querySelector('#mynetwork canvas');
  const area = canvas.getBoundingClientRect();
  let at = null;
  for (let y = 6; y < area.height && !at; y += 7) for (let x = 6; x < area.width; x += 7)
    if (network.getNodeAt({x, y}) === undefined && network.getEdgeAt({x, y}) === undefined) { at = {x, y}; break; }
  at = at || { x: 3, y: 3 };
  let draws = 0;
  network.on('afterDrawing', () => { draws += 1 });
  const send = (kind, dx, dy) => (kind === 'pointerdown' ? canvas : window).dispatchEvent(new PointerEvent(kind, {
    clientX: area.x + at.x + dx, clientY: area.y + at.y + dy, pointerId: 1, pointerType: 'mouse', button: kind === 'pointermove' ? -1 : 0,
    buttons: kind === 'pointerup' ? 0 : 1, bubbles: true, isPrimary: true }));
  const frame = () => new Promise(requestAnimationFrame);
  send('pointerdown', 0, 0);
  for (let n = 1; n <= frames; n += 1) { send('pointermove', n, Math.round(6 * Math.sin(n / 4))); await frame(); }
  send('pointerup', frames, 0);
  return draws }"""
#: Milliseconds from an act until the frame after it has been drawn.
ACT = """async (act) => {
  const begin = performance.now();
  eval(act);
  const run = performance.now() - begin;
  await new Promise((done) => requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = done; channel.port2.postMessage(0); }));
  return performance.now() - begin }"""


def stock(boxes: int) -> str:
    """Return pyvis's own page of the same things, all of it in the file."""
    from pyvis.network import Network

    held = story(boxes)
    made = Network(directed=True, cdn_resources="in_line", height="684px")
    if boxes > 200:
        made.toggle_physics(False)
    cells = {cell.id: cell for one in held.statements.values() for cell in one.roles.values()}
    for n, cell in enumerate(cells.values()):
        made.add_node(cell.id, label=cell.label["en"], x=(n % TIERS) * 300, y=(n // TIERS) * 60, shape="box")
    for one in held.statements.values():
        made.add_edge(one.roles["giver"].id, one.roles["item"].id, label="supplies")
    return str(made.generate_html())


def measure(
    browser: Browser, html: str, ready: Callable[[Page], None], acts: dict[str, str], frames: int
) -> dict[str, float]:
    """Return the milliseconds of one load of a page and of what a reader does with it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "page.html")
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport={"width": 1400, "height": 900}, bypass_csp=True)
        context.add_init_script(WATCH)
        opened = context.new_page()
        requests: list[str] = []
        context.route("http*://**", lambda route: (requests.append(route.request.url), route.abort()))
        opened.goto(file.as_uri(), timeout=180_000)
        ready(opened)
        found = {"first": float(opened.evaluate("() => window.__first"))}
        if frames:
            before = _processor()
            draws = opened.evaluate(DRAG, frames)
            found["frame"] = (_processor() - before) * 1000 / max(draws, 1)
        for name, act in acts.items():
            opened.wait_for_timeout(100)
            found[name] = opened.evaluate(ACT, act)
        found["MB"] = max((one.memory_info().rss for one in _renderers()), default=0) / 1e6
        found["requests"] = float(len(requests))
        context.close()
    return found


def _processor() -> float:
    """Return the seconds that the renderers of this process's browser have used so far."""
    used = [one.cpu_times() for one in _renderers()]
    return sum(one.user + one.system for one in used)


def _renderers() -> list[psutil.Process]:
    found = []
    for process in psutil.Process().children(recursive=True):
        try:
            if "--type=renderer" in process.cmdline():
                found.append(process)
        except psutil.Error:  # it ended meanwhile
            continue
    return found


def crossed(boxes: int) -> float:
    """Return the share of the crossings, against the order in which the boxes came, that the layout leaves."""
    drawing = draw(story(boxes), PACK)
    spots = layout(drawing).spots
    columns: dict[int, list[str]] = {}
    for box in drawing.boxes:
        columns.setdefault(spots[box.id].column, []).append(box.id)
    came = [columns[column] for column in sorted(columns)]
    right: dict[str, list[str]] = {}
    for line in drawing.lines:
        first, second = sorted((line.start, line.end), key=lambda id: spots[id].column)
        right.setdefault(first, []).append(second)
    placed = [sorted(column, key=lambda id: spots[id].y) for column in came]
    return crossings(placed, right) / crossings(came, right)


#: What was measured -> the most that it may be; sizes in bytes, times in milliseconds, memory in MB.
GOALS: dict[str, float] = {
    "empty bytes": 600_000,
    "1000 bytes/box": 400,
    "50 requests": 0,
    "5000 requests": 0,
    "50 first": 500,
    "1000 first": 1000,
    "5000 first": 2000,
    "10000 first": 3000,
    "1000 frame": 15,
    "5000 frame": 30,
    "10000 frame": 45,
    "5000 MB": 300,
    "1000 written": 300,
    "10000 written": 1500,
    "5000 select": 200,
    "5000 filter": 200,
    "50 crossings kept": 0.45,
    "200 crossings kept": 0.45,
    "1000 crossings kept": 0.45,
}


ACTS = {
    "select": "location.hash = 'node=firm-16'",
    "clear": "location.hash = ''",
    "filter": "document.querySelector(\"[data-filter='c:Good']\").click()",
    "unfilter": "document.querySelector(\"[data-filter='c:Good']\").click()",
    "search": "const box = document.getElementById('search'); box.focus(); box.value = 'firm 4'; box.dispatchEvent(new Event('input'))",
}
STOCK_ACTS = {"select": "network.selectNodes(['firm-16'])", "clear": "network.unselectAll()"}


def _ready(opened: Page) -> None:
    opened.wait_for_function("() => window.__first", timeout=180_000)


def _stock_ready(opened: Page) -> None:
    opened.wait_for_function(STOCK_STANDS, timeout=180_000)


def main() -> None:
    """Print a table, a line a size and kind of page."""
    sizes = [int(one) for one in sys.argv[1:] if one.isdigit()] or [50, 200, 1000, 5000, 10000]
    with_stock = "--ours" not in sys.argv
    path = os.environ.get("KG_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    empty = len(page(replace(suppliers(), rows=(), statements={}), PACK).encode())
    print(f"the page of an empty answer: {empty:,} bytes")
    seen: dict[str, float] = {"empty bytes": empty}
    seen |= {f"{boxes} crossings kept": crossed(boxes) for boxes in (50, 200, 1000)}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for boxes in sizes:
            held = story(boxes)
            begin = time.process_time()
            html = page(held, PACK)
            written = (time.process_time() - begin) * 1000
            rounds = [measure(browser, html, _ready, ACTS, 60) for _ in range(ROUNDS)]
            ours = _median(rounds)
            ours |= {"written": written, "bytes/box": (len(html.encode()) - empty) / boxes}
            seen |= {f"{boxes} {key}": value for key, value in ours.items()}
            print(f"kg    {boxes:6}  {_line(ours)}", flush=True)
            if with_stock and boxes <= 5000:
                theirs = _median([measure(browser, stock(boxes), _stock_ready, STOCK_ACTS, 60)])
                ratios = "  ".join(f"{key} x{theirs[key] / ours[key]:.1f}" for key in theirs if ours[key])
                print(f"pyvis {boxes:6}  {_line(theirs)}  ({ratios})", flush=True)
        browser.close()
    for goal, most in GOALS.items():
        if goal in seen:
            print(f"{'met   ' if seen[goal] <= most else 'MISSED'} {goal:22} {seen[goal]:12,.2f} of {most:,.2f}")


def _median(rounds: list[dict[str, float]]) -> dict[str, float]:
    return {key: statistics.median(one[key] for one in rounds) for key in rounds[0]}


def _line(found: dict[str, Any]) -> str:
    return "  ".join(f"{key} {value:.0f}" for key, value in found.items())


if __name__ == "__main__":
    main()
