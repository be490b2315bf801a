"""In step: how far a session may go by itself before the facilitator moves the room. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.session.press import is_press_id

if TYPE_CHECKING:
    from simulator.session.state import SessionState
    from simulator.workshop.room.state import RoomState


def authored_answers(session: SessionState) -> int:
    """How many questions of the scenario have been answered, silence included; those that press do not count."""
    return sum(not is_press_id(answer.scene) for answer in session.answers)


def waits_for_room(room: RoomState, session: SessionState) -> bool:
    """Whether the session stands at the aftermath of an answer until the facilitator goes on.

    A question that presses is answered all the same, whoever asks it.
    """
    return room.pace == "in_step" and session.press is None and authored_answers(session) >= max(1, room.gate)
