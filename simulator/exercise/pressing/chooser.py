"""press_upon: the question that a journalist presses with upon the last answer, if one does.

Nobody presses where the author's own follow-up or an interruption has come, where the author would not have it
(`pressed: false`), nor at an ending; nobody presses twice
with the same words, or twice on the same quotation.
"""

from __future__ import annotations

from simulator.exercise.pressing.bank import bank
from simulator.exercise.pressing.facts import Beside, beside_of, fact_said
from simulator.exercise.pressing.manners import PRESSING
from simulator.exercise.pressing.reasons import Reason, reasons
from simulator.exercise.pressing.writing import ORDERS, Wording
from simulator.scenario.model import Scenario
from simulator.scenario.people import Journalist
from simulator.scenario.rubric import overall
from simulator.scenario.scenes import Ending, Inject, Question
from simulator.scoring.memory import dossier_then, memory
from simulator.session.asked import press_of, scene_of
from simulator.session.chance import draw
from simulator.session.press import Press, next_number
from simulator.session.state import SessionState
from simulator.session.under_press import answered_last

FIRST_DRAW = 1 << 32
"""Draws of presses begin here: far from those that the session makes of the same seed for its pools."""


def press_upon(scenario: Scenario, state: SessionState) -> Press | None:
    """The press upon the last answer; the same for the same state, on any machine."""
    if not _may_be_pressed(scenario, state):
        return None
    for reason in reasons(scenario, state, memory(scenario, state)):
        journalist = _asker(scenario, state, reason)
        if _is_pressed_before(state, reason) or not _presses(scenario, state, journalist, reason):
            continue
        if press := _put(scenario, state, journalist, reason):
            return press
    return None


def _may_be_pressed(scenario: Scenario, state: SessionState) -> bool:
    if state.press is not None or not answered_last(state):
        return False
    if isinstance(scenario.scene_by_id[state.scene], Ending) or _was_called(scenario, state):
        return False
    last = press_of(state, state.answers[-1].scene)
    if last is not None and last.is_facilitators:
        return False  # Whoever asked is in the room, and may come back to it.
    asked = scenario.scene_by_id.get(state.answers[-1].scene)
    return not isinstance(asked, Question) or asked.pressed


def _was_called(scenario: Scenario, state: SessionState) -> bool:
    """Whether the present scene was called by the last answer as its follow-up, or is an interruption."""
    answer, present = state.answers[-1], scenario.scene_by_id[state.scene]
    if isinstance(present, Inject) and present.interrupts:
        return True
    return any((frame.scene, frame.choice) == (answer.scene, answer.choice) for frame in state.frames[-1:])


def _asker(scenario: Scenario, state: SessionState, reason: Reason) -> Journalist:
    """Who asked presses; an overdue promise is whoever's who asks next."""
    present = scenario.scene_by_id[state.scene]
    asked = scene_of(scenario, state, state.answers[-1].scene)
    asking = present if reason.why == "promise" and isinstance(present, Question) else asked
    assert isinstance(asking, Question)
    return scenario.journalist_by_id[asking.journalist]


def _presses(scenario: Scenario, state: SessionState, journalist: Journalist, reason: Reason) -> bool:
    """Whether the journalist's manner lets them press for this reason now."""
    manner = PRESSING[journalist.manner]
    if reason.why not in manner.on:
        return False
    again = _pressed_again(state)
    last = press_of(state, state.answers[-1].scene)
    if last is not None:
        return manner.again and last.journalist == journalist.id and not again
    own = [press for press in state.pressed if press.journalist == journalist.id and not press.is_facilitators]
    before = sum(press.id not in again for press in own)
    return before < manner.most


def _pressed_again(state: SessionState) -> frozenset[str]:
    """The presses upon the answer to a press."""
    pressed = {press.id for press in state.pressed if not press.is_facilitators}
    steps = zip(state.path, state.path[1:], strict=False)
    return frozenset(step.scene for before, step in steps if before.scene in pressed and step.scene in pressed)


def _is_pressed_before(state: SessionState, reason: Reason) -> bool:
    """Whether the same words were pressed on for the same reason, in whichever answer they stood."""
    words = [quote.words for quote in reason.quotes]
    return bool(words) and any(
        press.why == reason.why and [quote.words for quote in press.quotes] == words for press in state.pressed
    )


def _put(scenario: Scenario, state: SessionState, journalist: Journalist, reason: Reason) -> Press | None:
    """The press in words; None if all words for it have been used."""
    number = next_number(state.pressed)
    wording = Wording(bank(scenario.language), reason, *_given(scenario, state, reason))
    used = {press.text for press in state.pressed}
    texts = [text for text in wording.questions(journalist.manner) if text not in used]
    if not texts or f"press_{number}" in scenario.scene_by_id:
        return None
    text = texts[draw(state.seed, FIRST_DRAW + 2 * number, len(texts))]
    lines = wording.lines(draw(state.seed, FIRST_DRAW + 2 * number + 1, ORDERS))
    return Press(f"press_{number}", journalist.id, reason.why, text, reason.quotes, reason.skills, lines)


def _given(scenario: Scenario, state: SessionState, reason: Reason) -> tuple[str, Beside]:
    """The fact of the dossier that the answer to this would bring, and what can be said beside it."""
    asked = [scene_of(scenario, state, answer.scene) for answer in reversed(state.answers)]
    written = next((one for one in asked if press_of(state, one.id) is None), asked[0])
    assert isinstance(written, Question)
    about = " ".join((written.text, *(quote.words for quote in reason.quotes)))
    dossier = dossier_then(scenario, state, len(state.answers))
    rebuts, best = reason.skills[0] == "rebuttal", max(written.lines, key=lambda line: overall(line.levels, line.flags))
    return fact_said(dossier, reason.entry, about, rebuts=rebuts, best_says=best.says), beside_of(dossier, about)
