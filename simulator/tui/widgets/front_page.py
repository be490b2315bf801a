"""Tomorrow's front page as blocks: two newspapers side by side, and under each what would have prevented its story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.reports.front_page import FrontPage, Story
from simulator.reports.front_page_text import MANNERS, prevention_in_words
from simulator.tui.widgets.blocks import Block, Columns, Paragraph, prose
from simulator.tui.widgets.plain import shown

TITLE = template("Tomorrow's front page")
SIDE_BY_SIDE = 96
"""Cells from which on the newspapers stand side by side."""


@dataclass(frozen=True, slots=True)
class Nameplate:
    """A newspaper's name in the middle, between two rules."""

    name: str

    def lines(self, width: int) -> list[Content]:
        name = shown(Content.styled(self.name, "bold")).wrap(max(width - 2, 8))
        rules = Content.styled(" " + "━" * (width - 1), "$foreground"), Content.styled(" " + "─" * (width - 1), "$rule")
        centred = (Content(" " * max(0, (width - line.cell_length + 1) // 2)) + line for line in name)
        return [rules[0], *centred, rules[1]]


def front_page_blocks(page: FrontPage, catalogue: Catalogue) -> Iterator[Block]:
    """The day, and the two stories."""
    about = catalogue.say(template("fictional, for training"))
    parts = (page.day, page.title, about) if page.day else (page.title, about)
    yield prose(Content.styled(" · ".join(parts), "$quiet"))
    fair, harsh = (tuple(_story(story, catalogue)) for story in (page.fair, page.harsh))
    yield Columns(fair, harsh, least=SIDE_BY_SIDE, above=1)


def _story(story: Story, catalogue: Catalogue) -> Iterator[Block]:
    say = catalogue.say
    yield Nameplate(story.outlet)
    yield prose(Content.styled(say(MANNERS[story.manner]), "italic $quiet"))
    yield Paragraph(Content.styled(story.headline, "bold $primary"), above=1)
    yield prose(story.standfirst, above=1)
    if story.quote:
        yield from _words(story, catalogue)
    told = prevention_in_words(story, catalogue)
    if told:
        yield Paragraph(Content(told), Content.styled("→ ", "bold $success"), above=1)


def _words(story: Story, catalogue: Catalogue) -> Iterator[Block]:
    said = catalogue.say(template("Your words, question {number}:"), number=story.number)
    yield Paragraph(Content.styled(said, "$quiet"), above=1)
    yield Paragraph(_in_its_sentence(story), Content(" "), bar="$secondary")


def _in_its_sentence(story: Story) -> Content:
    """The whole sentence, the words that were printed underlined in it."""
    before, quote, after = story.sentence.partition(story.quote)
    if not quote:
        return Content.styled(story.quote, "bold underline")
    return Content.assemble(before, (quote, "bold underline"), after)
