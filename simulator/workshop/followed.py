"""A session as the console follows it: its events folded as they come, and when each answer came and what counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from simulator.journal.port import Entry
from simulator.scenario.assessment import Assessment
from simulator.scenario.model import Scenario
from simulator.scenario.revision import UNREVISED, Revisions
from simulator.scenario.scenes import Ending
from simulator.session.advance import advance, before_start
from simulator.session.asked import present, scene_of, words_of
from simulator.session.events import IllegalEvent, TakenBack
from simulator.session.press import is_press_id
from simulator.session.replay import renamed, standing
from simulator.session.state import Answer, SessionState


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer as it counts now. `number` is its place in the debrief, from 1; `at` when it was recorded, UTC."""

    number: int
    answer: Answer
    counts: Assessment
    words: str
    at: str
    by_verdict: bool = False


@dataclass(frozen=True, slots=True)
class Followed:
    """One owner's session in one run. `entries` are all that the journal holds of it, `answered_at` the time of each
    answer that stands. What no longer fits the scenario changes nothing."""

    session: str
    owner: str
    run: int
    scenario: Scenario
    state: SessionState
    entries: tuple[Entry, ...] = ()
    answered_at: tuple[str, ...] = ()
    revisions: Revisions = UNREVISED

    @property
    def ended(self) -> bool:
        """Whether its story is over."""
        return self.state.started and isinstance(present(self.scenario, self.state), Ending)

    @property
    def authored(self) -> int:
        """How many questions of the scenario itself are answered: what a room in step counts."""
        return sum(not self._is_press(answer.scene) for answer in self.state.answers)

    @property
    def last(self) -> GivenAnswer | None:
        """The latest answer; None before the first."""
        return self.given(len(self.state.answers)) if self.state.answers else None

    def given(self, number: int) -> GivenAnswer:
        """An answer by its number, from 1. Raises IndexError for one that is not there."""
        if number < 1:
            raise IndexError(number)
        answer = self.state.answers[number - 1]
        counts = self.revisions.counted(number, answer.at, answer.assessment)
        at = self.answered_at[number - 1] if number <= len(self.answered_at) else ""
        decided = self.revisions.verdict(number, answer.at) is not None
        return GivenAnswer(number, answer, counts, words_of(self.scenario, self.state, answer), at, decided)

    def all_given(self) -> Iterator[GivenAnswer]:
        """Every answer that stands, the first one first."""
        return (self.given(number) for number in range(1, len(self.state.answers) + 1))

    def question_key(self, scene: str) -> str:
        """The same for the same question in every session: the scene's id, or the order's number of a facilitator's."""
        press = next((one for one in self.state.pressed if one.id == scene), None)
        if press is None or scene in self.scenario.scene_by_id:
            return scene
        return order_key(press.order) if press.order else f"{self.session}/{scene}"

    def title(self, scene: str) -> str:
        """What a scene, or a press, is called."""
        found = scene_of(self.scenario, self.state, scene)
        return found.title or found.id

    def _is_press(self, scene: str) -> bool:
        return is_press_id(scene) and scene not in self.scenario.scene_by_id


def order_key(order: int) -> str:
    """The key of the question that a facilitator asked with an entry of the room's log."""
    return f"order/{order}"


def begun(session: str, owner: str, run: int, scenario: Scenario) -> Followed:
    """A session of which nothing has been read yet."""
    return Followed(session, owner, run, scenario, before_start(scenario))


def followed_on(one: Followed, news: Sequence[Entry]) -> Followed:
    """The session with its next entries. Folds these alone, unless a step was taken back."""
    entries = (*one.entries, *news)
    if any(isinstance(entry.event, TakenBack) for entry in news):
        return _fold(
            replace(one, state=before_start(one.scenario), answered_at=(), entries=entries), _standing(entries)
        )
    return _fold(replace(one, entries=entries), news)


def _standing(entries: Sequence[Entry]) -> list[Entry]:
    """The entries whose events stand; of an event that was made anew for it, none has the time."""
    by_event = {id(entry.event): entry for entry in entries}
    kept = standing(entry.event for entry in entries)
    return [by_event.get(id(event)) or replace(entries[0], event=event, recorded_at="") for event in kept]


def _fold(one: Followed, entries: Sequence[Entry]) -> Followed:
    state, answered_at = one.state, list(one.answered_at)
    for entry in entries:
        try:
            state = advance(one.scenario, state, renamed(one.scenario, entry.event))
        except IllegalEvent:
            break
        if len(state.answers) > len(answered_at):
            answered_at.append(entry.recorded_at)
    return replace(one, state=state, answered_at=tuple(answered_at))
