from kg.view.atlas.file_names import file_names


def test_a_plain_id_is_its_name():
    assert file_names(["old-mill"]) == {"old-mill": "old-mill.html"}


def test_no_id_leaves_the_folder():
    (name,) = file_names(["../../etc/passwd"]).values()
    assert "/" not in name
    assert ".." not in name


def test_names_that_differ_only_in_case_stay_apart():
    assert len({name.lower() for name in file_names(["Mill", "mill", "MILL"]).values()}) == 3


def test_a_thing_does_not_take_the_place_of_the_start_page():
    assert file_names(["index"])["index"] != "index.html"


def test_an_id_without_letters_has_a_name_too():
    assert all(name.startswith("thing-") for name in file_names(["磨坊", "\ud800"]).values())
