"""What if, as data for screens: two courses of one session side by side, and their curves by story minute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Ending, Line, Silence
from simulator.scenario.situation import mean_overall
from simulator.session.asked import press_of, ready_of, scene_of
from simulator.session.counterfactual import Course, WhatIf
from simulator.session.state import Answer
from simulator.session.view import story_time

Measure = Literal["overall", "trust", "heat", "flags", "heard"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure at the end of both courses. `heard` is the percentage whom the rumour reached, None without one."""

    what: Measure
    done: int | None
    instead: int | None


@dataclass(frozen=True, slots=True)
class Said:
    """What was answered, its grade, and the trust and heat after it."""

    choice: str
    text: str
    overall: int
    trust: int
    heat: int


@dataclass(frozen=True, slots=True)
class Beside:
    """One question and its answer on either side; None where it was not asked."""

    scene: str
    title: str
    done: Said | None
    instead: Said | None


@dataclass(frozen=True, slots=True)
class Minute:
    """Both courses at one minute of the story, each as (done, instead); None where a curve is not."""

    minutes: int
    time: str
    trust: tuple[int | None, int | None]
    heat: tuple[int | None, int | None]
    heard: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What happened beside what would have happened. Trust, heat and rumour are illustrative.

    `question` is the one that was answered otherwise, number `step` from 1. `figures` are those of both ends;
    `questions` are all in the order of the story; `curve` has every minute at which either course took a step.
    """

    scenario: str
    step: int
    question: Beside
    endings: tuple[Ending | None, Ending | None]
    figures: tuple[Figure, ...]
    questions: tuple[Beside, ...]
    curve: tuple[Minute, ...]

    @property
    def differences(self) -> tuple[Figure, ...]:
        """The figures that differ."""
        return tuple(figure for figure in self.figures if figure.done != figure.instead)


def comparison(scenario: Scenario, found: WhatIf) -> Comparison:
    """Both courses side by side."""
    here = found.step - 1
    done, instead = found.done.answers[here], found.instead.answers[here]
    return Comparison(
        scenario=scenario.id,
        step=found.step,
        question=_beside(scenario, found, done, instead),
        endings=(found.done.ending, found.instead.ending),
        figures=tuple(_figures(found.done, found.instead)),
        questions=_questions(scenario, found),
        curve=tuple(_curve(scenario, found.done, found.instead)),
    )


def _figures(done: Course, instead: Course) -> Iterator[Figure]:
    yield Figure("overall", mean_overall(done.answers), mean_overall(instead.answers))
    yield Figure("trust", done.state.trust, instead.state.trust)
    yield Figure("heat", done.state.heat, instead.state.heat)
    yield Figure("flags", _flags(done), _flags(instead))
    yield Figure("heard", _heard(done, done.state.minutes), _heard(instead, instead.state.minutes))


def _flags(course: Course) -> int:
    return sum(len(answer.flags) for answer in course.answers)


def _questions(scenario: Scenario, found: WhatIf) -> tuple[Beside, ...]:
    """Every question of either course, each asking of it beside its like, in the order of the story."""
    done, instead = _by_asking(found.done), _by_asking(found.instead)
    pairs = {asking: (done.get(asking), instead.get(asking)) for asking in (*done, *instead)}
    first = {asking: min(answer.minutes for answer in pair if answer) for asking, pair in pairs.items()}
    return tuple(_beside(scenario, found, *pairs[asking]) for asking in sorted(pairs, key=lambda one: first[one]))


def _by_asking(course: Course) -> dict[tuple[str, int], Answer]:
    """The answers by what was asked and by how often it had been asked before.

    That is a scene, or the words of a press: the first press of one course need not be that of the other.
    """
    asked: Counter[str] = Counter()
    found = {}
    for answer in course.answers:
        press = press_of(course.state, answer.scene)
        what = press.text if press else answer.scene
        found[what, asked[what]] = answer
        asked[what] += 1
    return found


def _beside(scenario: Scenario, found: WhatIf, done: Answer | None, instead: Answer | None) -> Beside:
    course, answer = (found.done, done) if done is not None else (found.instead, instead)
    assert answer is not None
    title = scene_of(scenario, course.state, answer.scene).title or answer.scene
    return Beside(answer.scene, title, _said(scenario, found.done, done), _said(scenario, found.instead, instead))


def _said(scenario: Scenario, course: Course, answer: Answer | None) -> Said | None:
    if answer is None:
        return None
    choice = ready_of(scenario, course.state, answer.scene).made(answer.choice)
    source = choice.source if choice is not None else None
    text = source.text if isinstance(source, Line | Silence) else answer.text
    return Said(answer.choice, text, answer.overall, answer.trust_after, answer.heat_after)


def _curve(scenario: Scenario, done: Course, instead: Course) -> Iterator[Minute]:
    courses = (done, instead)
    by_minute = [{state.minutes: state for state in course.states} for course in courses]
    latest = [course.states[0] for course in courses]
    for minute in sorted({minute for states in by_minute for minute in states}):
        latest = [states.get(minute, last) for states, last in zip(by_minute, latest, strict=True)]
        going = [course.state.minutes >= minute for course in courses]
        here = [state if is_going else None for state, is_going in zip(latest, going, strict=True)]
        heard = [_heard(course, minute) if is_going else None for course, is_going in zip(courses, going, strict=True)]
        yield Minute(
            minute,
            story_time(scenario, minute),
            (here[0].trust if here[0] else None, here[1].trust if here[1] else None),
            (here[0].heat if here[0] else None, here[1].heat if here[1] else None),
            (heard[0], heard[1]),
        )


def _heard(course: Course, minute: int) -> int | None:
    """The percentage who have heard the rumour by a minute."""
    curve = course.rumour
    if curve is None or minute < curve.minutes[0]:
        return None
    return round(100 * curve.overall.heard[curve.at(minute)])
