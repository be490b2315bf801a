"""A line has a level or a flag for which no finding gives the reason.

The debrief shows the reasons; a grade without one teaches nothing. Silence needs none: everyone sees what it is.

    levels: {accuracy: 4, empathy: 1}
    findings:
      - {skill: accuracy, because: A figure with its source.}
                                  # wrong: why is empathy at 1?

    findings:
      - {skill: accuracy, because: A figure with its source.}
      - {skill: empathy, because: Not a word for the families.}   # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.scenario.scenes import Line

CODE = "P505"
SEVERITY = "warning"


def check(subject: Subject) -> Iterator[Flaw]:
    for path, _, outcome in subject.graded:
        if not isinstance(outcome, Line):
            continue
        explained = {name for finding in outcome.findings for name in (finding.skill, finding.flag)}
        lacking = [grade for grade in (*outcome.levels, *dict.fromkeys(outcome.flags)) if grade not in explained]
        if lacking:
            message = template("no finding gives the reason for: {grades}")
            hint = template("add a finding with `because` for each")
            yield Flaw((*path, "findings"), message, hint, {"grades": ", ".join(lacking)}, at_key=True)
