"""Make empty environments outside the checkout, and run the installed kg in them."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


def new_environment(folder: Path) -> Path:
    """Make a virtual environment with pip; return the path of its Python."""
    venv.create(folder, with_pip=True)
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def outside(home: Path) -> dict[str, str]:
    """Return the process environment without a trace of the checkout, its caches under ``home``."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV", "KG_CACHE")}
    return kept | {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "PYTHONSAFEPATH": "1"}


def run(command: list[str | Path], folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder; fail the test with all that it said when it fails."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=outside(home),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{command} exited with {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done


def build_wheel(into: Path) -> Path:
    """Build the wheel of the checkout; return its path."""
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(into), str(CHECKOUT)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(into.glob("*.whl"))


def lower_bounds() -> list[str]:
    """Return the oldest version of each runtime dependency that pyproject.toml allows: name==version."""
    import tomllib

    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [requirement.split(",")[0].replace(">=", "==") for requirement in project["dependencies"]]
