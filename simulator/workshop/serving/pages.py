"""The pages: templates filled with data that stays data, and static files known by name before anyone asks."""

from __future__ import annotations

import gzip
import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

PAGES = Path(__file__).parent.parent / "page"

_GAP = re.compile(r"\{\{\s*([a-z_]+)\s*\}\}")

_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
}
"""What may be served, and as what; a file of another kind is not."""

_PRESSED = frozenset((".png", ".ico", ".woff2"))
"""Kinds that gzip makes no smaller."""


def filled(template: str, **values: object) -> str:
    """A page with each `{{name}}` filled: text as it is, anything else as JSON, and all of it escaped for HTML.

    Gaps stand in text or in quoted attributes. A gap without a value is left empty.
    """
    return _GAP.sub(lambda gap: html.escape(_text(values.get(gap[1], ""))), template)


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file as it is sent: `pressed` by gzip, where that is worth it (else empty)."""

    kind: str
    data: bytes
    pressed: bytes
    tag: str
    """The ETag, quoted."""


class Pages:
    """The files of the folder `page`, read once."""

    def __init__(self, folder: Path = PAGES) -> None:
        self._folder = folder

    @cached_property
    def join(self) -> str:
        """The template of the page on which people join."""
        return (self._folder / "join.html").read_text(encoding="utf-8")

    @cached_property
    def seat(self) -> str:
        """The template of the page with the terminal."""
        return (self._folder / "seat.html").read_text(encoding="utf-8")

    @cached_property
    def static(self) -> Mapping[str, StaticFile]:
        """Every static file by its path below /static/. What is not in here is not there."""
        root = self._folder / "static"
        files = (path for path in sorted(root.rglob("*")) if path.is_file() and path.suffix in _TYPES)
        return {path.relative_to(root).as_posix(): _static(path) for path in files}

    def load(self) -> None:
        """Read everything, so that no request waits for a disk."""
        assert self.join
        assert self.seat
        assert self.static


def _static(path: Path) -> StaticFile:
    data = path.read_bytes()
    pressed = b"" if path.suffix in _PRESSED else gzip.compress(data, mtime=0)
    return StaticFile(_TYPES[path.suffix], data, pressed, f'"{sha256(data).hexdigest()[:32]}"')
