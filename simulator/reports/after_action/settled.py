"""Office files whose bytes depend on their content alone: the archive's times, and the time of saving, are set."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first time that a ZIP archive can hold."""

_SAVED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def settled(file: bytes, day: str) -> bytes:
    """The same office file, its times set to a day such as `2026-11-26`; an empty one is taken as 2000-01-01."""
    written = BytesIO()
    moment = f"{day or '2000-01-01'}T00:00:00Z".encode()
    with ZipFile(BytesIO(file)) as old, ZipFile(written, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _SAVED.sub(rb"\g<1>" + moment + rb"\g<2>", content)
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, content)
    return written.getvalue()
