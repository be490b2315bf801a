"""The master scenario events list of a scenario: planned along the expected path, actual in sessions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from simulator.reports.after_action.events import Fired, MasterEvent, Standing
from simulator.reports.after_action.expected import best_line, expected_path
from simulator.reports.after_action.order import in_order
from simulator.reports.after_action.recorded import Recorded
from simulator.reports.after_action.routes import Route, routes_to, trigger_of
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Decision, Ending, Inject, Line, Option, Question, Scene
from simulator.session.asked import present_id, question_of
from simulator.session.compiled import compiled
from simulator.session.press import Press
from simulator.session.room_inject import RoomInjectTold
from simulator.session.state import SessionState
from simulator.session.view import story_time

SEED = 1
"""Draws the questions of pools where no session does."""


def master_events(scenario: Scenario, sessions: Sequence[Recorded] = ()) -> tuple[MasterEvent, ...]:
    """All events of a scenario in their order; of a single session also the questions that journalists pressed with.

    News that a facilitator brought in stands there of all sessions: it came to a whole room.
    """
    path = expected_path(scenario, sessions[0].header.seed if sessions else SEED)
    planned: dict[str, SessionState] = {}
    for state in path:
        planned.setdefault(state.scene, state)
    routes = routes_to(scenario)
    presses = _presses(sessions)
    news = _news(sessions)
    ids = _with_presses(in_order(scenario, tuple(planned), routes), presses, sessions)
    ids = _with_news(ids, sessions)
    numbers = {id_: number for number, id_ in enumerate(ids, 1)}
    listing = _Listing(scenario, sessions, path[-1], planned, routes, presses, numbers, _fired(sessions), news)
    return tuple(map(listing.of, ids))


@dataclass(frozen=True, slots=True)
class _Listing:
    """What the rows of a list are made from: `planned` has each scene's first state on the expected path."""

    scenario: Scenario
    sessions: Sequence[Recorded]
    end: SessionState
    planned: Mapping[str, SessionState]
    routes: Mapping[str, tuple[Route, ...]]
    presses: Mapping[str, Press]
    numbers: Mapping[str, int]
    fired: Mapping[str, tuple[Fired, ...]]
    news: Mapping[str, RoomInjectTold]

    def of(self, id_: str) -> MasterEvent:
        if id_ in self.news:
            return self.of_news(id_)
        return self.of_press(id_) if id_ in self.presses else self.of_scene(id_)

    def of_news(self, id_: str) -> MasterEvent:
        news = self.news[id_]
        return MasterEvent(
            number=self.numbers[id_],
            scene=id_,
            kind="news",
            title=news.line,
            text=news.text,
            sender=news.source,
            channel="",
            planned=None,
            time="",
            response="",
            skills=(),
            parents=(self.numbers[id_] - 1,),
            trigger="",
            note="",
            limit=None,
            standing="complete",
            fired=self.fired.get(id_, ()),
        )

    def of_scene(self, id_: str) -> MasterEvent:
        scene, state, to_it = self.scenario.scene_by_id[id_], self.planned.get(id_), self.routes.get(id_, ())
        response, note = self._expected(scene, state)
        return MasterEvent(
            number=self.numbers[id_],
            scene=id_,
            kind=scene.kind,
            title=scene.title or (scene.headline if isinstance(scene, Ending) else id_),
            text=scene.text,
            sender=self._sender(scene),
            channel=scene.channel or "" if isinstance(scene, Inject) else "",
            planned=state.minutes if state else None,
            time=story_time(self.scenario, state.minutes) if state else "",
            response=response,
            skills=scene.skills if isinstance(scene, Question) else (),
            parents=tuple(sorted({self.numbers[one.scene] for one in to_it if one.scene in self.numbers})),
            trigger=trigger_of(scene, to_it),
            note=note,
            limit=scene.time_limit if isinstance(scene, Question) else None,
            standing=self._standing(id_),
            fired=self.fired.get(id_, ()),
            drawn=any(id_ in pool.questions for pool in self.scenario.pools),
            objectives=self._objectives(id_),
        )

    def of_press(self, id_: str) -> MasterEvent:
        press = self.presses[id_]
        question = question_of(press)
        by_grade = sorted(press.lines, key=lambda line: 4 * len(line.flags) - sum(line.levels.values()))
        return MasterEvent(
            number=self.numbers[id_],
            scene=id_,
            kind="asked" if press.is_facilitators else "press",
            title=question.title or id_,
            text=press.text,
            sender=self._sender(question),
            channel="",
            planned=None,
            time="",
            response=by_grade[0].text if by_grade else "",
            skills=press.skills,
            parents=(self.numbers[id_] - 1,),
            trigger="",
            note="",
            limit=None,
            standing=self._standing(id_),
            fired=self.fired.get(id_, ()),
            objectives=self._objectives(id_),
        )

    def _sender(self, scene: Scene) -> str:
        if isinstance(scene, Question):
            asker = self.scenario.journalist_by_id[scene.journalist]
            return f"{asker.name} ({asker.outlet})"
        if isinstance(scene, Inject) and scene.voice:
            voice = self.scenario.voice_by_id[scene.voice]
            return f"{voice.name} ({voice.part})"
        return ""

    def _expected(self, scene: Scene, state: SessionState | None) -> tuple[str, str]:
        """What is expected of the player, and the author's note on it."""
        found: Line | Option | None = None
        if isinstance(scene, Question):
            best = best_line(self.scenario, state, scene) if state else self._best_of_free(scene)
            found = next((one for one in scene.lines if one.id == best), None)
        elif isinstance(scene, Decision):
            made = {step.choice for step in self.end.path if step.scene == scene.id}
            found = next((one for one in scene.options if one.id in made), None)
        elif isinstance(scene, Ending):
            return "", scene.lesson
        return (found.text, found.note or "") if found else ("", "")

    def _best_of_free(self, scene: Question) -> str:
        """Off the expected path, the best of the lines that are always open."""
        choices = compiled(self.scenario).scene(scene.id).choices
        graded = {one.id: choices[one.id].assessment for one in scene.lines if one.when is None}
        return max(graded, key=lambda one: assessed.overall if (assessed := graded[one]) else 0, default="")

    def _standing(self, id_: str) -> Standing:
        over = [session.debrief.ending is not None for session in self.sessions]
        pairs = zip(self.sessions, over, strict=True)
        on_table = (session.state for session, ended in pairs if not ended)
        if any(state is not None and present_id(state) == id_ for state in on_table):
            return "released"
        if id_ in self.fired:
            return "complete"
        return "deferred" if over and all(over) else "draft"

    def _objectives(self, id_: str) -> tuple[int, ...]:
        """The objectives that observers say they watched in the answers to this."""
        found: set[int] = set()
        for session in self.sessions:
            answered = {number for number, one in enumerate(session.debrief.questions, 1) if one.scene == id_}
            found |= {rating.objective for rating in session.ratings if answered & set(rating.answers)}
        return tuple(sorted(found))


