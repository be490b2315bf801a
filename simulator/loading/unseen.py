"""Characters that cannot be seen, or make text read otherwise on a screen than in an editor."""

from __future__ import annotations

import re

UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028\u2029\u202a-\u202e"
    "\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Control characters, line ends that editors do not count, signs without width, and those that turn the writing."""

UNSEEN_IN_TEXT = re.compile(f"{UNSEEN.pattern}|[\t\r]")
"""The same within a text value, where nothing but a line feed ends a line."""

REPLACEMENT = "\ufffd"
"""What stands for a character that has been refused."""


def named(character: str) -> str:
    """How a character that cannot be seen is written down."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """The text with an escape in place of every character that a terminal may obey, or not show."""
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
