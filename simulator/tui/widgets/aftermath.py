"""What an answer or a decision did: the levels first, then reaction and words, the reasons and the mentor's note."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.tui.widgets.assessment import assessment_blocks, caution_blocks, marked_answer, verdict_blocks
from simulator.tui.widgets.blocks import Block, Paragraph, heading, prose
from simulator.tui.widgets.pressing import SIGN
from simulator.tui.widgets.rating import rating_block
from simulator.tui.widgets.ticker import news
from simulator.tui.widgets.told import Told


def in_one_column(told: Told, catalogue: Catalogue) -> list[Block]:
    """For a narrow window: the levels come first."""
    blocks: list[Block] = [_title(told, catalogue), *_aside(told, catalogue)]
    if told.assessment:
        blocks += [*verdict_blocks(told.assessment, catalogue), *caution_blocks(told.assessment, catalogue)]
    effect = [*_effect(told, above=1 if len(blocks) > 1 else 0)]
    blocks += [*effect, _words(told, above=1), *_unsaid(told, catalogue)]
    if told.assessment:
        blocks += assessment_blocks(told.text, told.assessment, catalogue)
    return [*blocks, *_note(told, catalogue)]


def in_two_columns(told: Told, catalogue: Catalogue) -> tuple[list[Block], list[Block]]:
    """For a wide window: what was said and what came of it, and beside it how it was graded."""
    name = heading(catalogue.say(told.title), above=0)
    effect = [*_effect(told, above=1), *_unsaid(told, catalogue), *_note(told, catalogue)]
    aside = [*_aside(told, catalogue)]
    left = [name, *aside, _words(told, above=1 if aside else 0), *effect]
    if told.assessment is None:
        return left, []
    title = catalogue.say(template("How it was graded: {overall} of 100"), overall=told.assessment.overall)
    caution = [*caution_blocks(told.assessment, catalogue)]
    reasons = assessment_blocks(told.text, told.assessment, catalogue, above=1 if caution else 0)
    return left, [heading(title, above=0), *caution, *reasons]


def _aside(told: Told, catalogue: Catalogue) -> Iterator[Block]:
    """In passing: how sure one is, that the grade comes later, and who comes back to it."""
    if told.confidence is not None:
        yield rating_block(told.confidence, catalogue)
    if told.awaits:
        yield prose(Content.styled(catalogue.say(template("The debrief will tell how it was graded.")), "$quiet"))
    if told.presser:
        text = catalogue.say(template("{journalist} would like to come back to this."), journalist=told.presser)
        yield Paragraph(Content.styled(text, "$secondary"), Content.styled(f"{SIGN} ", "bold $secondary"))


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
        above = 0
    if told.echo:
        sign = Content("") if told.echo.kind == "post" else Content.styled("● ", "$warning")
        yield Paragraph(news(told.echo), sign, above=above)


def _unsaid(told: Told, catalogue: Catalogue) -> Iterator[Block]:
    if told.unsaid:
        yield heading(catalogue.say(template("What you were writing was not said: the time had run out")))
        yield Paragraph(Content.styled(told.unsaid, "$quiet"), Content(" "), bar="$rule")


def _note(told: Told, catalogue: Catalogue) -> Iterator[Block]:
    if told.note:
        yield heading(catalogue.say(template("Mentor's note")))
        yield prose(told.note)
