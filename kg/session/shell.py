"""Lines of a conversation in; what a terminal shows for each of them out.

A line is a question, a definition, or a command that begins with a colon and is about the last answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec.structs import replace

from kg.base.diagnostics import Lang
from kg.base.errors import KgError, QuestionError
from kg.language.language_of import language_of
from kg.query.define import is_definition
from kg.session.answer import Answer
from kg.session.session import Session

#: Command -> what it does; {} stands for the default file of a page.
_COMMANDS: Mapping[str, Mapping[Lang, str]] = {
    ":explain [QUESTION]": {
        "en": "what becomes of a question, stage by stage (default: the last one)",
        "zh": "逐步说明一个问题的处理过程(默认:上一个问题)",
    },
    ":why [ROW]": {
        "en": "what a row of the last answer stands on, and who says so (default: 1)",
        "zh": "上一个答案中某一行的依据和来源(默认:第1行)",
    },
    ":page [FILE]": {
        "en": "write the last answer as a page (default: answer.html)",
        "zh": "把上一个答案写成网页(默认:answer.html)",
    },
    ":save FILE": {
        "en": "write the last answer: .html .csv .json .graphml .ttl .trig",
        "zh": "保存上一个答案:.html .csv .json .graphml .ttl .trig",
    },
    ":lang en|zh|auto": {
        "en": "the language of answers (auto: that of the question)",
        "zh": "答案的语言(auto:与问题相同)",
    },
    ":help": {"en": "this list", "zh": "本列表"},
    ":quit": {"en": "leave (also Ctrl-D)", "zh": "退出(也可按Ctrl-D)"},
}
_SAYINGS: Mapping[str, Mapping[Lang, str]] = {
    "help": {
        "en": "Ask in English or Chinese; Tab completes. A line goes on when a bracket or quote is open, or after \\.",
        "zh": "用英文或中文提问;按Tab键补全。括号或引号未闭合、或行末为\\时,可换行继续输入。",
    },
    "unknown": {
        "en": "There is no command {text}; :help lists them all.",
        "zh": "没有命令{text};:help列出所有命令。",
    },
    "first": {"en": "Ask something first.", "zh": "请先提一个问题。"},
    "row": {"en": "There is no row {text}; the last answer has {rows}.", "zh": "没有第{text}行;上一个答案有{rows}行。"},
    "file": {"en": "Name a file, for example answer.csv.", "zh": "请写出文件名,例如answer.csv。"},
    "written": {"en": "Written: {text}", "zh": "已写入:{text}"},
    "lang": {"en": "Write :lang en, :lang zh or :lang auto.", "zh": "请写:lang en、:lang zh或:lang auto。"},
    "defined": {"en": "Defined: {text}", "zh": "已定义:{text}"},
    "answers": {"en": "Answers are in: {text}", "zh": "答案的语言:{text}"},
}
_BRACKETS = {"(": ")", "（": "）", "[": "]", "“": "”", "「": "」", "《": "》"}


class Shell:
    """One conversation: it remembers the last answer and the language of answers."""

    def __init__(self, graph: Session, *, width: int | None = None, color: bool | None = None) -> None:
        self._graph = graph
        self._width, self._color = width, color
        self._lang: Lang | None = None
        self._last: Answer | None = None
        self._commands: Mapping[str, Callable[[str], str]] = {
            ":explain": self._explain,
            ":why": self._why,
            ":page": lambda file: self._save(file or "answer.html"),
            ":save": self._save,
            ":lang": self._choose,
            ":help": lambda _: self._help(),
        }

    @property
    def graph(self) -> Session:
        """The graph that is asked, with the words that were defined."""
        return self._graph

    @property
    def commands(self) -> tuple[str, ...]:
        """The commands, for completion."""
        return tuple(known.split(" ")[0] for known in _COMMANDS)

    def respond(self, line: str) -> str | None:
        """Return what to show for a line; None to leave. Errors are shown, never raised."""
        text = " ".join(line.replace("\\\n", " ").split())
        if text in (":quit", ":q", ":exit"):
            return None
        try:
            return self._command(text) if text.startswith((":", "：")) else self._ask(text) if text else ""
        except QuestionError as error:
            from kg.view.errors import render_error

            return render_error(error, self._width, color=self._color)
        except KgError as error:
            return f"{error}\n"
        except OSError as error:
            return f"{error.filename or ''}: {error.strerror or error}\n"

    def _command(self, text: str) -> str:
        name, _, rest = text.replace("：", ":", 1).partition(" ")
        command = self._commands.get(name.lower())
        return command(rest.strip()) if command else self._say("unknown", text=name)

    def _define(self, text: str) -> str:
        self._graph = self._graph.define(text)
        found = next(one for one in self._graph.definitions if one.text == text)
        asked = {"en": f"who {found.name}", "zh": f"谁{found.name}"}[language_of(text)] if found.verb else found.name
        return self._say("defined", text=f"{found.name} = {self._graph.say(asked, self._speaks)}")

    def _ask(self, text: str) -> str:
        if is_definition(text):
            return self._define(text)
        answer = self._graph.ask(text)
        self._last = replace(answer, language=self._lang) if self._lang else answer
        return self._last.to_text(width=self._width, color=self._color)

    def _explain(self, question: str) -> str:
        text = question or (self._last.question if self._last else "")
        return f"{self._graph.explain(text)}\n" if text else self._say("first")

    def _why(self, row: str) -> str:
        if self._last is None:
            return self._say("first")
        index = int(row) if row.isdecimal() else 0 if row else 1
        if not 1 <= index <= len(self._last):
            return self._say("row", text=row or "1", rows=str(len(self._last)))
        return self._last[index - 1].why() + "\n"

    def _save(self, file: str) -> str:
        if self._last is None:
            return self._say("first")
        if not file:
            return self._say("file")
        self._last.save(Path(file).expanduser())
        return self._say("written", text=str(Path(file).expanduser().resolve()))

    def _choose(self, lang: str) -> str:
        match lang.lower():
            case "en" | "zh" as chosen:
                self._lang = "en" if chosen == "en" else "zh"
            case "auto":
                self._lang = None
            case _:
                return self._say("lang")
        return self._say("answers", text=lang.lower())

    def _help(self) -> str:
        width = max(map(len, _COMMANDS)) + 2
        listed = "\n".join(f"  {command:{width}}{told[self._speaks]}" for command, told in _COMMANDS.items())
        return f"{self._say('help')}{listed}\n"

    @property
    def _speaks(self) -> Lang:
        return self._lang or (self._last.language if self._last else "en")

    def _say(self, id: str, **values: str) -> str:
        return _SAYINGS[id][self._speaks].format(**values) + "\n"


def is_unfinished(text: str) -> bool:
    """Tell whether a line goes on: a bracket or a quotation is open, or it ends in a backslash.

    >>> is_unfinished("suppliers of (companies that"), is_unfinished("who supplies HBM")
    (True, False)
    """
    if text.startswith((":", "：")):
        return False
    if text.endswith("\\"):
        return True
    return text.count('"') % 2 == 1 or any(text.count(opening) > text.count(end) for opening, end in _BRACKETS.items())
