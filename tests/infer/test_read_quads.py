"""Lines of N-Triples and N-Quads, as stores write them and as people do."""

from __future__ import annotations

import pytest

from kg.base.errors import PackError
from kg.infer.read_quads import read_quads
from kg.infer.relation import MASK, SHIFT
from kg.infer.terms import Terms


def read(document: bytes) -> list[tuple[bytes, bytes, bytes]]:
    terms = Terms()
    return [
        (terms.texts[key >> SHIFT], terms.texts[predicate], terms.texts[key & MASK])
        for predicate, relation in read_quads(document, terms).items()
        for key in relation.keys.tolist()
    ]


@pytest.mark.parametrize(
    "line",
    [
        b"<a:s> <a:p> %s .",
        b"<a:s> <a:p> %s <a:g> .",
        b"<a:s> <a:p> %s _:g .",
        b"<a:s>\t<a:p>\t%s\t.",
        b"  <a:s> <a:p>   %s  <a:g> . # a comment",
        b" <a:s> <a:p> %s .",
        b"<a:s><a:p>%s.",
        b"<a:s> <a:p> %s .\r",
    ],
)
@pytest.mark.parametrize(
    "value",
    [
        b"<a:o>",
        b"_:o",
        b'"a text"',
        b'"a \\"quoted\\" <a:text> . # no comment"',
        b'"\xe5\x85\x89"@zh-Hans',
        b'"1 2"^^<a:type>',
        b'""',
        b'"\\\\"',
    ],
)
def test_a_statement_is_read_however_it_is_spaced(line: bytes, value: bytes) -> None:
    assert read(line % value + b"\n") == [(b"<a:s>", b"<a:p>", value)]


def test_a_blank_node_may_be_a_subject() -> None:
    assert read(b"_:s <a:p> <a:o> .\n") == [(b"_:s", b"<a:p>", b"<a:o>")]


def test_what_is_written_twice_is_read_once() -> None:
    assert len(read(b"<a:s> <a:p> <a:o> .\n<a:s> <a:p> <a:o> <a:g> .\n")) == 1


def test_empty_lines_and_comments_say_nothing() -> None:
    assert read(b"\n  \n# a comment\n\t# another\n") == []


@pytest.mark.parametrize(
    "line",
    [b"<a:s> <a:p> .", b"<a:s> <a:p> <a:o>", b'"s" <a:p> <a:o> .', b"<a:s> _:p <a:o> .", b'<a:s> <a:p> "open .', b"x"],
)
def test_what_is_no_statement_is_refused_with_its_line(line: bytes) -> None:
    with pytest.raises(PackError) as error:
        read(b"# a comment\n" + line + b"\n")
    assert [(found.code, found.line) for found in error.value.diagnostics] == [("P002", 2)]


def test_a_long_document_is_read_whole() -> None:
    count = 120_000
    lines = b"".join(
        b"<https://example.org/thing/%d> <a:p> <https://example.org/thing/%d> .\n" % (n, n) for n in range(count)
    )
    assert len(read_quads(lines, Terms()).popitem()[1]) == count


def test_in_a_long_document_a_mistake_has_its_own_line() -> None:
    good = b"<https://example.org/%07d> <https://example.org/property> <https://example.org/value> .\n"
    lines = b"".join(good % number for number in range(60_000))
    with pytest.raises(PackError) as error:
        read(lines + b"oops\n" + good % 0)
    assert error.value.diagnostics[0].line == 60_001
