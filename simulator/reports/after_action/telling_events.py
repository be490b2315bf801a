"""The master scenario events list told, and, for facilitators, what of the scenario was not met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import OUTCOME_NAMES
from simulator.reports.after_action.blocks import Block, Heading, Paragraph, Table, Text, Words
from simulator.reports.after_action.events import MasterEvent
from simulator.reports.after_action.value import AfterAction, Exercised
from simulator.reports.after_action.words import KIND_NAMES, STANDING_NAMES

NAMED_MOST = 4
"""Sessions up to which the actual time in each is told; of more, the earliest and the latest."""


def events_told(report: AfterAction, part: Exercised, catalogue: Catalogue) -> Iterator[Block]:
    """The list with planned and actual times, by the story's clock."""
    say = catalogue.say
    whole = report.edition == "facilitator"
    yield Heading(3, say(template("Master scenario events list")))
    note = template(
        "Times are by the story's clock. Planned: as events come on the path on which every question gets its best"
        " line. Without a planned time: they come only if the answers lead to them."
    )
    yield Paragraph(say(note), is_note=True)
    columns = [say(template("No.")), say(template("Planned")), say(template("Actual")), say(template("Event"))]
    columns += [say(template("Kind")), say(template("From")), say(template("Status"))]
    if whole:
        columns += [say(template("Expected response")), say(template("Comes if"))]
    rows = [_row(event, report, part, catalogue) for event in part.events]
    widths = (3, 4, 5, 9, 5, 8, 5, 15, 8) if whole else (3, 4, 5, 10, 5, 9, 5)
    title = say(template("Events: {title}"), title=part.title)
    yield Table(title, columns, rows, widths, wide=True)


def _row(event: MasterEvent, report: AfterAction, part: Exercised, catalogue: Catalogue) -> Sequence[Text]:
    say, language = catalogue.say, part.language
    row: list[Text] = [
        str(event.number),
        event.time or "–",
        _actual(event, report, part, catalogue) or "–",
        Words(event.title, language),
        say(KIND_NAMES[event.kind]),
        Words(event.sender or "–", language),
        say(STANDING_NAMES[event.standing]),
    ]
    if report.edition == "facilitator":
        row += [Words(event.response or "–", language), _comes_if(event, catalogue)]
    return row


def _actual(event: MasterEvent, report: AfterAction, part: Exercised, catalogue: Catalogue) -> str:
    sessions = len(part.played)
    if sessions == 1:
        return ", ".join(one.time for one in event.fired)
    if report.names_sessions and sessions <= NAMED_MOST:
        return "\n".join(f"{one.session}: {one.time}" for one in event.fired)
    if not event.fired:
        return ""
    met = len({one.session for one in event.fired})
    first = min(event.fired, key=lambda one: one.minutes).time
    last = max(event.fired, key=lambda one: one.minutes).time
    when = first if first == last else f"{first}–{last}"
    return catalogue.say(template("{when} (in {met} of {sessions})"), when=when, met=met, sessions=sessions)


def _comes_if(event: MasterEvent, catalogue: Catalogue) -> str:
    told = [event.trigger] if event.trigger else []
    if event.drawn:
        told.insert(0, catalogue.say(template("drawn by chance")))
    return "; ".join(told) or "–"


def not_met_told(report: AfterAction, part: Exercised, catalogue: Catalogue) -> Iterator[Block]:
    """Better lines and endings not reached, which only facilitators have; and the rumours with what is true."""
    say = catalogue.say
    if part.rumours:
        yield Heading(3, say(template("Rumours, and what is true")))
        yield _rumours(part, catalogue)
    if report.edition == "participant":
        return
    if part.better:
        yield Heading(3, say(template("Lines that would have been better")))
        yield _better(report, part, catalogue)
    if part.missed:
        yield Heading(3, say(template("Endings not reached")))
        yield _missed(part, catalogue)


def _rumours(part: Exercised, catalogue: Catalogue) -> Table:
    say, language = catalogue.say, part.language
    columns = (say(template("What goes round")), say(template("What is true")), say(template("Anyone can check")))
    rows = [
        (Words(one.claim, language), Words(one.truth, language), Words(one.evidence, language)) for one in part.rumours
    ]
    return Table(say(template("Rumours: {title}"), title=part.title), columns, rows, (1, 1, 1))


def _better(report: AfterAction, part: Exercised, catalogue: Catalogue) -> Table:
    say, language, named = catalogue.say, part.language, report.names_sessions
    columns = [say(template("Session"))] if named else []
    columns += [say(template("Answer")), say(template("What was said")), say(template("The best line then"))]
    rows: list[Sequence[Text]] = [
        (
            *((str(one.session),) if named else ()),
            Words(f"{one.answer}. {one.title}", language),
            Words(one.given, language),
            Words("\n".join(filter(None, (one.best, one.note))), language),
        )
        for one in part.better
    ]
    widths = (*((2,) if named else ()), 3, 7, 7)
    return Table(say(template("Answers beside the best line: {title}"), title=part.title), columns, rows, widths)


def _missed(part: Exercised, catalogue: Catalogue) -> Table:
    say, language = catalogue.say, part.language
    columns = (say(template("Ending")), say(template("Outcome")), say(template("Its lesson")))
    rows = [
        (Words(one.headline, language), say(OUTCOME_NAMES[one.outcome]), Words(one.lesson, language))
        for one in part.missed
    ]
    return Table(say(template("Endings not reached: {title}"), title=part.title), columns, rows, (4, 2, 6))
