"""A page in; the frame that shows it inside a notebook, shut off from the notebook, out."""

from __future__ import annotations

import html


def frame(page: str, height: int = 720) -> str:
    """Return a sandboxed frame that holds the whole page: its scripts run, without the notebook's rights."""
    return (
        '<iframe sandbox="allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox" '
        f'referrerpolicy="no-referrer" title="kg" width="100%" height="{height}" '
        f'style="border:1px solid #d0d7de;border-radius:6px" srcdoc="{html.escape(page, quote=True)}"></iframe>'
    )
