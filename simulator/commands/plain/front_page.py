"""Tomorrow's front page, as paragraphs: what each outlet prints, and what would have prevented it."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import Catalogue, template
from simulator.reports.front_page import FrontPage, Story
from simulator.reports.front_page_text import MANNERS, prevention_in_words
from simulator.reports.quotation import in_marks


def front_page(page: FrontPage, catalogue: Catalogue) -> Iterator[str]:
    """Both stories. Newspapers keep the scenario's language, all else is in the reader's."""
    yield from ("", catalogue.say(template("Tomorrow's front page (fictional, for training)")))
    if page.day:
        yield f"  {page.day}"
    for story in (page.fair, page.harsh):
        yield from _story(story, catalogue)


def _story(story: Story, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    yield from ("", f"{story.outlet} ({say(MANNERS[story.manner])})")
    yield f"  {story.headline}"
    yield f"  {story.standfirst}"
    if story.quote:
        words = template("Your words, question {number}: {words}")
        yield f"  {say(words, number=story.number, words=in_marks(story.quote))}"
        if story.sentence != story.quote:
            yield f"  {say(template('The whole sentence: {words}'), words=story.sentence)}"
    if told := prevention_in_words(story, catalogue):
        yield f"  {told}"
