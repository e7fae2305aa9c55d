"""The command line: arguments in, text on standard output and an exit code out.

What few commands need is imported when they run: the start stays light.
Exit codes: 0 answered, 1 anything else (wrong usage, a file that cannot be written), 2 the question cannot be read,
3 the data or the pack is at fault, 4 a budget ran out, 130 interrupted.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

from kg.base.diagnostics import Diagnostic, Lang
from kg.base.errors import BudgetError, KgError, PackError, QuestionError, StoreError
from kg.base.version import __version__
from kg.session.answer import Answer
from kg.session.session import Session, check_pack
from kg.session.session import open as open_session

_EXAMPLES = """\
examples:
  kg ask "who supplies optical modules to NVL clusters"
  kg ask "谁给NVL集群供应光模块" --page answer.html
  kg ask --json "how many suppliers does NVIDIA have"
  kg say "suppliers of NVIDIA" --in zh
  kg run optical-modules-for --customer Google
"""


class _Parser(argparse.ArgumentParser):
    """A parser whose usage errors exit with 1: 2 is for questions that cannot be read."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(1, f"{self.prog}: {message}\n")


class _CommandParser(_Parser):
    """A parser of one command: --pack may stand behind it too."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  whatever argparse passes on
        super().__init__(**options)
        self.add_argument("--pack", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)


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
        _print_error(error)
        return exit_code(error)
    except OSError as error:
        print(f"kg: {error.filename or ''}: {error.strerror or error}", file=sys.stderr)
        return 1


def exit_code(error: KgError) -> int:
    """Return the exit code that an error calls for."""
    match error:
        case QuestionError():
            return 2
        case PackError() | StoreError():
            return 3
        case BudgetError():
            return 4
        case _:
            return 1


def _run(arguments: list[str]) -> int:
    options, rest = _parser().parse_known_args(arguments)
    if rest and options.command is not _saved:
        _parser().error("unrecognised arguments: " + " ".join(rest))
    options.rest = rest
    code: int = options.command(options)
    sys.stdout.flush()  # here, where a reader that has gone away is dealt with
    return code


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="kg",
        description="Ask a knowledge graph in exact English or Chinese.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--pack", metavar="DIR", type=Path, help="folder of a pack (default: the one that ships)")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=_CommandParser)

    ask = commands.add_parser("ask", help="answer a question", description="Answer a question.")
    ask.add_argument("question", nargs="+", help="the question; - reads one a line from standard input")
    _add_answer_options(ask)
    ask.set_defaults(command=_ask)

    run = commands.add_parser("run", help="answer a saved question", description="Answer a saved question.")
    run.add_argument("name", help="its name, see `kg queries`; give its parameters as --parameter value")
    _add_answer_options(run)
    run.set_defaults(command=_saved)

    queries = commands.add_parser("queries", help="list the saved questions")
    queries.set_defaults(command=_queries)

    explain = commands.add_parser("explain", help="show what becomes of a question, stage by stage")
    explain.add_argument("question", nargs="+")
    explain.set_defaults(command=_explain)

    say = commands.add_parser("say", help="say a question in its canonical words")
    say.add_argument("question", nargs="+")
    say.add_argument("--in", dest="lang", choices=("en", "zh"), help="the language to say it in (default: its own)")
    say.set_defaults(command=_say)

    words = commands.add_parser("words", help="list the words and names that the graph knows")
    words.add_argument("text", nargs="?", default="", help="only those that contain this")
    words.set_defaults(command=_words)

    check = commands.add_parser("check", help="check a pack")
    check.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="its folder (default: the one of --pack)")
    check.set_defaults(command=_check)

    sparql = commands.add_parser("sparql", help="run a SPARQL SELECT")
    sparql.add_argument("query", help="the query; - reads it from standard input")
    sparql.add_argument("--json", action="store_true", help="print SPARQL JSON results, not tab-separated lines")
    sparql.set_defaults(command=_sparql)

    version = commands.add_parser("version", help="print the version")
    version.set_defaults(command=_version)
    return parser


def _add_answer_options(parser: argparse.ArgumentParser) -> None:
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object a question")
    form.add_argument("--table", action="store_true", help="print a table (the default)")
    form.add_argument("--csv", action="store_true", help="print comma-separated rows")
    parser.add_argument("--page", metavar="FILE", type=Path, help="write the answer as an interactive page too")
    parser.add_argument("--as-of", metavar="DATE", help="answer as of a day, month, quarter or year")
    parser.add_argument("--no-derived", action="store_true", help="leave out what rules derive")
    parser.add_argument("--lang", choices=("en", "zh"), help="language of the answer (default: the question's)")
    parser.add_argument("--iri", action="store_true", help="write full IRIs, not short ids")
    parser.add_argument("--seconds", type=float, default=30.0, help="give up after so many seconds (default: 30)")


# ---------------------------------------------------------------- commands


def _ask(options: argparse.Namespace) -> int:
    if options.question == ["-"]:
        return _ask_lines(options)
    return _answer_one(_open(options), " ".join(options.question), options)


def _saved(options: argparse.Namespace) -> int:
    from kg.session.saved import saved_question

    question = saved_question(options.name)
    lang: Lang = options.lang or "en"
    return _answer_one(_open(options), question.fill(lang, _parameters(options.rest)), options)


def _answer_one(session: Session, text: str, options: argparse.Namespace) -> int:
    try:
        answer = _answer(session, text, options)
    except KgError as error:
        if not options.json:
            raise
        _print_json(session.refusal(text, error), options)
        return exit_code(error)
    if options.page:
        _write_page(answer, options.page)
    if options.json:
        _print_json(answer, options)
    elif options.csv:
        print(answer.to_csv(), end="")
    else:
        print(answer.to_text(width=_width(), color=_color(sys.stdout)), end="")
    if options.page:
        print(f"{'页面' if answer.language == 'zh' else 'Page'}: {options.page}", file=_notes_to(options))
    return 0


def _write_page(answer: Answer, path: Path) -> None:
    from kg.view.page import save_page

    try:
        save_page(answer, answer.pack, path)
    except OSError as error:
        raise KgError(f"{path} cannot be written: {error.strerror}") from error


def _ask_lines(options: argparse.Namespace) -> int:
    """Answer one question a line; what goes wrong with one is told in its place."""
    session = _open(options)
    gc.freeze()
    gc.enable()  # this may go on for long
    for line in sys.stdin:
        text = line.rstrip("\r\n")
        try:
            answer = _answer(session, text, options)
        except KgError as error:
            if not options.json:
                _print_error(error)
                continue
            answer = session.refusal(text, error)
        if options.json:
            _print_json(answer, options, one_line=True)
        else:
            print(answer.to_csv() if options.csv else answer.to_text(width=_width(), color=_color(sys.stdout)))
        sys.stdout.flush()
    return 0


def _answer(session: Session, text: str, options: argparse.Namespace) -> Answer:
    answer = session.ask(text, as_of=options.as_of, derived=not options.no_derived, seconds=options.seconds)
    return replace(answer, language=options.lang) if options.lang else answer


def _explain(options: argparse.Namespace) -> int:
    print(_open(options).explain(" ".join(options.question)))
    return 0


def _say(options: argparse.Namespace) -> int:
    print(_open(options).say(" ".join(options.question), options.lang))
    return 0


def _words(options: argparse.Namespace) -> int:
    for word in _open(options).words(options.text):
        print(f"{word.text}\t{word.kind}\t{word.id}")
    return 0


def _queries(_: argparse.Namespace) -> int:
    from kg.session.saved import saved_questions

    for question in saved_questions():
        print(f"{question.name}\n  {question.about}\n  {question.text['en']}\n  {question.text['zh']}")
        for name, values in question.parameters.items():
            print(f"  --{name} (default: {values['en']})")
    return 0


def _check(options: argparse.Namespace) -> int:
    found = check_pack(options.folder or options.pack)
    for diagnostic in found:
        print(_located(diagnostic))
    print(f"{len(found)} found" if found else "nothing found")
    return 3 if found else 0


def _sparql(options: argparse.Namespace) -> int:
    from kg.session.bindings import to_json, to_tsv

    text = sys.stdin.read() if options.query == "-" else options.query
    table = _open(options).sparql(text)
    print(to_json(table) if options.json else to_tsv(table), end="")
    return 0


def _version(_: argparse.Namespace) -> int:
    print(f"kg {__version__}")
    return 0


# ---------------------------------------------------------------- input and output


def _open(options: argparse.Namespace) -> Session:
    return open_session(options.pack)


def _parameters(rest: list[str]) -> dict[str, str]:
    """Read --name value and --name=value."""
    values: dict[str, str] = {}
    words = iter(rest)
    for word in words:
        name, equals, value = word.partition("=")
        if not name.startswith("--"):
            raise KgError(f"'{word}' is not expected; give parameters as --parameter value")
        if not equals:
            value = next(words, "")
        if not value:
            raise KgError(f"{name} needs a value")
        values[name.removeprefix("--")] = value
    return values


def _print_json(answer: Answer, options: argparse.Namespace, *, one_line: bool = False) -> None:
    indent = None if one_line else 2
    print(json.dumps(answer.to_dict(iri=options.iri), ensure_ascii=False, indent=indent, allow_nan=False))


def _print_error(error: KgError) -> None:
    match error:
        case QuestionError():
            from kg.view.errors import render_error

            text = render_error(error, color=_color(sys.stderr))
        case PackError():
            text = "\n".join(map(_located, error.diagnostics))
        case _:
            text = f"kg: {error}"
    print(text.rstrip("\n"), file=sys.stderr)


def _located(diagnostic: Diagnostic) -> str:
    place = ":".join(str(part) for part in (diagnostic.file, diagnostic.line, diagnostic.column) if part)
    return f"{place}: {diagnostic.code} {diagnostic.message()}\n    {diagnostic.remedy()}"


def _notes_to(options: argparse.Namespace) -> io.TextIOBase:
    """Return where a note goes: beside the table, but never among JSON or CSV."""
    return sys.stderr if options.json or options.csv else sys.stdout  # type: ignore[return-value]


def _width() -> int:
    return shutil.get_terminal_size((100, 24)).columns


def _color(stream: object) -> bool:
    return bool(getattr(stream, "isatty", bool)()) and "NO_COLOR" not in os.environ


def _write_utf8() -> None:
    """Write and read UTF-8 under any locale; what no text can hold is replaced, never a crash."""
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace"), (sys.stdin, "replace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)
