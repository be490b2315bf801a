"""An Exercise: a session being conducted. Whatever is accepted is in the journal before anyone is told of it."""

from __future__ import annotations

import secrets
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock, RLock

from simulator.errors import PodiumError
from simulator.exercise.clock import Clock
from simulator.exercise.errors import GoesOnElsewhere, NeverBegun, OtherScenario
from simulator.exercise.record import Record, new_header
from simulator.journal.errors import JournalConflict
from simulator.journal.port import Journal, SessionHeader
from simulator.language.catalogue import template
from simulator.scenario.assessment import Assessment
from simulator.scenario.dossier import Dossier
from simulator.scenario.model import Scenario
from simulator.scenario.rubric import Skill
from simulator.scenario.scenes import Ending, Question
from simulator.session.advance import advance, before_start, deadline, no_taking_back
from simulator.session.asked import present, present_id
from simulator.session.compiled import compiled
from simulator.session.events import (
    SEED_MAX,
    AnswerGiven,
    Continued,
    DeadlinePassed,
    Event,
    Extended,
    IllegalEvent,
    Injected,
    LineChosen,
    OptionTaken,
    Prepared,
    Pressed,
    Rated,
    Started,
    TakenBack,
    order_of,
)
from simulator.session.known import known_dossier
from simulator.session.modes import MODES, Mode, Rules, rules_of
from simulator.session.press import Press, next_number, press_id
from simulator.session.replay import replay
from simulator.session.room_inject import RoomInject
from simulator.session.state import SessionState
from simulator.session.under_press import refusal

Observer = Callable[[Event, SessionState], None]
"""Told of each event once it is recorded, with the state after it."""


@dataclass(frozen=True, slots=True)
class Drift:
    """The scenario has changed since the session was begun.

    `unfit` standing steps no longer fit. If there are any, `branch_of` is the session they stay
    recorded in, and the exercise goes on as a new session that begins with the steps that do fit.
    """

    unfit: int = 0
    branch_of: str = ""


