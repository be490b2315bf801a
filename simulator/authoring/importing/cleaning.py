"""Foreign text as text of a scenario: composed, without what cannot be seen, in pieces that a scene can hold."""

from __future__ import annotations

import re
import unicodedata

from simulator.loading.unseen import UNSEEN_IN_TEXT
from simulator.scenario.text import LABEL_MAX, PROSE_MAX


def cleaned(text: str) -> str:
    """Lines without space around them, no more than one empty line in a row, nothing that cannot be seen."""
    plain = UNSEEN_IN_TEXT.sub(" ", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))
    lines = [" ".join(line.split()) for line in plain.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def label(text: str) -> str:
    """The same on one line, short enough for a title."""
    line = " ".join(cleaned(text[: 4 * LABEL_MAX]).split())
    return line if len(line) <= LABEL_MAX else line[: LABEL_MAX - 1].rstrip() + "…"


def pieces(text: str) -> list[str]:
    """A text in pieces of at most what a scene holds, cut between lines or words where that can be."""
    rest, found = cleaned(text), list[str]()
    while len(rest) > PROSE_MAX:
        cut = max(rest.rfind("\n", 0, PROSE_MAX), 0) or max(rest.rfind(" ", 0, PROSE_MAX), 0) or PROSE_MAX
        found.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    return [one for one in (*found, rest) if one]
