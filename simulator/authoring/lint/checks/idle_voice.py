"""A voice of the cast is never heard: no inject has it, and no post is by it.

cast:
  voices:
    - {id: headman, …}     # wrong, if nothing says: voice: headman

- id: yard
  kind: inject
  voice: headman           # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw

CODE = "P737"
SEVERITY = "warning"


def check(subject: Linted) -> Iterator[Flaw]:
    public = subject.scenario.public
    heard = {inject.voice for _, inject in subject.injects}
    heard |= {post.by for post in public.posts} if public else set()
    for number, voice in enumerate(subject.scenario.cast.voices):
        if voice.id not in heard:
            message = template("`{name}` is never heard")
            hint = template("give them an inject, or take them out of the cast")
            yield Flaw(("cast", "voices", number, "id"), message, hint, {"name": voice.id})
