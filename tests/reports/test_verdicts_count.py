"""What people decided counts in the debrief; where the answers led stays as it was."""

from __future__ import annotations

from simulator.reports.as_json import as_json
from simulator.reports.debrief import Debrief, debrief
from simulator.scenario.assessment import Assessment
from simulator.scenario.revision import UNREVISED, Regrade, Revisions
from simulator.scenario.verdict import Verdict
from simulator.session.events import AnswerGiven, Event, LineChosen, Rated, Started
from simulator.session.modes import Mode
from tests.builders import ending, line, question, scenario

STORY = scenario(
    question(
        "who_knew",
        line("owns", levels={"accuracy": 4, "empathy": 2}),
        line("blames", levels={"accuracy": 0, "empathy": 1}, flags=["blame"]),
        then="more",
    ),
    question("more", then="end"),
    ending("end", outcome="good", headline="It held"),
    skills=("accuracy", "empathy"),
)
MINE = Assessment({"accuracy": 1}, ("speculation",), (), 17, "podium-1")
EVENTS: tuple[Event, ...] = (
    LineChosen("who_knew", "blames", 1_000),
    Rated(3, 1_500),
    AnswerGiven("more", "We do not know yet.", MINE, 9_000),
)


def after(revisions: Revisions = UNREVISED, mode: Mode = "practice", *events: Event) -> Debrief:
    return debrief(STORY, (Started(1, mode=mode), *(events or EVENTS)), "s1", revisions)


def test_a_verdict_counts_in_the_overall_grade_the_skills_and_the_flags() -> None:
    before = after()
    read = after(Revisions({1: Verdict(1, {"empathy": 4}, (), moment=1_000)}))
    asked = read.questions[0]
    assert asked.verdict is not None
    assert asked.given.assessment == before.questions[0].given.assessment
    assert (asked.counted.levels, asked.counted.flags) == ({"accuracy": 0, "empathy": 4}, ())
    assert (before.overall, read.overall) == (11, 34)
    assert {one.skill: one.levels for one in read.skills}["empathy"] == (4,)
    assert dict(read.flags) == {"speculation": 1}
    assert before.confidence.overconfident == (1,)
    assert read.confidence.overconfident == ()


def test_what_the_answers_led_to_stays() -> None:
    before = after()
    read = after(Revisions({1: Verdict(1, {"accuracy": 4}, (), moment=1_000)}))
    assert (read.trust, read.heat, read.path, read.curve) == (before.trust, before.heat, before.path, before.curve)


def test_a_verdict_on_an_answer_that_was_taken_back_counts_for_nothing() -> None:
    read = after(Revisions({1: Verdict(1, {"accuracy": 4}, (), moment=400)}))
    assert read.questions[0].verdict is None
    assert read.overall == after().overall


def test_a_regrade_takes_the_place_of_the_graders_and_a_verdict_goes_before_it() -> None:
    anew = Assessment({"accuracy": 3}, (), (), 75, "podium-2")
    regraded = Revisions(regrades={2: Regrade(2, anew, 9_000)})
    assert after(regraded).questions[1].given.assessment is anew
    assert after(regraded).questions[1].counted.overall == 75
    both = Revisions({2: Verdict(2, {"accuracy": 0}, moment=9_000)}, {2: Regrade(2, anew, 9_000)})
    assert after(both).questions[1].counted.levels == {"accuracy": 0}


def test_an_exam_that_goes_on_shows_no_verdict() -> None:
    read = after(Revisions({1: Verdict(1, {"accuracy": 4}, (), "Because.", "Mai", moment=1_000)}), "exam", EVENTS[0])
    assert read.withheld
    assert read.questions[0].verdict is None
    assert "Because." not in as_json(read)


def test_json_tells_both_grades() -> None:
    read = after(Revisions({1: Verdict(1, {"empathy": 4}, (), "Because.", "Mai", moment=1_000)}))
    told = as_json(read)
    assert '"reason": "Because."' in told
    assert '"blame"' in told
