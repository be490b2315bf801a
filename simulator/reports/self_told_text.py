"""What the trainee declared, as lines of the debrief: how sure they were, and what they had prepared."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import CONFIDENCE_NAMES
from simulator.reports.debrief import Debrief


def confidence_lines(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    """The heading, the mean grade by confidence, and weak answers that one was sure of; nothing if none was rated."""
    if not debrief.confidence.rated:
        return
    say = catalogue.say
    yield say(template("Confidence against grade"))
    for level, mean in debrief.confidence.means.items():
        yield f"{say(CONFIDENCE_NAMES[level])}: {say(template('{overall} of 100'), overall=mean)}"
    for number in debrief.confidence.overconfident:
        asked = debrief.questions[number - 1]
        text = template("Sure, and yet weak: answer {number}, {title} ({overall} of 100)")
        yield say(text, number=number, title=asked.title, overall=asked.counted.overall)


def discipline_lines(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    """The heading, and which answers came back to which message; nothing where none was prepared."""
    kept = debrief.discipline
    if kept is None:
        return
    say = catalogue.say
    yield say(template("Message discipline"))
    yield say(template("{percent}% of the answers came back to a message."), percent=round(100 * kept.share))
    for message, answers in zip(kept.messages, kept.returns, strict=True):
        numbers = ", ".join(map(str, answers))
        told = say(template("in answers: {numbers}"), numbers=numbers) if answers else say(template("in no answer"))
        yield f"“{message}”, {told}"


def opening_lines(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    """The opening statement with its grade, if there was one."""
    prepared = debrief.preparation
    if prepared is not None and prepared.assessment is not None:
        grade = catalogue.say(template("{overall} of 100"), overall=prepared.assessment.overall)
        yield f"{catalogue.say(template('Your opening statement'))}, {grade}"
        yield prepared.opening
