"""A room without a database: its log and sessions in memory, a desk over it, and what helps to play in it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from simulator.errors import PodiumError
from simulator.exercise.exercise import Exercise
from simulator.journal.errors import JournalConflict
from simulator.journal.feed import ANYTHING, Feed, of_remarks, of_session
from simulator.journal.memory import MemoryJournal
from simulator.journal.port import Entry
from simulator.journal.revisions import keep_verdict, revisions
from simulator.journal.rooms import RoomEntry, RoomHeader, Rooms
from simulator.language.catalogue import Catalogue, Tongue
from simulator.reports.after_action.harm import rated
from simulator.reports.after_action.rating import Mark, Rating, keep, ratings
from simulator.reports.after_action.recorded import Recorded
from simulator.reports.after_action.value import Rated
from simulator.scenario.model import Scenario
from simulator.scenario.rubric import Level, RedFlag, Skill
from simulator.scenario.verdict import Verdict
from simulator.workshop.console.app import ConsoleApp
from simulator.workshop.console.desk import Invite
from simulator.workshop.live_room import LiveRoom
from simulator.workshop.room import events as e
from simulator.workshop.room.codec import decode, encode
from simulator.workshop.room.events import RoomEvent
from simulator.workshop.watch import Watch
from tests.tui.house import FakeHouse, graded

HEADER = RoomHeader("room1", "KHETEN", "geheim", "Lớp tập huấn Khe Ten", "2026-11-26T01:00:00.000000+00:00")
STORY = "sat-lo-khe-ten"
URL = "http://192.168.1.10:8770/r/KHETEN"


class MemoryRooms:
    """One room's log, and the sessions of a journal. Whatever `trouble` is set is raised."""

    def __init__(self, journal: MemoryJournal) -> None:
        self.journal = journal
        self.log: list[str] = []
        self.trouble: PodiumError | None = None
        self.read: list[str] = []
        """The sessions whose entries were read, in order."""

    def append(self, room: str, number: int, event: str) -> None:
        self._raise_trouble()
        if number != len(self.log):
            raise JournalConflict(room, number)
        self.log.append(event)

    def since(self, room: str, number: int) -> tuple[RoomEntry, ...]:
        self._raise_trouble()
        return tuple(RoomEntry(room, n, text, "") for n, text in enumerate(self.log) if n >= number)

    def entries_since(self, session: str, number: int) -> tuple[Entry, ...]:
        self._raise_trouble()
        self.read.append(session)
        return self.journal.entries(session)[number:] if session in self.journal.session_ids() else ()

    def heads(self, sessions: Sequence[str]) -> Mapping[str, int]:
        self._raise_trouble()
        known = self.journal.session_ids()
        return {one: len(self.journal.entries(one)) if one in known else 0 for one in sessions}

    def _raise_trouble(self) -> None:
        if self.trouble is not None:
            raise self.trouble


