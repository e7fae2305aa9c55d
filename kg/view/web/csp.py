"""The scripts and styles of a page in; the policy that lets these run and nothing else, out."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence


def policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    """Return a content-security policy of hashes: no request to anywhere, no markup from strings.

    Line ends are hashed as LF, as the HTML parser delivers them.
    """
    script = " ".join(_hash(text) for text in scripts)
    style = " ".join(_hash(text) for text in styles)
    return (
        f"default-src 'none'; script-src {script}; style-src {style}; img-src data: blob:; connect-src 'none'; "
        "form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def style_policy(style: str) -> str:
    """Return a policy for a page without scripts: its own style, and nothing else."""
    return f"default-src 'none'; style-src {_hash(style)}; form-action 'none'; base-uri 'none'"


def local_policy(script: str, style: str) -> str:
    """Return a policy for the local app's own page: it asks and frames its own server, and nothing else."""
    return (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; connect-src 'self'; "
        "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )
