"""Text of authors and players as data: what a terminal would obey becomes a visible sign."""

from __future__ import annotations

import re

OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_CONTROL_PICTURES = 0x2400
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def plain(text: str) -> str:
    """The text with a sign in place of each control code, so that places in it are still the same; lines stay lines."""
    return OBEYED.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if found[0] in "\t\u2028\u2029":
        return " "
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    return "\N{SYMBOL FOR DELETE}" if code == 0x7F else _UNKNOWN
