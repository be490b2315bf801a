"""What came of the last step, as paragraphs: the grade of an answer, reaction, headline, trust and heat."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.commands.plain.graded import graded
from simulator.commands.plain.table import change, headline
from simulator.exercise.exercise import Exercise
from simulator.language.catalogue import Catalogue, template
from simulator.reports.debrief import AnsweredQuestion
from simulator.scenario.scenes import Line, Option, Silence
from simulator.session.compiled import compiled
from simulator.session.state import SessionState

Source = Line | Option | Silence


def source_of(exercise: Exercise) -> Source | None:
    """What the author wrote of the last step's choice; None after an inject and after one's own words."""
    step = exercise.state.path[-1]
    choice = compiled(exercise.scenario).scene(step.scene).choices.get(step.choice)
    return choice.source if choice is not None else None


def is_told(exercise: Exercise, source: Source | None) -> bool:
    """Whether there is something to tell of the last step."""
    if isinstance(source, Option):
        return bool(source.reaction or source.headline or source.note)
    return answered(exercise)


def answered(exercise: Exercise) -> bool:
    """Whether the last step was an answer, or silence."""
    state = exercise.state
    return (
        bool(state.answers)
        and state.answers[-1].at == state.path[-1].at
        and (state.answers[-1].scene == state.path[-1].scene)
    )


def answer(asked: AnsweredQuestion, catalogue: Catalogue) -> Iterator[str]:
    """The answer and its grade."""
    title = template("You kept silent") if asked.silent else template("Your answer")
    yield from ("", *graded(catalogue.say(title), asked.given, catalogue))


def model(asked: AnsweredQuestion, catalogue: Catalogue) -> Iterator[str]:
    """The best of the prepared lines that could have been said."""
    title = template("You gave the model answer") if asked.best.given else template("A model answer")
    yield from ("", *graded(catalogue.say(title), asked.best, catalogue))


def decision(option: Option, catalogue: Catalogue) -> Iterator[str]:
    """What was decided, and the mentor's note on it."""
    yield from ("", f"{catalogue.say(template('Your decision'))}: {option.text}")
    if option.note:
        yield f"{catalogue.say(template('Mentor:'))} {option.note}"


def effect(source: Source | None, before: SessionState, now: SessionState, catalogue: Catalogue) -> Iterator[str]:
    """How trust and heat have changed, who reacted, and what the news made of it."""
    yield change(template("Public trust"), before.trust, now.trust, catalogue)
    yield change(template("Media heat"), before.heat, now.heat, catalogue)
    if source is not None and source.reaction:
        yield source.reaction
    if source is not None and source.headline:
        yield headline(source.headline, catalogue)


def unsaid(text: str, catalogue: Catalogue) -> Iterator[str]:
    """What was being written when the time ran out."""
    yield catalogue.say(template("What you were writing was not said: the time had run out"))
    yield f"  {text}"
