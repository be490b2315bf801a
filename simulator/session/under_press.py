"""The law of presses: when a journalist may press or a facilitator ask, and what an answer to it does.

A press calls nothing and leads nowhere: once it is answered, the scene behind it is on the table as if just reached.
"""

from __future__ import annotations

from dataclasses import replace

from simulator.language.catalogue import template
from simulator.scenario.rubric import LEVELS, RED_FLAGS, SKILLS
from simulator.session.asked import ready_press
from simulator.session.compiled import CompiledScenario
from simulator.session.events import AnswerGiven, DeadlinePassed, IllegalEvent, LineChosen, Pressed
from simulator.session.limits import silence_by_rule
from simulator.session.own_words import check_grades, check_words
from simulator.session.press import ASKED_MAX, ASKED_SKILLS, LINES, Press, PressLine, is_press_id
from simulator.session.ready import Choice
from simulator.session.room_orders import check_moment, with_order
from simulator.session.state import Answer, SessionState, Step
from simulator.world.reputation import impact_of, react


def put(ready: CompiledScenario, state: SessionState, event: Pressed) -> SessionState:
    """A journalist presses: right after an answer, while the story goes on. A facilitator asks: at any moment of it."""
    if event.press.is_facilitators:
        return _ask(ready, state, event)
    _check_moment(ready, state, event)
    _check_press(ready, state, event.press)
    return _put(state, event.press, event.at)


def _ask(ready: CompiledScenario, state: SessionState, event: Pressed) -> SessionState:
    """A facilitator's question stands before the present scene, or behind the press that stands.

    Behind one it waits where a step that led beyond has been taken back: what came from outside has come.
    """
    press = event.press
    check_moment(ready, state, event.at)
    orders = with_order(state, press.order)
    _check_asked(ready, state, press)
    if state.press is not None:
        behind, pressed = (*state.behind, press), (*state.pressed, press)
        return state._replace(behind=behind, pressed=pressed, orders=orders, at=event.at)
    return _put(state._replace(orders=orders), press, event.at)


def _put(state: SessionState, press: Press, at: int) -> SessionState:
    return state._replace(press=press, pressed=(*state.pressed, press), entered_at=at, at=at, extra_ms=0)


def answered_last(state: SessionState) -> bool:
    """Whether the last step was an answer (or silence)."""
    if not state.answers:
        return False
    answer, step = state.answers[-1], state.path[-1]
    return (answer.scene, answer.choice, answer.at) == (step.scene, step.choice, step.at)


def answer_by_line(press: Press, state: SessionState, event: LineChosen, limit: int | None) -> SessionState:
    """Answer the press that stands with one of its lines, up to the `limit` if it has one."""
    _check_answer(press, state, event)
    _check_in_time(event, limit)
    choice = ready_press(press).choices.get(event.line)
    if choice is None:
        raise IllegalEvent(template("there is no “{choice}” here"), choice=event.line)
    return _answer(press, state, choice, event.at)


def answer_in_words(press: Press, state: SessionState, event: AnswerGiven, limit: int | None) -> SessionState:
    """Answer the press that stands in one's own words, up to the `limit` if it has one."""
    _check_answer(press, state, event)
    _check_in_time(event, limit)
    check_words(event.text)
    check_grades(event.assessment, press.skills)
    impact = impact_of(event.assessment.levels, event.assessment.flags)
    own_words = ready_press(press).own_words
    assert own_words is not None
    return _answer(press, state, replace(own_words, assessment=event.assessment, impact=impact), event.at, event.text)


def keep_silent(press: Press, state: SessionState, event: DeadlinePassed, limit: int | None) -> SessionState:
    """Leave the press that stands without an answer, once its time has run out."""
    _check_answer(press, state, event)
    if limit is None or event.at < limit:
        raise too_early()
    return _answer(press, state, silence_by_rule(press.skills), event.at)


def too_late() -> IllegalEvent:
    """What is told to whoever answers after the time limit."""
    return IllegalEvent(template("the time for this question has run out"))


