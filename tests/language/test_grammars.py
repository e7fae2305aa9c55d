"""Both grammars are LALR(1) without any conflict."""

from __future__ import annotations

import logging
from importlib.resources import files
from typing import Any

import pytest
from lark import Lark, logger
from lark.lexer import Lexer

from kg.language.read import parser


class NoLexer(Lexer):
    """Tokens come from outside; this never runs."""

    def __init__(self, lexer_conf: object) -> None: ...

    def lex(self, lexer_state: Any, parser_state: Any) -> Any:
        return iter(())


GRAMMARS = ("english.lark", "chinese.lark")


@pytest.mark.parametrize("name", GRAMMARS)
def test_a_grammar_has_no_conflict(name: str, caplog: pytest.LogCaptureFixture) -> None:
    text = files("kg.language").joinpath(name).read_text("utf-8")
    level = logger.level
    logger.setLevel(logging.DEBUG)
    logger.addHandler(caplog.handler)
    try:
        with caplog.at_level(logging.DEBUG, logger=logger.name):
            Lark(text, parser="lalr", lexer=NoLexer, debug=True, maybe_placeholders=False)
    finally:
        logger.removeHandler(caplog.handler)
        logger.setLevel(level)
    assert [line for line in caplog.messages if "conflict" in line.lower()] == []


def test_the_check_for_conflicts_sees_one(caplog: pytest.LogCaptureFixture) -> None:
    level = logger.level
    logger.setLevel(logging.DEBUG)
    logger.addHandler(caplog.handler)
    try:
        with caplog.at_level(logging.DEBUG, logger=logger.name):
            Lark(
                "%declare A B\nstart: A start B | A start | A",
                parser="lalr",
                lexer=NoLexer,
                debug=True,
            )
    finally:
        logger.removeHandler(caplog.handler)
        logger.setLevel(level)
    assert any("conflict" in line.lower() for line in caplog.messages)


@pytest.mark.parametrize("name", GRAMMARS)
def test_every_terminal_of_a_grammar_is_declared(name: str) -> None:
    lang = "en" if name == "english.lark" else "zh"
    declared = {
        word
        for line in files("kg.language").joinpath(name).read_text("utf-8").splitlines()
        if line.startswith("%declare")
        for word in line.split()[1:]
    }
    assert {terminal.name for terminal in parser(lang).terminals} <= declared


def test_a_parser_is_built_once_a_process() -> None:
    assert parser("en") is parser("en")
