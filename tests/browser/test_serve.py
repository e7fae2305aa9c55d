"""The local app in a real browser: ask, read, browse on."""

import threading
import time

import pytest
import uvicorn

from kg.cli.web_app import web_app


@pytest.fixture
def server(village):
    running = uvicorn.Server(uvicorn.Config(web_app(village, ("127.0.0.1",)), port=0, log_level="critical"))
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while thread.is_alive() and not running.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{running.servers[0].sockets[0].getsockname()[1]}"
    running.should_exit = True
    thread.join()


def test_a_question_is_typed_its_answer_read_and_a_thing_opened(server, tab):
    page = tab
    errors, requests = [], []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if "Security Policy" in message.text else None)
    page.on("request", lambda request: requests.append(request.url))
    page.goto(server)
    page.locator("#question:focus").wait_for()  # where one types is ready without a click
    page.keyboard.type("who delivers bre")
    page.locator("#following option").first.wait_for(state="attached")
    page.locator("#question").fill("who delivers bread to the inn")
    page.locator("button[type=submit]").click()
    answer = page.frame_locator("iframe")
    answer.locator("html[data-ready=true]").wait_for(state="attached")
    answer.locator("#table tbody th button").first.click()
    answer.locator("#panel a", has_text="Its own page").click()
    page.wait_for_url("**/?q=bakery")
    page.frame_locator("iframe").locator("#panel h2", has_text="bakery").wait_for()
    assert errors == []
    assert all(one.startswith((server, "data:", "blob:")) for one in requests)