def _fired(sessions: Sequence[Recorded]) -> Mapping[str, tuple[Fired, ...]]:
    found: dict[str, list[Fired]] = {}
    for session in sessions:
        for id_, when in session.fired():
            found.setdefault(id_, []).append(when)
        for news, _, when in session.brought():
            found.setdefault(_news_id(news), []).append(when)
    return {id_: tuple(times) for id_, times in found.items()}


def _news_id(news: RoomInjectTold) -> str:
    """One for the same news in all sessions of a room, and another for those of another room."""
    return f"news_{news.order}_{crc32(news.text.encode()):08x}"


def _news(sessions: Sequence[Recorded]) -> Mapping[str, RoomInjectTold]:
    return {_news_id(news): news for session in sessions for news, _, _ in session.brought()}


def _with_news(ids: tuple[str, ...], sessions: Sequence[Recorded]) -> tuple[str, ...]:
    """The ids with each piece of news behind what was on the table when it first came."""
    order = list(ids)
    for session in sessions:
        for news, on_table, _ in session.brought():
            if _news_id(news) not in order:
                behind = order.index(on_table) + 1 if on_table in order else len(order)
                order.insert(behind, _news_id(news))
    return tuple(order)


def _presses(sessions: Sequence[Recorded]) -> Mapping[str, Press]:
    """The presses of the only session by their ids; of several there would be as many as answers."""
    if len(sessions) != 1 or (state := sessions[0].state) is None:
        return {}
    return {press.id: press for press in state.pressed}


def _with_presses(ids: tuple[str, ...], presses: Mapping[str, Press], sessions: Sequence[Recorded]) -> tuple[str, ...]:
    """The ids with each press behind what was on the table before it."""
    order = list(ids)
    before = ""
    for id_, _ in sessions[0].fired() if presses else ():
        if id_ in presses:
            order.insert(order.index(before) + 1, id_)
        before = id_
    return tuple(order)
