"""The answers of many sessions, read from the record alone and in one go: for profiles over a thousand sessions.

Events are read as JSON and no further, since a thousand whole replays would take seconds. What the record does not
hold (the grades of a prepared line and of silence) the scenario has, and whoever asks puts it in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import Any

from simulator.scenario.rubric import RED_FLAGS, SKILLS, Level, RedFlag, Skill, overall
from simulator.scenario.scenes import OWN_WORDS, SILENCE
from simulator.session.limits import NO_COMMENT
from simulator.session.modes import MODES, Mode

Written = dict[str, Any]

_GOES_TOO = ("pressed", "rated")
"""What a step that is taken back takes with it, as in `session.replay.standing`; what a facilitator did stays."""


@dataclass(frozen=True, slots=True)
class RecordedText:
    """One entry's text as it is kept, with what its session is of."""

    session: str
    scenario_id: str
    number: int
    event: str
    recorded_at: str


@dataclass(frozen=True, slots=True)
class Grades:
    """The levels and flags of an answer, and its overall grade, 0-100."""

    levels: Mapping[Skill, Level]
    flags: tuple[RedFlag, ...]
    overall: int


@dataclass(frozen=True, slots=True)
class RecordedAnswer:
    """One answer that stands. `number` counts the answers of its session from 1, presses and silence included.

    `choice` is a line's id, OWN_WORDS or SILENCE; `text` what was said in own words or to a press, which is recorded
    whole, else empty. `grades` is None where only the scenario has them. `recorded_at` is UTC in ISO 8601. `moment` is
    the session's clock in milliseconds when it was given.
    """

    session: str
    scenario_id: str
    number: int
    scene: str
    choice: str
    text: str
    recorded_at: str
    mode: Mode
    confidence: int = 0
    grades: Grades | None = None
    moment: int = 0


def recorded_answers(texts: Iterable[RecordedText]) -> Iterator[RecordedAnswer]:
    """The answers of sessions whose entries come session by session and in order; what cannot be read is passed over.

    Steps that were taken back are left out.
    """
    for _, of_session in groupby(texts, key=attrgetter("session")):
        entries = [(text, written) for text in of_session if (written := _read(text.event)) is not None]
        yield from _answers(_standing(entries))


def in_order(answers: Iterable[RecordedAnswer]) -> tuple[RecordedAnswer, ...]:
    """The answers in the order in which they were recorded."""
    return tuple(sorted(answers, key=attrgetter("recorded_at", "session", "number")))


def _standing(entries: Sequence[tuple[RecordedText, Written]]) -> list[tuple[RecordedText, Written]]:
    kept: list[tuple[RecordedText, Written]] = []
    for entry in entries:
        if entry[1].get("type") != "taken_back":
            kept.append(entry)
            continue
        orders: list[tuple[RecordedText, Written]] = []
        while len(kept) > 1:
            cut = kept.pop()
            if _is_order(cut[1]):
                orders.append(cut)
            elif cut[1].get("type") not in _GOES_TOO:
                break
        kept += reversed(orders)
    return kept


def _is_order(written: Written) -> bool:
    """Whether a facilitator did it; see `session.events.order_of`."""
    press = written.get("press")
    asked = written.get("type") == "pressed" and isinstance(press, dict) and bool(press.get("order"))
    return asked or written.get("type") in ("extended", "injected")


def _answers(entries: Sequence[tuple[RecordedText, Written]]) -> Iterator[RecordedAnswer]:
    mode: Mode = "practice"
    presses: dict[str, Written] = {}
    found: list[RecordedAnswer] = []
    for text, written in entries:
        kind = written.get("type")
        if kind == "started":
            mode = next((one for one in MODES if one == written.get("mode")), "practice")
        elif kind == "pressed" and isinstance(written.get("press"), dict):
            presses[str(written["press"].get("id"))] = written["press"]
        elif kind == "rated" and found:
            found[-1] = _rated(found[-1], written.get("confidence"))
        elif kind in _CHOICES:
            found.append(_answer(text, written, len(found) + 1, mode, presses))
    yield from found


_CHOICES = {"line_chosen": "", "answer_given": OWN_WORDS, "deadline_passed": SILENCE}
"""What is recorded as the choice of each kind of answer; a line's id of a line."""


def _answer(
    text: RecordedText, written: Written, number: int, mode: Mode, presses: Mapping[str, Written]
) -> RecordedAnswer:
    choice = _CHOICES[written["type"]] or str(written.get("line"))
    scene = str(written.get("scene"))
    graded, said = written.get("assessment"), written.get("text", "")
    if choice != OWN_WORDS and scene in presses:
        graded = _of_press(presses[scene], choice)
        said = graded.get("text", "") if graded else ""
    return RecordedAnswer(
        session=text.session,
        scenario_id=text.scenario_id,
        number=number,
        scene=scene,
        choice=choice,
        text=str(said),
        recorded_at=text.recorded_at,
        mode=mode,
        grades=_grades(graded),
        moment=_moment(written.get("at")),
    )


def _moment(at: object) -> int:
    return at if isinstance(at, int) else 0


def _of_press(press: Written, choice: str) -> Written | None:
    """What a press's line is graded, or silence upon it, which goes by the rule."""
    if choice == SILENCE:
        skills = press.get("skills")
        return {"levels": dict.fromkeys(skills, 0), "flags": NO_COMMENT} if isinstance(skills, list) else None
    lines = press.get("lines")
    return next((line for line in lines if line.get("id") == choice), None) if isinstance(lines, list) else None


def _rated(answer: RecordedAnswer, confidence: object) -> RecordedAnswer:
    return replace(answer, confidence=confidence) if isinstance(confidence, int) else answer


def _grades(graded: object) -> Grades | None:
    if not isinstance(graded, dict) or not isinstance(graded.get("levels"), dict):
        return None
    given = graded["levels"]
    levels = {skill: given[skill] for skill in SKILLS if given.get(skill) in range(5)}
    raised = graded.get("flags")
    flags = tuple(flag for flag in RED_FLAGS if isinstance(raised, list | tuple) and flag in raised)
    return Grades(levels, flags, overall(levels, flags))


def _read(event: object) -> Written | None:
    try:
        written = json.loads(event) if isinstance(event, str) else None
    except (ValueError, RecursionError):
        return None
    return written if isinstance(written, dict) else None
