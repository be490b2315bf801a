"""What each choice on the table would do: its grade, what it moves, and where it leads, tried on the engine itself.

A choice is tried on two copies of the scenario: one in which it is open, to see where it leads; and one in which it
leads nowhere, to see the state in which the ways on are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.authoring.preview.conditions import Looked, look_into
from simulator.scenario.graph import outcomes_of
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import (
    SILENCE,
    Decision,
    Ending,
    FollowUp,
    GradedOutcome,
    Inject,
    Line,
    Option,
    Outcome,
    Question,
    Scene,
    Silence,
    Way,
)
from simulator.scenario.situation import visits
from simulator.session.advance import advance
from simulator.session.events import IllegalEvent
from simulator.session.rehearsal import event_of
from simulator.session.state import SessionState

Outgoing = Question | Decision


@dataclass(frozen=True, slots=True)
class WayOut:
    """One way out of a scene: what it is (`way`, `ask` for asking back, `interrupt`), to where, and upon what.

    `taken` says that it is the one that would be taken now; `over` that what it leads to may come only once, and has.
    """

    kind: str
    target: str
    condition: Looked
    taken: bool
    over: bool = False


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a choice would do now; a closed one, what it would do if it were open.

    `when` is its own condition, looked into. `trust` and `heat` are what they would become by the answer and the
    effects together. `leads` is the scene that would come up next, empty where none can be told.
    """

    id: str
    text: str
    when: Looked
    spent: bool
    outcome: Outcome | None
    overall: int | None
    trust: int
    heat: int
    leads: str
    ways: tuple[WayOut, ...]

    @property
    def open(self) -> bool:
        return self.when.holds and not self.spent


