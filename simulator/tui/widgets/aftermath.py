"""What an answer did, as blocks: the words, the reaction, levels with reasons, and what else changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.scenario.scenes import Line, Silence
from simulator.session.compiled import compiled
from simulator.tui.widgets.assessment import Block, assessment_blocks, heading, marked_answer

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.session.state import Answer


def aftermath(exercise: Exercise, catalogue: Catalogue) -> Iterator[Block]:
    """The last answer of a session and its consequences."""
    answer = exercise.state.answers[-1]
    source = compiled(exercise.scenario).scene(answer.scene).choices[answer.choice].source
    assert isinstance(source, Line | Silence)
    silent = isinstance(source, Silence)
    yield heading(catalogue.say(template("You kept silent") if silent else template("Your answer")))
    yield Block(marked_answer(source.text, answer.assessment), "block-answer")
    if source.reaction:
        yield Block(Content.styled(source.reaction, "italic"), "block-reaction")
    if source.headline:
        yield Block(Content.assemble(("▌", "$primary"), (source.headline, "bold")), "block-headline")
    yield _change(answer, catalogue)
    yield heading(catalogue.say(template("How it was graded: {overall} of 100"), overall=answer.overall))
    yield from assessment_blocks(answer.assessment, catalogue)
    if source.note:
        yield heading(catalogue.say(template("Mentor's note")))
        yield Block(Content(source.note), "block-prose")


def _change(answer: Answer, catalogue: Catalogue) -> Block:
    trust, heat = catalogue.say(template("Trust")), catalogue.say(template("Heat"))
    return Block(
        Content.assemble(
            (f"{trust} {answer.before.trust} → {answer.after.trust}", "$trust"),
            "   ",
            (f"{heat} {answer.before.heat} → {answer.after.heat}", "$heat"),
            ("   " + catalogue.say(template("(illustrative)")), "$quiet"),
        ),
        "block-change",
    )

