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
from simulator.session.press import is_press_id
from simulator.session.state import SessionState

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
    """One entry of the news ticker, with the story's time of day."""

    time: str
    text: str


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
        time=story_time(scenario, state.minutes),
        trust=state.trust,
        heat=state.heat,
        headlines=headlines(scenario, state),
        asked=len(state.answers),
        own_words=ready_of(scenario, state, scene.id).own_words is not None,
    )


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
    """The news ticker so far, oldest first."""
    ticker: list[Headline] = []
    for step in state.path:
        time = story_time(scenario, step.minutes)
        if is_press_id(step.scene) and step.scene not in scenario.scene_by_id:
            continue  # The news prints nothing of its own upon a press.
        scene = scenario.scene_by_id[step.scene]
        choice = compiled(scenario).scene(step.scene).choices.get(step.choice)
        said = scene.headline if isinstance(scene, Inject) else None
        if choice is not None and choice.source is not None:
            said = choice.source.headline
        if said:
            ticker.append(Headline(time, said))
    reached = scenario.scene_by_id.get(state.scene) if state.press is None else None  # Behind a press it waits.
    if isinstance(reached, Inject | Ending) and reached.headline:
        ticker.append(Headline(story_time(scenario, state.minutes), reached.headline))
    return tuple(ticker)


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
