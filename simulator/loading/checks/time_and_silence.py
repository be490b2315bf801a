"""A time limit without silence, or silence without a time limit.

`silence` says what it means to let the time run out; a question with a `time_limit` needs it, and without a limit
the time never runs out.

    - id: opening
      kind: question
      time_limit: 60              # wrong: and then?

    - id: opening
      kind: question
      time_limit: 60
      silence:                    # mended
        text: The hall begins to whisper.
        levels: {accuracy: 1}
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P406"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    for path, question in subject.questions:
        if question.time_limit is not None and question.silence is None:
            message = template("there is a time limit, but nothing says what silence means")
            yield Flaw((*path, "time_limit"), message, template("add `silence:` with a text and levels"), at_key=True)
        if question.silence is not None and question.time_limit is None:
            message = template("silence is never kept here: the time cannot run out")
            yield Flaw(
                (*path, "silence"),
                message,
                template("add `time_limit:` in seconds, or take the silence out"),
                at_key=True,
            )
