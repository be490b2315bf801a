"""The house that the screens live in: the shelf of scenarios and the record of sessions, opened when first needed."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.commands.editions import Editions
from simulator.errors import PodiumError, UsageError
from simulator.language.catalogue import template
from simulator.tui.house import Draft, Notice
from simulator.tui.preferences import learner_name

if TYPE_CHECKING:
    from simulator.commands.learning import LocalLearning
    from simulator.exercise.exercise import Exercise
    from simulator.journal.port import Journal, SessionHeader, SessionSummary
    from simulator.loading.loader import Loaded
    from simulator.reports.debrief import Debrief
    from simulator.reports.editions import Edition
    from simulator.reports.library import LibraryEntry
    from simulator.reports.what_if import Comparison
    from simulator.scenario.assessment import Assessment
    from simulator.scenario.dossier import Dossier
    from simulator.scenario.model import Language, Scenario
    from simulator.scenario.revision import Revisions
    from simulator.scenario.scenes import Question
    from simulator.scoring.grade import Asked
    from simulator.session.modes import Mode
    from simulator.session.state import SessionState

OPENING_ASKED = {
    "vi": "Xin cho biết điều gì đã xảy ra, đang làm gì và khi nào có thông tin tiếp theo?",
    "en": "What has happened, what is being done, and when will more be known?",
}
"""What an opening statement is graded as an answer to, for nobody has asked yet."""


class LocalHouse:
    """Built-in and own scenarios, and the sessions recorded on this machine.

    `seed`, `time_scale` (percent; 0 switches time limits off), `mode` and `presses` (whether journalists press) are
    for the sessions begun here; what is resumed goes on as it was begun. Scenarios are told in `language`, or in that
    which is spoken (`speak`), as far as there are translations. They are recorded as `learner`'s, or else as those of
    whoever learns at this machine.
    """

    def __init__(
        self,
        seed: int | None = None,
        time_scale: int = 100,
        mode: Mode = "practice",
        presses: bool = True,
        language: Language | None = None,
        learner: str | None = None,
    ) -> None:
        self._seed = seed
        self._learner = None if learner is None else learner_name(learner)
        self._mode = mode
        self._presses = presses
        self._time_scale = time_scale
        self._journal: Journal | None = None
        self._notices: list[Notice] = []
        self._opening = threading.Lock()
        self._warming = threading.Lock()
        self._warm = False
        self._editions = self._shelf_of(language)

    def _shelf_of(self, language: Language | None) -> Editions:
        return Editions(language)

    @property
    def journal(self) -> Journal:
        """The record of sessions, opened on first use. Raises PodiumError."""
        with self._opening:
            if self._journal is None:
                from simulator.journal.connect import open_journal

                opened = open_journal()
                self._journal = opened.journal
                if opened.notice:
                    self._notices.append(Notice(opened.notice.message, opened.notice.params))
        return self._journal

    @property
    def learner(self) -> str:
        """Whose sessions are recorded: a name, or empty where nobody gave one."""
        if self._learner is None:
            from simulator.tui.preferences import Preferences

            self._learner = Preferences.of_user().learner
        return self._learner

    def learn_as(self, name: str) -> None:
        """Record sessions as this learner's from now on, and when Podium is started again."""
        from simulator.tui.preferences import Preferences

        Preferences.of_user().keep_learner(name)
        self._learner = name

    @property
    def tongue(self) -> Language:
        """The language that scenarios are told in here, where they can be."""
        return self._editions.wish or "vi"

    @cached_property
    def learning(self) -> LocalLearning:
        from simulator.commands.learning import LocalLearning

        return LocalLearning(self)

    def library(self) -> tuple[Sequence[LibraryEntry], Sequence[Notice]]:
        from simulator.commands.shelf import entries

        found = entries(self.own_sessions(), self._editions.wish)
        for entry, path in found:
            self._editions.found(entry.id, path)
        notices, self._notices = self._notices, []
        return [entry for entry, _ in found], notices

    def loaded(self, id_or_path: str) -> Loaded:
        """A scenario by its id or path, in the language that is spoken if it can be. Raises PodiumError."""
        return self._editions.loaded(id_or_path)

    def speak(self, language: Language) -> None:
        self._editions.speak(language)

    def retold(self, scenario: Scenario) -> Scenario:
        return self._editions.retold(scenario)

    def edition(self, scenario: Scenario) -> Edition:
        return self._editions.of(scenario)

    def scenario(self, scenario_id: str) -> Scenario:
        return self.loaded(scenario_id).scenario

    def of_session(self, header: SessionHeader) -> Loaded:
        """The scenario of a session: from where it was begun, else by its id on the shelf. Raises PodiumError.

        It is told in the language that the session was begun in, or in the original where there is none such any more.
        """
        from simulator.loading.translation.files import LANGUAGES
        from simulator.scenario.single import parted

        begun_in = next((one for one in LANGUAGES if one == header.language), None)
        language = self._editions.forced or begun_in
        was_at = Path(header.source) if header.source else None
        if was_at is not None and was_at.is_file():
            loaded = self._editions.loaded(str(was_at), language, parted(header.scenario_id)[1])
            if loaded.scenario.id == header.scenario_id:
                return loaded
        return self._editions.loaded(header.scenario_id, language)

    def open_session(self, scenario_id: str) -> SessionSummary | None:
        """The newest session of a scenario that can be resumed."""
        from simulator.journal.port import newest_open

        return newest_open(self.own_sessions(), scenario_id)

    def own_sessions(self) -> Sequence[SessionSummary]:
        """The sessions of whoever learns here, the one last recorded in first."""
        return [one for one in self.journal.sessions() if one.header.learner == self.learner]

    def begin(self, scenario_id: str, mode: Mode | None = None, session_id: str = "", learner: str = "") -> Exercise:
        """A new session, under an id if one is given, of whoever learns here or of a learner that is named."""
        from simulator.exercise.clock import RunningClock
        from simulator.exercise.exercise import Exercise
        from simulator.session.events import IllegalEvent

        loaded = self.loaded(scenario_id)
        try:
            return Exercise.begin(
                loaded.scenario,
                loaded.source_hash,
                self.journal,
                RunningClock(),
                seed=self._seed,
                time_scale=self._time_scale,
                learner=learner or self.learner,
                source=str(loaded.path.resolve()),
                mode=mode or self._mode,
                presses=self._presses,
                session_id=session_id,
            )
        except IllegalEvent as refusal:  # An exam chosen in the briefing, with time limits that were shortened.
            raise UsageError(refusal.message, "", **refusal.params) from refusal

    def resume(self, session_id: str = "") -> Exercise:
        """A session by its id, or the newest open one."""
        from simulator.exercise.clock import RunningClock
        from simulator.exercise.exercise import Exercise
        from simulator.journal.port import newest_open

        if not session_id:
            summary = newest_open(self.own_sessions(), None)
            if summary is None:
                raise UsageError(template("there is no session to resume"), template("begin one with: podium"))
            session_id = summary.header.id
        session_id = self._continued(session_id)
        loaded = self.of_session(self.journal.header(session_id))
        return Exercise.resume(loaded.scenario, loaded.source_hash, self.journal, session_id, RunningClock())

    def _continued(self, session_id: str) -> str:
        """The session itself, or the one that it was continued as where the scenario had changed."""
        later = {summary.header.id: summary.continued_as for summary in self.journal.sessions()}
        while later.get(session_id):
            session_id = later[session_id]
        return session_id

    def newest_session(self) -> str:
        """The id of the session recorded in last. Raises PodiumError if there is none."""
        summaries = self.own_sessions()
        if not summaries:
            if self.journal.sessions():
                raise UsageError(
                    template("no session of yours has been recorded yet"),
                    template("`podium sessions --all` lists the sessions with their ids"),
                )
            raise UsageError(template("no session has been recorded yet"), template("begin one with: podium"))
        return summaries[0].header.id

    def session_to_debrief(self, scenario_id: str) -> str:
        mine = [one for one in self.own_sessions() if one.header.scenario_id == scenario_id]
        ended = next((one.header.id for one in mine if one.ended), "")
        return ended or next((one.header.id for one in mine if not one.continued_as), "")

    def look_back(self, session_id: str) -> Exercise:
        from simulator.exercise.clock import RunningClock
        from simulator.exercise.errors import NeverBegun
        from simulator.exercise.exercise import Exercise
        from simulator.exercise.record import Record
        from simulator.session.replay import replay

        header = self.journal.header(session_id)
        scenario = self.of_session(header).scenario
        events = tuple(entry.event for entry in self.journal.entries(session_id))
        state = replay(scenario, events).state
        if not state.started:
            raise NeverBegun(session_id)
        return Exercise(scenario, Record(self.journal, header, events), RunningClock(), state)

    def debrief(self, exercise: Exercise) -> Debrief:
        from simulator.reports.debrief import debrief

        revisions = self._revisions(exercise.session_id)
        return debrief(exercise.scenario, exercise.events, exercise.session_id, revisions)

    def _revisions(self, session_id: str) -> Revisions:
        """What was decided about a session afterwards; nothing where the record is out of reach just now."""
        from simulator.journal.revisions import revisions
        from simulator.scenario.revision import UNREVISED

        try:
            return revisions(self.journal, session_id)
        except PodiumError:
            return UNREVISED

    def warm_up(self) -> None:
        from simulator.scenario.dossier import Dossier
        from simulator.scoring.grade import AskedText, assess

        with self._warming:  # A second thread would load the model a second time.
            if not self._warm:
                assess("Chưa rõ.", AskedText("?", ("accuracy",)), Dossier.model_construct(context="", facts=()))
                self._warm = True

    def grade(self, exercise: Exercise, text: str) -> Assessment:
        self.warm_up()
        asked, dossier, role = self._asked_of(exercise.scenario, exercise.state, exercise.question, text)
        return self._assessed(text, asked, dossier, role)

    def _assessed(self, text: str, asked: Asked, dossier: Dossier, role: str) -> Assessment:
        """Grade a text, once all is warm."""
        from simulator.scoring.grade import assess

        return assess(text, asked, dossier, role=role).assessment

    def _asked_of(
        self, scenario: Scenario, state: SessionState, asked: Question, text: str
    ) -> tuple[Question, Dossier, str]:
        """The question, the dossier and the role, in the language of the answer where the scenario is told in it.

        So an answer in either language is held against facts in its own words.
        """
        from simulator.scenario.scenes import Question
        from simulator.session.asked import present
        from simulator.session.known import known_dossier

        own = self.in_language_of(text, scenario)
        question = present(own, state)
        if own is scenario or not isinstance(question, Question):
            return asked, known_dossier(scenario, state), scenario.role
        return question, known_dossier(own, state), own.role

    def in_language_of(self, text: str, scenario: Scenario) -> Scenario:
        """The same scenario in the language that a text is written in, where it is told in it; else the very same."""
        from simulator.commands.answer_language import language_of

        return self._editions.in_language(scenario, language_of(text))

    def told_in(self, scenario: Scenario, language: Language) -> Scenario:
        """The same scenario in a language, where it is told in it; else the very same."""
        return self._editions.in_language(scenario, language)

    def grade_opening(self, scenario: Scenario, text: str) -> Assessment:
        from simulator.scoring.grade import AskedText
        from simulator.session.advance import before_start
        from simulator.session.known import known_dossier
        from simulator.session.preparation import OPENING_SKILLS

        self.warm_up()
        own = self.in_language_of(text, scenario)
        asked = AskedText(OPENING_ASKED[own.language], OPENING_SKILLS)
        return self._assessed(text, asked, known_dossier(own, before_start(own)), own.role)

    def listen(self, exercise: Exercise, text: str) -> None:
        from simulator.session.events import IllegalEvent

        self.warm_up()
        with suppress(IllegalEvent):  # The question may have gone by meanwhile.
            self._listened(text, *self._asked_of(exercise.scenario, exercise.state, exercise.question, text))

    def _listened(self, text: str, asked: Asked, dossier: Dossier, role: str) -> None:
        """Take in a text that is still being written, once all is warm."""
        from simulator.scoring.grade import grader

        grader().listen(text, asked, dossier, role=role)

    def draft(self, session_id: str, window: str = "") -> Draft:
        from simulator.commands.drafts import read_draft

        return read_draft(session_id, window)

    def keep_draft(self, session_id: str, draft: Draft, window: str = "") -> bool:
        from simulator.commands.drafts import write_draft

        return write_draft(session_id, draft, window)

    def what_if(self, exercise: Exercise, step: int, instead: str) -> Comparison:
        from simulator.reports.what_if import comparison
        from simulator.session.counterfactual import what_if

        return comparison(exercise.scenario, what_if(exercise.scenario, exercise.events, step, instead))

    def what_if_said(self, exercise: Exercise, step: int, text: str) -> Comparison:
        from simulator.reports.what_if import comparison
        from simulator.session.counterfactual import before_answer, what_if
        from simulator.session.events import AnswerGiven

        self.warm_up()
        scenario = exercise.scenario
        before, asked = before_answer(scenario, exercise.events, step)
        question, dossier, role = self._asked_of(scenario, before, asked, text)
        graded = self._assessed(text, question, dossier, role)
        instead = AnswerGiven(asked.id, text, graded, before.at)
        return comparison(scenario, what_if(scenario, exercise.events, step, instead))
