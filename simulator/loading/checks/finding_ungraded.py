"""A finding gives the reason for a level or a flag that the line does not have.

levels: {accuracy: 3}
flags: [blame]
findings:
  - {skill: accuracy, because: A figure with its source.}
  - {flag: attack, because: It lays the fault on others.}     # wrong: the line has no flag `attack`

  - {flag: blame, because: It lays the fault on others.}      # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P503"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    for path, question, outcome in subject.graded:
        # That a level is missing of a skill that the question exercises, is told of the levels themselves.
        known = {*outcome.levels, *question.skills}
        for number, finding in enumerate(outcome.findings):
            if finding.skill is not None and finding.skill not in known:
                message = template("there is no level for `{name}` here")
                hint, params = template("give it a level under `levels`"), {"name": finding.skill}
                yield Flaw((*path, "findings", number, "skill"), message, hint, params)
            if finding.flag is not None and finding.flag not in outcome.flags:
                message = template("the flag `{name}` is not raised here")
                yield Flaw(
                    (*path, "findings", number, "flag"), message, template("add it to `flags`"), {"name": finding.flag}
                )
