"""Syntax errors of YAML in an author's words: where the mistake is, and how it is mended."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.events import ScalarEvent

from simulator.language.catalogue import template
from simulator.loading.lookalikes import note_lookalikes
from simulator.loading.report import Report

_IN_BLOCK = template("write the text as a block (>-) or put the whole of it in quotes")
_IN_QUOTES = template("put the whole text in quotes, or write each key on a line of its own instead of in braces")
_SAME_COLUMN = template("begin all keys of one block in the same column")


@dataclass(frozen=True, slots=True)
class _Mistake:
    message: str
    hint: str
    sign: str = ""


def note_syntax_error(error: Exception, report: Report, last: Any = None) -> None:  # noqa: ANN401
    """Note what libyaml (or PyYAML's own parser) stumbled over; `last` is the last event before it."""
    if not isinstance(error, yaml.MarkedYAMLError):
        report.add("P005", 1, 1, _UNREADABLE.message, _UNREADABLE.hint)
        return
    line, column = _place(error, report)
    if any(noted == line for noted, _ in report.places()):
        return  # what was noted on this line, an alias or a tag, is the cause
    if note_lookalikes(report, line):
        return
    opened = _opened_before(last, line)
    if opened is not None:
        report.add("P005", *opened, _OPENED_BEFORE.message, _OPENED_BEFORE.hint, params={"line": line})
        return
    mistake = _mistake(f"{error.context or ''}: {error.problem or ''}", report.lines.line(line), column)
    report.add("P005", line, column, mistake.message, mistake.hint, params={"sign": mistake.sign})


def _place(error: yaml.MarkedYAMLError, report: Report) -> tuple[int, int]:
    """Where the author went wrong: where something begins that never ends, else where reading stopped."""
    last = report.lines.position(len(report.lines.text.rstrip()))
    mark, opened = error.problem_mark, error.context_mark
    stopped = (mark.line + 1, mark.column + 1) if mark is not None else last
    if opened is None or error.context is None:
        return min(stopped, last)
    never_ends = "flow" in error.context or "quoted" in error.context
    if re.search("alias|anchor|tag|directive|simple key", error.context) or (
        never_ends and stopped[0] != opened.line + 1
    ):
        return opened.line + 1, opened.column + 1
    return min(stopped, last)


def _opened_before(last: Any, line: int) -> tuple[int, int] | None:  # noqa: ANN401
    """Where a text in quotes begins that runs on to this line, so that quotes meant to open a text have closed it."""
    if type(last) is not ScalarEvent or last.style not in ("'", '"'):
        return None
    start: Any = last.start_mark
    end: Any = last.end_mark
    return (start.line + 1, start.column + 1) if start.line < end.line == line - 1 else None


def _mistake(told: str, line: str, column: int) -> _Mistake:
    for pattern, mistake in _MISTAKES:
        if re.search(pattern, told):
            return mistake if isinstance(mistake, _Mistake) else mistake(line, column)
    return _UNREADABLE


def _stray_colon(line: str, column: int) -> _Mistake:
    if re.fullmatch(r"\s*(?:- +)*[\w-]+", line[: column - 1]):
        return _Mistake(
            template("this key is indented further than the one above, whose value it cannot follow"), _SAME_COLUMN
        )
    return _Mistake(template("a colon before a space has no place in the middle of a text"), _IN_BLOCK)


def _bad_beginning(line: str, column: int) -> _Mistake:
    return _Mistake(template("a text cannot begin with {sign}"), _IN_BLOCK, line[column - 1 : column])


def _unexpected(line: str, column: int) -> _Mistake:
    before = line[: column - 1].rstrip()
    if before.endswith(("'", '"')):
        message = template("the quotes are closed here, and text follows them")
        return _Mistake(message, template("write the text as a block (>-): there quotes are signs like any other"))
    if before.endswith(("]", "}")):
        return _Mistake(template("a list or a mapping in brackets is closed here, and text follows it"), _IN_BLOCK)
    return _Mistake(template("this line belongs to no key above it"), _SAME_COLUMN)


def _no_item(line: str, column: int) -> _Mistake:
    if re.match(r"\s*[\w-]+:(?:\s|$)", line):
        return _Mistake(
            template("this key stands in another column than the keys above it, and no dash begins a new item here"),
            template("indent it exactly like the other keys of its item; a new item begins with a dash and a space"),
        )
    return _Mistake(
        template("in a list, every item begins with a dash and a space"),
        template("begin all items in the same column"),
    )


def _open_bracket(line: str, column: int) -> _Mistake:
    if line[column - 1 : column] == ":":
        return _Mistake(template("a colon before a space has no place in the middle of a text"), _IN_QUOTES)
    return _Mistake(
        template("a list or a mapping in brackets is not closed, or a comma is missing in it"),
        template("close the bracket; a text that begins with a bracket belongs in quotes or in a block (>-)"),
    )


_OPENED_BEFORE = _Mistake(
    template("the quotes that open here are closed only in line {line}, where more text follows them"),
    template("close them where their text ends, or write the text as a block (>-)"),
)
_UNREADABLE = _Mistake(template("this cannot be read as YAML"), _IN_BLOCK)

_MISTAKES: tuple[tuple[str, _Mistake | Callable[[str, int], _Mistake]], ...] = (
    ("mapping values are not allowed", _stray_colon),
    ("cannot start any token|scanning an alias|scanning an anchor|scanning a tag|scanning a directive", _bad_beginning),
    (
        "sequence entries are not allowed",
        _Mistake(
            template("a text cannot begin with a dash and a space, nor a list on the line of its key"),
            template("write the text as a block (>-), or begin the list on the next line"),
        ),
    ),
    (
        "escape",
        _Mistake(
            template("a backslash in double quotes begins an escape, and this one is not known"),
            template("write the text as a block (>-), or double the backslash"),
        ),
    ),
    (
        "quoted scalar",
        _Mistake(
            template("the quotes that open here are never closed"),
            template("close them, or write the text as a block (>-)"),
        ),
    ),
    (
        "block scalar",
        _Mistake(
            template("nothing may follow a block's sign on its line, and its lines are indented alike"),
            template("begin the text on the next line, indented by two spaces"),
        ),
    ),
    ("flow", _open_bracket),
    (
        "could not find expected ':'",
        _Mistake(
            template("this line is neither a key with a colon nor part of a text"),
            template("put a colon and a space after a key; indent the lines of a text below its key"),
        ),
    ),
    (
        "'-' indicator|block collection|block sequence",
        _no_item,
    ),
    ("document start", _Mistake(template("this line is indented less than the first one"), _SAME_COLUMN)),
    ("expected key|block end", _unexpected),
)
