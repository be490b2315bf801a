"""A session as xAPI statements (1.0.3): one `answered` for each question, then `completed`, and `passed` or `failed`.

The same session makes the same statements with the same ids, however often it is told: a store that has them takes no
second copy. So only sessions that have come to an ending are told, in which nothing can be taken back any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

from simulator.language.signs import plain
from simulator.reports.debrief import AnsweredQuestion, Debrief
from simulator.scenario.scenes import OWN_WORDS
from simulator.session.confidence import WEAK_BELOW

Statement = dict[str, Any]

HOME_PAGE = "https://podium.example"
"""Under which learners, scenarios and questions have their addresses, where nobody gave another."""

VERBS: Mapping[str, tuple[str, str]] = {
    "answered": ("answered", "đã trả lời"),
    "completed": ("completed", "đã hoàn thành"),
    "passed": ("passed", "đã đạt"),
    "failed": ("failed", "chưa đạt"),
}
"""The verbs of ADL that are used, as they read in English and in Vietnamese."""

_ADL = "http://adlnet.gov/expapi"
_NAMES = uuid5(NAMESPACE_URL, "https://podium.example/xapi")


@dataclass(frozen=True, slots=True)
class Told:
    """What the record tells of a session besides its debrief.

    `answered_at` is when each answer was recorded and `ended_at` when the session came to its ending, both in ISO 8601
    with a zone; `active_ms` is the time it took without pauses. Where there is no `learner`, the session's id names
    the actor, so that two people without a name are not taken for one. `pass_mark` is 1-100, None where there is none.
    """

    learner: str
    answered_at: Sequence[str]
    ended_at: str
    active_ms: int
    pass_mark: int | None = None
    home_page: str = HOME_PAGE
    platform: str = "Podium"


def statements(read: Debrief, told: Told) -> tuple[Statement, ...]:
    """The statements of a session that has ended, in the order in which it all happened; of another one none."""
    if read.ending is None or read.withheld:
        return ()
    return tuple(_statements(read, told))


def registration(session: str) -> UUID:
    """What all statements of a session have in common."""
    return uuid5(_NAMES, session)


def _statements(read: Debrief, told: Told) -> Iterator[Statement]:
    for number, (asked, at) in enumerate(zip(read.questions, told.answered_at, strict=True), 1):
        activity = {"id": _question_id(read, asked, told), "definition": _question(read, asked)}
        context = _context(read, told) | {"contextActivities": {"parent": [_activity(read, told)]}}
        yield _statement(read, told, str(number), "answered", activity, _answer(asked, told), at) | {"context": context}
    marked = told.pass_mark is not None and bool(read.questions)
    result: dict[str, Any] = {"completion": True, "duration": _duration(told.active_ms)}
    if read.questions and not marked:
        result["score"] = _score(read.overall)
    yield _of_session(read, told, "completed", result)
    if told.pass_mark is not None and marked:
        passed = read.overall >= told.pass_mark
        result = {"success": passed, "score": _score(read.overall), "duration": _duration(told.active_ms)}
        yield _of_session(read, told, "passed" if passed else "failed", result)


def _of_session(read: Debrief, told: Told, verb: str, result: Mapping[str, Any]) -> Statement:
    made = _statement(read, told, verb, verb, _activity(read, told), result, told.ended_at)
    return made | {"context": _context(read, told)}


def _statement(
    read: Debrief, told: Told, name: str, verb: str, activity: Statement, result: Mapping[str, Any], at: str
) -> Statement:
    english, vietnamese = VERBS[verb]
    return {
        "id": str(uuid5(_NAMES, f"{read.session}/{name}")),
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": told.home_page, "name": plain(told.learner) or read.session},
        },
        "verb": {"id": f"{_ADL}/verbs/{verb}", "display": {"en": english, "vi": vietnamese}},
        "object": {"objectType": "Activity", **activity},
        "result": dict(result),
        "timestamp": at,
    }


def _activity(read: Debrief, told: Told) -> Statement:
    kind = "assessment" if read.mode == "exam" else "simulation"
    definition = {"type": f"{_ADL}/activities/{kind}", "name": {read.language: plain(read.title)}}
    return {"objectType": "Activity", "id": _scenario_id(read, told), "definition": definition}


def _question(read: Debrief, asked: AnsweredQuestion) -> Statement:
    """The definition of a question: to be answered by a line, or at length."""
    definition: Statement = {
        "type": f"{_ADL}/activities/cmi.interaction",
        "name": {read.language: plain(asked.title)},
        "description": {read.language: plain(asked.question)},
        "interactionType": "long-fill-in",
    }
    if asked.given.id != OWN_WORDS and asked.lines:
        choices = sorted(asked.lines, key=lambda line: line.id)
        definition["interactionType"] = "choice"
        definition["choices"] = [{"id": one.id, "description": {read.language: plain(one.text)}} for one in choices]
    return definition


def _answer(asked: AnsweredQuestion, told: Told) -> Statement:
    counted = asked.counted
    extensions: Statement = {
        "levels": dict(counted.levels),
        "flags": list(counted.flags),
        "grader": plain(asked.given.assessment.grader),
        "verdict": asked.verdict is not None,
    }
    if asked.confidence:
        extensions["confidence"] = asked.confidence
    result: Statement = {
        "score": _score(counted.overall),
        "success": counted.overall >= WEAK_BELOW,
        "duration": _duration(asked.seconds * 1000),
        "extensions": {f"{told.home_page}/xapi/{name}": value for name, value in extensions.items()},
    }
    if not asked.silent:
        result["response"] = plain(asked.given.text) if asked.given.id == OWN_WORDS else asked.given.id
    return result


def _context(read: Debrief, told: Told) -> Statement:
    return {
        "registration": str(registration(read.session)),
        "language": read.language,
        "platform": told.platform,
        "extensions": {f"{told.home_page}/xapi/mode": read.mode},
    }


def _scenario_id(read: Debrief, told: Told) -> str:
    return f"{told.home_page}/scenario/{quote(read.scenario)}"


def _question_id(read: Debrief, asked: AnsweredQuestion, told: Told) -> str:
    # What a journalist pressed with is a question of this session alone.
    of_session = f"/{quote(read.session, safe='')}" if asked.why else ""
    return f"{_scenario_id(read, told)}/question{of_session}/{quote(asked.scene, safe='')}"


def _score(overall: int) -> Statement:
    return {"scaled": overall / 100, "raw": overall, "min": 0, "max": 100}


def _duration(milliseconds: int) -> str:
    """A duration in ISO 8601, to hundredths of a second as statements compare them."""
    seconds, hundredths = divmod(max(milliseconds, 0) // 10, 100)
    return f"PT{seconds}S" if not hundredths else f"PT{seconds}.{hundredths:02}S"
