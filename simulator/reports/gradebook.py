"""The gradebook: a row for each session, as CSV that spreadsheets open."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_NAMES, MODE_NAMES, OUTCOME_NAMES, SKILL_NAMES
from simulator.reports.cells import cell
from simulator.reports.debrief import Debrief
from simulator.scenario.rubric import SKILLS

BYTE_ORDER_MARK = "\ufeff"
"""Says to spreadsheets that the letters are in UTF-8."""

HEADINGS = (
    template("Session"),
    template("Learner"),
    template("Scenario"),
    template("Title"),
    template("Mode"),
    template("Begun"),
    template("Minutes"),
    template("Answers"),
    template("Overall"),
)
LAST_HEADINGS = (template("Red flags"), template("Ending"), template("Outcome"), template("Verdicts"))


@dataclass(frozen=True, slots=True)
class BookRow:
    """A session's debrief, with what the record says of it: `begun_at` in ISO 8601, `minutes` of active time."""

    read: Debrief
    learner: str
    begun_at: str
    minutes: float


def gradebook(rows: Iterable[BookRow], catalogue: Catalogue) -> str:
    """The table with its headings in the catalogue's language. Levels have a point and one decimal.

    An exam that goes on has no grades in it, and neither has a session without an answer.
    """
    written = StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    say = catalogue.say
    table.writerow([say(one) for one in (*HEADINGS, *(SKILL_NAMES[skill] for skill in SKILLS), *LAST_HEADINGS)])
    for row in rows:
        table.writerow(_cells(row, catalogue))
    return BYTE_ORDER_MARK + written.getvalue()


def _cells(row: BookRow, catalogue: Catalogue) -> list[str | int]:
    read, say = row.read, catalogue.say
    graded = bool(read.questions) and not read.withheld
    means = {one.skill: f"{one.mean:.1f}" for one in read.skills}
    ending = read.ending
    return [
        cell(read.session),
        cell(row.learner),
        cell(read.scenario),
        cell(read.title),
        say(MODE_NAMES[read.mode]),
        cell(row.begun_at),
        f"{row.minutes:.1f}",
        len(read.questions),
        read.overall if graded else "",
        *(means.get(skill, "") for skill in SKILLS),
        cell("; ".join(f"{say(FLAG_NAMES[flag])} x {count}" for flag, count in read.flags)),
        cell(ending.headline) if ending else "",
        say(OUTCOME_NAMES[ending.outcome]) if ending else "",
        sum(question.verdict is not None for question in read.questions),
    ]
