"""A title or a name is so long that it is cut off where it stands on one line.

The library, the outline and the debrief's path show titles on one line of a terminal of 80 columns.

    title: What the spokesperson of the province should say when the village head stands behind the cameras   # wrong

    title: The village head is listening     # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.places import Path

CODE = "P722"
SEVERITY = "warning"

TITLE_MOST = 60
SCENE_MOST = 48
NAME_MOST = 40
"""Characters."""


def check(subject: Linted) -> Iterator[Flaw]:
    scenario = subject.scenario
    yield from _long(("title",), scenario.title, TITLE_MOST)
    for path, scene in subject.scenes:
        yield from _long((*path, "title"), scene.title or "", SCENE_MOST)
    for number, journalist in enumerate(scenario.cast.journalists):
        yield from _long(("cast", "journalists", number, "name"), journalist.name, NAME_MOST)
        yield from _long(("cast", "journalists", number, "outlet"), journalist.outlet, NAME_MOST)
    for number, voice in enumerate(scenario.cast.voices):
        yield from _long(("cast", "voices", number, "name"), voice.name, NAME_MOST)


def _long(path: Path, text: str, most: int) -> Iterator[Flaw]:
    if len(text) > most:
        message = template("this has {length} characters; {most} fit where it is shown")
        yield Flaw(path, message, template("shorten it"), {"length": len(text), "most": most})
