"""The command line: arguments in, text on standard output and an exit code out.

A command is the module of its name in this package: ``arguments(parser)`` declares what it takes, ``run(options)``
does it and returns the exit code. Only the module of the command that was typed is imported: the start stays light.
Exit codes: 0 answered, 1 anything else (wrong usage, a file that cannot be written), 2 the question cannot be read,
3 the data or the pack is at fault, 4 a budget ran out, 130 interrupted.
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

from kg.base.errors import KgError
from kg.cli.failure import exit_code, print_error
from kg.cli.graph import add_graph_options

#: The commands and what they do, in the order in which the help lists them.
COMMANDS = {
    "ask": "answer a question",
    "page": "write the page of an answer, of a thing, or of the whole graph",
    "serve": "open the graph in the browser, on this machine",
    "shell": "ask one question after the other",
    "run": "answer a saved question",
    "queries": "list the saved questions",
    "portfolio": "show what several holdings depend on together",
    "explain": "show what becomes of a question, stage by stage",
    "say": "say a question in its canonical words",
    "complete": "list what may follow the beginning of a question",
    "words": "list the words and names that the graph knows",
    "check": "check a pack",
    "pack": "make a pack, check it whole, list its words",
    "read": "find in an article what the graph knows, and what it seems to state",
    "add": "add statements from files to a pack, all or none",
    "store": "keep a graph in a store that opens at once",
    "sparql": "run a SPARQL SELECT",
    "version": "print the version",
}
#: Options of a command that only the command itself can name.
_OPEN_ENDED = ("run",)
_EXAMPLES = """\
examples:
  kg ask "who supplies optical modules to NVL clusters"
  kg ask "谁给NVL集群供应光模块" --page answer.html
  kg ask --json "how many suppliers does NVIDIA have"
  kg say "suppliers of NVIDIA" --in zh
  kg run optical-modules-for --customer Google
  kg ask --ontology univ-bench.owl --data lubm1-0.nt.gz "which students?"
"""


class _Parser(argparse.ArgumentParser):
    """A parser whose usage errors exit with 1: 2 is for questions that cannot be read."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(1, f"{self.prog}: {message}\n")


class _CommandParser(_Parser):
    """A parser of one command: which graph is meant may stand behind it too."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  whatever argparse passes on
        super().__init__(**options)
        add_graph_options(self, shown=False)


def run() -> NoReturn:
    """Run the command of this process, and leave without tidying up.

    One question is one process: collecting and taking apart a graph that is about to go would take as long as the
    answer itself.
    """
    gc.disable()
    code = main()
    sys.stderr.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code."""
    _write_utf8()
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of our output has gone: nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KgError as error:
        print_error(error)
        return exit_code(error)
    except OSError as error:
        print(f"kg: {error.filename or ''}: {error.strerror or error}", file=sys.stderr)
        return 1


def _run(arguments: list[str]) -> int:
    parser = _parser(arguments)
    options, rest = parser.parse_known_args(arguments)
    if rest and options.command not in _OPEN_ENDED:
        parser.error("unrecognised arguments: " + " ".join(rest))
    options.rest = rest
    code: int = import_module(f"kg.cli.{options.command}").run(options)
    sys.stdout.flush()  # here, where a reader that has gone away is dealt with
    return code


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser; of the commands only those that the arguments may mean are declared in full."""
    parser = _Parser(
        prog="kg",
        description="Ask a knowledge graph in exact English or Chinese.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_graph_options(parser, shown=True)
    commands = parser.add_subparsers(metavar="COMMAND", required=True, dest="command", parser_class=_CommandParser)
    for name, about in COMMANDS.items():
        command = commands.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
        if name in arguments:
            import_module(f"kg.cli.{name}").arguments(command)
    return parser


def _write_utf8() -> None:
    """Write and read UTF-8 under any locale; what no text can hold is replaced, never a crash."""
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace"), (sys.stdin, "replace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)
