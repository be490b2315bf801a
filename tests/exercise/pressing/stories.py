"""The scenarios that journalists press in, and playing them."""

from __future__ import annotations

from simulator.exercise.clock import ManualClock
from simulator.exercise.exercise import Exercise
from simulator.journal.memory import MemoryJournal
from simulator.journal.port import Journal
from simulator.scenario.model import Scenario
from simulator.scenario.people import Manner
from simulator.scenario.rubric import FLAG_COST
from simulator.scenario.scenes import Decision, Line, Question
from simulator.session.press import Press
from simulator.session.view import View, view
from tests.builders import Written, line, question, scenario, silence

HASH = "hash"
STEP_MS = 1_000


def flagged(flag: str, words: str, **changes: object) -> Written:
    """A line with a red flag on some words of it."""
    text = f"Let me tell you: {words}, and so it is."
    finding = {"flag": flag, "words": words, "because": "So."}
    return line("bad", text=text, levels={"accuracy": 1}, flags=[flag], findings=[finding], **changes)


def cast(manner: Manner, *others: Written) -> Written:
    return {"journalists": [{"id": "hang", "name": "Hang", "outlet": "Highland News", "manner": manner}, *others]}


def story(manner: Manner, *lines: Written, count: int = 4, **changes: object) -> Scenario:
    """So many questions of one journalist, each with these lines, and a limit of 30 seconds."""
    given = lines or (
        line("good", text="It happened at noon.", levels={"accuracy": 4}),
        flagged("blame", "it was them"),
    )
    asked = [
        question(f"q{n}", *given, time_limit=30, silence=silence(), then=f"q{n + 1}" if n < count else "end")
        for n in range(1, count + 1)
    ]
    return scenario(*asked, cast=cast(manner), **changes)


def begun(scenario_: Scenario, journal: Journal | None = None, seed: int = 7) -> Exercise:
    return Exercise.begin(scenario_, HASH, journal or MemoryJournal(), ManualClock(), seed=seed, presses=True)


def pressed_by(scenario_: Scenario, *choices: str, seed: int = 7) -> Press | None:
    """The press that stands after these choices."""
    exercise = begun(scenario_, seed=seed)
    for choice in choices:
        say(exercise, choice)
    return exercise.state.press


def say(exercise: Exercise, choice: str) -> None:
    """Choose a line a second later; `silence` keeps silent."""
    assert isinstance(exercise.clock, ManualClock)
    if choice == "silence":
        exercise.clock.pass_time(exercise.time_left_ms or 0)
        exercise.let_time_pass()
        return
    exercise.clock.pass_time(STEP_MS)
    exercise.choose_line(choice)


def play_by_grade(exercise: Exercise, *, best: bool, most: int = 200) -> list[str]:
    """Play to the end by the best (or worst) open lines; returns the questions asked, in words."""
    asked: list[str] = []
    for _ in range(most):
        if exercise.ended:
            break
        table = view(exercise.scenario, exercise.state)
        if isinstance(table.scene, Question):
            asked.append(table.scene.text)
            say(exercise, _picked(table, table.scene, best))
        elif isinstance(table.scene, Decision):
            exercise.take_option(next(offer.id for offer in table.offers if offer.open))
        else:
            exercise.go_on()
    return asked


def _picked(table: View, asked: Question, best: bool) -> str:
    open_ = {offer.id for offer in table.offers if offer.open}
    lines = [one for one in asked.lines if one.id in open_]
    return (max if best else min)(lines, key=_grade).id


def _grade(one: Line) -> float:
    return 25 * sum(one.levels.values()) / max(1, len(one.levels)) - FLAG_COST * len(one.flags)
