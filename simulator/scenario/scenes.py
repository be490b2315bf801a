"""Scenes, the prepared lines that answer them, and the ways on from one to the next."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from simulator.scenario.rubric import RedFlag, Skill
from simulator.scenario.text import Expression, Id, Label, Prose
from simulator.scenario.value import Value

RETURN = "return"
"""The target that leads back to where a follow-up, a pool's question or an interruption was called from."""

SILENCE = "silence"
"""The id under which silence is recorded where a line's id would stand."""

OWN_WORDS = "own_words"
"""The id under which an answer in the trainee's own words is recorded where a line's id would stand."""

SAMPLE = f"{OWN_WORDS}."
"""Stands before a sample's id where bots and play-throughs name it among choices: `own_words.plain`."""

LevelValue = Annotated[int, Field(ge=0, le=4)]


class Way(Value):
    """One way on: to a scene or pool by id, or `return`. The first whose condition holds is taken."""

    go: Id
    when: Expression | None = None


def _one_way_in_short(written: object) -> object:
    """`then: q2` is short for `then: [{go: q2}]`."""
    if isinstance(written, list):
        return tuple(written)  # as JSON has it; the strict model wants a tuple
    return ({"go": written},) if isinstance(written, str) else written


_InFull = Annotated[tuple[Way, ...], Field(min_length=1)]
Ways = Annotated[_InFull, BeforeValidator(_one_way_in_short, json_schema_input_type=Id | _InFull)]
"""The ways on, in order; written in full or as one target."""


class FollowUp(Value):
    """A question asked back before the story goes on; its scene comes back by `return`."""

    ask: Id
    when: Expression | None = None


class AuthoredFinding(Value):
    """The author's reason for a level or a red flag, and the words of the line that it rests on."""

    skill: Skill | None = None
    flag: RedFlag | None = None
    words: Prose | None = Field(None, description="The very words of the line, as they stand in it.")
    because: Prose
    better: Prose | None = Field(None, description="What the next level would have needed.")


class Outcome(Value):
    """What follows from an answer, from silence or from a decision."""

    reaction: Prose | None = Field(None, description="What the hall, the street or the network does upon it.")
    headline: Label | None = Field(None, description="How the news ticker puts it.")
    effects: tuple[Expression, ...] = ()
    then: Ways | None = Field(None, description="Where the story goes on; the scene's own `then` if absent.")


class GradedOutcome(Outcome):
    """An outcome with the author's grades."""

    levels: dict[Skill, LevelValue] = Field(default_factory=dict)
    flags: tuple[RedFlag, ...] = ()
    findings: tuple[AuthoredFinding, ...] = ()
    note: Prose | None = Field(None, description="A mentor's sentence on this answer as a whole, for the debrief.")
    follow_ups: tuple[FollowUp, ...] = ()
    says: tuple[Id, ...] = Field((), description="Ids of facts, unknowns and rumours that it puts on record.")


class Silence(GradedOutcome):
    """What it means to let the time run out."""

    text: Prose = Field(description="What is seen of it, in the third person.")


class Line(GradedOutcome):
    """A prepared answer."""

    id: Id
    was: tuple[Id, ...] = ()
    text: Prose
    when: Expression | None = None
    closed: Prose | None = Field(None, description="Told to the trainee while `when` is false.")
    once: bool = False


class Sample(Value):
    """An answer in one's own words, with the grades that the author expects of it.

    The grader is compared with it and bots may speak it; no trainee is ever shown it, and no session knows it.
    """

    id: Id
    text: Prose
    levels: dict[Skill, LevelValue]
    flags: tuple[RedFlag, ...] = ()
    says: tuple[Id, ...] = Field((), description="Ids of facts, unknowns and rumours that it puts on record.")
    note: Prose | None = Field(None, description="Why the author grades it like this.")
    language: Literal["vi", "en"] | None = Field(None, description="Its language; the scenario's if absent.")


class Option(Outcome):
    """One thing that may be decided."""

    id: Id
    was: tuple[Id, ...] = ()
    text: Prose
    when: Expression | None = None
    closed: Prose | None = None
    once: bool = False
    note: Prose | None = Field(None, description="A mentor's sentence on this option, for the debrief.")


class SceneBase(Value):
    """What all scenes share."""

    id: Id
    was: tuple[Id, ...] = Field((), description="Earlier ids of this scene, so that old sessions still find it.")
    title: Label | None = Field(None, description="A short name for outlines and the debrief's path.")


class Question(SceneBase):
    """A journalist asks; a prepared line (or silence) answers."""

    kind: Literal["question"]
    journalist: Id
    text: Prose
    skills: tuple[Skill, ...] = Field(min_length=1, max_length=6)
    lines: tuple[Line, ...] = Field(min_length=2, max_length=9)
    when: Expression | None = Field(None, description="In a pool or as a follow-up: asked only while this holds.")
    once: bool = Field(False, description="In a pool or as a follow-up: asked at most once.")
    takes: Annotated[int, Field(ge=0, le=600)] = Field(3, description="Minutes of story time that the answer takes.")
    time_limit: Annotated[int, Field(ge=5, le=3600)] | None = Field(None, description="Seconds to answer in.")
    silence: Silence | None = Field(None, description="The outcome of letting the time run out.")
    pressed: bool = Field(True, description="Whether journalists may press upon an answer here, in play.")
    follow_ups: tuple[FollowUp, ...] = ()
    samples: tuple[Sample, ...] = Field((), max_length=60, description="Answers in own words, graded by the author.")
    then: Ways | None = None


class Inject(SceneBase):
    """Something happens or is heard; the player takes note and goes on."""

    kind: Literal["inject"]
    voice: Id | None = None
    channel: Label | None = Field(None, description="How it arrives: a note, the radio, a post.")
    text: Prose
    headline: Label | None = None
    effects: tuple[Expression, ...] = ()
    takes: Annotated[int, Field(ge=0, le=10_000)] = 0
    interrupts: Expression | None = Field(
        None, description="Cuts in once, as soon as this holds after an answer or a decision."
    )
    then: Ways


class Decision(SceneBase):
    """The player decides what to do; nothing is graded, but it has effects."""

    kind: Literal["decision"]
    text: Prose
    options: tuple[Option, ...] = Field(min_length=2, max_length=9)
    takes: Annotated[int, Field(ge=0, le=10_000)] = 2
    then: Ways | None = None


class Ending(SceneBase):
    """Where a session ends: a headline, what became of it, and the lesson."""

    kind: Literal["ending"]
    headline: Label
    text: Prose
    lesson: Prose
    outcome: Literal["good", "mixed", "poor"]


Scene = Annotated[Question | Inject | Decision | Ending, Field(discriminator="kind")]


class Pool(Value):
    """Questions from the floor: the engine picks the most salient open one, `draws` times."""

    id: Id
    questions: tuple[Id, ...] = Field(min_length=1)
    draws: Annotated[int, Field(ge=1, le=20)] = 1
    then: Ways