class FakeDesk:
    """A desk over a room that has been opened; seats come in by `sit`, and `play` gives answers."""

    def __init__(self, *seats: str, house: FakeHouse | None = None, **opened: Any) -> None:  # noqa: ANN401  # what a room is opened with
        self.house = house or FakeHouse()
        self.feed = Feed()
        self.rooms = MemoryRooms(self.house.journal)
        self.loop: asyncio.AbstractEventLoop | None = None
        rooms: Rooms = self.rooms  # type: ignore[assignment]  # what LiveRoom and Watch use of it
        self.room = LiveRoom(HEADER, rooms, self.feed, self.hand_over)
        self.watch = Watch(
            self.room, self.house.journal, self.rooms, self.feed, self.scenario_of, self.hand_over, interval=0.01
        )
        self.trouble = ""
        self.late = 3.0
        self.verdicts: list[tuple[str, int, dict[Skill, Level], tuple[RedFlag, ...] | None, str]] = []
        self.exercises: dict[str, Exercise] = {}
        self.room.say(e.Opened.model_validate({"programme": (STORY,)} | opened))
        self.sit(*seats)

    def hand_over(self, call: Callable[[], None]) -> None:
        """To the loop while an App runs, else at once."""
        if self.loop is not None and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(call)
        else:
            call()

    def sit(self, *names: str, observer: bool = False) -> None:
        """Let people in."""
        for name in names:
            seat = self.room.state.next_seat
            self.room.say(e.SeatTaken(seat=seat, name=name, pin="4711", observer=observer))

    def play(self, owner: str, *answers: str) -> Exercise:
        """Play on in an owner's session of the present run: `-` goes on, an option is taken, all else is said."""
        run = self.room.state.run
        session = self.room.state.session(owner)
        if not session:
            session = f"session-{owner}-{run}"
            begun = Exercise.begin(
                self.house.scenario(STORY),
                "hash",
                self.house.journal,
                self.house.clock,
                seed=7,
                session_id=session,
                mode=self.room.state.mode,
            )
            self.exercises[session] = begun
            self.room.say(e.Begun(owner=owner, run=run, session=session))
        exercise = self.exercises[session]
        for answer in answers:
            self._step(exercise, answer)
        self.feed.publish(of_session(session))
        return exercise

    def _step(self, exercise: Exercise, answer: str) -> None:
        if answer == "-":
            exercise.go_on()
        elif answer in ("publish", "keep"):
            exercise.take_option(answer)
        elif answer.isidentifier():
            exercise.choose_line(answer)
        else:
            exercise.answer(answer, graded(answer, exercise.question.skills))

    def catch_up(self) -> None:
        """Read what has been played."""
        self.watch.heard(ANYTHING)
        self.watch.catch_up()

    @property
    def said(self) -> list[RoomEvent]:
        """The room's log."""
        return [one for text in self.rooms.log if (one := decode(text)) is not None]

    def other_node_says(self, event: RoomEvent) -> None:
        """Another node appends to the log, and nobody here has been told yet."""
        self.rooms.log.append(encode(event))

    # The port

    @property
    def invite(self) -> Invite:
        base = "http://192.168.1.10:8770"
        return Invite(
            URL,
            HEADER.code,
            ("http://localhost:8770/r/KHETEN",),
            observers=f"{base}/r/QSVIEN",
            console=f"{base}/console/{'c' * 100}",
            wall=f"{base}/wall/{'w' * 40}",
        )

    def lag(self) -> float:
        return self.late

    def nodes(self) -> Sequence[str]:
        return ("http://192.168.1.10:8770",)

    def link(self, seat: str) -> str:
        return f"http://192.168.1.10:8770/seat/{seat}-token"

    def scenario(self, run: int = 0) -> Scenario:
        return self.house.scenario(STORY)

    def scenario_of(self, session: str) -> Scenario:
        return self.house.scenario(self.house.journal.header(session).scenario_id)

    def verdict(
        self,
        session: str,
        answer_number: int,
        levels: Mapping[Skill, Level],
        flags: tuple[RedFlag, ...] | None,
        reason: str,
    ) -> None:
        self.rooms._raise_trouble()
        self.verdicts.append((session, answer_number, dict(levels), flags, reason))
        moment = self.watch.sessions[session].state.answers[answer_number - 1].at
        keep_verdict(self.house.journal, session, Verdict(answer_number, levels, flags, reason, "F", moment=moment))
        self.feed.publish(of_remarks(session))

    def rate(self, session: str, objective: int, mark: Mark, note: str, by: str) -> None:
        keep(self.house.journal, session, Rating(objective, mark, note, by))

    def ratings(self, session: str) -> Sequence[Rated]:
        journal = self.house.journal
        return rated(
            Recorded(
                1,
                self.scenario(),
                journal.header(session),
                journal.entries(session),
                ratings(journal, session),
                revisions(journal, session),
            )
        )

    def debrief(self, session: str) -> Exercise:
        return self.house.look_back(session)


def console(desk: FakeDesk, tongue: Tongue = "en", kind: type[ConsoleApp] = ConsoleApp, name: str = "") -> ConsoleApp:
    """An App at the desk; it has to be made where its loop runs."""
    desk.loop = asyncio.get_running_loop()
    return kind(desk, Catalogue(tongue), name=name)


def full_room(**opened: Any) -> FakeDesk:  # noqa: ANN401  # what a room is opened with
    """Five seats and an observer: one has finished, one was removed, one has not begun."""
    desk = FakeDesk("Lan Anh", "Minh", "Thảo", "Quốc Bảo", "Yến", **opened)
    desk.sit("Giám sát viên", observer=True)
    desk.play("s1", "-", "Tôi xin lỗi bà con. 17 giờ mai chúng tôi nói rõ vì sao.", "publish", "plain")
    desk.play("s2", "-", "Việc này lỗi tại dân không nghe đài.")
    desk.play("s3", "-", "owns", "keep")
    desk.play("s4", "-")
    desk.catch_up()
    return desk


def note(desk: FakeDesk, seat: str, text: str) -> None:
    """A seat writes to the facilitator."""
    desk.room.say(e.Noted(seat=seat, text=text))
