"""The master scenario events list as rows of text, under the header that exercise planners exchange.

The names of the columns are the same in every language, for other programs read them; what stands in the cells is told
in the reader's language or in the scenario's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from simulator.language.catalogue import Catalogue, Tongue, template
from simulator.language.words import SKILL_NAMES
from simulator.reports.after_action.blocks import clean
from simulator.reports.after_action.events import MasterEvent, Standing
from simulator.reports.after_action.words import KIND_NAMES
from simulator.reports.cells import cell
from simulator.scenario.model import Scenario

COLUMN_MEANINGS: Mapping[str, str] = {
    "inject_no": template("number of the event"),
    "phase": template("start, conduct or end of the exercise"),
    "scheduled_time": template("planned, in hours and minutes since the start"),
    "scenario_day": template("day in the story"),
    "scenario_time": template("planned, by the story's clock; empty where answers must lead to it"),
    "type": template("contextual inject, expected action, contingency inject, or end of the exercise"),
    "delivery_method": template("how it comes"),
    "from": template("from whom it comes"),
    "to": template("to whom it goes"),
    "title": template("its name"),
    "inject_text": template("what is said or happens"),
    "expected_response": template("what is expected of the player"),
    "objective_id": template("objectives that observers watched in it; else left to fill"),
    "critical_task_id": template("skills that the answer is judged on"),
    "parent_inject": template("events that it can follow"),
    "trigger_condition": template("conditions for it, as the scenario's author wrote them"),
    "controller": template("who brings it"),
    "controller_notes": template("notes for whoever runs the exercise"),
    "status": template("Draft: not met yet; Released: on the table; Complete: met; Deferred: not met"),
    "fired_at": template("when it came in the session, by the clock of the machine"),
    "skip_reason": template("why it did not come"),
    "fired_scenario_time": template("when it came in the session, by the story's clock"),
}
"""What each column holds, in the order of the columns."""

COLUMNS: Sequence[str] = tuple(COLUMN_MEANINGS)

STATUS: Mapping[Standing, str] = {
    "draft": "Draft",
    "released": "Released",
    "complete": "Complete",
    "deferred": "Deferred",
}
"""The statuses as planning tools name them."""

_PHASES = (template("start"), template("conduct"), template("end"))


@dataclass(frozen=True, slots=True)
class Msel:
    """A list to be written: what it is of, and its rows in the order of COLUMNS; all of it safe in cells.

    `about` are facts on the scenario, and `day` that which the file is of, as `2026-11-26`; empty where nobody knows.
    """

    title: str
    language: Tongue
    about: Sequence[tuple[str, str]]
    rows: Sequence[Sequence[str]]
    key: Sequence[tuple[str, str]]
    day: str = ""


def msel(
    scenario: Scenario,
    events: Sequence[MasterEvent],
    catalogue: Catalogue,
    moment: Callable[[str], str],
    session: str = "",
    day: str = "",
) -> Msel:
    """The list of a scenario's events; `moment` writes a moment of the record (UTC, ISO 8601) for the reader."""
    rows = [tuple(_safe(text) for text in _row(scenario, event, events, catalogue, moment)) for event in events]
    return Msel(
        title=clean(scenario.title),
        language=catalogue.tongue,
        about=tuple((name, _safe(text)) for name, text in _about(scenario, catalogue, session)),
        rows=rows,
        key=tuple((column, catalogue.say(meaning)) for column, meaning in COLUMN_MEANINGS.items()),
        day=day,
    )


def _safe(text: str) -> str:
    return cell(clean(text))


def _about(scenario: Scenario, catalogue: Catalogue, session: str) -> Iterator[tuple[str, str]]:
    say = catalogue.say
    yield say(template("Scenario")), scenario.title
    yield say(template("Role exercised")), scenario.role
    yield say(template("Author of the scenario")), scenario.author
    if session:
        yield say(template("Session")), session
    for number, objective in enumerate(scenario.objectives, 1):
        yield say(template("Objective {number}"), number=number), objective


def _row(
    scenario: Scenario,
    event: MasterEvent,
    events: Sequence[MasterEvent],
    catalogue: Catalogue,
    moment: Callable[[str], str],
) -> Sequence[str]:
    say = catalogue.say
    first, second, third = (say(phase) for phase in _PHASES)
    phase = third if event.kind == "ending" else first if event is events[0] else second
    filled = {
        "inject_no": str(event.number),
        "phase": phase,
        "scheduled_time": _since(event.planned),
        "scenario_day": scenario.clock.day or "",
        "scenario_time": event.time,
        "type": say(_type(event)),
        "delivery_method": event.channel or ("" if event.kind == "ending" else say(KIND_NAMES[event.kind])),
        "from": event.sender,
        "to": scenario.role,
        "title": event.title,
        "inject_text": event.text,
        "expected_response": event.response,
        "objective_id": ", ".join(f"O{number}" for number in event.objectives),
        "critical_task_id": ", ".join(say(SKILL_NAMES[skill]) for skill in event.skills),
        "parent_inject": ", ".join(map(str, event.parents)),
        "trigger_condition": event.trigger,
        "controller": say(template("Podium, by itself")),
        "controller_notes": "\n".join(_notes(event, catalogue)),
        "status": STATUS[event.standing],
        "fired_at": ", ".join(moment(one.recorded_at) for one in event.fired if one.recorded_at),
        "skip_reason": _skipped(event, catalogue),
        "fired_scenario_time": ", ".join(one.time for one in event.fired),
    }
    return [filled[column] for column in COLUMNS]


def _since(minutes: int | None) -> str:
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, 60)
    return f"T+{hours:02}:{rest:02}"


def _type(event: MasterEvent) -> str:
    if event.kind == "ending":
        return template("end of the exercise")
    if event.is_contingency:
        return template("contingency inject")
    return template("contextual inject") if event.kind == "inject" else template("expected action")


def _notes(event: MasterEvent, catalogue: Catalogue) -> Iterator[str]:
    if event.drawn:
        yield catalogue.say(template("drawn by chance"))
    if event.limit:
        yield catalogue.say(template("time limit: {seconds} seconds"), seconds=event.limit)
    if event.note:
        yield event.note


def _skipped(event: MasterEvent, catalogue: Catalogue) -> str:
    if event.standing != "deferred":
        return ""
    if event.drawn:
        return catalogue.say(template("another question was drawn, or the story did not come there"))
    if event.kind == "ending":
        return catalogue.say(template("the session ended otherwise"))
    return catalogue.say(template("the answers led elsewhere"))
