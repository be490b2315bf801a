"""What an answer or a decision did: the levels first, then reaction and words, the reasons and the mentor's note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.scenario.scenes import Line, Option, Silence
from simulator.session.compiled import compiled
from simulator.tui.widgets.assessment import assessment_blocks, marked_answer, verdict_blocks
from simulator.tui.widgets.blocks import Block, Paragraph, heading, prose

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.scenario.assessment import Assessment


def tells(source: Line | Silence | Option) -> bool:
    """Whether a choice has an aftermath: an answer always has one, a decision if anything is told of it."""
    return not isinstance(source, Option) or bool(source.reaction or source.headline or source.note)


def last_choice(exercise: Exercise) -> tuple[Line | Silence | Option, Assessment | None]:
    """What was chosen in the last step, and the assessment of it if it was an answer."""
    state = exercise.state
    step = state.path[-1]
    choice = compiled(exercise.scenario).scene(step.scene).choices[step.choice]
    return choice.source, None if isinstance(choice.source, Option) else state.answers[-1].assessment


def in_one_column(exercise: Exercise, catalogue: Catalogue) -> list[Block]:
    """The last step of a session and its consequences, for a narrow window: the levels come first."""
    source, assessment = last_choice(exercise)
    blocks: list[Block] = [_title(source, assessment, catalogue)]
    if assessment is not None:
        blocks += verdict_blocks(assessment, catalogue)
    blocks += _effect(source, above=1 if assessment else 0)
    blocks.append(_words(source, assessment, above=1))
    if assessment is not None:
        blocks += assessment_blocks(assessment, catalogue)
    return [*blocks, *_note(source, catalogue)]


def in_two_columns(exercise: Exercise, catalogue: Catalogue) -> tuple[list[Block], list[Block]]:
    """The same for a wide window: what was said and what came of it, and beside it how it was graded."""
    source, assessment = last_choice(exercise)
    told = [
        _title(source, None, catalogue),
        _words(source, assessment),
        *_effect(source, above=1),
        *_note(source, catalogue),
    ]
    if assessment is None:
        return told, []
    title = catalogue.say(template("How it was graded: {overall} of 100"), overall=assessment.overall)
    return told, [heading(title, above=0), *assessment_blocks(assessment, catalogue, above=0)]


def _title(source: Line | Silence | Option, assessment: Assessment | None, catalogue: Catalogue) -> Block:
    names = {Line: template("Your answer"), Silence: template("You kept silent"), Option: template("Your decision")}
    name = catalogue.say(names[type(source)])
    if assessment is None:
        return heading(name, above=0)
    grade = catalogue.say(template("{overall} of 100"), overall=assessment.overall)
    return Paragraph(Content.assemble((f"{name}: ", "bold $primary"), (grade, "bold")), indent=0)


def _words(source: Line | Silence | Option, assessment: Assessment | None, above: int = 0) -> Block:
    text = Content(source.text) if assessment is None else marked_answer(source.text, assessment)
    return Paragraph(text, Content(" "), bar="$secondary", above=above)


def _effect(source: Line | Silence | Option, above: int) -> Iterator[Block]:
    if source.reaction:
        yield Paragraph(Content.styled(source.reaction, "italic"), above=above)
        above = 0
    if source.headline:
        yield Paragraph(Content.styled(source.headline, "bold"), Content.styled("● ", "$warning"), above=above)


def _note(source: Line | Silence | Option, catalogue: Catalogue) -> Iterator[Block]:
    if source.note:
        yield heading(catalogue.say(template("Mentor's note")))
        yield prose(source.note)
