"""What was asked: scenes of the scenario and presses of the session alike, under the ids that answers and steps carry.

Whoever looks up `answer.scene` or `step.scene` asks here; the scenario alone does not know a press.
"""

from __future__ import annotations

from simulator.scenario.assessment import Assessment, Finding
from simulator.scenario.model import Scenario
from simulator.scenario.rubric import overall
from simulator.scenario.scenes import OWN_WORDS, AuthoredFinding, Line, Question, Scene
from simulator.session.compiled import compiled
from simulator.session.limits import silence_by_rule
from simulator.session.press import PRESS_MINUTES, Press, PressLine
from simulator.session.ready import Choice, ReadyScene
from simulator.session.state import Answer, SessionState
from simulator.world.reputation import impact_of

TITLE_WORDS = 8


def present_id(state: SessionState) -> str:
    """The id of what is on the table: of the press that stands, else of the present scene."""
    return state.press.id if state.press is not None else state.scene


def present(scenario: Scenario, state: SessionState) -> Scene:
    """What is on the table: the press that stands, as a question, or else the present scene."""
    return question_of(state.press) if state.press is not None else scenario.scene_by_id[state.scene]


def scene_of(scenario: Scenario, state: SessionState, scene_id: str) -> Scene:
    """The scene or press of this id, a press as a question. Raises KeyError for neither."""
    press = press_of(state, scene_id)
    return question_of(press) if press is not None else scenario.scene_by_id[scene_id]


def ready_of(scenario: Scenario, state: SessionState, scene_id: str) -> ReadyScene:
    """The scene or press of this id with its choices. Raises KeyError for neither."""
    press = press_of(state, scene_id)
    return ready_press(press) if press is not None else compiled(scenario).scene(scene_id)


def press_of(state: SessionState, scene_id: str) -> Press | None:
    """The press of this id; None if it is a scene's."""
    return next((press for press in state.pressed if press.id == scene_id), None)


def question_of(press: Press) -> Question:
    """A press as a scenario's question."""
    lines = tuple(_line(line) for line in press.lines)
    # A scenario's question has lines to choose from; a facilitator's needs none, and was checked as it came.
    made = Question if lines else Question.model_construct
    return made(
        id=press.id,
        kind="question",
        title=_title(press.text),
        journalist=press.journalist,
        text=press.text,
        skills=press.skills,
        lines=lines,
        takes=PRESS_MINUTES,
    )


def ready_press(press: Press) -> ReadyScene:
    """A press as the session needs it."""
    choices = {line.id: _choice(line) for line in press.lines}
    own_words = Choice(OWN_WORDS, None, False, None, None, (), (), (), None)
    silence = silence_by_rule(press.skills)
    return ReadyScene(press.id, "question", choices, takes=PRESS_MINUTES, own_words=own_words, silence_by_rule=silence)


def words_of(scenario: Scenario, state: SessionState, answer: Answer) -> str:
    """What was said in an answer: one's own words, or the prepared line's; nothing in silence."""
    if answer.choice == OWN_WORDS:
        return answer.text
    choice = ready_of(scenario, state, answer.scene).choices.get(answer.choice)
    source = choice.source if choice is not None else None
    return source.text if isinstance(source, Line) else ""


def _title(text: str) -> str:
    """The beginning of a question, for outlines; it has no other name."""
    words = text.split()
    short = " ".join(words[:TITLE_WORDS])
    return short if len(words) <= TITLE_WORDS else f"{short} …"


def _choice(line: PressLine) -> Choice:
    grade = overall(line.levels, line.flags)
    assessment = Assessment(line.levels, line.flags, line.findings, grade)
    return Choice(line.id, None, False, assessment, impact_of(line.levels, line.flags), (), (), (), _line(line))


def _line(line: PressLine) -> Line:
    findings = tuple(_finding(line.text, finding) for finding in line.findings)
    return Line(id=line.id, text=line.text, levels=dict(line.levels), flags=line.flags, findings=findings)


def _finding(text: str, finding: Finding) -> AuthoredFinding:
    words = text[finding.start : finding.end] or None
    return AuthoredFinding(
        skill=finding.skill, flag=finding.flag, words=words, because=finding.because, better=finding.better or None
    )