class Exercise:
    """A session being conducted; made by `begin` or `resume`.

    `state` is always the fold of `events`. Several threads may act: one at a time, and observers are told of each
    event in turn, by whichever thread comes to it, with nothing held.
    """

    def __init__(
        self,
        scenario: Scenario,
        record: Record,
        clock: Clock,
        state: SessionState,
        drift: Drift | None = None,
    ) -> None:
        self.scenario = scenario
        self.clock = clock
        self.state = state
        self.drift = drift
        self._record = record
        self._observers: list[Observer] = []
        self._acting = RLock()
        self._telling = Lock()
        self._untold: deque[tuple[Event, SessionState]] = deque()
        clock.start_from(state.at)

    @classmethod
    def begin(
        cls,
        scenario: Scenario,
        source_hash: str,
        journal: Journal,
        clock: Clock,
        seed: int | None = None,
        time_scale: int = 100,
        learner: str = "",
        source: str = "",
        mode: Mode = "practice",
        presses: bool = False,
        session_id: str = "",
    ) -> Exercise:
        """Begin a new session; a seed is drawn where none is given. With `presses` journalists may press.

        An id may be given that several programs have agreed upon; the first then begins it, others get JournalConflict.
        Raises IllegalEvent for a seed or time scale out of range (an exam's is 0 or at least 100), and the journal's
        errors; then nothing is recorded.
        """
        seed = secrets.randbelow(SEED_MAX + 1) if seed is None else seed
        clocked = mode in MODES and rules_of(mode).clock
        started = Started(seed, time_scale, mode=mode, presses=presses, clocked=clocked)
        state = advance(scenario, before_start(scenario), started)
        header = new_header(scenario, source_hash, journal, started.seed, learner, source=source, id_=session_id)
        journal.begin(header, (started,), _ending(scenario, state))
        return cls(scenario, Record(journal, header, (started,)), clock, state)

    @classmethod
    def resume(cls, scenario: Scenario, source_hash: str, journal: Journal, session_id: str, clock: Clock) -> Exercise:
        """Take up a recorded session where it stands; its clock goes on from the last step that stands.

        See `Drift` for what happens when the scenario has changed since.
        Raises UnknownSession, OtherScenario, NeverBegun, EntryDamaged and the journal's other errors.
        """
        header = journal.header(session_id)
        if header.scenario_id != scenario.id:
            raise OtherScenario(session_id, header.scenario_id, scenario.id)
        events = tuple(entry.event for entry in journal.entries(session_id))
        replayed = replay(scenario, events)
        if not replayed.state.started:
            raise NeverBegun(session_id)
        if replayed.rest:
            branch = new_header(
                scenario, source_hash, journal, header.seed, header.learner, branch_of=session_id, source=header.source
            )
            journal.begin(branch, replayed.fitted, _ending(scenario, replayed.state))
            drift = Drift(len(replayed.rest), session_id)
            return cls(scenario, Record(journal, branch, replayed.fitted), clock, replayed.state, drift)
        changed = None if header.scenario_hash == source_hash else Drift()
        taken_up = cls(scenario, Record(journal, header, events), clock, replayed.state, changed)
        if replayed.fitted and isinstance(replayed.fitted[-1], LineChosen | AnswerGiven | DeadlinePassed):
            taken_up._let_press()  # It may have been left between an answer and the press upon it.
        return taken_up

    @property
    def header(self) -> SessionHeader:
        return self._record.header

    @property
    def session_id(self) -> str:
        return self._record.header.id

    @property
    def events(self) -> tuple[Event, ...]:
        """All that has been recorded of the session, steps taken back included."""
        return self._record.events

    @property
    def ending(self) -> Ending | None:
        """The ending that the session stands at, None while it goes on."""
        scene = self.scenario.scene_by_id[self.state.scene]
        return scene if isinstance(scene, Ending) else None

    @property
    def ended(self) -> bool:
        return self.ending is not None

    @property
    def rules(self) -> Rules:
        """What the session's mode shows and allows."""
        return rules_of(self.state.mode)

    @property
    def question(self) -> Question:
        """The question that waits for its answer, a press too. Raises IllegalEvent where there is none."""
        scene = present(self.scenario, self.state)
        if not isinstance(scene, Question):
            raise IllegalEvent(template("the scene “{scene}” takes another kind of step"), scene=scene.id)
        return scene

    @property
    def dossier(self) -> Dossier:
        """What the spokesperson knows now, and an answer is graded against."""
        return known_dossier(self.scenario, self.state)

    @property
    def time_left_ms(self) -> int | None:
        """What is left of the present question's time limit, at least 0; None without a limit."""
        limit = self._deadline()
        return None if limit is None else max(0, limit - self._now())

    @property
    def can_take_back(self) -> bool:
        """Whether there is a step to take back, and the mode lets it be."""
        made = self.state.path or self.state.preparation
        return self.rules.take_back and not self.ended and bool(made)

    def choose_line(self, line_id: str) -> SessionState:
        """Answer with a prepared line; once the time has run out, this records silence instead."""
        return self.submit(LineChosen(present_id(self.state), line_id, self._now()))

    def answer(self, text: str, assessment: Assessment, scene: str = "") -> SessionState:
        """Answer in one's own words, as graded; once the time has run out, this records silence instead.

        `scene` is the id of what was answered, a scene or a press: while it was graded, another question may have come
        on the table, and then the answer is refused. Without it, the answer is to whatever is on the table.
        """
        return self.submit(AnswerGiven(scene or present_id(self.state), text, assessment, self._now()))

    def take_option(self, option_id: str) -> SessionState:
        """Take one option of the present decision."""
        return self.submit(OptionTaken(self.state.scene, option_id, self._now()))

    def go_on(self) -> SessionState:
        """Take note of the present inject and go on."""
        return self.submit(Continued(self.state.scene, self._now()))

    def let_time_pass(self) -> bool:
        """Record silence if the present question's time has run out; returns whether it had."""
        if self.time_left_ms != 0:
            return False
        try:
            self.submit(DeadlinePassed(present_id(self.state), self._now()))
        except IllegalEvent:
            if self.time_left_ms == 0:
                raise
            return False  # It was given more time in the meantime.
        return True

    def rate(self, confidence: int) -> SessionState:
        """Say how sure one is of the answer just given: 1 unsure, 2 fairly sure, 3 certain.

        Raises IllegalEvent once the next step has been made.
        """
        return self.submit(Rated(confidence, self._now()))

    def prepare(
        self,
        messages: Sequence[str] = (),
        withheld: Sequence[str] = (),
        opening: str = "",
        assessment: Assessment | None = None,
    ) -> SessionState:
        """Declare what was prepared, once, before the first step: see `session.preparation` for its bounds.

        An opening statement comes with its assessment; it is graded on OPENING_SKILLS.
        """
        return self.submit(Prepared(tuple(messages), tuple(withheld), opening, assessment, self._now()))

    def retell(self, scenario: Scenario) -> None:
        """Go on with the same scenario told in another language: by the same ids, so that every step still fits.

        What was said in own words and what journalists pressed with stays as it is. Does nothing for a scenario that
        the session does not fit.
        """
        with self._acting:
            replayed = replay(scenario, self.events)
            if scenario.id == self.scenario.id and not replayed.rest:
                # The state holds the authors' reasons, whose places are places in the text of the lines.
                self.scenario, self.state = scenario, replayed.state

    def take_back(self) -> SessionState:
        """Take back the last step that stands. Its scene gets its full time again; the record keeps all.

        What a journalist pressed with upon it goes with it, and so does its rating. Raises IllegalEvent at the start,
        in an exam, and after an ending, for people may have read its debrief.
        """
        return self.submit(TakenBack(self._now()))

    def submit(self, event: Event) -> SessionState:
        """Accept an event: check it, record it, then move the state and tell the observers.

        Raises IllegalEvent, with nothing recorded. If the journal cannot record it, its error is raised,
        the state is as it was, and the same can be tried again. Raises GoesOnElsewhere if another
        program has gone on with this session; what it did has then been taken over.
        """
        try:
            with self._acting:
                event = self._submit(event)
        finally:
            self._tell()
        if isinstance(event, LineChosen | AnswerGiven | DeadlinePassed):
            self._let_press()
        return self.state

    def extend(self, ms: int, order: int) -> SessionState:
        """Give the question on the table so many milliseconds more, as the room's event `order` says.

        Does nothing if that has been carried out already, here or in another program. Where there is no time limit now,
        only the order is recorded: what was meant for this moment must not come to a later question. Raises
        IllegalEvent once the session has ended, and the journal's errors.
        """
        return self._carry_out(order, lambda: Extended(ms, self.state.at, order, lapsed=self._deadline() is None))

    def inject(self, inject: RoomInject) -> SessionState:
        """Bring in news, once for its order. Raises IllegalEvent once the session has ended; the journal's errors."""
        return self._carry_out(inject.order, lambda: Injected(inject, self.state.at))

    def ask(self, journalist: str, text: str, skills: Sequence[Skill], order: int) -> SessionState:
        """Ask a question of the facilitator's own, once for its order, in the name of one of the journalists (an id).

        Raises IllegalEvent while a press stands (ask again once it is answered), once the session has ended, and for a
        question out of bounds (see `session.press`); and the journal's errors.
        """

        def asked() -> Event:
            if self.state.press is not None:
                raise refusal()
            number, taken = next_number(self.state.pressed), self.scenario.scene_by_id
            while press_id(number) in taken:
                number += 1
            press = Press(press_id(number), journalist, "facilitator", text, (), tuple(skills), (), order)
            return Pressed(press, self._now())

        return self._carry_out(order, asked)

    def refresh(self) -> bool:
        """Take over what the journal holds beyond our own events, as far as it fits; returns whether anything came.

        Observers are told of each event. Nobody presses upon an answer that was taken over: whoever accepted it sees to
        that. Raises the journal's errors.
        """
        try:
            with self._acting:
                return self._take_over(self._record.news())
        finally:
            self._tell()

    def subscribe(self, observer: Observer) -> Callable[[], None]:
        """Have the observer told of every event from now on; returns what ends that."""
        self._observers.append(observer)

        def unsubscribe() -> None:
            if observer in self._observers:
                self._observers.remove(observer)

        return unsubscribe

    def _after(self, event: Event) -> SessionState:
        if not isinstance(event, TakenBack):
            return advance(self.scenario, self.state, event)
        if self.ended:
            raise IllegalEvent(template("this session has ended; begin it anew to try another way"))
        if not self.can_take_back:
            raise no_taking_back(self.state)
        return replay(self.scenario, (*self.events, event)).state

    def _or_silence(self, event: Event) -> Event:
        limit = self._deadline()
        if isinstance(event, LineChosen | AnswerGiven) and limit is not None and event.at > limit:
            return DeadlinePassed(event.scene, event.at)
        return event

    def _move(self, event: Event, state: SessionState) -> None:
        self.state = state
        if isinstance(event, TakenBack):
            self.clock.start_from(state.at)
        self._untold.append((event, state))

    def _tell(self) -> None:
        """Tell the observers of what has come, in order. A call that is telling already goes on to what came since."""
        while self._untold and self._telling.acquire(blocking=False):
            try:
                while self._untold:
                    event, state = self._untold.popleft()
                    for observer in tuple(self._observers):
                        observer(event, state)
            finally:
                self._telling.release()

    def _let_press(self) -> None:
        """Have a journalist press upon the answer just given, where the session was begun with presses.

        An answer that was accepted stays so: if the press cannot be recorded, it does not come.
        """
        started = self.events[0]
        if not isinstance(started, Started) or not started.presses or self.ended:
            return
        from simulator.exercise.pressing import press_upon  # With all of claims: not needed before an answer.

        with self._acting:
            press = press_upon(self.scenario, self.state)
            if press is not None:
                with suppress(PodiumError, IllegalEvent):  # A facilitator may have been first, in another program.
                    self._submit(Pressed(press, self._now()))
        self._tell()

    def _submit(self, event: Event) -> Event:
        """Accept an event, and return it as it was accepted. What a facilitator did elsewhere meanwhile is no rival."""
        while True:
            event = self._or_silence(event)
            state = self._after(event)
            try:
                self._record.append(event, _ending(self.scenario, state))
            except JournalConflict:
                news = self._record.news()
                came = self._take_over(news)
                if self._record.recorded_before(event, news):
                    return event
                if not came or not all(map(order_of, news)):
                    raise GoesOnElsewhere(self.session_id, len(news)) from None
            else:
                self._move(event, state)
                return event

    def _carry_out(self, order: int, event: Callable[[], Event]) -> SessionState:
        """Carry out a facilitator's order, unless it has been; with `event` made anew as often as others come first.

        More time and news come at the moment of the latest event: the clock of the program that carries them out may be
        ahead of that at which the trainee sits, and must not take of their time.
        """
        try:
            with self._acting:
                while order not in self.state.orders:
                    made = event()
                    state = self._after(made)
                    try:
                        self._record.append(made, _ending(self.scenario, state))
                    except JournalConflict as conflict:
                        if not self._take_over(self._record.news()):
                            raise GoesOnElsewhere(self.session_id, 0) from conflict
                    else:
                        self._move(made, state)
        finally:
            self._tell()
        return self.state

    def _take_over(self, news: Sequence[Event]) -> bool:
        """Take over what the journal holds beyond our own events, as far as it fits; whether anything did."""
        for number, theirs in enumerate(news):
            replayed = replay(self.scenario, (*self.events, theirs))
            if replayed.rest:
                return number > 0
            self._record.take_over(theirs)
            self._move(theirs, replayed.state)
        return bool(news)

    def _deadline(self) -> int | None:
        return deadline(compiled(self.scenario).scene(self.state.scene), self.state)

    def _now(self) -> int:
        return max(self.clock.now_ms(), self.state.at)


def _ending(scenario: Scenario, state: SessionState) -> str:
    return state.scene if isinstance(scenario.scene_by_id[state.scene], Ending) else ""
