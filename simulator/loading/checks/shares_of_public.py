"""The shares of the public's groups do not make a hundred.

Each group is so many percent of the public, and together they are the whole of it: trust and the rumour's reach
are told for each group and for all. Leave `groups` out for the four that Podium assumes.

    public:
      groups:
        - {id: hamlet, name: Co Lang hamlet, share: 60, part: villagers}
        - {id: town, name: Young people in town, share: 30, part: youth}      # wrong: 90 in all

        - {id: hamlet, name: Co Lang hamlet, share: 60, part: villagers}
        - {id: town, name: Young people in town, share: 40, part: youth}      # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P112"
SEVERITY = "error"

WHOLE = 100


def check(subject: Subject) -> Iterator[Flaw]:
    public = subject.scenario.public
    groups = public.groups if public is not None else ()
    total = sum(group.share for group in groups)
    if groups and total != WHOLE:
        message = template("the shares of the groups make {total} percent")
        hint = template("change them so that they make 100")
        yield Flaw(("public", "groups"), message, hint, {"total": total}, at_key=True)
