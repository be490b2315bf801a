"""What is due to be practised, and when what was practised comes up again."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.practice.desk import PracticeDesk
from simulator.practice.telling import comes_again, topic_name
from simulator.scenario.assessment import Assessment
from simulator.tui.widgets.blocks import Block, Cells, heading, prose

LATER_SHOWN = 6


def comes_again_block(desk: PracticeDesk, assessment: Assessment, catalogue: Catalogue) -> Iterator[Block]:
    """When the skills and flags of an answer come up again."""
    mine = {("skill", skill) for skill in assessment.levels} | {("flag", flag) for flag in assessment.flags}
    found = [one for one in (*desk.due, *desk.later) if one.topic in mine]
    if found:
        told = ", ".join(
            f"{topic_name(one.topic, catalogue)} {comes_again(one.due, desk.now, catalogue)}" for one in found
        )
        yield prose(Content.styled(catalogue.say(template("Comes up again: {topics}"), topics=told), "$quiet"), above=1)


def due_blocks(desk: PracticeDesk, catalogue: Catalogue) -> Iterator[Block]:
    """The topics that are due again, and the next ones after them."""
    if not desk.due and not desk.later:
        return
    yield heading(catalogue.say(template("Due again")))
    if desk.due:
        yield Cells(tuple(Content.assemble(("● ", "$primary"), topic_name(one.topic, catalogue)) for one in desk.due))
    else:
        yield prose(Content.styled(catalogue.say(template("Nothing is due now.")), "$quiet"))
    if desk.later:
        later = desk.later[:LATER_SHOWN]
        told = (f"{topic_name(one.topic, catalogue)} {comes_again(one.due, desk.now, catalogue)}" for one in later)
        yield Cells(tuple(Content.styled(text, "$quiet") for text in told))
