"""What may be at each place so far, and which places are to be walked again because more may be there now."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush

from simulator.authoring.lint.reach.calls import Calls
from simulator.authoring.lint.reach.possible import Possible, joined, widened
from simulator.authoring.lint.reach.slots import Slots

PATIENCE = 3
"""How often a place is walked anew before its ranges are widened, beside once for every place that leads to it."""


class Agenda:
    """Places are taken up in the order of the story, so that most are walked once.

    `arriving` is what may be when a scene or pool is reached; those never reached are not in it.
    """

    def __init__(self, start: str, calls: Calls, slots: Slots, stops: list[int]) -> None:
        self._calls, self._slots, self._stops = calls, slots, stops
        self._order = {node: number for number, node in enumerate(_story_order(start, calls))}
        self.arriving: dict[str, Possible] = {}
        self._returning: dict[str, Possible] = {}
        self._callers: dict[str, set[str]] = {}
        self._walked: dict[str, int] = {}
        self._returned: dict[str, int] = {}
        self._waiting: list[tuple[int, str]] = []
        self._is_waiting: set[str] = set()

    def __iter__(self) -> Iterator[str]:
        """Every place that is to be walked, until nothing new comes; what is added meanwhile comes up, too."""
        while self._waiting:
            _, node = heappop(self._waiting)
            self._is_waiting.discard(node)
            self._walked[node] = self._walked.get(node, 0) + 1
            yield node

    def arrive(self, node: str, place: Possible) -> None:
        """Something may be when a scene or pool is reached."""
        before = self.arriving.get(node)
        after = joined(before, place)
        if after is None or after is before:
            return
        if before is not None and self._walked.get(node, 0) >= PATIENCE + self._calls.leading_to(node):
            after = widened(before, after, self._slots.bounds, self._stops)
        self.arriving[node] = after
        self._take_up(node)

    def come_back(self, body: str, place: Possible) -> None:
        """Something may be when a call into a body comes back."""
        before = self._returning.get(body)
        after = joined(before, place)
        if after is None or after is before:
            return
        callers = self._callers.get(body, set())
        self._returned[body] = self._returned.get(body, 0) + 1
        if before is not None and self._returned[body] > PATIENCE * (PATIENCE + len(callers)):
            after = widened(before, after, self._slots.bounds, self._stops)
        self._returning[body] = after
        for caller in callers:
            self._take_up(caller)

    def returning(self, body: str, caller: str) -> Possible | None:
        """What may be when a call into a body comes back; the caller is walked again when that grows."""
        self._callers.setdefault(body, set()).add(caller)
        return self._returning.get(body)

    def _take_up(self, node: str) -> None:
        if node not in self._is_waiting:
            self._is_waiting.add(node)
            heappush(self._waiting, (self._order[node], node))


def _story_order(start: str, calls: Calls) -> list[str]:
    """The scenes and pools so that each stands behind those that lead to it, and what is called right behind the call.

    Where there is a circle, one of its places must stand first. Interruptions come before all.
    """
    done: list[str] = []
    seen: set[str] = set()
    for root in (start, *calls.interruptions):
        _descend(root, calls, seen, done)
    return done[::-1]


def _descend(root: str, calls: Calls, seen: set[str], done: list[str]) -> None:
    """Note all that is reached from a place, each behind what it leads to."""
    if root in seen:
        return
    seen.add(root)
    road = [(root, iter(calls.after(root)))]
    while road:
        node, following = road[-1]
        deeper = next((one for one in following if one not in seen), None)
        if deeper is None:
            done.append(node)
            road.pop()
        else:
            seen.add(deeper)
            road.append((deeper, iter(calls.after(deeper))))
