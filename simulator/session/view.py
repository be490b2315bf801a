"""What is on the table: who asks what, which choices are open, which are closed and why, and what has become known.

A pure reading of a state; screens, reports and other front ends show nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from simulator.scenario.conditions import chosen, false_parts, minutes_of_day, visits
from simulator.scenario.dossier import Channels, Dossier, DossierItem, Fact, Restricted, Rumour, Unknown
from simulator.scenario.expressions import parse_condition
from simulator.scenario.model import Scenario
from simulator.scenario.people import Journalist, Voice
from simulator.scenario.scenes import Decision, Ending, Inject, Line, Option, Question, Scene
from simulator.session.advance import deadline
from simulator.session.asked import present, ready_of
from simulator.session.compiled import compiled
from simulator.session.echoes import NewsKind, TakenUp, taken_up
from simulator.session.modes import rules_of
from simulator.session.press import is_press_id
from simulator.session.room_inject import RoomInjectTold
from simulator.session.state import Answer, SessionState, Step

Item = TypeVar("Item", bound=DossierItem)


@dataclass(frozen=True, slots=True)
class Offer:
    """A line or option on the table.

    A closed one says why: `spent` if it can be said only once and has been, else the author's
    `closed` text (which may be empty) and the parts of its condition that are false, as written.
    """

    id: str
    text: str
    open: bool
    spent: bool = False
    closed: str = ""
    false: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Headline:
    """One entry of the news ticker, with the story's time of day.

    `by` is who brings it: an outlet or, of a post, a group of the public or a voice; empty where the author names
    nobody.
    """

    time: str
    text: str
    by: str = ""
    kind: NewsKind = "headline"


@dataclass(frozen=True, slots=True)
class Desk:
    """The dossier as it stands now: what is not known yet is left out, and so is what is out of date."""

    context: str
    facts: tuple[Fact, ...]
    unknowns: tuple[Unknown, ...]
    restricted: tuple[Restricted, ...]
    rumours: tuple[Rumour, ...]
    key_messages: tuple[str, ...]
    channels: Channels
    fresh: frozenset[str]
    """Ids of items that came on the table after the start."""


@dataclass(frozen=True, slots=True)
class View:
    """The table. `deadline` is in milliseconds of active time since the start; None without a time limit.

    While a press stands, `scene` is the press as a question.
    """

    scene: Scene
    speaker: Journalist | Voice | None
    offers: tuple[Offer, ...]
    deadline: int | None
    time: str
    trust: int
    heat: int
    headlines: tuple[Headline, ...]
    asked: int
    """Questions answered so far."""
    own_words: bool
    """Whether the question can be answered in one's own words."""
    brought: tuple[RoomInjectTold, ...] = ()
    """News that a facilitator brought in since the last step."""

    @property
    def ended(self) -> bool:
        return isinstance(self.scene, Ending)


def view(scenario: Scenario, state: SessionState) -> View:
    """What is on the table in a session that has begun."""
    scene = present(scenario, state)
    return View(
        scene=scene,
        speaker=_speaker(scenario, scene),
        offers=_offers(scenario, state, scene),
        deadline=deadline(compiled(scenario).scene(state.scene), state),
        time=story_time(scenario, _minutes_now(state)),
        trust=state.trust,
        heat=state.heat,
        headlines=headlines(scenario, state),
        asked=len(state.answers),
        own_words=ready_of(scenario, state, scene.id).own_words is not None,
        brought=brought_after(state, len(state.path)),
    )


def _minutes_now(state: SessionState) -> int:
    """The story's minute of what is on the table: behind a press waits a scene that may be hours later."""
    return minutes_asked(state) if state.press is not None else state.minutes


def minutes_asked(state: SessionState) -> int:
    """The story's minute at which the press that stands was put: that of the answer, or now if a facilitator asks."""
    is_upon_answer = state.press is not None and not state.press.is_facilitators and state.answers
    return state.answers[-1].minutes if is_upon_answer else state.minutes


def brought_after(state: SessionState, steps: int) -> tuple[RoomInjectTold, ...]:
    """The news that a facilitator brought in when so many steps had been made, oldest first."""
    return tuple(one for one in state.injected if one.after == steps)


def story_time(scenario: Scenario, minutes: int) -> str:
    """The story's time of day, `HH:MM`, so many minutes after its start."""
    hours, rest = divmod((minutes_of_day(scenario.clock.start) + minutes) % (24 * 60), 60)
    return f"{hours:02}:{rest:02}"


def desk(scenario: Scenario, state: SessionState) -> Desk:
    """The dossier as the spokesperson has it at this moment."""
    dossier = scenario.dossier
    facts = _known(state, dossier.facts)
    outdated = {fact.replaces for fact in facts}
    return Desk(
        context=dossier.context,
        facts=tuple(fact for fact in facts if fact.id not in outdated),
        unknowns=_known(state, dossier.unknowns),
        restricted=_known(state, dossier.restricted),
        rumours=_known(state, dossier.rumours),
        key_messages=dossier.key_messages,
        channels=dossier.channels,
        fresh=frozenset(item.id for item in _known(state, _items(dossier)) if item.known_from),
    )


