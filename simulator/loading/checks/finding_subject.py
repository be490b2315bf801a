"""A finding names neither a skill nor a flag, or both.

A finding is the reason for one thing: for the level of a skill, or for a red flag.

    findings:
      - because: A figure with its source.                        # wrong: the reason for what?

      - {skill: accuracy, because: A figure with its source.}     # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P502"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    for path, _, outcome in subject.graded:
        for number, finding in enumerate(outcome.findings):
            if finding.skill is None and finding.flag is None:
                message = template("this finding names neither a skill nor a flag")
                yield Flaw((*path, "findings", number), message, template("add `skill:` or `flag:`"))
            elif finding.skill is not None and finding.flag is not None:
                message = template("this finding names a skill and a flag")
                yield Flaw(
                    (*path, "findings", number, "flag"),
                    message,
                    template("write a finding for each of the two"),
                    at_key=True,
                )