def too_early() -> IllegalEvent:
    """What is told of a silence before the time limit, or without one."""
    return IllegalEvent(template("the time for this question has not run out"))


def refusal() -> IllegalEvent:
    """What is told to whoever would pass over a press."""
    return IllegalEvent(template("a journalist is pressing: answer that question first"))


def _answer(press: Press, state: SessionState, choice: Choice, at: int, text: str = "") -> SessionState:
    assert choice.assessment is not None
    assert choice.impact is not None
    trust, heat = react(state.trust, state.heat, choice.impact)
    answer = Answer(
        press.id, choice.id, choice.assessment, at, state.minutes, state.trust, state.heat, trust, heat, text
    )
    step = Step(press.id, choice.id, at, state.minutes)
    return state._replace(
        press=state.behind[0] if state.behind else None,
        behind=state.behind[1:],
        answers=(*state.answers, answer),
        path=(*state.path, step),
        minutes=state.minutes + ready_press(press).takes,
        trust=trust,
        heat=heat,
        entered_at=at,
        at=at,
        extra_ms=0,
    )


def _check_in_time(event: LineChosen | AnswerGiven, limit: int | None) -> None:
    if limit is not None and event.at > limit:
        raise too_late()


def _check_answer(press: Press, state: SessionState, event: LineChosen | AnswerGiven | DeadlinePassed) -> None:
    if event.scene != press.id:
        raise refusal()
    if event.at < state.at:
        raise IllegalEvent(template("time does not run backwards"))


def _check_moment(ready: CompiledScenario, state: SessionState, event: Pressed) -> None:
    if state.press is not None:
        raise refusal()
    if event.at < state.at:
        raise IllegalEvent(template("time does not run backwards"))
    if not answered_last(state) or ready.scene(state.scene).kind == "ending":
        raise IllegalEvent(template("nobody presses here: there is no answer to come back to"))


def _check_press(ready: CompiledScenario, state: SessionState, press: Press) -> None:
    """A press that a journal holds may be of another scenario, or damaged."""
    is_whole = len(press.lines) in LINES and press.text.strip() and press.skills and not press.order
    if not (is_whole and _is_new(ready, state, press) and _are_graded(press)):
        raise IllegalEvent(template("this is no question that a journalist of this scenario could press with"))


def _check_asked(ready: CompiledScenario, state: SessionState, press: Press) -> None:
    """A facilitator's question is typed by a person: what is wrong with it is told."""
    if not press.text.strip() or len(press.text) > ASKED_MAX:
        raise IllegalEvent(template("a question of your own has 1 to {most} characters"), most=ASKED_MAX)
    if press.journalist not in ready.scenario.journalist_by_id:
        raise IllegalEvent(template("a question of your own is asked by one of the scenario's journalists"))
    skills = set(press.skills)
    if len(skills) not in ASKED_SKILLS or len(skills) != len(press.skills) or not skills <= set(SKILLS):
        raise IllegalEvent(template("a question of your own is graded on 1 to {most} skills"), most=max(ASKED_SKILLS))
    has_lines = not press.lines or len(press.lines) in LINES
    if not (has_lines and _is_new(ready, state, press) and _are_graded(press)):
        raise IllegalEvent(template("this is no question that a journalist of this scenario could press with"))


def _is_new(ready: CompiledScenario, state: SessionState, press: Press) -> bool:
    """Whether the id is a press's and free, and the journalist the scenario's."""
    is_free = press.id not in ready.names.scenes and press.id not in {one.id for one in state.pressed}
    return is_press_id(press.id) and is_free and press.journalist in ready.scenario.journalist_by_id


def _are_graded(press: Press) -> bool:
    ids = {line.id for line in press.lines}
    return len(ids) == len(press.lines) and all(_is_graded(press, line) for line in press.lines)


def _is_graded(press: Press, line: PressLine) -> bool:
    skills, levels = set(line.levels), set(line.levels.values())
    return skills <= set(press.skills) and levels <= set(LEVELS) and set(line.flags) <= set(RED_FLAGS)
