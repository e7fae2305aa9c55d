"""``kg ask``: a question, or one a line from standard input -> answers."""

from __future__ import annotations

import argparse
import gc
import sys

from kg.base.errors import KgError
from kg.cli.answering import add_answer_options, add_parameter_option, answer_one, answer_question, print_json
from kg.cli.failure import print_error
from kg.cli.graph import open_graph
from kg.cli.terminal import has_color, width


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("question", nargs="+", help="the question; - reads one a line from standard input")
    add_answer_options(parser)
    add_parameter_option(parser)


def run(options: argparse.Namespace) -> int:
    """Answer; return the exit code."""
    if options.question == ["-"]:
        return _ask_lines(options)
    return answer_one(open_graph(options), " ".join(options.question), options)


def _ask_lines(options: argparse.Namespace) -> int:
    """Answer one question a line; what goes wrong with one is told in its place."""
    session = open_graph(options)
    gc.freeze()
    gc.enable()  # this may go on for long
    for line in sys.stdin:
        text = line.rstrip("\r\n")
        try:
            answer = answer_question(session, text, options)
        except KgError as error:
            if not options.json:
                print_error(error)
                continue
            answer = session.refusal(text, error)
        if options.json:
            print_json(answer, options, one_line=True)
        else:
            print(answer.to_csv() if options.csv else answer.to_text(width=width(), color=has_color(sys.stdout)))
        sys.stdout.flush()
    return 0
