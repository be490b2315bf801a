"""What came of the last step, as paragraphs: the grade of an answer, reaction, headline, trust and heat."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.commands.plain.graded import graded
from simulator.commands.plain.table import change, headline, news
from simulator.exercise.exercise import Exercise
from simulator.language.catalogue import Catalogue, template
from simulator.reports.debrief import AnsweredQuestion, GradedLine
from simulator.scenario.scenes import Line, Option, Silence
from simulator.session.asked import ready_of
from simulator.session.modes import Rules
from simulator.session.state import SessionState
from simulator.session.view import echo_of_last

Source = Line | Option | Silence


def source_of(exercise: Exercise) -> Source | None:
    """What the author wrote of the last step's choice; None after an inject and after one's own words."""
    step = exercise.state.path[-1]
    choice = ready_of(exercise.scenario, exercise.state, step.scene).made(step.choice)
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


def answer(asked: AnsweredQuestion, rules: Rules, catalogue: Catalogue) -> Iterator[str]:
    """The answer and its grade; where the mode keeps the grade for the debrief, that it is recorded."""
    if rules.levels:
        title = template("You kept silent") if asked.silent else template("Your answer")
        yield from ("", *graded(catalogue.say(title), asked.given, catalogue))
        return
    title = template("You kept silent") if asked.silent else template("Your answer is recorded")
    yield from ("", f"{catalogue.say(title)}: {asked.given.text}")
    yield catalogue.say(template("The debrief will tell how it was graded."))


def opening(exercise: Exercise, catalogue: Catalogue) -> Iterator[str]:
    """The opening statement and its grade, before the first question; nothing where there was none."""
    prepared = exercise.state.preparation
    if prepared is None or prepared.assessment is None:
        return
    if exercise.rules.levels:
        line = GradedLine("", prepared.opening, prepared.assessment)
        yield from ("", *graded(catalogue.say(template("Your opening statement")), line, catalogue))
        return
    yield from ("", f"{catalogue.say(template('Your opening statement is recorded'))}: {prepared.opening}")
    yield catalogue.say(template("The debrief will tell how it was graded."))


def pressed(exercise: Exercise, catalogue: Catalogue) -> Iterator[str]:
    """Who comes back to the answer."""
    press = exercise.state.press
    if press is not None and not press.is_facilitators:
        name = exercise.scenario.journalist_by_id[press.journalist].name
        yield catalogue.say(template("{journalist} would like to come back to this."), journalist=name)


def model(asked: AnsweredQuestion, catalogue: Catalogue) -> Iterator[str]:
    """The best of the prepared lines that could have been said."""
    title = template("You gave the model answer") if asked.best.given else template("A model answer")
    yield from ("", *graded(catalogue.say(title), asked.best, catalogue))


def decision(option: Option, rules: Rules, catalogue: Catalogue) -> Iterator[str]:
    """What was decided, and the mentor's note on it."""
    yield from ("", f"{catalogue.say(template('Your decision'))}: {option.text}")
    if option.note and rules.note:
        yield f"{catalogue.say(template('Mentor:'))} {option.note}"


def figures(before: SessionState, now: SessionState, catalogue: Catalogue) -> Iterator[str]:
    """How trust and heat have changed."""
    yield change(template("Public trust"), before.trust, now.trust, catalogue)
    yield change(template("Media heat"), before.heat, now.heat, catalogue)


def effect(exercise: Exercise, source: Source | None, catalogue: Catalogue) -> Iterator[str]:
    """Who reacted, and what news and network made of it."""
    echo, hall = echo_of_last(exercise.scenario, exercise.state) if answered(exercise) else (None, "")
    reaction = (source.reaction if source is not None else "") or hall
    if reaction:
        yield reaction
    if source is not None and source.headline:
        yield headline(source.headline, catalogue)
    if echo is not None:
        told = news(echo, catalogue)
        yield told if echo.kind == "post" else headline(told, catalogue)


def unsaid(text: str, catalogue: Catalogue) -> Iterator[str]:
    """What was being written when the time ran out."""
    yield catalogue.say(template("What you were writing was not said: the time had run out"))
    yield f"  {text}"
