"""The scenario's `id` is not the name of the folder it lies in.

A scenario is found on the shelf by its folder, and saved sessions know it by its id. Where the two differ,
a session could not be resumed, because its scenario would not be found again.

    # scenarios/flood-night/scenario.yaml
    id: flood                     # wrong

    # scenarios/flood-night/scenario.yaml
    id: flood-night               # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P109"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    folder = subject.folder
    if folder not in ("", subject.scenario.id):
        yield Flaw(
            ("id",),
            template("the id is `{id}`, but the folder is called `{folder}`"),
            template("give both the same name"),
            {"id": subject.scenario.id, "folder": folder},
        )
