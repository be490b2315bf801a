"""Folding Vietnamese for search: without diacritics, without case, so that `lu quet` finds `Lũ quét`."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """The text in lower case without diacritics, `đ` as `d`; NFC and NFD fold alike."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    return bare.replace("đ", "d")
