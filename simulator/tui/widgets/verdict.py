"""A person's verdict on an answer, as blocks: who decided what, and the grade that counts then."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import Catalogue, template
from simulator.reports.debrief import AnsweredQuestion
from simulator.reports.verdict_text import verdict_lines
from simulator.tui.widgets.blocks import Block, item
from simulator.tui.widgets.plain import plain


def verdict_blocks(question: AnsweredQuestion, catalogue: Catalogue) -> Iterator[Block]:
    """Nothing where nobody decided."""
    told = [*verdict_lines(question, catalogue)]
    for number, line in enumerate(told):
        yield item("▸", "bold $secondary", plain(line), above=0 if number else 1)
    if told:
        counts = catalogue.say(template("This counts: {overall} of 100."), overall=question.counted.overall)
        yield item("▸", "bold $secondary", counts)
