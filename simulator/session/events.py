"""What comes into a session from outside. Every event carries `at`: milliseconds of active time since the start."""

from __future__ import annotations

from dataclasses import dataclass, fields

from simulator.scenario.assessment import Assessment
from simulator.session.modes import Mode
from simulator.session.press import Press
from simulator.session.room_inject import RoomInject

SEED_MAX = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Started:
    """The session begins. `seed` decides all chance; `time_scale` stretches time limits, in percent (0: none).

    `presses` says that journalists may press, so that whoever takes the session up goes on like that. `clocked` gives
    every question a time limit; exams begun before there was such a clock have none, and replay as they were.
    """

    seed: int
    time_scale: int = 100
    at: int = 0
    mode: Mode = "practice"
    presses: bool = False
    clocked: bool = False


@dataclass(frozen=True, slots=True, init=False)
class LineChosen:
    """The spokesperson gave a prepared line."""

    scene: str
    line: str
    at: int

    def __init__(self, scene: str, line: str, at: int) -> None:
        # Most events are of this type, and the generated constructor, which looks each slot up by its
        # name, would take an eighth of the time of a step.
        _set_scene(self, scene)
        _set_line(self, line)
        _set_at(self, at)


_set_scene, _set_line, _set_at = (getattr(LineChosen, field.name).__set__ for field in fields(LineChosen))


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """The spokesperson answered in their own words; the assessment comes with the answer, so a replay never grades."""

    scene: str
    text: str
    assessment: Assessment
    at: int


@dataclass(frozen=True, slots=True)
class OptionTaken:
    """The player took one option of a decision."""

    scene: str
    option: str
    at: int


@dataclass(frozen=True, slots=True)
class Continued:
    """The player took note of an inject and went on."""

    scene: str
    at: int


@dataclass(frozen=True, slots=True)
class DeadlinePassed:
    """The time limit of a question ran out: silence."""

    scene: str
    at: int


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The last step is taken back. It is kept in the record, and cut out before a replay."""

    at: int


@dataclass(frozen=True, slots=True)
class Pressed:
    """A journalist presses; the whole question comes with it. It is no step of the trainee's."""

    press: Press
    at: int


@dataclass(frozen=True, slots=True)
class Rated:
    """How sure the trainee is of the answer just given: 1 unsure, 2 fairly sure, 3 certain."""

    confidence: int
    at: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """The conference was prepared: up to three messages, ids of restricted matters to keep, an opening statement.

    The assessment comes with the opening, so a replay never grades; None without an opening.
    """

    messages: tuple[str, ...]
    withheld: tuple[str, ...]
    opening: str
    assessment: Assessment | None
    at: int


@dataclass(frozen=True, slots=True)
class Extended:
    """The facilitator of a workshop gives the question on the table `ms` more, 1 second to 60 minutes.

    `order` is the number of the room's event, from 1. `lapsed`: the question has been taken back, or
    there was none with a time limit, and only the order still counts.
    """

    ms: int
    at: int
    order: int = 0
    lapsed: bool = False


@dataclass(frozen=True, slots=True)
class Injected:
    """The facilitator of a workshop brings in news; the whole of it comes with the event."""

    inject: RoomInject
    at: int


AtScene = LineChosen | AnswerGiven | OptionTaken | Continued | DeadlinePassed
"""The trainee's steps at a scene (or a press), which they name."""

Event = Started | AtScene | TakenBack | Pressed | Rated | Prepared | Extended | Injected


def order_of(event: Event) -> int:
    """The number of the facilitator's order that an event carries out; 0 for all that is the session's own."""
    match event:
        case Extended(order=order) | Pressed(press=Press(order=order)) | Injected(inject=RoomInject(order=order)):
            return order
    return 0


class IllegalEvent(Exception):
    """An event that the session does not accept; the state is as it was.

    `message` is a template in English for the player, filled from `params`.
    """

    def __init__(self, message: str, **params: object) -> None:
        super().__init__(message.format(**params))
        self.message = message
        self.params = params
