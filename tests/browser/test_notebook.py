"""A notebook that asks, run and turned into HTML by nbconvert, shows the page."""

import json

import nbformat
import pytest
from nbconvert import HTMLExporter
from nbconvert.preprocessors import ExecutePreprocessor

CODE = """
from kg.view.page import notebook
from tests.view.story import PACK, suppliers
from IPython.display import HTML
import warnings; warnings.simplefilter("ignore")
HTML(notebook(suppliers(), PACK))
"""


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_an_executed_notebook_shows_the_page_and_it_can_be_used(tab, tmp_path, request):
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CODE)])
    ExecutePreprocessor(timeout=600, startup_timeout=600, kernel_name="python3").preprocess(
        book, {"metadata": {"path": str(request.config.rootpath)}}
    )
    html, _ = HTMLExporter().from_notebook_node(book)
    file = tmp_path / "notebook.html"
    file.write_text(html, encoding="utf-8")
    page = tab
    page.route("http*://**", lambda route: route.abort())
    page.goto(file.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready=true]").wait_for(state="attached")
    frame.locator("#table tbody tr button").first.click()
    assert frame.locator("#panel h2").inner_text() == "Windmill"
    assert json.loads(frame.locator("#kg-data").text_content())["page"]["question"] == "who supplies the stone oven"
