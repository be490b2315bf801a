"""Tomorrow's front page as HTML: the two papers, and under each what is behind its story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.language.catalogue import Catalogue, template
from simulator.reports.front_page import FrontPage, Story
from simulator.reports.front_page_text import MANNERS, prevention_in_words
from simulator.reports.pages.rendering import rendered
from simulator.reports.quotation import in_marks, is_whole


@dataclass(frozen=True, slots=True)
class StoryTold:
    """One story: its paper and the paper's manner, what it prints, and what is behind it, in the reader's language."""

    outlet: str
    manner: str
    headline: str
    standfirst: str
    behind: tuple[str, ...]


def front_page_page(page: FrontPage, catalogue: Catalogue) -> str:
    """The page by itself."""
    return rendered("front_page", catalogue, page=page, stories=stories_told(page, catalogue))


def stories_told(page: FrontPage, catalogue: Catalogue) -> tuple[StoryTold, ...]:
    """Both stories; newspapers keep the scenario's language."""
    return tuple(_told(story, catalogue) for story in (page.fair, page.harsh))


def _told(story: Story, catalogue: Catalogue) -> StoryTold:
    manner = catalogue.say(MANNERS[story.manner])
    return StoryTold(story.outlet, manner, story.headline, story.standfirst, tuple(_behind(story, catalogue)))


def _behind(story: Story, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    if story.quote:
        words = template("Your words, question {number}: {words}")
        yield say(words, number=story.number, words=in_marks(story.quote))
        whole = in_marks(story.sentence)
        if not is_whole(story.quote, story.sentence) and whole not in story.standfirst:
            yield say(template("The whole sentence: {words}"), words=whole)
    prevented = prevention_in_words(story, catalogue)
    if prevented:
        yield prevented
