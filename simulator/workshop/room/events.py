"""What happens in a room: facilitators', trainees' and observers' acts, in the order of the room's log.

Seats, tables and runs are named by short ids: seat `s1`, table `t1`, the run a number from 1. An *owner* is whoever has
a session of its own: a table where there are tables, else a seat. `to` names owners; without any, all are meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import Field

from simulator.scenario.rubric import Level, Skill
from simulator.scenario.value import Value
from simulator.session.modes import Mode

Pace = Literal["own_pace", "in_step", "hot_seat"]
"""own_pace: everyone goes on alone. in_step: the facilitator moves the room. hot_seat: one speaks, the hall rates."""

PACES: tuple[Pace, ...] = get_args(Pace)

SEATS_MOST = 500
NAME_MOST = 40
TEXT_MOST = 2_000
HEADLINE_MOST = 200
QUESTION_MOST = 600
QUESTIONS_MOST = 8
"""The most hot-wash questions."""

SeatId = Annotated[str, Field(pattern=r"^s[1-9][0-9]{0,4}$")]
Owner = Annotated[str, Field(pattern=r"^[st][1-9][0-9]{0,4}$")]
Name = Annotated[str, Field(min_length=1, max_length=NAME_MOST)]
Text = Annotated[str, Field(min_length=1, max_length=TEXT_MOST)]
Run = Annotated[int, Field(ge=1)]
Number = Annotated[int, Field(ge=1)]


class Opened(Value):
    """The room is opened. `programme` are ids or paths of scenarios, the first is played first.

    `modes` has the mode of each where they differ. With `waits`, nobody plays before the facilitator starts.
    `time_scale` in percent, as a session's.
    """

    kind: Literal["opened"] = "opened"
    programme: tuple[str, ...] = Field(min_length=1)
    pace: Pace = "own_pace"
    mode: Mode = "practice"
    modes: tuple[Mode, ...] = ()
    tables: bool = False
    seats: int = Field(default=200, ge=1, le=SEATS_MOST)
    time_scale: int = Field(default=100, ge=0, le=1_000)
    waits: bool = False


class SeatTaken(Value):
    """Somebody joined. `pin` lets the same person in again from another device."""

    kind: Literal["seat_taken"] = "seat_taken"
    seat: SeatId
    name: Name
    pin: str = Field(pattern=r"^[0-9]{4,8}$")
    observer: bool = False


class SeatRemoved(Value):
    """The facilitator removed a seat: whoever sits there is let out, and its link is void."""

    kind: Literal["seat_removed"] = "seat_removed"
    seat: SeatId


class SeatRestored(Value):
    """The facilitator let a removed seat in again; its session goes on."""

    kind: Literal["seat_restored"] = "seat_restored"
    seat: SeatId


class Begun(Value):
    """A session was begun by an owner in a run. The first one counts."""

    kind: Literal["begun"] = "begun"
    owner: Owner
    run: Run
    session: str = Field(min_length=1, max_length=64)


class WentOn(Value):
    """The facilitator starts the run, or moves a room in step: owners may give `gate` answers to authored questions."""

    kind: Literal["went_on"] = "went_on"
    gate: int = Field(ge=1)


class Paused(Value):
    """All clocks stand, and no step is taken."""

    kind: Literal["paused"] = "paused"


class Resumed(Value):
    """The clocks run again."""

    kind: Literal["resumed"] = "resumed"


class NextRun(Value):
    """The room goes to another scenario of its programme, with new sessions. `place` counts from 0."""

    kind: Literal["next_run"] = "next_run"
    place: int = Field(ge=0)


class Extended(Value):
    """More time for the question on the table of each."""

    kind: Literal["extended"] = "extended"
    seconds: int = Field(ge=1, le=3_600)
    to: tuple[Owner, ...] = ()


class Injected(Value):
    """News that the facilitator brings in, from the scenario (`scene`) or written on the spot."""

    kind: Literal["injected"] = "injected"
    text: Text
    headline: str = Field(default="", max_length=HEADLINE_MOST)
    source: str = Field(default="", max_length=NAME_MOST * 2)
    scene: str = ""
    to: tuple[Owner, ...] = ()


class Asked(Value):
    """The facilitator takes over a journalist and asks a question of one's own."""

    kind: Literal["asked"] = "asked"
    journalist: str = Field(min_length=1, max_length=64)
    text: str = Field(min_length=1, max_length=QUESTION_MOST)
    skills: tuple[Skill, ...] = Field(min_length=1, max_length=5)
    to: tuple[Owner, ...] = ()


class Hinted(Value):
    """A word of the facilitator's to some seats, or to all of them."""

    kind: Literal["hinted"] = "hinted"
    text: Text
    to: tuple[Owner, ...] = ()


class Noted(Value):
    """A private note of a seat's to the facilitator."""

    kind: Literal["noted"] = "noted"
    seat: SeatId
    text: Text


class Rotated(Value):
    """The roles at a table move on by one seat; without a table, at every table."""

    kind: Literal["rotated"] = "rotated"
    table: str = Field(default="", pattern=r"^(t[1-9][0-9]{0,4})?$")


class SpeakerChosen(Value):
    """Who is in the hot seat from now on; their session is what the hall follows."""

    kind: Literal["speaker_chosen"] = "speaker_chosen"
    seat: SeatId


class HallRated(Value):
    """A seat in the hall rated an answer of the speaker's session (`answer` from 1); a later rating replaces it."""

    kind: Literal["hall_rated"] = "hall_rated"
    seat: SeatId
    session: str
    answer: Number
    levels: Mapping[Skill, Level]


class RatingsShown(Value):
    """The hall is shown how close it is to the grader and to each other at an answer."""

    kind: Literal["ratings_shown"] = "ratings_shown"
    session: str
    answer: Number


class HotWashAsked(Value):
    """The closing questions are put to everybody."""

    kind: Literal["hot_wash_asked"] = "hot_wash_asked"
    questions: tuple[Annotated[str, Field(min_length=1, max_length=QUESTION_MOST)], ...] = Field(
        min_length=1, max_length=QUESTIONS_MOST
    )


class HotWashAnswered(Value):
    """A seat's answers to the closing questions, in their order; empty where one has nothing to say."""

    kind: Literal["hot_wash_answered"] = "hot_wash_answered"
    seat: SeatId
    answers: tuple[Annotated[str, Field(max_length=TEXT_MOST)], ...] = Field(max_length=QUESTIONS_MOST)


class Closed(Value):
    """The room is over: debriefs can be read as long as it is served, nothing new begins."""

    kind: Literal["closed"] = "closed"


RoomEvent = (
    Opened | SeatTaken | SeatRemoved | SeatRestored | Begun | WentOn | Paused
    | Resumed | NextRun | Extended | Injected | Asked | Hinted | Noted
    | Rotated | SpeakerChosen | HallRated | RatingsShown | HotWashAsked | HotWashAnswered | Closed
)  # fmt: skip

Order = Extended | Injected | Asked
"""What enters the sessions themselves, with the number of the room's entry."""
