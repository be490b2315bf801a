"""The debrief as data: one value from a scenario and the state of a session, rendered alike everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from simulator.scenario.assessment import Assessment
from simulator.scenario.conditions import average_level, mean_overall
from simulator.scenario.model import Scenario
from simulator.scenario.rubric import SKILLS, Level, RedFlag, Skill
from simulator.scenario.scenes import OWN_WORDS, SILENCE, Decision, Ending, Inject, Line, Option, Question, Silence
from simulator.session.asked import press_of, ready_of, scene_of
from simulator.session.compiled import Choice
from simulator.session.confidence import Confidence, confidence
from simulator.session.discipline import Discipline, discipline
from simulator.session.events import Event
from simulator.session.limits import UNHEARD
from simulator.session.modes import Mode, rules_of
from simulator.session.preparation import Preparation
from simulator.session.press import Quote
from simulator.session.ready import ReadyScene
from simulator.session.replay import replay, states
from simulator.session.state import Answer, SessionState, Step
from simulator.session.view import story_time, view


@dataclass(frozen=True, slots=True)
class GradedLine:
    """One answer that could be given: its text, its assessment, the mentor's note, and whether it was open then."""

    id: str
    text: str
    assessment: Assessment
    note: str = ""
    given: bool = False
    open: bool = True


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """One question of the session: what was asked, what was answered, what it did, and what would have been better.

    `lines` are all prepared lines, best first; `best` is the first of them that was open then. `seconds` is the
    time taken to answer. Trust and heat are 0-100, before and after. `why` tells why a journalist pressed with it, and
    `quotes` what they came back to; both are empty for a question of the scenario. `confidence` is 0 where none was
    given.
    """

    scene: str
    title: str
    journalist: str
    outlet: str
    question: str
    time: str
    seconds: int
    silent: bool
    given: GradedLine
    best: GradedLine
    lines: tuple[GradedLine, ...]
    reaction: str
    trust: tuple[int, int]
    heat: tuple[int, int]
    why: str = ""
    quotes: tuple[Quote, ...] = ()
    confidence: int = 0


@dataclass(frozen=True, slots=True)
class SkillSummary:
    """One skill over the session: the mean level 0-4 and the levels answer by answer."""

    skill: Skill
    mean: float
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step of the path, and the choices that were open at it and not taken; `why` a journalist pressed, if so."""

    scene: str
    title: str
    kind: str
    time: str
    taken: str
    not_taken: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """Trust and heat after a step of the story; `minutes` since its start."""

    minutes: int
    trust: int
    heat: int


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything that is read after a session, finished or not; of an exam that goes on, what `withheld` leaves."""

    scenario: str
    title: str
    role: str
    language: str
    session: str
    ending: Ending | None
    overall: int
    trust: int
    heat: int
    skills: tuple[SkillSummary, ...]
    flags: tuple[tuple[RedFlag, int], ...]
    questions: tuple[AnsweredQuestion, ...]
    curve: tuple[Moment, ...]
    path: tuple[PathStep, ...]
    scenes_seen: int
    scenes_in_all: int
    endings_missed: tuple[Ending, ...]
    seed: int = 0
    mode: Mode = "practice"
    confidence: Confidence = field(default_factory=lambda: confidence(()))
    preparation: Preparation | None = None
    discipline: Discipline | None = None
    withheld: bool = False

    @property
    def strongest(self) -> SkillSummary | None:
        """The skill with the highest mean, the earlier in the rubric among equals."""
        return max(self.skills, key=lambda skill: skill.mean, default=None)

    @property
    def weakest(self) -> SkillSummary | None:
        """The skill with the lowest mean: what to practise next."""
        return min(self.skills, key=lambda skill: skill.mean, default=None)


def debrief(scenario: Scenario, events: Sequence[Event], session: str = "") -> Debrief:
    """The debrief of a session as it stands: of its events as far as they fit the scenario.

    Where the mode tells nothing before the ending, and there is none yet, it tells nothing either.
    """
    from simulator.reports.withheld import withheld

    read = _whole(scenario, events, session)
    return read if read.ending or rules_of(read.mode).levels else withheld(read)


