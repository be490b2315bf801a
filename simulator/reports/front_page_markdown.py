"""Tomorrow's front page as Markdown, and what is behind each story."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import Catalogue, template
from simulator.reports.front_page import FrontPage, Story
from simulator.reports.front_page_text import MANNERS, prevention_in_words
from simulator.reports.markdown import escaped, heading
from simulator.reports.quotation import in_marks


def front_page_as_markdown(page: FrontPage, catalogue: Catalogue) -> str:
    """The page by itself."""
    return "\n".join(front_page_lines(page, catalogue, 1)).rstrip("\n") + "\n"


def front_page_lines(page: FrontPage, catalogue: Catalogue, level: int) -> Iterator[str]:
    """The page below a heading of a level, 1 to 5."""
    yield from heading(catalogue.say(template("Tomorrow's front page (fictional, for training)")), level)
    yield from (escaped(f"{page.title} ({page.day})" if page.day else page.title), "")
    for story in (page.fair, page.harsh):
        yield from _story(story, catalogue, level + 1)


def _story(story: Story, catalogue: Catalogue, level: int) -> Iterator[str]:
    say = catalogue.say
    yield from heading(f"{story.outlet} ({say(MANNERS[story.manner])})", level)
    yield from (f"**{escaped(story.headline)}**", "", escaped(story.standfirst), "")
    if story.quote:
        words = template("Your words, question {number}: {words}")
        yield from (escaped(say(words, number=story.number, words=in_marks(story.quote))), "")
    prevented = prevention_in_words(story, catalogue)
    if prevented:
        yield from (escaped(prevented), "")
