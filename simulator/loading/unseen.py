"""Characters that cannot be seen, or make text read otherwise on a screen than in an editor."""

from __future__ import annotations

import re

UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Control characters, line ends that editors do not count, and signs that turn the direction of writing."""

UNSEEN_IN_TEXT = re.compile(f"{UNSEEN.pattern}|[\t\r]")
"""The same within a text value, where nothing but a line feed ends a line."""


def named(character: str) -> str:
    """How a character that cannot be seen is written down."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """The text with an escape in place of every character that cannot be seen."""
    return UNSEEN_IN_TEXT.sub(lambda match: f"\\u{ord(match[0]):04x}", text).replace("\n", "\\n")
