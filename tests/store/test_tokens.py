from kg.store.tokens import tokens


def kinds(text: str) -> list[tuple[str, str]]:
    return [(kind, found) for kind, found, _ in tokens(text)]


def test_strings_hide_what_is_in_them() -> None:
    assert kinds('\'a\\\'b\' """c"d\n"""') == [("string", "'a\\'b'"), ("string", '"""c"d\n"""')]


def test_a_less_than_is_no_iri() -> None:
    assert ("iri", "<?b >") not in kinds("?a <?b > ?c")


def test_comments_and_space_are_no_tokens() -> None:
    assert kinds("?x # FROM\n :a") == [("name", "?x"), ("name", ":a")]


def test_places_are_those_of_the_text() -> None:
    text = "SELECT ?x { ?x <p> '光' }"
    assert all(text.startswith(found, place) for _, found, place in tokens(text))
