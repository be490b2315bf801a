"""What the screens need of the rest of the program, as a port; `commands` builds the real one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.reports.debrief import Debrief
    from simulator.reports.library import LibraryEntry
    from simulator.reports.what_if import Comparison
    from simulator.scenario.assessment import Assessment
    from simulator.scenario.model import Scenario
    from simulator.session.modes import Mode


class Notice(NamedTuple):
    """Something to be told once: an English template and its parameters."""

    message: str
    params: Mapping[str, object]


class Draft(NamedTuple):
    """An answer in one's own words that has not been said yet: the scene that it is for, and the text so far."""

    scene: str = ""
    text: str = ""


class House(Protocol):
    """Scenarios to play and sessions to resume. Methods may block: call them off the event loop.

    Any of them may raise PodiumError, whose message is for the player.
    """

    def library(self) -> tuple[Sequence[LibraryEntry], Sequence[Notice]]:
        """Every scenario on the shelf, and what there is to tell of the record."""
        ...

    def scenario(self, scenario_id: str) -> Scenario:
        """A scenario by its id. Raises PodiumError if it has errors."""
        ...

    def begin(self, scenario_id: str, mode: Mode | None = None) -> Exercise:
        """A new session of a scenario, already started and recorded; without a mode, in the house's own."""
        ...

    def resume(self, session_id: str) -> Exercise:
        """A recorded session, at the very place where it was left."""
        ...

    def debrief(self, exercise: Exercise) -> Debrief:
        """The debrief of a session as it stands."""
        ...

    def warm_up(self) -> None:
        """Make ready to grade, so that the first answer is graded as quickly as others."""
        ...

    def grade(self, exercise: Exercise, text: str) -> Assessment:
        """Grade an answer to the question on the table. May raise IllegalEvent if there is none."""
        ...

    def grade_opening(self, scenario: Scenario, text: str) -> Assessment:
        """Grade an opening statement, on OPENING_SKILLS and against what is known before the conference."""
        ...

    def listen(self, exercise: Exercise, text: str) -> None:
        """Take in an answer that is still being written, so that grading it is quick. Never raises."""
        ...

    def draft(self, session_id: str) -> Draft:
        """What was being written in a session when it was left; empty if nothing."""
        ...

    def keep_draft(self, session_id: str, draft: Draft) -> None:
        """Keep what is being written, as well as can be: that it could not be kept is no error."""
        ...

    def what_if(self, exercise: Exercise, step: int, instead: str) -> Comparison:
        """The session beside itself, had answer `step` (from 1) been the line `instead`. May raise IllegalEvent."""
        ...
