"""What is being prepared before a conference: a draft until the doors open, then an event of the session."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from simulator.session.preparation import MESSAGE_MAX, MESSAGES_MAX, OPENING_MAX
from simulator.tui.house import Draft, House

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.scenario.assessment import Assessment
    from simulator.scenario.model import Scenario
    from simulator.session.modes import Mode

PREPARATION = "preparation"
NONE = ("",) * MESSAGES_MAX


@dataclass(frozen=True, slots=True)
class Preparing:
    """The fields as they are filled in: always three messages, some of them empty."""

    messages: tuple[str, ...] = NONE
    withheld: tuple[str, ...] = ()
    opening: str = ""


def read_in(house: House, scenario: Scenario) -> Preparing:
    """What was written for a scenario before; empty fields where nothing was, or nothing that can be read."""
    draft = house.draft(_place(scenario))
    with suppress(ValueError, KeyError, TypeError):
        kept = json.loads(draft.text) if draft.scene == PREPARATION else {}
        messages = [str(text)[:MESSAGE_MAX] for text in _listed(kept["messages"])][:MESSAGES_MAX]
        matters = {matter.id for matter in scenario.dossier.restricted}
        withheld = tuple(one for one in _listed(kept["withheld"]) if one in matters)
        return Preparing((*messages, *NONE)[:MESSAGES_MAX], withheld, str(kept["opening"])[:OPENING_MAX])
    return Preparing()


def keep(house: House, scenario: Scenario, fields: Preparing) -> None:
    """Keep the draft, or forget it if nothing stands in it."""
    text = "" if fields == Preparing() else json.dumps(asdict(fields), ensure_ascii=False)
    house.keep_draft(_place(scenario), Draft(PREPARATION, text))


def opened(
    house: House, scenario: Scenario, mode: Mode, fields: Preparing, begin: Callable[[], Exercise] | None = None
) -> Exercise:
    """A new session that is prepared so. The opening statement is graded first, so that nothing begins if it cannot be.

    A step of a course has its own way to `begin`. Blocks. Raises PodiumError.
    """
    assessment = house.grade_opening(scenario, fields.opening) if fields.opening.strip() else None
    exercise = begin() if begin else house.begin(scenario.id, mode)
    if fields != Preparing():
        _prepare(exercise, fields, assessment)
    keep(house, scenario, Preparing())
    return exercise


def _prepare(exercise: Exercise, fields: Preparing, assessment: Assessment | None) -> None:
    messages = [text.strip() for text in fields.messages if text.strip()]
    exercise.prepare(messages, fields.withheld, fields.opening if assessment else "", assessment)


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else []


def _place(scenario: Scenario) -> str:
    """Where the draft is kept, in place of a session's id."""
    return f"{PREPARATION}-{scenario.id}"
