"""A line is of level 0 on every skill and raises three red flags: nobody who wants to do well would choose it.

A line teaches when it tempts. One that is wrong in every respect only makes the list longer, and the other lines
look better than they are. Give it something that speaks for it: a correct figure, a kind word, a plain sentence.

    - id: rants
      levels: {accuracy: 0, empathy: 0, clarity: 0}
      flags: [attack, blame, falsehood]                    # wrong

    - id: scolds
      levels: {accuracy: 3, empathy: 0, clarity: 3}
      flags: [attack]                                      # mended: right in its facts, and that is the temptation
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw

CODE = "P714"
SEVERITY = "warning"

SKILLS_LEAST = 2
FLAGS_LEAST = 3


def check(subject: Linted) -> Iterator[Flaw]:
    for path, question in subject.questions:
        for number, line in enumerate(question.lines):
            is_worst = len(line.levels) >= SKILLS_LEAST and not any(line.levels.values())
            if is_worst and len(set(line.flags)) >= FLAGS_LEAST:
                message = template("level 0 on every skill and {count} red flags: nobody would choose `{line}`")
                hint = template("give it something that tempts, or take it out")
                params = {"count": len(set(line.flags)), "line": line.id}
                yield Flaw((*path, "lines", number, "levels"), message, hint, params, at_key=True)
