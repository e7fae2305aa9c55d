import pytest

from kg.store.order import order


@pytest.mark.parametrize(
    ("select", "found"),
    [
        ("SELECT ?a { ?a ?b ?c }", []),
        ("SELECT ?a { ?a ?b ?c } order by ?a", ["?a"]),
        ("SELECT ?a { ?a ?b 'ORDER BY ?a' } # ORDER BY ?a", []),
        ("SELECT ?a { { SELECT ?a { ?a ?b ?c } ORDER BY ?a LIMIT 1 } }", []),
        ("SELECT ?a { ?a ?b ?c } ORDER BY (?a + 1) LIMIT 3 OFFSET 2", ["(", "?a", "+", "1", ")"]),
        ("SELECT ?a { ?a ?b ?c } ORDER BY ?a VALUES ?b { <p> }", ["?a"]),
    ],
)
def test_only_the_outermost_order_counts(select: str, found: list[str]) -> None:
    assert order(select) == found
