"""The appendices told: the improvement plan, its responsibilities and dates left to fill, and the participants."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_MEANINGS, FLAG_NAMES, MODE_NAMES, SKILL_AIMS, SKILL_NAMES
from simulator.reports.after_action.blocks import Block, Heading, Paragraph, Table, Text, Words
from simulator.reports.after_action.value import ELEMENTS, AfterAction, Exercised, Observation
from simulator.reports.after_action.words import ELEMENT_NAMES
from simulator.reports.reasons import sentence_of

FILLED = 3
"""Empty rows at the end of the plan, for what people find themselves."""


def plan_told(report: AfterAction, catalogue: Catalogue) -> Iterator[Block]:
    """Appendix A: a row for each area for improvement and for each objective rated M or U."""
    say = catalogue.say
    yield Heading(2, say(template("Appendix A: improvement plan")))
    note = template(
        "Core capability: public information and warning. Corrective actions and elements are proposals from the"
        " evidence; who does what by when is for people to decide. Elements: {elements}."
    )
    elements = ", ".join(say(ELEMENT_NAMES[element]) for element in ELEMENTS)
    yield Paragraph(say(note, elements=elements))
    columns = (
        say(template("Area for improvement")),
        say(template("Corrective action")),
        say(template("Capability element")),
        say(template("Primary responsible organisation")),
        say(template("Point of contact")),
        say(template("Start date")),
        say(template("Completion date")),
    )
    rows = [row for part in report.exercised for row in _rows(report, part, catalogue)]
    rows += [("",) * len(columns)] * FILLED
    yield Table(say(template("Improvement plan")), columns, rows, (5, 8, 3, 4, 3, 3, 3), wide=True)


def _rows(report: AfterAction, part: Exercised, catalogue: Catalogue) -> Iterator[Sequence[Text]]:
    say = catalogue.say
    left = ("",) * 4
    for one in part.improvements:
        name = say(FLAG_NAMES[one.flag] if one.flag else SKILL_NAMES[one.about])
        if len(report.exercised) > 1:
            name = f"{name} ({part.title})"
        yield (name, _action(one, part, catalogue), say(ELEMENT_NAMES[one.element]), *left)
    for objective in part.objectives:
        marks = sorted({one.counts for one in objective.ratings} & {"M", "U"})
        if marks:
            told = say(template("Objective {number}, rated {marks}"), number=objective.number, marks=", ".join(marks))
            yield (f"{told}: {objective.text}", "", "", *left)


def _action(one: Observation, part: Exercised, catalogue: Catalogue) -> Text:
    """What the findings advise, or what the skill asks for."""
    say = catalogue.say
    advised = next((evidence for evidence in one.evidence if evidence.better), None)
    if advised is None:
        if one.flag:
            return say(
                template("Know it and leave it out of answers: {meaning}."), meaning=say(FLAG_MEANINGS[one.flag])
            )
        return say(template("Practise answers that give: {aim}."), aim=say(SKILL_AIMS[one.about]))
    if advised.by_machine:
        better = say(advised.better)
        return sentence_of(better[:1].upper() + better[1:])
    return Words(advised.better, part.language)


def participants_told(report: AfterAction, catalogue: Catalogue, moment: Callable[[str], str]) -> Iterator[Block]:
    """Appendix B: who took part and who watched. Participants are told no more of each other than the names."""
    say = catalogue.say
    yield Heading(2, say(template("Appendix B: participants")))
    if report.edition == "participant" and len(report.played) > 1:
        names = sorted({one.learner or say(template("(no name)")) for one in report.played})
        yield Table(say(template("Participants")), (say(template("Name")),), [(name,) for name in names], (1,))
    else:
        yield _sessions(report, catalogue, moment)
    observers = sorted({one.rating.by for part in report.exercised for o in part.objectives for one in o.ratings})
    if observers:
        yield Table(say(template("Observers")), (say(template("Name")),), [(name,) for name in observers], (1,))


def _sessions(report: AfterAction, catalogue: Catalogue, moment: Callable[[str], str]) -> Table:
    say = catalogue.say
    languages = {part.scenario: part.language for part in report.exercised}
    columns = (
        say(template("Session")),
        say(template("Name")),
        say(template("Scenario")),
        say(template("Mode")),
        say(template("Begun")),
        say(template("Minutes")),
        say(template("Ending")),
    )
    rows: list[Sequence[Text]] = [
        (
            str(one.number),
            one.learner or say(template("(no name)")),
            Words(one.title, languages[one.scenario]),
            say(MODE_NAMES[one.mode]),
            moment(one.began),
            str(one.minutes),
            Words(one.ending.headline, languages[one.scenario]) if one.ending else say(template("not at an end yet")),
        )
        for one in report.played
    ]
    return Table(say(template("Participants")), columns, rows, (3, 4, 5, 4, 4, 3, 6))