class Prospects:
    """Of one scenario; the copies are made once for each scene."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._copies: dict[str, tuple[Scenario, Scenario]] = {}
        self._latest: tuple[SessionState, tuple[Prospect, ...]] | None = None

    def of(self, state: SessionState) -> tuple[Prospect, ...]:
        """Those of everything that can be done at the present scene, silence last; none at an ending."""
        # Asked again with every move of the mark.
        if self._latest is None or self._latest[0] is not state:
            self._latest = (state, self._all(state))
        return self._latest[1]

    def _all(self, state: SessionState) -> tuple[Prospect, ...]:
        scene = self._scenario.scene_by_id[state.scene]
        if isinstance(scene, Question | Decision):
            return tuple(self._of_choice(scene, outcome, state) for outcome in outcomes_of(scene))
        return (self._of_inject(scene, state),) if isinstance(scene, Inject) else ()

    def _of_inject(self, scene: Inject, state: SessionState) -> Prospect:
        after = self._after(self._scenario, state, "")
        leads = after.scene if after else ""
        ways = tuple(_ways(self._scenario, scene.then, state, open_=True))
        nothing = look_into(self._scenario, state, None)
        return Prospect("", "", nothing, False, None, None, state.trust, state.heat, leads, ways)

    def _of_choice(self, scene: Outgoing, outcome: Outcome, state: SessionState) -> Prospect:
        choice = SILENCE if isinstance(outcome, Silence) else str(getattr(outcome, "id", ""))
        chosen = outcome if isinstance(outcome, Line | Option) else None
        opened, sealed = self._copies_for(scene)
        next_ = self._after(opened, state, choice)
        done = self._after(sealed, state, choice)
        # The scene has been left, and the next is not reached yet: so the engine looks at the ways.
        at_ways = (done or state)._replace(scene="")
        return Prospect(
            id=choice,
            text=str(getattr(outcome, "text", "")),
            when=look_into(self._scenario, state, chosen.when if chosen else None),
            spent=bool(chosen and chosen.once and _taken_before(state, scene.id, choice)),
            outcome=outcome,
            overall=done.answers[-1].overall if done and len(done.answers) > len(state.answers) else None,
            trust=at_ways.trust,
            heat=at_ways.heat,
            leads=next_.scene if next_ else "",
            ways=tuple(self._ways_after(scene, outcome, at_ways)),
        )

    def _ways_after(self, scene: Outgoing, outcome: Outcome, state: SessionState) -> Iterator[WayOut]:
        called = False
        asked = (*outcome.follow_ups, *getattr(scene, "follow_ups", ())) if isinstance(outcome, GradedOutcome) else ()
        for way in self._asks(asked, state):
            called = called or way.taken
            yield way
        for inject in self._scenario.scenes:
            if isinstance(inject, Inject) and inject.interrupts:
                looked, over = look_into(self._scenario, state, inject.interrupts), bool(visits(state, inject.id))
                if (looked.holds and not over) or inject.id == scene.id:
                    yield WayOut("interrupt", inject.id, looked, not called, over)
                    called = True
        yield from _ways(self._scenario, outcome.then or scene.then or (), state, open_=not called)

    def _asks(self, follow_ups: Sequence[FollowUp], state: SessionState) -> Iterator[WayOut]:
        asked = False
        for follow_up in follow_ups:
            looked = look_into(self._scenario, state, follow_up.when)
            question = self._scenario.scene_by_id[follow_up.ask]
            over = isinstance(question, Question) and question.once and bool(visits(state, question.id))
            own = question.when if isinstance(question, Question) else None
            may_be = looked.holds and not over and look_into(self._scenario, state, own).holds
            yield WayOut("ask", follow_up.ask, looked, may_be and not asked, over)
            asked = asked or may_be

    def _after(self, scenario: Scenario, state: SessionState, choice: str) -> SessionState | None:
        try:
            return advance(scenario, state, event_of(scenario, state, choice))
        except IllegalEvent:
            return None

    def _copies_for(self, scene: Outgoing) -> tuple[Scenario, Scenario]:
        """The scenario with all choices of a scene open, and the same with all of them leading to an ending."""
        if scene.id not in self._copies:
            ending = next(one.id for one in self._scenario.scenes if isinstance(one, Ending))
            opened = self._with(scene, _opened(scene))
            self._copies[scene.id] = opened, self._with(scene, _sealed(_opened(scene), ending), calm=True)
        return self._copies[scene.id]

    def _with(self, scene: Outgoing, instead: Outgoing, *, calm: bool = False) -> Scenario:
        """The scenario with another scene in its place; `calm` without injects that cut in."""
        scenes = [instead if one.id == scene.id else _calmed(one) if calm else one for one in self._scenario.scenes]
        return self._scenario.model_copy(update={"scenes": tuple(scenes)})


def _ways(scenario: Scenario, ways: Sequence[Way], state: SessionState, *, open_: bool) -> Iterator[WayOut]:
    for way in ways:
        looked = look_into(scenario, state, way.when)
        yield WayOut("way", way.go, looked, open_ and looked.holds)
        open_ = open_ and not looked.holds


def _opened(scene: Outgoing) -> Outgoing:
    free: dict[str, object] = {"when": None, "once": False}
    key = "lines" if isinstance(scene, Question) else "options"
    changes: dict[str, object] = {key: tuple(one.model_copy(update=free) for one in getattr(scene, key))}
    return scene.model_copy(update=changes)


def _sealed(scene: Outgoing, ending: str) -> Outgoing:
    way = (Way(go=ending),)
    if isinstance(scene, Decision):
        options = tuple(option.model_copy(update={"then": way}) for option in scene.options)
        return scene.model_copy(update={"options": options})
    shut: dict[str, object] = {"then": way, "follow_ups": ()}
    lines = tuple(line.model_copy(update=shut) for line in scene.lines)
    silence = scene.silence.model_copy(update=shut) if scene.silence else None
    return scene.model_copy(update={"lines": lines, "silence": silence, "follow_ups": ()})


def _calmed(scene: Scene) -> Scene:
    return scene.model_copy(update={"interrupts": None}) if isinstance(scene, Inject) and scene.interrupts else scene


def _taken_before(state: SessionState, scene: str, choice: str) -> bool:
    return any(step.scene == scene and step.choice == choice for step in state.path)
