"""Problems as text, with the line and a caret under the place, or as JSON."""

from __future__ import annotations

import json
import textwrap
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from simulator.language.catalogue import Catalogue, template
from simulator.loading.problems import Problem
from simulator.loading.unseen import UNSEEN, visible

SNIPPET_MAX = 100
"""A longer line is shown in part, around the place."""

SNIPPET_LEAST = 20
"""So much of a line is shown on the narrowest terminal, too."""

_SEVERITIES = {"error": template("error"), "warning": template("warning"), "info": template("note")}
_LEFT_OUT = "…"
_TAB = "→"
"""What is shown for a tab, which is as wide as each terminal likes."""

_INDENT = "  "


def as_text(problems: Iterable[Problem], catalogue: Catalogue, width: int | None = None) -> str:
    """All problems, one below the other with an empty line between them; `width` columns wide, if that is given."""
    return "\n\n".join(problem_text(problem, catalogue, width) for problem in problems)


def problem_text(problem: Problem, catalogue: Catalogue, width: int | None = None) -> str:
    """`file:line:col: CODE severity message`, then the line with a caret under the place, then hints.

    With a `width` in columns no word is broken at the edge of a terminal; without one each stands on one line.
    """
    severity = catalogue.say(_SEVERITIES[problem.severity])
    message = visible(catalogue.say(problem.message, **problem.params))
    place = f"{visible(shown_path(problem.file))}:{problem.line}:{problem.column}"
    lines = wrapped(f"{place}: {problem.code} {severity}: {message}", width)
    if problem.snippet.strip(" "):
        most = SNIPPET_MAX if width is None else max(SNIPPET_LEAST, min(SNIPPET_MAX, width - len(_INDENT) - 2))
        lines += _pointed_at(problem.snippet, problem.column, most)
    lines += [line for hint in hints(problem, catalogue) for line in wrapped(f"{_INDENT}{hint}", width)]
    return "\n".join(lines)


def wrapped(text: str, width: int | None) -> list[str]:
    """A line as lines of at most `width` columns, broken between words; as it is without a width.

    What follows the first is indented further. A word that is longer than a line stays whole.
    """
    if width is None or len(text) <= width:
        return [text]
    inner = " " * (len(text) - len(text.lstrip(" "))) + _INDENT
    return textwrap.wrap(
        text, width, subsequent_indent=inner, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )


def hints(problem: Problem, catalogue: Catalogue) -> list[str]:
    """How to mend it: the hint, and the name that may have been meant."""
    told = []
    if problem.nearest:
        told.append(catalogue.say(template("did you mean `{name}`?"), name=visible(problem.nearest)))
    if problem.hint:
        told.append(
            catalogue.say(template("hint: {hint}"), hint=visible(catalogue.say(problem.hint, **problem.params)))
        )
    return told


def as_json(problems: Iterable[Problem], catalogue: Catalogue) -> str:
    """A list of objects with all fields; message and hint filled in, in the catalogue's language."""
    told = json.dumps([_object(problem, catalogue) for problem in problems], ensure_ascii=False, indent=2)
    # JSON itself escapes only the oldest control characters.
    return UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", told)


def shown_path(file: str) -> str:
    """A file's path, from the working folder on if it is below it."""
    path = Path(file)
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return file


def _object(problem: Problem, catalogue: Catalogue) -> dict[str, object]:
    fields = asdict(problem)
    fields["params"] = {
        name: value if isinstance(value, bool | int) else str(value) for name, value in problem.params.items()
    }
    fields["message"] = catalogue.say(problem.message, **problem.params)
    fields["hint"] = catalogue.say(problem.hint, **problem.params)
    fields["template"] = problem.message
    return fields


def _pointed_at(snippet: str, column: int, most: int) -> list[str]:
    before, after = (visible(part.replace("\t", _TAB)) for part in (snippet[: column - 1], snippet[column - 1 :]))
    before, after = _window(before, after, most)
    return [f"  {before}{after}", "  " + " " * _cells(before) + "^"]


def _window(before: str, after: str, most: int) -> tuple[str, str]:
    """As much of a line as fits around the place, three quarters of it before the place if need be."""
    if _cells(before) + _cells(after) <= most:
        return before, after
    room_after = max(most - _cells(before), most // 4)
    shown_after = _first_cells(after, room_after)
    shown_before = _first_cells(before[::-1], most - min(_cells(after), room_after))[::-1]
    return (
        shown_before if shown_before == before else _LEFT_OUT + shown_before,
        shown_after if shown_after == after else shown_after + _LEFT_OUT,
    )


def _first_cells(text: str, most: int) -> str:
    width = 0
    for index, character in enumerate(text):
        width += _cell(character)
        if width > most:
            return text[:index]
    return text


def _cells(text: str) -> int:
    return sum(map(_cell, text))


def _cell(character: str) -> int:
    """How many columns of a terminal a character takes."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
