from kg.view.web.lanes import MOST_LANES, lanes


def test_paths_share_boxes_as_long_as_they_begin_alike():
    assert lanes([["a", "b", "c", "z"], ["a", "b", "d", "z"]])[1] == ["a", "b", "d", "z"]


def test_paths_share_boxes_from_where_they_end_alike():
    assert lanes([["a", "b", "y", "z"], ["a", "c", "y", "z"]])[1] == ["a", "c", "y", "z"]


def test_what_two_paths_merely_pass_has_a_box_in_each_lane():
    assert lanes([["a", "b", "c", "z"], ["a", "c", "b", "z"]])[1] == ["a", "lane-1:c", "lane-1:b", "z"]


def test_the_first_box_of_a_thing_has_its_id():
    found = lanes([["a", "b", "c", "z"], ["a", "c", "d", "z"], ["a", "e", "c", "b", "z"]])
    assert [box for lane in found for box in lane if box.endswith("c")] == ["c", "lane-1:c", "lane-2:c"]


def test_very_many_paths_share_every_box():
    paths = [["a", f"b{n}", "c", f"d{n}", "z"] for n in range(MOST_LANES + 1)]
    assert lanes(paths) == paths
