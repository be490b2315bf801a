"""How the debrief is made: a session's answers, its path and its skills, read from a replay of its events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from simulator.language.asked import BROUGHT
from simulator.reports.debrief import AnsweredQuestion, Debrief, GradedLine, Moment, PathStep, SkillSummary
from simulator.reports.ranked_lines import graded_line, ranked_lines
from simulator.scenario.assessment import Assessment
from simulator.scenario.conditions import average_level, mean_overall
from simulator.scenario.model import Scenario
from simulator.scenario.revision import Revisions
from simulator.scenario.rubric import SKILLS
from simulator.scenario.scenes import OWN_WORDS, SILENCE, Decision, Ending, Inject, Line, Option, Question
from simulator.session.asked import press_of, ready_of, scene_of
from simulator.session.compiled import Choice
from simulator.session.confidence import confidence
from simulator.session.discipline import discipline
from simulator.session.events import Event
from simulator.session.limits import UNHEARD
from simulator.session.ready import ReadyScene
from simulator.session.replay import replay, states
from simulator.session.room_inject import RoomInjectTold
from simulator.session.state import Answer, SessionState, Step
from simulator.session.view import brought_after, story_time, view


def whole(
    scenario: Scenario, events: Sequence[Event], session: str, revisions: Revisions
) -> tuple[Debrief, SessionState]:
    """The debrief without what follows from the answers, and the state of the session that it was read from."""
    replayed = replay(scenario, events)
    state = replayed.state
    moments = tuple(states(scenario, replayed.fitted))
    # `before[n]` is the state in which step n was made: a press, a rating or a preparation adds no step to the path.
    before = tuple({len(moment.path): moment for moment in moments}.values())
    present = scenario.scene_by_id.get(state.scene)
    ending = present if isinstance(present, Ending) else None
    answers = tuple(
        one._replace(assessment=revisions.counted(number, one.at, one.assessment))
        for number, one in enumerate(state.answers, 1)
    )
    seen = {step.scene for step in state.path} | {state.scene}
    read = Debrief(
        scenario=scenario.id,
        title=scenario.title,
        role=scenario.role,
        language=scenario.language,
        session=session,
        ending=ending,
        overall=mean_overall(answers),
        trust=state.trust,
        heat=state.heat,
        skills=_skills(answers),
        flags=tuple(Counter(flag for answer in answers for flag in answer.flags).most_common()),
        questions=tuple(
            _question(scenario, before, answer, number, revisions) for number, answer in enumerate(state.answers, 1)
        ),
        curve=tuple(Moment(moment.minutes, moment.trust, moment.heat) for moment in moments),
        path=tuple(_path(scenario, before, state)),
        scenes_seen=sum(1 for scene in scenario.scenes if scene.id in seen),
        scenes_in_all=len(scenario.scenes),
        endings_missed=tuple(s for s in scenario.scenes if isinstance(s, Ending) and s is not ending),
        seed=state.seed,
        mode=state.mode,
        confidence=confidence(answers),
        preparation=state.preparation,
        discipline=discipline(scenario, state),
    )
    return read, state


def _skills(answers: Sequence[Answer]) -> tuple[SkillSummary, ...]:
    summaries = []
    for skill in SKILLS:
        levels = tuple(answer.levels[skill] for answer in answers if skill in answer.levels)
        if levels:
            summaries.append(SkillSummary(skill, average_level(answers, skill), levels))
    return tuple(summaries)


def _question(
    scenario: Scenario, moments: Sequence[SessionState], answer: Answer, number: int, revisions: Revisions
) -> AnsweredQuestion:
    moment = _made_in(moments, answer)
    scene = scene_of(scenario, moment, answer.scene)
    assert isinstance(scene, Question)
    journalist = scenario.journalist_by_id[scene.journalist]
    ready = ready_of(scenario, moment, scene.id)
    choices = ready.choices
    open_ = {offer.id for offer in view(scenario, moment).offers if offer.open}
    lines = ranked_lines(scene, choices, answer.choice, open_)
    press = press_of(moment, answer.scene)
    given = _given(ready, answer, revisions.graded(number, answer.at, answer.assessment))
    return AnsweredQuestion(
        scene=scene.id,
        title=scene.title or scene.id,
        journalist=journalist.name,
        outlet=journalist.outlet,
        question=scene.text,
        time=story_time(scenario, answer.minutes),
        seconds=round((answer.at - moment.entered_at) / 1000),
        silent=answer.choice == SILENCE,
        given=given,
        best=next((line for line in lines if line.open), given),
        lines=lines,
        reaction=_reaction(ready.made(answer.choice)),
        trust=(answer.before.trust, answer.after.trust),
        heat=(answer.before.heat, answer.after.heat),
        why=press.why if press else "",
        quotes=press.quotes if press else (),
        confidence=answer.confidence,
        verdict=revisions.verdict(number, answer.at),
        minutes=answer.minutes,
        moment=answer.at,
    )


def _given(ready: ReadyScene, answer: Answer, assessment: Assessment) -> GradedLine:
    choice = ready.made(answer.choice)
    if choice is None:
        return GradedLine(OWN_WORDS, answer.text, assessment, given=True)
    return graded_line(choice, given=True)


def _reaction(choice: Choice | None) -> str:
    return choice.source.reaction or "" if choice is not None and choice.source is not None else ""


def _made_in(moments: Sequence[SessionState], answer: Answer) -> SessionState:
    """The state in which an answer was given."""
    place = next(place for place, moment in enumerate(moments[1:]) if answer in moment.answers)
    return moments[place]


def _path(scenario: Scenario, before: Sequence[SessionState], state: SessionState) -> Iterator[PathStep]:
    """The steps, and between them the news that a facilitator brought in; behind an inject what came while it stood."""
    for number, (moment, step) in enumerate(zip(before, state.path, strict=False)):
        news = [_news_step(scenario, one) for one in brought_after(state, number)]
        made = _path_step(scenario, moment, step, state)
        yield from (*news, made) if step.choice else (made, *news)
    for one in brought_after(state, len(state.path)):
        yield _news_step(scenario, one)


def _news_step(scenario: Scenario, news: RoomInjectTold) -> PathStep:
    title = f"{news.line} ({news.source})" if news.source else news.line
    return PathStep("", title, "news", story_time(scenario, news.minutes), news.text, (), BROUGHT)


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
