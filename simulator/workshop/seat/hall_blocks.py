"""What the hall sees of the speaker's session: the question, and each answer's words as they are given. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.scenario.model import Scenario
from simulator.scenario.rubric import Skill
from simulator.scenario.scenes import Ending, Question
from simulator.session.asked import scene_of, words_of
from simulator.session.state import SessionState
from simulator.session.view import view
from simulator.tui.widgets.blocks import Block, Paragraph, heading, prose
from simulator.tui.widgets.speaker import speaker_blocks
from simulator.tui.widgets.told import Told


class Followed(Protocol):
    """A session as one follows it, in one's own language."""

    @property
    def scenario(self) -> Scenario: ...
    @property
    def state(self) -> SessionState: ...


@dataclass(frozen=True, slots=True)
class Given:
    """An answer of the speaker's, `number` from 1: the question, its words (empty in silence) and what it asks."""

    number: int
    asker: str
    question: str
    words: str
    skills: tuple[Skill, ...]


def given(scenario: Scenario, state: SessionState, number: int) -> Given:
    """The answer of this number."""
    answer = state.answers[number - 1]
    scene = scene_of(scenario, state, answer.scene)
    assert isinstance(scene, Question)
    asker = scenario.journalist_by_id[scene.journalist].name
    return Given(number, asker, scene.text, words_of(scenario, state, answer), tuple(scene.skills))


def table_blocks(followed: Followed, catalogue: Catalogue) -> Iterator[Block]:
    """What is on the table now; of an ending, its headline and what became of it."""
    table = view(followed.scenario, followed.state)
    if isinstance(table.scene, Ending):
        yield Paragraph(Content.styled(table.scene.headline, "bold"), Content.styled("● ", "$warning"))
        yield prose(table.scene.text, above=1)
    else:
        yield from speaker_blocks(table, catalogue, followed.state.press)


def given_blocks(one: Given, speaker: str, catalogue: Catalogue, above: int = 0) -> Iterator[Block]:
    """The question in passing, and what was answered."""
    say = catalogue.say
    yield Paragraph(Content.styled(one.asker, "bold $primary"), indent=0, above=above)
    yield Paragraph(Content.styled(one.question, "$quiet"), Content(" "), bar="$primary", indent=0)
    title = template("{name} answers") if one.words else template("{name} keeps silent")
    yield heading(say(title, name=speaker))
    if one.words:
        yield Paragraph(Content(one.words), Content(" "), bar="$secondary", indent=0)


def effect_blocks(told: Told | None) -> Iterator[Block]:
    """How people in the story took the last answer: reaction and headline, as the session's mode tells them."""
    if told is not None and told.reaction:
        yield Paragraph(Content.styled(told.reaction, "italic"), above=1)
    if told is not None and told.headline:
        yield Paragraph(Content.styled(told.headline, "bold"), Content.styled("● ", "$warning"))
