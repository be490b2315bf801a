"""A sample answer says the same as a prepared line of its question.

Prepared lines have their levels already, and `podium agree --lines` compares the grader with them. A sample is there
for what trainees say in words of their own.

    lines:
      - id: owns_it
        text: Ten houses, since three o'clock.
    samples:
      - id: plain
        text: Ten houses, since three o'clock.                                # wrong: the line once more

        text: we dont have the full list, but ten houses were dry by three    # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P508"
SEVERITY = "warning"


def check(subject: Subject) -> Iterator[Flaw]:
    for path, question, sample in subject.samples:
        words = bare(sample.text)
        for line in question.lines:
            if bare(line.text) == words:
                message = template("this sample is the prepared line `{line}`")
                hint = template("say it in other words; `podium agree --lines` compares the grader with the lines")
                yield Flaw((*path, "text"), message, hint, {"line": line.id})


def bare(text: str) -> str:
    """The words of a text without case and signs: two texts that differ in no more say the same."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())
