"""What one can look at in the press room without a step: the dossier, and how the public stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.session.hints import Hint, hint
from simulator.session.view import desk
from simulator.tui.screens.press_room_keys import KeyedRoom
from simulator.tui.widgets.public_now import PublicNow, public_now
from simulator.tui.widgets.side import Notes, notes_of

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.session.state import SessionState
    from simulator.session.view import Desk


class LookingRoom(KeyedRoom):
    """Each look lies over the room, and the clock of a timed question goes on in sight."""

    def __init__(self, exercise: Exercise) -> None:
        super().__init__(exercise)
        self._hinted = ""
        self._public: tuple[SessionState, PublicNow] | None = None

    def read_public(self) -> PublicNow:
        """How the public stands now; worked out once for each state, in the thread that made the step."""
        state, kept = self.exercise.state, self._public
        if kept is None or kept[0] is not state:
            kept = self._public = (state, public_now(self.exercise.scenario, state))
        return kept[1]

    @property
    def notes(self) -> Notes:
        """What one speaks by."""
        return notes_of(self.exercise.scenario, self.exercise.state.preparation)

    @property
    def hint(self) -> Hint | None:
        """The hint for the question on the table, once it has been asked for."""
        wanted = self.answering and self._hinted == self.table.scene.id
        return hint(self.exercise.scenario, self.exercise.state) if wanted else None

    def action_hint(self) -> None:
        """Show the hint under the question, or take it away."""
        self._hinted = "" if self.hint else self.table.scene.id
        self.fill()

    def left_ms(self) -> int | None:
        """What is left of the time to answer in; None where there is no limit."""
        return None if self.looking_back else self.exercise.time_left_ms

    def action_open_dossier(self) -> None:
        self.open_dossier()

    def open_dossier(self) -> None:
        """The dossier as it stands, over whatever is there."""
        from simulator.tui.screens.dossier import DossierScreen

        def read() -> Desk:
            return desk(self.exercise.scenario, self.exercise.state)

        self.app.push_screen(DossierScreen(read(), self.table.time, self.left_ms, self.notes.own, read))

    def action_pause(self) -> None:
        """Let the clock stand, the question covered."""
        from simulator.tui.screens.pause import PauseScreen

        clock = self.exercise.clock
        clock.pause()
        self.app.push_screen(PauseScreen(self.table.time), lambda _: clock.go_on())

    def action_open_public(self) -> None:
        """The public at large, over whatever is there."""
        from simulator.tui.screens.public import PublicScreen

        self.app.push_screen(PublicScreen(self.read_public(), self.table.time, self.left_ms))
