"""Draw the pictures of this folder anew: ``python docs/pictures/draw.py``, with Chromium on the PATH."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import kg
from kg.session.atlas import atlas
from kg.view.page import page

HERE = Path(__file__).parent
#: name -> question, or a thing after "thing:", and the state of the page.
PICTURES = {
    "suppliers-en": ("who supplies optical modules to NVL clusters", ""),
    "suppliers-zh": ("谁给英伟达供应HBM", ""),
    "paths-en": ("how is Yuanjie Semiconductor related to Google", ""),
    "paths-zh": ("源杰科技和谷歌是什么关系", ""),
    "comparison-en": ("compare Innolight and Eoptolink", ""),
    "parts-zh": ("什么用在GB200 NVL72", ""),
    "bill-en": ("full bill of materials of GB200 NVL72", ""),
    "need-zh": ("十个GB200 NVL72机柜共有多少颗B200 GPU", ""),
    "loss-en": ("what is lost without TSMC", ""),
    "smallest-loss-zh": ("停掉哪几家公司就造不出GB300 NVL72", ""),
    "concentration-zh": ("高带宽内存供应的集中度", ""),
    "series-en": ("shipment volume of 800G optical modules", ""),
    "numbers-en": ("what is the power of GB200 NVL72", ""),
    "yes-en": ("does Eoptolink supply NVIDIA", "node=nvidia"),
    "count-dark-en": ("how many suppliers does NVIDIA have", "theme=dark&node=tsmc"),
    "expanded-en": ("who supplies optical modules to NVL clusters", "node=eoptolink&open=eoptolink"),
    "thing-zh": ("thing:eoptolink", ""),
    "unknown-zh": ("台积电给中际旭创供应吗", ""),
}


def main() -> None:
    """Write every page, open it, and keep what it looks like."""
    graph = kg.open()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-lcd-text", "--font-render-hinting=none"],
        )
        opened = browser.new_page(viewport={"width": 1360, "height": 860}, device_scale_factor=0.7)
        for name, (text, state) in PICTURES.items():
            answer = (
                graph.about(text.removeprefix("thing:"), lang="zh") if text.startswith("thing:") else graph.ask(text)
            )
            file = Path(folder, f"{name}.html")
            around = graph.around(answer, 1) if "open=" in state else None
            file.write_text(page(answer, graph.pack, around), encoding="utf-8")
            opened.goto(f"{file.as_uri()}#{state}")
            opened.reload()
            opened.wait_for_selector("html[data-ready=true]", state="attached")
            if "open=" in state:
                opened.locator("#fit").click()
            opened.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            opened.screenshot(path=HERE / f"{name}.png")
        start = atlas(graph, Path(folder, "atlas"))
        for name in ("index", "innolight"):
            opened.goto(start.with_name(f"{name}.html").as_uri())
            opened.screenshot(path=HERE / f"atlas-{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
