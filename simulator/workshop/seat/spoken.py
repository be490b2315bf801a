"""What is on the screen as plain text, for the live region of whoever has a browser read to them. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simulator.language.catalogue import Catalogue, template
from simulator.language.signs import plain
from simulator.language.words import FLAG_NAMES, LEVEL_NAMES, OUTCOME_NAMES, SKILL_NAMES
from simulator.scenario.people import Journalist, Voice
from simulator.scenario.scenes import Decision, Ending, Inject

if TYPE_CHECKING:
    from simulator.scenario.assessment import Assessment
    from simulator.session.view import View
    from simulator.tui.widgets.told import Told
    from simulator.workshop.seat.hall_blocks import Given


def table_spoken(table: View, catalogue: Catalogue) -> str:
    """Who asks or tells what, and how many choices there are."""
    return _sentences(_table(table, catalogue))


def aftermath_spoken(told: Told, catalogue: Catalogue) -> str:
    """What an answer did, as far as the mode tells it: `told` holds no more."""
    return _sentences(_aftermath(told, catalogue))


def answer_spoken(one: Given, speaker: str, catalogue: Catalogue) -> str:
    """An answer of the speaker's that the hall is to rate, by `speaker`'s name."""
    return _sentences(_answer(one, speaker, catalogue))


def _answer(one: Given, speaker: str, catalogue: Catalogue) -> Iterator[str]:
    yield one.question
    title = template("{name} answers") if one.words else template("{name} keeps silent")
    yield f"{catalogue.say(title, name=speaker)}. {one.words}"
    yield catalogue.say(template("rate this answer by the rubric, 0 to 4"))


def _sentences(parts: Iterator[str]) -> str:
    return "\n".join(" ".join(plain(part).split()) for part in parts if part.strip())


def _table(table: View, catalogue: Catalogue) -> Iterator[str]:
    scene, speaker = table.scene, table.speaker
    if isinstance(scene, Ending):
        yield catalogue.say(OUTCOME_NAMES[scene.outcome])
        yield scene.headline
    elif isinstance(scene, Inject):
        yield scene.channel or catalogue.say(template("News"))
        if isinstance(speaker, Voice):
            yield f"{speaker.name}, {speaker.part}"
    elif isinstance(scene, Decision):
        yield catalogue.say(template("A decision to make"))
    elif isinstance(speaker, Journalist):
        yield catalogue.say(template("{name}, {outlet}, asks:"), name=speaker.name, outlet=speaker.outlet)
    yield scene.text
    open_ = sum(offer.open for offer in table.offers)
    if open_:
        yield catalogue.say(template("Choices that are open: {number}."), number=open_)
    if table.own_words:
        yield catalogue.say(template("You can answer in your own words."))


def _aftermath(told: Told, catalogue: Catalogue) -> Iterator[str]:
    yield catalogue.say(told.title)
    if told.assessment is not None:
        yield from _grades(told.assessment, catalogue)
    elif told.awaits:
        yield catalogue.say(template("The debrief will tell how it was graded."))
    yield told.reaction
    yield told.headline
    yield told.echo.text if told.echo else ""
    if told.presser:
        yield catalogue.say(template("{journalist} would like to come back to this."), journalist=told.presser)


def _grades(assessment: Assessment, catalogue: Catalogue) -> Iterator[str]:
    yield catalogue.say(template("{overall} of 100"), overall=assessment.overall)
    levels = (f"{catalogue.say(SKILL_NAMES[skill])}: {level}, {catalogue.say(LEVEL_NAMES[level])}"
              for skill, level in assessment.levels.items())  # fmt: skip
    yield "; ".join(levels)
    if assessment.flags:
        names = ", ".join(catalogue.say(FLAG_NAMES[flag]) for flag in assessment.flags)
        yield catalogue.say(template("Red flags: {names}"), names=names)