def headlines(scenario: Scenario, state: SessionState) -> tuple[Headline, ...]:
    """The news ticker so far, oldest first: the author's headlines, what was made of the answers, the facilitator's."""
    made = _taken_up(scenario, state)
    ticker = [*_brought(made[0], story_time(scenario, 0))]
    answered = 0
    for number, step in enumerate(state.path):
        time = story_time(scenario, step.minutes)
        written = [Headline(time, said) for said in (_written(scenario, step),) if said]
        news = _news(scenario, state, number)
        ticker += [*news, *written] if step.choice else [*written, *news]  # An inject's stood there from the first.
        if answered < len(state.answers) and _is_of(state.answers[answered], step):
            answered += 1
            ticker += _brought(made[answered], time)
    reached = scenario.scene_by_id.get(state.scene) if state.press is None else None  # Behind a press it waits.
    if isinstance(reached, Inject | Ending) and reached.headline:
        ticker.append(Headline(story_time(scenario, state.minutes), reached.headline))
    return (*ticker, *_news(scenario, state, len(state.path)))


def echo_of_last(scenario: Scenario, state: SessionState) -> tuple[Headline | None, str]:
    """What news or network made of the last answer, if anything, and how the hall took it."""
    made, answer = _taken_up(scenario, state)[-1], state.answers[-1]
    return next(iter(_brought(made, story_time(scenario, answer.minutes))), None), made.reaction


def _taken_up(scenario: Scenario, state: SessionState) -> tuple[TakenUp, ...]:
    """What was made of the answers; nothing in a mode that keeps their grades back, since its tone would tell them."""
    if rules_of(state.mode).levels:
        return taken_up(scenario, state)
    return (TakenUp(),) * (len(state.answers) + 1)


def _brought(made: TakenUp, time: str) -> list[Headline]:
    return [Headline(time, made.text, made.by, made.kind)] if made.text else []


def _news(scenario: Scenario, state: SessionState, steps: int) -> list[Headline]:
    told = brought_after(state, steps)
    return [Headline(story_time(scenario, one.minutes), one.line, " ".join(one.source.split())) for one in told]


def _is_of(answer: Answer, step: Step) -> bool:
    return (answer.scene, answer.choice, answer.at) == (step.scene, step.choice, step.at)


def _written(scenario: Scenario, step: Step) -> str | None:
    """The author's headline upon a step; of a press there is none."""
    if is_press_id(step.scene) and step.scene not in scenario.scene_by_id:
        return None
    scene = scenario.scene_by_id[step.scene]
    choice = compiled(scenario).scene(step.scene).choices.get(step.choice)
    if choice is not None and choice.source is not None:
        return choice.source.headline
    return scene.headline if isinstance(scene, Inject) else None


def _speaker(scenario: Scenario, scene: Scene) -> Journalist | Voice | None:
    if isinstance(scene, Question):
        return scenario.journalist_by_id[scene.journalist]
    if isinstance(scene, Inject) and scene.voice:
        return scenario.voice_by_id[scene.voice]
    return None


def _offers(scenario: Scenario, state: SessionState, scene: Scene) -> tuple[Offer, ...]:
    if state.press is not None:
        return tuple(Offer(line.id, line.text, open=True) for line in state.press.lines)
    written: Sequence[Line | Option] = ()
    if isinstance(scene, Question):
        written = scene.lines
    elif isinstance(scene, Decision):
        written = scene.options
    return tuple(_offer(scenario, state, scene.id, choice) for choice in written)


def _offer(scenario: Scenario, state: SessionState, scene_id: str, choice: Line | Option) -> Offer:
    if choice.once and chosen(state, scene_id, choice.id):
        return Offer(choice.id, choice.text, open=False, spent=True)
    ready = compiled(scenario).scene(scene_id).choices[choice.id]
    if ready.condition is None or ready.condition(state):
        return Offer(choice.id, choice.text, open=True)
    assert choice.when is not None
    condition = parse_condition(choice.when, compiled(scenario).names)
    parts = false_parts(condition, compiled(scenario).compiler, state)
    false = tuple(choice.when[part.start : part.end] for part in parts)
    return Offer(choice.id, choice.text, open=False, closed=choice.closed or "", false=false)


def _known(state: SessionState, items: Sequence[Item]) -> tuple[Item, ...]:
    return tuple(item for item in items if item.known_from is None or visits(state, item.known_from))


def _items(dossier: Dossier) -> tuple[DossierItem, ...]:
    return (*dossier.facts, *dossier.unknowns, *dossier.restricted, *dossier.rumours)
