"""The trainee's own words, verbatim, short enough for a journalist to say and worth coming back to."""

from __future__ import annotations

import re

from simulator.session.fragments import MEANT, bare_of, fragment
from simulator.session.small_words import small_words


def quoted(text: str, start: int = 0, end: int = 0, least: int = MEANT - 1) -> str:
    """The clause most worth quoting about a span of an answer, or of all of it; nothing where none says anything.

    Nothing either of a span that does not stand in the text. For `least` see `session.fragments`.
    """
    if (start, end) != (0, 0) and not 0 <= start < end <= len(text):
        return ""
    found = fragment(text, start, end, least)
    return found.words if found else ""


def shortened(claim: str) -> str:
    """What was claimed, whole if one can say it; else the clause about its first number, or its first words."""
    line = next((line for line in claim.splitlines() if line.strip()), "")
    most = small_words(line).words_max
    if len(line.split()) <= most:
        return bare_of(line)
    number = re.search(r"\S*\d\S*", line)
    about = fragment(line, *number.span()) if number else fragment(line)
    return about.words if about else bare_of(" ".join(line.split()[:most]))
