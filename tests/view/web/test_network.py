import json
import re
from pathlib import Path

import pytest

from kg.base.errors import KgError
from kg.view.page import network
from kg.view.web.network import KGNetwork
from tests.view.story import PACK, suppliers


@pytest.fixture
def made() -> KGNetwork:
    return network(suppliers(), PACK)


def data(html):
    return json.loads(re.search(r'<script type="application/json" id="kg-data">(.*?)</script>', html).group(1))


@pytest.fixture
def inside(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_is_a_network_of_pyvis(made):
    from pyvis.network import Network

    assert isinstance(made, Network)


def test_boxes_are_nodes_with_labels_in_the_language_of_the_question(made):
    assert [node["label"] for node in made.nodes if node["id"] == "mill"] == ["Old Mill"]


def test_lines_are_edges_with_labels(made):
    assert {edge["label"] for edge in made.edges} >= {"supplies · 20,000 sacks", "makes", "competes with"}


def test_physics_is_off(made):
    assert made.options["physics"] == {"enabled": False}


def test_every_entry_of_pyvis_gives_the_same_page(made, inside):
    made.write_html("one.html")
    made.save_graph("two.html")
    made.show("three.html")
    assert {Path(name).read_text(encoding="utf-8") for name in ("one.html", "two.html", "three.html")} == {
        made.generate_html()
    }


def test_writing_leaves_no_folder_beside_the_page(made, inside):
    made.write_html("one.html", local=True)
    assert [file.name for file in inside.iterdir()] == ["one.html"]


def test_the_same_answer_gives_the_same_bytes():
    assert network(suppliers(), PACK).generate_html() == network(suppliers(), PACK).generate_html()


def test_the_page_can_be_made_twice(made):
    assert made.generate_html() == made.generate_html()


def test_the_arguments_of_pyvis_make_no_difference(made):
    assert made.generate_html("a.html", local=False, notebook=True) == made.generate_html()


def test_a_notebook_gets_a_frame(made):
    assert made._repr_html_().startswith("<iframe sandbox=")


def test_a_user_may_add_nodes_and_edges(made):
    made.add_node("cousin", label="Cousin")
    made.add_edge("mill", "cousin", label="knows")
    found = data(made.generate_html())
    assert (found["nodes"][-1]["label"], found["edges"][-1]["label"]) == ("Cousin", "knows")


def test_two_edges_between_the_same_nodes_both_stay(made):
    count = len(made.edges)
    made.add_edge("mill", "baker")
    made.add_edge("baker", "mill")
    assert len(made.edges) == count + 2


def test_an_edge_to_nowhere_is_refused_by_name(made):
    with pytest.raises(KgError, match="nowhere"):
        made.add_edge("mill", "nowhere")


def test_an_id_of_digits_stays_a_text():
    bare = KGNetwork()
    bare.add_nodes(["007"], label=["Bond"])
    assert (bare.nodes[0]["id"], bare.nodes[0]["label"]) == ("007", "Bond")


def test_an_empty_label_stays_empty():
    bare = KGNetwork()
    bare.add_node("a", label="")
    assert bare.nodes[0]["label"] == ""


def test_a_title_may_be_anything(made):
    made.add_node("odd", title=5)
    made.nodes[0]["title"] = 7
    assert data(made.generate_html())["nodes"][-1]["title"] == "5"


def test_options_add_to_those_that_are_set(made):
    made.set_options('{"edges": {"font": {"face": "Noto Sans CJK SC"}}}')
    assert made.options["edges"]["font"]["face"] == "Noto Sans CJK SC"
    assert made.options["edges"]["arrows"]["to"]["enabled"]


def test_physics_can_be_switched_on(made):
    made.toggle_physics(True)
    assert made.options["physics"]["enabled"] is True


def test_another_template_is_refused(made):
    with pytest.raises(KgError, match="page of its own"):
        made.set_template("templates/other.html")


def test_a_graph_of_networkx_is_not_changed(made):
    import networkx

    graph = networkx.DiGraph()
    graph.add_edge("a", "b", weight=2)
    KGNetwork().from_nx(graph)
    assert dict(graph.edges["a", "b"]) == {"weight": 2}


def test_a_bare_network_is_a_page_too():
    bare = KGNetwork()
    bare.add_node("a")
    assert data(bare.generate_html())["nodes"][0]["id"] == "a"


def test_texts_of_a_user_are_cleaned():
    bare = KGNetwork()
    bare.add_node("a\ud800", label="b\x00")
    assert (bare.nodes[0]["id"], bare.nodes[0]["label"]) == ("a\ufffd", "b\ufffd")


def test_many_nodes_are_added_without_looking_through_all_each_time(made):
    assert type(made.node_ids).__contains__ is not list.__contains__


def test_the_page_is_small(made):
    assert len(KGNetwork().generate_html().encode()) <= 600_000
