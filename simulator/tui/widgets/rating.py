"""How sure one was of an answer: asked once in passing, with a key and a place to click for each of three."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import CONFIDENCE_NAMES
from simulator.tui.widgets.blocks import Paragraph

INDENT = 1
GAP = 2


@dataclass(frozen=True, slots=True)
class Rating:
    """A block: the question, and what can be said to it, by its number."""

    question: Content
    answers: tuple[tuple[int, Content], ...]

    def lines(self, width: int) -> list[Content]:
        pieces = [self.question, *(answer for _, answer in self.answers)]
        return Paragraph(Content(" " * GAP).join(pieces), indent=INDENT).lines(width)

    def places(self, width: int) -> Iterator[tuple[int, int, int]]:
        """Each number with the columns at which its answer begins and ends; none where the line is broken."""
        if len(self.lines(width)) > 1:
            return
        end = INDENT + self.question.cell_length
        for number, answer in self.answers:
            start, end = end + GAP, end + GAP + answer.cell_length
            yield number, start, end


def rating_block(confidence: int, catalogue: Catalogue) -> Rating:
    """The question in one line, what was said marked; 0 if nothing was said."""
    question = Content.styled(catalogue.say(template("How sure were you?")), "$quiet")
    names = ((number, catalogue.say(name)) for number, name in CONFIDENCE_NAMES.items())
    return Rating(question, tuple((number, _answer(number, name, number == confidence)) for number, name in names))


def _answer(number: int, name: str, chosen: bool) -> Content:
    sign = ("▸" if chosen else " ", "bold $primary")
    return Content.assemble(sign, (f"{number} ", "bold $primary"), (name, "bold underline" if chosen else "$quiet"))
