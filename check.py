"""Set up everything and run every check: ``python3 check.py``, with nothing but Python 3.11 or later before.

Makes .venv beside this file, installs kg with its test extra into it, gets a Chromium, a Chinese font and a Virtuoso where
they are missing (Debian and its like), then runs style, types, import contract, the quick tests and the long ones.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
SERVER = ("virtuoso-t", "isql-vt")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main() -> int:
    """Run the checks that the command line names; return the exit code."""
    parser = argparse.ArgumentParser(prog="check.py", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave out the long tier")
    parser.add_argument("--no-browser", action="store_true", help="leave out the tests that need Chromium")
    options = parser.parse_args()
    if sys.version_info < (3, 11):  # noqa: UP036 - this file must say so on the Python that it finds
        return complain("kg needs Python 3.11 or later; this is " + sys.version.split()[0])
    if not make_environment():
        return 1
    if not (options.quick or options.no_browser or find_browser()):
        return complain(
            "No Chromium was found and none could be installed. As root: apt-get install chromium fonts-noto-cjk."
            " Elsewhere: install Chrome or Chromium and put it on the PATH. Or leave the browser out: --no-browser"
        )
    if not (options.quick or find_server()):
        return complain(
            "No Virtuoso was found and none could be installed: the long tests ask it as a server. As root:"
            " apt-get install virtuoso-opensource-7-bin. Elsewhere: put virtuoso-t and isql-vt on the PATH, or --quick"
        )
    failed = [name for name, command in steps(options) if not passes(name, command)]
    return complain("failed: " + ", ".join(failed)) if failed else 0


def steps(options: argparse.Namespace) -> list[tuple[str, list[str]]]:
    """Return the checks in order: a name, and a command that exits with 0 when it holds."""
    long = "slow or packaging" if options.no_browser else "slow or packaging or browser"
    checks = [
        ("format", [tool("ruff"), "format", "--check", "."]),
        ("style", [tool("ruff"), "check", "."]),
        ("import contract", [tool("lint-imports")]),
        ("types", [tool("mypy")]),
        ("quick tests", [tool("pytest"), "-q", "-n", "2", "-m", "not slow and not packaging and not browser"]),
        ("long tests", [tool("pytest"), "-q", "-n", "2", "-m", long]),
    ]
    return checks[:-1] if options.quick else checks


def passes(name: str, command: list[str]) -> bool:
    """Run one check in the project's folder and tell whether it holds."""
    print(f"== {name}", flush=True)
    begin = time.monotonic()
    code = subprocess.run(command, cwd=HERE, check=False).returncode
    if code or "tests" not in name:  # a test run's own closing line stays the last
        print(f"   {'FAILED' if code else 'ok'} after {time.monotonic() - begin:.0f} s", flush=True)
    return code == 0


def tool(name: str) -> str:
    """Return the path of a program of the environment."""
    return str(ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin") / name)


def make_environment() -> bool:
    """Make .venv and install kg and its test extra into it, unless this pyproject.toml is installed already."""
    stamp = ENVIRONMENT / "installed-for-check"
    wanted = hashlib.sha256((HERE / "pyproject.toml").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return True
    if importlib.util.find_spec("ensurepip") is None and not apt("python3-venv"):
        complain("This Python cannot make a virtual environment. On Debian, as root: apt-get install python3-venv")
        return False
    print("== set-up", flush=True)
    if not Path(tool("python")).exists() and subprocess.run([sys.executable, "-m", "venv", ENVIRONMENT]).returncode:  # noqa: PLW1510
        return False
    install = [tool("python"), "-m", "pip", "install", "--quiet", "--editable", ".[test]"]
    if subprocess.run(install, cwd=HERE, check=False).returncode:
        return False
    stamp.write_text(wanted, encoding="utf-8")
    return True


def find_browser() -> bool:
    """Tell whether there is a Chromium, with a font that holds Chinese; install them where apt-get can."""
    wanted = []
    if not (os.environ.get("KG_CHROMIUM") or any(map(shutil.which, BROWSERS))):
        wanted.append("chromium")
    if shutil.which("apt-get") and not chinese_font():
        wanted.append("fonts-noto-cjk")
    if wanted:
        apt(*wanted)
    return bool(os.environ.get("KG_CHROMIUM") or any(map(shutil.which, BROWSERS)))


def find_server() -> bool:
    """Tell whether there is a Virtuoso, as a server that the tests ask; install it where apt-get can."""
    return all(map(shutil.which, SERVER)) or (apt("virtuoso-opensource-7-bin") and all(map(shutil.which, SERVER)))


def chinese_font() -> bool:
    """Tell whether fontconfig knows a font for Chinese."""
    if not shutil.which("fc-list"):
        return False
    return bool(subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False).stdout.strip())


def apt(*packages: str) -> bool:
    """Install Debian packages when apt-get and the right to use it are there; tell whether it worked."""
    if not shutil.which("apt-get"):
        return False
    sudo: list[str] = []
    if os.geteuid() != 0:
        if (
            not shutil.which("sudo")
            or subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode
        ):
            return False
        sudo = ["sudo", "-n"]
    print("== apt-get install " + " ".join(packages), flush=True)
    quiet = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    subprocess.run([*quiet, "update"], stdout=subprocess.DEVNULL, check=False)
    install = [*quiet, "install", "--yes", "--no-install-recommends", *packages]
    return subprocess.run(install, stdout=subprocess.DEVNULL, check=False).returncode == 0


def complain(message: str) -> int:
    """Say on standard error what is wrong; return the exit code for it."""
    print("check.py: " + message, file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main())
