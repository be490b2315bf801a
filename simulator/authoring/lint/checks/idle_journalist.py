"""A journalist of the cast asks nothing.

The briefing introduces them, and the trainee waits for a question that never comes.

    cast:
      journalists:
        - {id: hang, …}
        - {id: khai, …}        # wrong, if no question says: journalist: khai

    - id: gauge
      kind: question
      journalist: khai         # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw

CODE = "P736"
SEVERITY = "warning"


def check(subject: Linted) -> Iterator[Flaw]:
    asking = {question.journalist for _, question in subject.questions}
    for number, journalist in enumerate(subject.scenario.cast.journalists):
        if journalist.id not in asking:
            message = template("`{name}` asks nothing")
            hint = template("give them a question, or take them out of the cast")
            yield Flaw(("cast", "journalists", number, "id"), message, hint, {"name": journalist.id})
