"""A headline or a post is by somebody who is not in the scenario.

A headline under `public` is signed by the outlet of a journalist of the cast; a post is by a group of the public or a
voice of the cast. Without `by` it is drawn. Groups have the ids of `groups`, or of the four that Podium assumes:
villagers, youth, national_press, foreign_press.

    public:
      headlines:
        - {upon: strong, by: hang, text: "“{words}”, says the district"}
      posts:
        - {upon: weak, by: yuoth, text: "“{words}”. And then?"}     # wrong: nobody is called yuoth

        - {upon: weak, by: youth, text: "“{words}”. And then?"}     # mended
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.scenario.public import Echo, default_groups

CODE = "P215"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    scenario = subject.scenario
    public = scenario.public
    if public is None:
        return
    outlets = template("no journalist is called `{id}`: a headline is signed by the outlet of one")
    yield from _unknown("headlines", public.headlines, scenario.journalist_by_id, outlets)
    groups = public.groups or default_groups(scenario.language)
    writers = [*(group.id for group in groups), *scenario.voice_by_id]
    nobody = template("no group of the public and no voice is called `{id}`")
    yield from _unknown("posts", public.posts, writers, nobody)


def _unknown(key: str, echoes: Sequence[Echo], known: Collection[str], message: str) -> Iterator[Flaw]:
    for number, echo in enumerate(echoes):
        if echo.by is not None and echo.by not in known:
            yield Flaw(("public", key, number, "by"), message, "", {"id": echo.by}, echo.by, known)
