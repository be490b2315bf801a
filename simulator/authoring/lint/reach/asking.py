"""The conditions as they are asked at each place, and what comes of them."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.reach.amounts import FALSE, TRUE
from simulator.authoring.lint.reach.assuming import Parted, parted
from simulator.authoring.lint.reach.judging import Judge
from simulator.authoring.lint.reach.plan import Asked, Plan
from simulator.authoring.lint.reach.possible import Possible, joined
from simulator.loading.places import Path

Seen = tuple[int, Possible]
"""What a condition may be, as TRUE and FALSE, and all that may be where it is asked."""


class Asking:
    """Asks conditions and keeps what they may be; a place that is walked again is asked anew."""

    def __init__(self, judge: Judge, plan: Plan) -> None:
        self._judge, self._plan = judge, plan
        self._asked: dict[str, dict[Path, list[Seen]]] = {}
        self._here: dict[Path, list[Seen]] = {}

    def at(self, node: str) -> None:
        """What is asked from now on is asked at this place."""
        self._here = self._asked[node] = {}

    def seen(self) -> Iterator[tuple[Path, list[Seen]]]:
        """Every condition that was ever asked, and what it was each time."""
        for asked in self._asked.values():
            yield from asked.items()

    def where(self, asked: Asked | None, place: Possible) -> Parted:
        """What is left where a condition holds, and where it fails."""
        if asked is None:
            return place, None
        holding, failing = parted(self._judge, asked.tree, place)
        found = (TRUE if holding is not None else 0) | (FALSE if failing is not None else 0)
        self._here.setdefault(asked.path, []).append((found, place))
        return holding, failing

    def put(self, question: str, place: Possible) -> Parted:
        """What may be where a pool or a follow-up can ask a question, and where it cannot."""
        planned = self._plan.scenes[question]
        asked: Possible | None = place
        not_asked: Possible | None = None
        if planned.asked_once:
            bit = self._judge.slots.bit("visited", question)
            if place.may & bit:
                not_asked = place._replace(must=place.must | bit)
            asked = None if place.must & bit else place._replace(may=place.may & ~bit)
        if planned.asked_when is not None and asked is not None:
            asked, failing = self.where(planned.asked_when, asked)
            not_asked = joined(not_asked, failing)
        return asked, not_asked
