import re

from kg.view.web.notebook import frame


def test_the_page_cannot_leave_the_frame():
    assert "<script>" not in frame('<script>"x"</script>').split("srcdoc=")[1]


def test_the_frame_has_no_rights_of_the_notebook():
    (sandbox,) = re.findall(r'sandbox="([^"]*)"', frame(""))
    assert "allow-same-origin" not in sandbox.split()


def test_the_page_runs_inside():
    assert "allow-scripts" in frame("")
