"""Ways lead to a scene, but no session can take any of them.

By the ways alone the scene could be reached (else it would be P409); but the conditions on them, or on what comes
before, can never hold. Look for P701 and P702 further up: they say which condition it is.

    then:
      - {when: promises > 5, go: end_proud}     # wrong, if promises goes from 0 to 5
      - go: end_plain

    then:
      - {when: promises >= 5, go: end_proud}    # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw

CODE = "P704"
SEVERITY = "warning"


def check(subject: Linted) -> Iterator[Flaw]:
    for path, scene in subject.scenes:
        if scene.id in subject.graph.reached and scene.id not in subject.found.arriving:
            message = template("no session can reach `{scene}`: the conditions on every way to it never hold")
            hint = template("look at the conditions on the ways that lead here")
            yield Flaw((*path, "id"), message, hint, {"scene": scene.id})
