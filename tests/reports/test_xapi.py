"""Statements keep to the specification, whatever people wrote; and the same session makes the same ones."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from simulator.reports.debrief import Debrief, debrief
from simulator.reports.xapi import HOME_PAGE, Statement, Told, statements
from simulator.scenario.assessment import Assessment
from simulator.scenario.revision import UNREVISED, Revisions
from simulator.scenario.verdict import Verdict
from simulator.session.events import AnswerGiven, DeadlinePassed, Event, LineChosen, Pressed, Rated, Started
from simulator.session.modes import Mode
from tests.builders import ending, line, question, scenario, silence
from tests.reports.statement_rules import faults
from tests.session.presses import PRESS

WRITTEN = "<b>&\"'\x00\x1b[31m\u202e={}\u2028"
HOSTILE = f"{WRITTEN}\ud800"
STORY = scenario(
    question("q1", line("owns", text=f"We {WRITTEN}.", levels={"accuracy": 4}), title=f"Q {WRITTEN}", then="q2"),
    question("q2", then="q3"),
    question("q3", time_limit=60, silence=silence()),
    ending("end", outcome="good", headline="It held"),
    title=f"T {WRITTEN}",
)
MINE = Assessment({"accuracy": 3}, ("blame",), (), 67, "podium-1")
EVENTS: tuple[Event, ...] = (
    LineChosen("q1", "owns", 1_250),
    Rated(2, 1_500),
    AnswerGiven("q2", HOSTILE, MINE, 62_250),
    DeadlinePassed("q3", 130_000),
)
AT = ("2026-11-26T06:00:24.419152+00:00",)
TOLD = Told("", AT * 3, "2026-11-26T06:05:24+00:00", 130_000)


def read(mode: Mode = "practice", revisions: Revisions = UNREVISED, *events: Event) -> Debrief:
    return debrief(STORY, (Started(1, mode=mode), *(events or EVENTS)), "20261126-060024-627d4a0e", revisions)


def made(read_: Debrief, **changes: Any) -> tuple[Statement, ...]:  # noqa: ANN401
    return statements(read_, replace(TOLD, **changes))


def verbs(found: tuple[Statement, ...]) -> list[str]:
    return [one["verb"]["id"].rpartition("/")[2] for one in found]


@pytest.mark.parametrize("learner", ["", "Hạnh", HOSTILE, "mailto:x@y.example"])
@pytest.mark.parametrize(("mode", "mark"), [("practice", None), ("exam", 50), ("exam", 99), ("exam", None)])
def test_every_statement_keeps_to_the_specification(learner: str, mode: Mode, mark: int | None) -> None:
    found = made(read(mode), learner=learner, pass_mark=mark)
    assert len(found) == 4 + (mark is not None)
    assert [faults(one) for one in found] == [[]] * len(found)
    for one in found:
        json.dumps(one, ensure_ascii=False).encode()
    assert not set("\x00\x1b\u202e\ud800\u2028") & set(json.dumps(found, ensure_ascii=False))


def test_answers_then_the_end_then_whether_it_was_passed() -> None:
    assert verbs(made(read())) == ["answered", "answered", "answered", "completed"]
    assert verbs(made(read("exam"), pass_mark=50)) == ["answered"] * 3 + ["completed", "passed"]
    assert verbs(made(read("exam"), pass_mark=90)) == ["answered"] * 3 + ["completed", "failed"]
    assert verbs(made(read("exam"))) == ["answered"] * 3 + ["completed"]


def test_what_an_answer_says() -> None:
    line_, own, silent, done = made(read())
    assert line_["object"]["definition"]["interactionType"] == "choice"
    assert line_["result"]["response"] == "owns"
    assert line_["result"]["duration"] == "PT1S"
    assert line_["result"]["extensions"][f"{HOME_PAGE}/xapi/confidence"] == 2
    assert own["object"]["definition"]["interactionType"] == "long-fill-in"
    assert own["result"]["response"].startswith("<b>&\"'")
    assert own["result"]["score"] == {"scaled": 0.67, "raw": 67, "min": 0, "max": 100}
    assert own["result"]["extensions"][f"{HOME_PAGE}/xapi/flags"] == ["blame"]
    assert own["object"]["definition"]["name"] == {"en": "q2"}
    assert "response" not in silent["result"]
    assert silent["result"]["success"] is False
    assert done["result"]["completion"] is True
    assert done["result"]["duration"] == "PT130S"
    assert own["context"]["contextActivities"]["parent"][0]["id"] == done["object"]["id"]


def test_the_score_of_an_exam_stands_with_passed_alone() -> None:
    *_, done, passed = made(read("exam"), pass_mark=50)
    assert "score" not in done["result"]
    assert passed["result"]["success"] is True
    assert passed["result"]["score"]["raw"] == read("exam").overall


def test_the_same_session_makes_the_same_ids_and_another_one_others() -> None:
    first, again = made(read()), made(read(), learner="Hạnh", home_page="https://school.example")
    assert [one["id"] for one in first] == [one["id"] for one in again]
    assert len({one["id"] for one in first}) == len(first)
    other = statements(replace(read(), session="another"), TOLD)
    assert not {one["id"] for one in other} & {one["id"] for one in first}


def test_two_people_without_a_name_are_not_taken_for_one() -> None:
    names = {statements(replace(read(), session=name), TOLD)[0]["actor"]["account"]["name"] for name in ("a", "b")}
    assert names == {"a", "b"}


def test_a_verdict_counts() -> None:
    revised = Revisions({2: Verdict(2, {"accuracy": 1}, (), moment=62_250)})
    _, own, *_ = made(read("practice", revised))
    assert own["result"]["score"]["raw"] == 25
    assert own["result"]["success"] is False
    assert own["result"]["extensions"][f"{HOME_PAGE}/xapi/verdict"] is True


def test_nothing_is_told_of_a_session_that_has_not_ended() -> None:
    assert made(read("practice", UNREVISED, EVENTS[0]), answered_at=AT) == ()
    assert made(read("exam", UNREVISED, EVENTS[0]), answered_at=AT) == ()


def test_a_press_is_a_question_of_its_session_alone() -> None:
    events = (*EVENTS[:1], Pressed(PRESS, 2_000), LineChosen(PRESS.id, PRESS.lines[0].id, 3_000), *EVENTS[2:])
    found = made(read("practice", UNREVISED, *events), answered_at=AT * 4)
    press = found[1]["object"]
    assert "20261126-060024-627d4a0e" in press["id"]
    assert press["definition"]["choices"]
    assert [faults(one) for one in found] == [[]] * 5
