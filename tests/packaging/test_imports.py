"""What is imported when: a light start, and no imports hidden inside functions but those of heavy libraries."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from kg.session.session import open as open_session
from tests.packaging.environments import CHECKOUT

#: Heavy, or needed by few commands; each in its home only (the import contract holds the homes).
HEAVY = {
    "IPython",
    "inflect",
    "lemminflect",
    "networkx",
    "numpy",
    "pandas",
    "platformdirs",
    "prompt_toolkit",
    "pypinyin",
    "pyparsing",
    "pysat",
    "pyshacl",
    "pyvis",
    "rapidfuzz",
    "rdflib",
    "rich",
    "opencc",
    "starlette",
    "uvicorn",
    "urllib3",
}
#: The ends of the corridor and the doors to the analyses, where few questions need all: they may import stages of
#: kg itself inside functions.
ENDS = ("cli/", "session/", "view/", "analysis/analyse.py", "analysis/carry_out.py")
FILES = sorted((CHECKOUT / "kg").rglob("*.py"))


def modules_after(code: str) -> set[str]:
    """Run code in a new process; return the top-level names of all modules that it has imported."""
    printed = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print('\\n' + ' '.join(sys.modules))"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    return {name.partition(".")[0] for name in printed.splitlines()[-1].split()}


def hidden_imports(file: Path) -> list[str]:
    """Return the top-level packages that a file imports inside functions."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found: list[str] = []
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Import):
                found += [alias.name.partition(".")[0] for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                found.append((node.module or "").partition(".")[0])
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(CHECKOUT)))
def test_only_heavy_libraries_are_imported_inside_functions(file: Path) -> None:
    own = {"kg"} if file.relative_to(CHECKOUT / "kg").as_posix().startswith(ENDS) else set()
    assert set(hidden_imports(file)) - HEAVY - own - sys.stdlib_module_names == set()


def test_importing_kg_imports_no_library() -> None:
    assert not modules_after("import kg") & (HEAVY | {"lark", "pyoxigraph", "msgspec"})


def test_asking_a_compiled_graph_imports_no_heavy_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_CACHE", str(tmp_path))  # its own: others make room in the one that all tests share
    open_session()
    code = "import kg; kg.open().ask('who supplies optical modules to NVIDIA').to_dict()"
    assert not modules_after(code) & HEAVY
