"""A question has `when` or `once`, but nothing ever asks whether it may be asked.

Both count where a pool or a follow-up chooses what to ask. A question that the story leads to with `then` is asked
in any case; put the condition on the way that leads to it.

    - id: second_question
      kind: question
      when: trust < 40                              # wrong, if no pool and no follow-up asks it

    then:
      - {when: trust < 40, go: second_question}     # mended
      - go: closing
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P412"
SEVERITY = "warning"


def check(subject: Subject) -> Iterator[Flaw]:
    called = {id_ for _, id_ in subject.called}
    for path, question in subject.questions:
        if question.id in called:
            continue
        for key, is_there in (("when", question.when is not None), ("once", question.once)):
            if is_there:
                message = template("`{key}` has no effect here: no pool and no follow-up asks this question")
                hint = template("put the condition on the way that leads here")
                yield Flaw((*path, key), message, hint, {"key": key}, at_key=True)
