"""An answer in; its page inside the notebook, or in a file that is named on standard output, out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.session.save import save

if TYPE_CHECKING:
    from kg.session.answer import Answer


def show(answer: Answer, path: str | Path) -> None:
    """Show the page in a running notebook; anywhere else write the file and print where it is."""
    if _in_notebook():
        from IPython.display import display

        display(answer)  # type: ignore[no-untyped-call]
        return
    save(answer, answer.pack, path)
    print(Path(path).resolve())


def _in_notebook() -> bool:
    """Tell whether a Jupyter kernel runs this process; IPython is imported only by one."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return getattr(shell, "kernel", None) is not None
