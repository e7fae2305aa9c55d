import base64
import hashlib

from kg.view.web.csp import policy


def test_each_script_is_let_in_by_its_hash():
    digest = base64.b64encode(hashlib.sha256("光()".encode()).digest()).decode()
    assert f"'sha256-{digest}'" in policy(("光()",), ())


def test_nothing_is_let_in_without_a_hash():
    assert "unsafe" not in policy(("a",), ("b",))


def test_everything_else_is_shut():
    assert policy((), ()).startswith("default-src 'none'")


def test_markup_cannot_be_made_from_strings():
    assert policy((), ()).endswith("require-trusted-types-for 'script'; trusted-types 'none'")
