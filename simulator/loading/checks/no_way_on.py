"""Nothing says where the story goes on.

Each line, option and silence leads where its own `then` says, or else where the `then` of its scene says. If there
is neither, a session would end in mid-air. Endings are scenes of their own.

    - id: opening
      kind: question
      lines:
        - {id: owns_it, text: The mistake was ours., …}
                                  # wrong: neither the line nor the scene has a `then`

    - id: opening
      kind: question
      lines:
        - {id: owns_it, text: The mistake was ours., …}
      then: next_question         # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.loading.places import Path
from simulator.scenario.graph import outcomes_of

CODE = "P401"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    told: set[Path] = set()
    for path, scene, outcome in subject.outcomes:
        if scene.then or outcome.then:
            continue
        if any(other.then for other in outcomes_of(scene)):
            yield Flaw(
                path,
                template("this leads nowhere: neither it nor its scene has a `then`"),
                template("add a `then` here or to the scene"),
            )
        elif path[:2] not in told:
            told.add(path[:2])
            yield Flaw(
                path[:2],
                template("this scene leads nowhere: it has no `then`"),
                template("add `then: …` with the id of the next scene"),
            )