def _whole(scenario: Scenario, events: Sequence[Event], session: str) -> Debrief:
    replayed = replay(scenario, events)
    state = replayed.state
    moments = tuple(states(scenario, replayed.fitted))
    # `before[n]` is the state in which step n was made: a press, a rating or a preparation adds no step to the path.
    before = tuple({len(moment.path): moment for moment in moments}.values())
    present = scenario.scene_by_id.get(state.scene)
    ending = present if isinstance(present, Ending) else None
    seen = {step.scene for step in state.path} | {state.scene}
    return Debrief(
        scenario=scenario.id,
        title=scenario.title,
        role=scenario.role,
        language=scenario.language,
        session=session,
        ending=ending,
        overall=mean_overall(state.answers),
        trust=state.trust,
        heat=state.heat,
        skills=_skills(state),
        flags=tuple(Counter(flag for answer in state.answers for flag in answer.flags).most_common()),
        questions=tuple(_question(scenario, before, answer) for answer in state.answers),
        curve=tuple(Moment(moment.minutes, moment.trust, moment.heat) for moment in moments),
        path=tuple(_path_step(scenario, moment, step, state) for moment, step in zip(before, state.path, strict=False)),
        scenes_seen=sum(1 for scene in scenario.scenes if scene.id in seen),
        scenes_in_all=len(scenario.scenes),
        endings_missed=tuple(s for s in scenario.scenes if isinstance(s, Ending) and s is not ending),
        seed=state.seed,
        mode=state.mode,
        confidence=confidence(state.answers),
        preparation=state.preparation,
        discipline=discipline(scenario, state),
    )


def _skills(state: SessionState) -> tuple[SkillSummary, ...]:
    summaries = []
    for skill in SKILLS:
        levels = tuple(answer.levels[skill] for answer in state.answers if skill in answer.levels)
        if levels:
            summaries.append(SkillSummary(skill, average_level(state.answers, skill), levels))
    return tuple(summaries)


def _question(scenario: Scenario, moments: Sequence[SessionState], answer: Answer) -> AnsweredQuestion:
    moment = _made_in(moments, answer)
    scene = scene_of(scenario, moment, answer.scene)
    assert isinstance(scene, Question)
    journalist = scenario.journalist_by_id[scene.journalist]
    ready = ready_of(scenario, moment, scene.id)
    choices = ready.choices
    open_ = {offer.id for offer in view(scenario, moment).offers if offer.open}
    lines = ranked_lines(scene, choices, answer.choice, open_)
    press = press_of(moment, answer.scene)
    return AnsweredQuestion(
        scene=scene.id,
        title=scene.title or scene.id,
        journalist=journalist.name,
        outlet=journalist.outlet,
        question=scene.text,
        time=story_time(scenario, answer.minutes),
        seconds=round((answer.at - moment.entered_at) / 1000),
        silent=answer.choice == SILENCE,
        given=_given(ready, answer),
        best=next(line for line in lines if line.open),
        lines=lines,
        reaction=_reaction(ready.made(answer.choice)),
        trust=(answer.before.trust, answer.after.trust),
        heat=(answer.before.heat, answer.after.heat),
        why=press.why if press else "",
        quotes=press.quotes if press else (),
        confidence=answer.confidence,
    )


def _given(ready: ReadyScene, answer: Answer) -> GradedLine:
    choice = ready.made(answer.choice)
    if choice is None:
        return GradedLine(OWN_WORDS, answer.text, answer.assessment, given=True)
    return _graded(choice, given=True)


def _reaction(choice: Choice | None) -> str:
    return choice.source.reaction or "" if choice is not None and choice.source is not None else ""


def _made_in(moments: Sequence[SessionState], answer: Answer) -> SessionState:
    """The state in which an answer was given."""
    place = next(place for place, moment in enumerate(moments[1:]) if answer in moment.answers)
    return moments[place]


def ranked_lines(
    scene: Question, choices: Mapping[str, Choice], given: str, open_: Collection[str]
) -> tuple[GradedLine, ...]:
    """The prepared lines of a question, the best first: by overall grade, then by the shorter text."""
    lines = [_graded(choices[line.id], given=line.id == given, open_=line.id in open_) for line in scene.lines]
    return tuple(sorted(lines, key=lambda line: (-line.assessment.overall, len(line.text))))


def _graded(choice: Choice, *, given: bool, open_: bool = True) -> GradedLine:
    assert choice.assessment is not None
    assert isinstance(choice.source, Line | Silence)
    return GradedLine(choice.id, choice.source.text, choice.assessment, choice.source.note or "", given, open_)


def _path_step(scenario: Scenario, moment: SessionState, step: Step, state: SessionState) -> PathStep:
    scene = scene_of(scenario, moment, step.scene)
    press = press_of(moment, step.scene)
    written: tuple[Line | Option, ...] = ()
    if isinstance(scene, Question):
        written = scene.lines
    elif isinstance(scene, Decision):
        written = scene.options
    taken = next((choice.text for choice in written if choice.id == step.choice), "")
    if isinstance(scene, Question) and step.choice == SILENCE:
        taken = scene.silence.text if scene.silence else UNHEARD
    elif step.choice == OWN_WORDS:
        taken = next(one.text for one in state.answers if (one.scene, one.at) == (step.scene, step.at))
    elif isinstance(scene, Inject):
        taken = scene.text
    return PathStep(
        scene=scene.id,
        title=scene.title or scene.id,
        kind=scene.kind,
        time=story_time(scenario, step.minutes),
        taken=taken,
        not_taken=tuple(
            offer.text for offer in view(scenario, moment).offers if offer.open and offer.id != step.choice
        ),
        why=press.why if press else "",
    )
