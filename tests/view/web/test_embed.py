import json
import re
from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from kg.view.web.embed import as_json, embedded

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(alphabet=st.characters()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def test_markup_cannot_end_the_element():
    assert "<" not in as_json("</script><!--<script>")


def test_markup_is_read_back_as_it_was():
    assert json.loads(as_json({"a": "</script>&<!--"})) == {"a": "</script>&<!--"}


def test_chinese_is_written_as_it_is():
    assert as_json("光模块") == '"光模块"'


def test_a_number_that_is_none_is_null():
    assert as_json([float("nan"), float("inf"), 1.5]) == "[null,null,1.5]"


def test_what_json_does_not_know_is_its_text():
    assert as_json(PurePosixPath("a/b")) == '"a/b"'


def test_a_set_has_an_order():
    assert as_json({"b", "a"}) == '["a","b"]'


def test_a_key_that_is_no_text_becomes_one():
    assert as_json({(1, 2): 3}) == '{"(1, 2)":3}'


@given(VALUES)
def test_every_value_is_json_without_markup(value):
    text = str(as_json(value))
    json.loads(text)
    assert not re.search(r"[<>&\u2028\u2029]", text)


@given(VALUES)
def test_every_value_can_be_written_as_utf_8(value):
    assert str(as_json(value)).encode("utf-8").decode("utf-8") == str(as_json(value))


def test_long_data_are_compressed_to_the_same_bytes_each_time():
    import base64
    import gzip

    value = {"text": ["<flour> & \u9762\u7c89"] * 60_000}
    one, two = embedded(value), embedded(value)
    assert one == two
    assert one.type == "application/gzip"
    assert json.loads(gzip.decompress(base64.b64decode(one.text))) == value


def test_short_data_can_be_read_in_the_page():
    assert embedded({"a": 1}).type == "application/json"
