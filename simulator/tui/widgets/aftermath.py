"""What an answer or a decision did: the levels first, then reaction and words, the reasons and the mentor's note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.scenario.assessment import Assessment, Finding
from simulator.scenario.rubric import LEVELS, SKILLS
from simulator.scenario.scenes import OWN_WORDS, Option, Question, Silence
from simulator.session.compiled import compiled
from simulator.session.view import view
from simulator.tui.widgets.assessment import assessment_blocks, caution_blocks, marked_answer, verdict_blocks
from simulator.tui.widgets.blocks import Block, Paragraph, heading, prose

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.session.state import SessionState


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to tell of a step. `title` is a template; a decision has no assessment.

    `unsaid` is what was being written when the time ran out.
    """

    title: str
    text: str
    assessment: Assessment | None
    reaction: str = ""
    headline: str = ""
    note: str = ""
    unsaid: str = ""


def told_of(exercise: Exercise, unsaid: str = "") -> Told | None:
    """The last step that was made; None if there is nothing to tell: an inject, or a decision that nobody reacts to."""
    state = exercise.state
    step = state.path[-1]
    if step.choice == OWN_WORDS:
        answer = state.answers[-1]
        return Told(template("Your answer"), answer.text, answer.assessment)
    choice = compiled(exercise.scenario).scene(step.scene).choices.get(step.choice)
    source = choice.source if choice else None
    text, reaction, headline, note = (
        getattr(source, key, None) or "" for key in ("text", "reaction", "headline", "note")
    )
    if isinstance(source, Option):
        told = Told(template("Your decision"), text, None, reaction, headline, note)
        return told if reaction or headline or note else None
    if choice is None:
        return None
    title = template("You kept silent") if isinstance(source, Silence) else template("Your answer")
    told = Told(title, text, state.answers[-1].assessment, reaction, headline, note)
    return replace(told, unsaid=unsaid) if isinstance(source, Silence) else told


def model_of(exercise: Exercise, before: SessionState) -> Told | None:
    """The best of the prepared lines that could have been said; None if the last step was no answer."""
    from simulator.reports.debrief import ranked_lines

    step = exercise.state.path[-1]
    scene = exercise.scenario.scene_by_id[step.scene]
    if not isinstance(scene, Question):
        return None
    open_ = {offer.id for offer in view(exercise.scenario, before).offers if offer.open}
    ranked = ranked_lines(scene, compiled(exercise.scenario).scene(scene.id).choices, step.choice, open_)
    best = next((line for line in ranked if line.open), ranked[0])
    title = template("You gave the model answer") if best.given else template("A model answer")
    return Told(title, best.text, best.assessment, note=best.note)


def sample() -> Told:
    """Something to draw that has every level, a flag and marked words."""
    skills = SKILLS[: len(LEVELS)]
    findings = tuple(Finding("because", skill, start=0, end=1, better="better") for skill in skills)
    flagged = Finding("because", flag="blame", start=2, end=3)
    assessment = Assessment(dict(zip(skills, LEVELS, strict=True)), ("blame",), (*findings, flagged), 50)
    return Told(template("Your answer"), "a b", assessment, "reaction", "headline", "note")


def in_one_column(told: Told, catalogue: Catalogue) -> list[Block]:
    """For a narrow window: the levels come first."""
    blocks: list[Block] = [_title(told, catalogue)]
    if told.assessment:
        blocks += [*verdict_blocks(told.assessment, catalogue), *caution_blocks(told.assessment, catalogue)]
    effect = [*_effect(told, above=1 if told.assessment else 0)]
    blocks += [*effect, _words(told, above=1), *_unsaid(told, catalogue)]
    if told.assessment:
        blocks += assessment_blocks(told.text, told.assessment, catalogue)
    return [*blocks, *_note(told, catalogue)]


def in_two_columns(told: Told, catalogue: Catalogue) -> tuple[list[Block], list[Block]]:
    """For a wide window: what was said and what came of it, and beside it how it was graded."""
    name = heading(catalogue.say(told.title), above=0)
    effect = [*_effect(told, above=1), *_unsaid(told, catalogue), *_note(told, catalogue)]
    left = [name, _words(told), *effect]
    if told.assessment is None:
        return left, []
    title = catalogue.say(template("How it was graded: {overall} of 100"), overall=told.assessment.overall)
    caution = [*caution_blocks(told.assessment, catalogue)]
    reasons = assessment_blocks(told.text, told.assessment, catalogue, above=1 if caution else 0)
    return left, [heading(title, above=0), *caution, *reasons]


def _title(told: Told, catalogue: Catalogue) -> Block:
    name = catalogue.say(told.title)
    if told.assessment is None:
        return heading(name, above=0)
    grade = catalogue.say(template("{overall} of 100"), overall=told.assessment.overall)
    return Paragraph(Content.assemble((f"{name}: ", "bold $primary"), (grade, "bold")), indent=0)


def _words(told: Told, above: int = 0) -> Block:
    text = marked_answer(told.text, told.assessment) if told.assessment else Content(told.text)
    return Paragraph(text, Content(" "), bar="$secondary", above=above)


def _effect(told: Told, above: int) -> Iterator[Block]:
    if told.reaction:
        yield Paragraph(Content.styled(told.reaction, "italic"), above=above)
        above = 0
    if told.headline:
        yield Paragraph(Content.styled(told.headline, "bold"), Content.styled("● ", "$warning"), above=above)


def _unsaid(told: Told, catalogue: Catalogue) -> Iterator[Block]:
    if told.unsaid:
        yield heading(catalogue.say(template("What you were writing was not said: the time had run out")))
        yield Paragraph(Content.styled(told.unsaid, "$quiet"), Content(" "), bar="$rule")


def _note(told: Told, catalogue: Catalogue) -> Iterator[Block]:
    if told.note:
        yield heading(catalogue.say(template("Mentor's note")))
        yield prose(told.note)
