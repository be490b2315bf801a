"""An after-action report told in the reader's language: from the value to headings, sentences and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from simulator.language.catalogue import Catalogue, template
from simulator.language.days import written_day
from simulator.language.words import DIFFICULTY_NAMES, MODE_NAMES, MODULE_NAMES
from simulator.reports.after_action.blocks import Block, Document, Heading, Paragraph, Table, Text, Words
from simulator.reports.after_action.telling_events import events_told, not_met_told
from simulator.reports.after_action.telling_evidence import Observations
from simulator.reports.after_action.telling_objectives import Objectives
from simulator.reports.after_action.telling_plan import participants_told, plan_told
from simulator.reports.after_action.value import AfterAction, Exercised
from simulator.reports.legal import UNCONFIRMED, is_told_unconfirmed

Moment = Callable[[str], str]
"""How a moment of the record (UTC in ISO 8601) is written for the reader."""

TO_FILL = template("(to be filled in)")

TITLE = template("After-action report and improvement plan")

EDITION_NAMES = {
    "participant": template("Participants' edition: without lines not taken, endings not reached, facilitators' notes"),
    "facilitator": template("Facilitators' edition: with everything there is in the scenario; not for participants"),
}


def told(report: AfterAction, catalogue: Catalogue, moment: Moment) -> Document:
    """The report as a document in the catalogue's language."""
    titles = ", ".join(part.title for part in report.exercised)
    language = report.exercised[0].language
    return Document(
        title=catalogue.say(TITLE),
        subtitle=Words(titles, language),
        language=catalogue.tongue,
        subject=catalogue.say(EDITION_NAMES[report.edition]),
        blocks=tuple(_blocks(report, catalogue, moment)),
        made=max(one.last for one in report.played)[:10],
    )


def _blocks(report: AfterAction, catalogue: Catalogue, moment: Moment) -> Iterator[Block]:
    yield Paragraph(catalogue.say(EDITION_NAMES[report.edition]), is_note=True)
    yield Heading(2, catalogue.say(template("Exercise overview")))
    yield _overview(report, catalogue, moment)
    for part in report.exercised:
        yield from _part(report, part, catalogue)
    yield from plan_told(report, catalogue)
    yield from participants_told(report, catalogue, moment)


def _part(report: AfterAction, part: Exercised, catalogue: Catalogue) -> Iterator[Block]:
    say = catalogue.say
    yield Heading(2, say(template("Scenario: {title}"), title=part.title))
    yield Paragraph(Words(part.context, part.language))
    if part.laws:
        yield _laws(part, catalogue)
    yield from Objectives(report, part, catalogue).blocks()
    yield from Observations(report, part, catalogue).blocks()
    yield from events_told(report, part, catalogue)
    yield from not_met_told(report, part, catalogue)


def _overview(report: AfterAction, catalogue: Catalogue, moment: Moment) -> Table:
    say, parts, to_fill = catalogue.say, report.exercised, catalogue.say(TO_FILL)
    began, last = min(one.began for one in report.played), max(one.last for one in report.played)
    modules = dict.fromkeys(say(MODULE_NAMES[part.module]) for part in parts)
    rows: list[tuple[str, Text]] = [
        (say(template("Exercise")), Words("\n".join(part.title for part in parts), parts[0].language)),
        (say(template("Dates")), say(template("{first} to {last}"), first=moment(began), last=moment(last))),
        (say(template("Scope")), "\n".join(_scope(report, catalogue))),
        (say(template("Mission area")), say(template("Response"))),
        (say(template("Core capability")), say(template("Public information and warning"))),
        (say(template("Course module")), ", ".join(modules)),
        (say(template("Role exercised")), Words("\n".join(part.role for part in parts), parts[0].language)),
        (say(template("Author of the scenario")), "\n".join(dict.fromkeys(part.author for part in parts))),
        (say(template("Sponsor")), to_fill),
        (say(template("Participating organisations")), to_fill),
        (say(template("Point of contact")), to_fill),
    ]
    return Table(say(template("The exercise at a glance")), (), rows, (1, 3))


def _scope(report: AfterAction, catalogue: Catalogue) -> Iterator[str]:
    sessions, answers = len(report.played), sum(part.answers for part in report.exercised)
    yield ", ".join(
        (
            catalogue.count("One session", "{n} sessions", sessions),
            catalogue.count("one answer", "{n} answers", answers),
        )
    )
    modes = dict.fromkeys(one.mode for one in report.played)
    yield ", ".join(catalogue.say(MODE_NAMES[mode]) for mode in modes)
    for part in report.exercised:
        level = catalogue.say(DIFFICULTY_NAMES[part.level])
        yield catalogue.say(template("{level}, about {minutes} minutes"), level=level, minutes=part.minutes)


def _laws(part: Exercised, catalogue: Catalogue) -> Table:
    say = catalogue.say
    columns = (say(template("Legal text")), say(template("In force from")), say(template("What it is about")))
    rows: Sequence[Sequence[Text]] = [
        (
            Words(law.title, part.language),
            written_day(law.in_force, catalogue.tongue),
            Words(law.about, part.language)
            if not is_told_unconfirmed(law)
            else Words(f"{law.about} ({say(UNCONFIRMED)})", part.language),
        )
        for law in part.laws
    ]
    return Table(say(template("What the scenario rests on in law")), columns, rows, (2, 1, 4))
