"""Spaces of word processors, which look like a space and are none: YAML takes them for letters.

In a sentence they do no harm. Where a key is indented, or after its colon, they make YAML stumble, often some lines on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from simulator.language.catalogue import template
from simulator.loading.fields import known_keys
from simulator.loading.report import Report

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
LOOKALIKE = re.compile(f"[{_SPACES}]")

ORDINARY = template("put an ordinary space in its place; it comes along when text is copied from a word processor")

_BEFORE = 10
"""So many lines before the place where reading stopped the cause may stand."""


def note_lookalikes(report: Report, stopped: int) -> bool:
    """Note every such space that stands where the file's form hangs on it, if one may have stopped reading."""
    found = dict(_in_form(report.lines.text, report))
    indent = LOOKALIKE.search(re.split(rf"[^\s{_SPACES}]", report.lines.line(stopped), maxsplit=1)[0])
    if indent:
        found.setdefault(stopped, indent.start() + 1)
    if not any(stopped - _BEFORE <= line <= stopped for line in found):
        return False
    for line, column in found.items():
        message = template("the character {character} looks like a space and is none")
        report.add("P003", line, column, message, ORDINARY, params={"character": _code(report, line, column)})
    return True


def _in_form(text: str, report: Report) -> Iterator[tuple[int, int]]:
    """The line and column of each that indents a key or an item, or follows its sign."""
    if LOOKALIKE.search(text):
        for match in _form().finditer(text):
            yield report.lines.position(match.start("space"))


@cache
def _form() -> re.Pattern[str]:
    keys = "|".join(sorted(known_keys()))
    either = f"[ {_SPACES}]"
    indents = rf"[ ]*(?P<indents>[{_SPACES}]){either}*(?:-{either}|(?:{keys}):(?:{either}|$))"
    follows = rf"[ ]*(?:- +)*(?:-|(?:{keys}):)(?P<follows>[{_SPACES}])"
    return re.compile(f"^(?=(?:{indents}|{follows}))[^{_SPACES}]*(?P<space>[{_SPACES}])", re.MULTILINE)


def _code(report: Report, line: int, column: int) -> str:
    return f"U+{ord(report.lines.line(line)[column - 1]):04X}"
