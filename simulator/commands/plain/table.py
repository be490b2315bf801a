"""What is on the table, as paragraphs: who asks what, the lines to choose from, headlines, trust and heat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.language.asked import why_asked
from simulator.language.catalogue import Catalogue, template
from simulator.language.words import MANNER_NAMES, MODE_MEANINGS, MODE_NAMES, SKILL_NAMES
from simulator.scenario.people import Journalist, Voice
from simulator.scenario.scenes import Inject
from simulator.session.hints import Hint
from simulator.session.modes import Mode, Rules
from simulator.session.press import Press, Quote
from simulator.session.room_inject import RoomInjectTold
from simulator.session.view import Headline, Offer, View

BANDS = (
    template("very low"),
    template("low"),
    template("middling"),
    template("high"),
    template("very high"),
)
"""Words for a figure of 0-100, in fifths."""


def scene(table: View, catalogue: Catalogue, pressing: Press | None = None) -> Iterator[str]:
    """The scene: time, who speaks, what they say, and what can be chosen."""
    yield from asked(table, catalogue, pressing)
    yield from offers(table, catalogue)


def asked(table: View, catalogue: Catalogue, pressing: Press | None = None) -> Iterator[str]:
    """The same without what can be chosen."""
    for news in table.brought:
        yield from ("", *brought(news, catalogue))
    yield from ("", f"{table.time}. {_who(table, catalogue)}")
    if pressing is not None and not pressing.is_facilitators:
        yield from press(pressing.why, pressing.quotes, catalogue)
    yield table.scene.text
    if isinstance(table.scene, Inject) and table.scene.headline:
        yield headline(table.scene.headline, catalogue)


def brought(news: RoomInjectTold, catalogue: Catalogue) -> Iterator[str]:
    """News that a facilitator brought in."""
    source = f", {' '.join(news.source.split())}" if news.source else ""
    yield f"{catalogue.say(template('News'))}{source}:"
    if news.headline.strip():
        yield headline(" ".join(news.headline.split()), catalogue)
    yield news.text


def press(why: str, quotes: Sequence[Quote], catalogue: Catalogue) -> Iterator[str]:
    """That a journalist comes back to what was said, why, and the words that they come back to."""
    yield why_asked(why, catalogue)
    for quote in quotes:
        source = template("Answer {number}: ") if quote.answer else template("The dossier: ")
        yield f"  {catalogue.say(source, number=quote.answer)}“{quote.words}”"


def mode(now: Mode, catalogue: Catalogue) -> str:
    """The session's mode and what it means."""
    told = template("Mode: {mode}, {meaning}.")
    return catalogue.say(told, mode=catalogue.say(MODE_NAMES[now]), meaning=catalogue.say(MODE_MEANINGS[now]))


def hint(found: Hint, catalogue: Catalogue) -> Iterator[str]:
    """The skill to mind, an act that serves it, and the author's advice."""
    yield f"{catalogue.say(template('Hint'))}: {catalogue.say(SKILL_NAMES[found.skill])}"
    yield from (f"  {text}" for text in (catalogue.say(found.act), found.advice) if text)


def offers(table: View, catalogue: Catalogue) -> Iterator[str]:
    """What can be chosen, by numbers; what is closed says why."""
    if table.offers:
        yield ""
    for number, offer in enumerate(table.offers, 1):
        if offer.open:
            yield f"{number}. {offer.text}"
        else:
            yield catalogue.say(template("{number}. Closed: {line}"), number=number, line=offer.text)
            yield f"   {why_closed(offer, catalogue)}"
    if table.own_words:
        yield f"0. {catalogue.say(template('In your own words…'))}"


def why_closed(offer: Offer, catalogue: Catalogue) -> str:
    """Why an offer is closed."""
    if offer.spent:
        return catalogue.say(template("Said once already."))
    return offer.closed or catalogue.say(template("Not open at this point."))


def headline(text: str, catalogue: Catalogue) -> str:
    """A headline, called so."""
    return catalogue.say(template("Headline: {headline}"), headline=text)


def headlines(ticker: Sequence[Headline], catalogue: Catalogue) -> Iterator[str]:
    """What news and network have said so far, the oldest first."""
    yield from ("", catalogue.say(template("Headlines and posts")))
    for one in ticker:
        yield f"  {one.time} {news(one, catalogue)}"
    if not ticker:
        yield f"  {catalogue.say(template('Nothing here.'))}"


def news(one: Headline, catalogue: Catalogue) -> str:
    """A headline or a post, with who brings it where that is known; a post is called so."""
    if one.kind == "post":
        return catalogue.say(template("Post by {who}: {text}"), who=one.by, text=one.text)
    return f"{one.by}: {one.text}" if one.by else one.text


def standing(table: View, rules: Rules, catalogue: Catalogue) -> Iterator[str]:
    """Trust and heat in words and numbers, where the mode tells them, and how many questions have been answered."""
    say = catalogue.say
    figures = ((template("Public trust"), table.trust), (template("Media heat"), table.heat))
    for name, points in figures if rules.figures else ():
        told = template("{name}: {points} of 100, {band}.")
        yield say(told, name=say(name), points=points, band=say(_band(points)))
    yield say(template("Questions answered so far: {count}."), count=table.asked)


def change(name: str, before: int, now: int, catalogue: Catalogue) -> str:
    """One figure after a step, and how it has changed by it."""
    told = template("{name}: {points} of 100, unchanged.")
    if now > before:
        told = template("{name}: {points} of 100, up {change}.")
    elif now < before:
        told = template("{name}: {points} of 100, down {change}.")
    return catalogue.say(told, name=catalogue.say(name), points=now, change=abs(now - before))


def _band(points: int) -> str:
    return BANDS[min(points // 20, len(BANDS) - 1)]


def _who(table: View, catalogue: Catalogue) -> str:
    speaker = table.speaker
    if isinstance(speaker, Journalist):
        manner = catalogue.say(MANNER_NAMES[speaker.manner])
        asks = template("{name}, {outlet} ({manner}), asks:")
        return catalogue.say(asks, name=speaker.name, outlet=speaker.outlet, manner=manner)
    if isinstance(table.scene, Inject):
        channel = table.scene.channel or catalogue.say(template("News"))
        return f"{channel}. {speaker.name}, {speaker.part}:" if isinstance(speaker, Voice) else f"{channel}:"
    return catalogue.say(template("A decision to make:"))
