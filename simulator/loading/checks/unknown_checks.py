"""The scenario sets the severity of a check that there is not, or of one that cannot be set.

`checks` says how loudly `podium check` tells what it finds in this scenario: ignore, info, warning or error, by code.
What keeps a scenario from being played is always an error; all that is a warning or a note can be set.

    checks: {P271: ignore}        # wrong: there is no P271
    checks: {P204: warning}       # wrong: without its scene the story cannot go on

    checks: {P721: ignore}        # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.loading.codes import CODES, may_be_set

CODE = "P218"
SEVERITY = "warning"


def check(subject: Subject) -> Iterator[Flaw]:
    known = [code for code in CODES if may_be_set(code)]
    for code in subject.scenario.checks:
        path = ("checks", code)
        if code not in CODES:
            message = template("there is no code `{name}`")
            yield Flaw(path, message, "", {"name": code[:20]}, code[:20], known, at_key=True)
        elif not may_be_set(code):
            message = template("the severity of {name} cannot be set: it keeps a scenario from being played")
            yield Flaw(path, message, template("mend what it tells of"), {"name": code}, at_key=True)
