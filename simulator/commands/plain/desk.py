"""The briefing and the dossier, as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import Catalogue, template
from simulator.language.days import written_day
from simulator.language.words import MANNER_NAMES, SKILL_NAMES
from simulator.reports.legal import UNCONFIRMED, is_told_unconfirmed
from simulator.scenario.dossier import DossierItem
from simulator.scenario.model import Scenario
from simulator.session.view import Desk


def mission(scenario: Scenario, catalogue: Catalogue) -> Iterator[str]:
    """The situation, the role, what is practised, who asks, and the legal basis."""
    say = catalogue.say
    yield from (scenario.title, "", say(template("Your role")), f"  {scenario.role}")
    yield from ("", say(template("Situation")), f"  {scenario.dossier.context}")
    yield from ("", say(template("What you practise")))
    yield from (f"  {objective}" for objective in scenario.objectives)
    yield "  " + ", ".join(say(SKILL_NAMES[skill]) for skill in scenario.skills)
    yield from ("", say(template("Who asks")))
    for one in scenario.cast.journalists:
        yield f"  {one.name}, {one.outlet} ({say(MANNER_NAMES[one.manner])}). {one.about or ''}"
    yield from _law(scenario, catalogue)


def _law(scenario: Scenario, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    if scenario.legal_basis:
        yield from ("", say(template("Legal basis")))
    for law in scenario.legal_basis:
        since = say(template("in force since {date}"), date=written_day(law.in_force, catalogue.tongue))
        standing = ", " + say(UNCONFIRMED) if is_told_unconfirmed(law) else ""
        yield f"  {law.title}, {since}{standing}. {law.about}"


def dossier(desk: Desk, catalogue: Catalogue) -> Iterator[str]:
    """All that is on the desk at this moment."""
    kinds = (
        (template("Facts"), _facts(desk, catalogue)),
        (template("Unknown"), _unknowns(desk, catalogue)),
        (template("Not to be said"), _restricted(desk, catalogue)),
        (template("Rumours"), _rumours(desk, catalogue)),
    )
    yield from ("", catalogue.say(template("Situation")), f"  {desk.context}")
    for title, paragraphs in kinds:
        yield from ("", catalogue.say(title))
        yield from list(paragraphs) or [f"  {catalogue.say(template('Nothing here.'))}"]
    yield from messages(desk, catalogue)


def messages(desk: Desk, catalogue: Catalogue) -> Iterator[str]:
    """The key messages, and where the public hears next."""
    say = catalogue.say
    yield from ("", say(template("Key messages")))
    for number, message in enumerate(desk.key_messages, 1):
        yield f"  {number}. {message}"
    named = (
        (template("Next briefing"), desk.channels.next_briefing),
        (template("Hotline"), desk.channels.hotline),
        (template("Web"), desk.channels.web),
    )
    yield from (f"  {say(name)}: {value}" for name, value in named if value)


def _facts(desk: Desk, catalogue: Catalogue) -> Iterator[str]:
    for fact in desk.facts:
        yield f"  {_new(fact, desk, catalogue)}{fact.text} ({fact.source}, {fact.as_of})"


def _unknowns(desk: Desk, catalogue: Catalogue) -> Iterator[str]:
    for unknown in desk.unknowns:
        when = catalogue.say(template("Known when:"))
        yield f"  {_new(unknown, desk, catalogue)}{unknown.text} {when} {unknown.when_known}"


def _restricted(desk: Desk, catalogue: Catalogue) -> Iterator[str]:
    why, who = catalogue.say(template("Why:")), catalogue.say(template("Authority:"))
    for matter in desk.restricted:
        told = f"{matter.text} {why} {matter.reason} {who} {matter.competent_body}"
        yield f"  {_new(matter, desk, catalogue)}{told}"


def _rumours(desk: Desk, catalogue: Catalogue) -> Iterator[str]:
    true, evidence = catalogue.say(template("The truth:")), catalogue.say(template("Evidence:"))
    for rumour in desk.rumours:
        told = f"“{rumour.claim}” {true} {rumour.truth} {evidence} {rumour.evidence}"
        yield f"  {_new(rumour, desk, catalogue)}{told}"


def _new(item: DossierItem, desk: Desk, catalogue: Catalogue) -> str:
    return f"({catalogue.say(template('new'))}) " if item.id in desk.fresh else ""
