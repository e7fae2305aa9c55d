"""A written page in; the data in it, as JSON, out."""

from __future__ import annotations

import base64
import gzip
import re
from pathlib import Path

_DATA = re.compile(r'<script type="application/(json|gzip)" id="kg-data">(.*?)</script>', re.DOTALL)


def page_data(page: Path) -> str:
    """Return the data of a page, unpacked where they are compressed."""
    found = _DATA.search(page.read_text(encoding="utf-8"))
    assert found is not None, "the page holds no data"
    return gzip.decompress(base64.b64decode(found[2])).decode() if found[1] == "gzip" else found[2]
