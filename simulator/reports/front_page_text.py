"""Tomorrow's front page as plain text: no colour, no box drawing, and each story told apart from what is behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from simulator.language.catalogue import Catalogue, template
from simulator.reports.as_text import heading, wrapped
from simulator.reports.front_page import FrontPage, Prevention, Story
from simulator.reports.newspaper import PaperManner
from simulator.reports.quotation import in_marks, is_whole
from simulator.reports.reasons import sentence_of

MANNERS: Mapping[PaperManner, str] = {
    "fair": template("prints what was said"),
    "harsh": template("prints what sells"),
}

NOTHING_WOULD = template(
    "Nothing you said was wrong: a sentence was cut from its context. A short message that carries its own reason is"
    " harder to cut."
)


def front_page_as_text(page: FrontPage, catalogue: Catalogue) -> str:
    """The page, wrapped at 78 columns. Newspapers keep the scenario's language, all else is in the reader's."""
    return "\n".join(_lines(page, catalogue)) + "\n"


def _lines(page: FrontPage, catalogue: Catalogue) -> Iterator[str]:
    yield from heading(catalogue.say(template("Tomorrow's front page (fictional, for training)")), "=")
    yield from wrapped(f"{page.title} ({page.day})" if page.day else page.title)
    for story in (page.fair, page.harsh):
        yield from _story(story, catalogue)


def _story(story: Story, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    yield from heading(f"{story.outlet} ({say(MANNERS[story.manner])})", "-")
    yield from wrapped(story.headline)
    yield from wrapped(story.standfirst)
    if story.quote:
        yield ""
        said = say(template("Your words, question {number}: {words}"), number=story.number, words=in_marks(story.quote))
        yield from wrapped(said)
        whole = in_marks(story.sentence)
        if not is_whole(story.quote, story.sentence) and whole not in story.standfirst:
            yield from wrapped(say(template("The whole sentence: {words}"), words=whole))
    told = prevention_in_words(story, catalogue)
    if told:
        yield from wrapped(told)


def prevention_in_words(story: Story, catalogue: Catalogue) -> str:
    """What would have prevented a story, as a sentence; empty where there is nothing to prevent."""
    say, found = catalogue.say, story.prevention
    if found.by == "advice":
        return say(template("How this story is prevented: {advice}"), advice=_advice(found, catalogue))
    if found.by == "line":
        words = in_marks(found.words)
        return say(template("How this story is prevented, in the best line's words: {words}"), words=words)
    return say(NOTHING_WOULD) if story.kind == "cut" else ""


def _advice(found: Prevention, catalogue: Catalogue) -> str:
    advice = sentence_of(catalogue.say(found.words) if found.by_machine else found.words)
    return advice[:1].upper() + advice[1:]
