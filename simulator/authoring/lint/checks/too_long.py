"""A question, a line or another text is so long that it does not fit a terminal of 80 columns and 24 rows.

The press room shows the question above the lines. A trainee under a running clock should see the whole question and
at least one whole line at once; what has to be scrolled is not read. A question and a line may take 8 rows of 74
columns each (about 95 words), what is told between them 15.

    text: >-
      … a paragraph of two hundred words …      # wrong

    text: >-
      … the same in eighty, or an inject before the question that tells the rest …     # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.places import Path
from simulator.scenario.scenes import Question

CODE = "P721"
SEVERITY = "warning"

COLUMNS = 74
"""What is left of 80 columns beside the frame and the numbers of the lines."""

SPOKEN_MOST = 8
TOLD_MOST = 15
"""Rows of a screen of 24, of which the press room leaves 20 to what is said and the lines, and 9 of these at most to
what is said, with the speaker's name, while the lines need the others."""

SURE_OF_A_ROW = 40
"""So many characters a row are always used, however the words break."""


def check(subject: Linted) -> Iterator[Flaw]:
    for path, text, most in _shown(subject):
        if len(text) <= most * SURE_OF_A_ROW:
            continue
        rows = rows_of(text)
        if rows > most:
            message = template("this takes {rows} rows of a screen of 80 columns; at most {most} fit")
            yield Flaw(
                path,
                message,
                template("shorten it, or tell a part of it in a scene before"),
                {"rows": rows, "most": most},
            )


def rows_of(text: str) -> int:
    """How many rows a text takes, broken between its words; counted, since to wrap it takes ten times as long."""
    return sum(_rows_of(paragraph) for paragraph in text.split("\n"))


def _rows_of(paragraph: str) -> int:
    rows, used = 1, -1
    for word in paragraph.split():
        used += 1 + len(word)
        if used > COLUMNS:
            rows, used = rows + max(1, -(-len(word) // COLUMNS)), len(word) % COLUMNS
    return rows


def _shown(subject: Linted) -> Iterator[tuple[Path, str, int]]:
    for path, scene in subject.scenes:
        yield (*path, "text"), scene.text, SPOKEN_MOST if isinstance(scene, Question) else TOLD_MOST
    for path, _, choice in subject.choices:
        yield (*path, "text"), choice.text, SPOKEN_MOST
