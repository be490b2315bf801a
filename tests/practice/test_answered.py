"""What was answered, with its grades: from the record, and from the scenario for prepared lines and silence."""

from __future__ import annotations

import pytest

from simulator.exercise.clock import ManualClock
from simulator.exercise.exercise import Exercise
from simulator.journal.memory import MemoryJournal
from simulator.practice.answered import Answered, answered, flags_of
from simulator.reports.debrief import debrief
from simulator.scenario.assessment import Assessment, Finding
from simulator.scenario.model import Scenario
from simulator.scenario.rubric import Level, RedFlag, Skill, overall
from simulator.scenario.scenes import Question
from simulator.scenario.single import single
from tests.builders import line, question, scenario, silence

BLAME: tuple[RedFlag, ...] = ("blame",)
STORY = scenario(
    question(
        "q1",
        line("owns", text="We own it.", levels={"accuracy": 4, "empathy": 3}),
        line("blames", text="They did it.", levels={"accuracy": 1, "empathy": 0}, flags=["blame"]),
        title="Who?",
        time_limit=60,
        silence=silence(text="Nobody speaks.", levels={"accuracy": 0, "empathy": 1}),
        then="q2",
    ),
    question("q2", title="When?", samples=({"id": "a", "text": "A", "levels": {"accuracy": 1}, "flags": ("stigma",)},)),
)


def played(*steps: str, story: Scenario = STORY, journal: MemoryJournal | None = None) -> tuple[Answered, ...]:
    """The answers of a session with those lines; `…` waits until the time is up, `own` says something."""
    kept, clock = journal or MemoryJournal(), ManualClock()
    exercise = Exercise.begin(story, "hash", kept, clock, seed=1)
    for step in steps:
        clock.pass_time(1_000)
        if step == "…":
            clock.pass_time(60_000)
            exercise.let_time_pass()
        elif step == "own":
            levels: dict[Skill, Level] = {"accuracy": 2, "empathy": 2}
            findings = (Finding("so", "accuracy"), Finding("so", "empathy"))
            exercise.answer("My own words.", Assessment(levels, (), findings, overall(levels, ()), "podium-1/lexical"))
        else:
            exercise.choose_line(step)
    return answered(kept.answers(), lambda id_: STORY if id_ == "tiny" else None)


def test_a_line_has_the_grades_and_the_text_that_the_scenario_gives_it() -> None:
    (one,) = played("blames")
    assert one.levels == {"accuracy": 1, "empathy": 0}
    assert one.flags == BLAME
    assert one.overall == overall(one.levels, BLAME)
    assert (one.text, one.spoken, one.silent) == ("They did it.", False, False)
    assert (one.title, one.told_in, one.module) == ("Who?", "A tiny scenario", "press")


def test_own_words_have_the_grades_that_were_recorded() -> None:
    (one,) = played("own")
    assert (one.text, one.spoken) == ("My own words.", True)
    assert one.levels == {"accuracy": 2, "empathy": 2}


def test_silence_has_the_grades_of_silence() -> None:
    (one,) = played("…")
    assert one.silent
    assert one.levels == {"accuracy": 0, "empathy": 1}
    assert one.text == "Nobody speaks."


def test_a_question_knows_what_it_goes_wrong_by() -> None:
    first, second = played("owns", "good")
    assert first.tempted == ("blame",)
    assert second.tempted == ("stigma",)
    assert flags_of(STORY.scene_by_id["q2"]) == ("stigma",)  # type: ignore[arg-type]


def test_the_grades_are_those_of_the_debrief() -> None:
    journal = MemoryJournal()
    found = played("…", "poor", journal=journal)
    session = journal.sessions()[0].header.id
    read = debrief(STORY, [entry.event for entry in journal.entries(session)])
    assert [one.overall for one in found] == [asked.given.assessment.overall for asked in read.questions]
    assert [one.text for one in found] == [asked.given.text for asked in read.questions]


def test_silence_that_no_author_wrote_goes_by_the_rule() -> None:
    journal, clock = MemoryJournal(), ManualClock()
    exercise = Exercise.begin(STORY, "hash", journal, clock, seed=1, mode="exam")
    exercise.choose_line("owns")
    clock.pass_time(200_000)
    exercise.let_time_pass()
    _, silent = answered(journal.answers(), lambda _: STORY)
    assert silent.levels == exercise.state.answers[-1].levels
    assert silent.flags == exercise.state.answers[-1].flags == ("no_comment",)


def test_lines_of_a_scenario_that_is_gone_are_left_out_and_own_words_stay() -> None:
    journal = MemoryJournal()
    played("own", "good", journal=journal)
    (one,) = answered(journal.answers(), lambda _: None)
    assert one.spoken
    assert (one.title, one.module, one.tempted) == ("", None, ())
    assert not one.can_be_asked_again


def test_a_scenario_is_asked_for_once() -> None:
    journal, wanted = MemoryJournal(), list[str]()
    played("owns", "good", journal=journal)
    played("blames", journal=journal)
    assert len(answered(journal.answers(), lambda id_: wanted.append(id_) or STORY)) == 3  # type: ignore[func-returns-value]
    assert wanted == ["tiny"]


def test_one_question_has_one_id_wherever_it_was_asked() -> None:
    journal = MemoryJournal()
    played("owns", journal=journal)
    played("owns", story=single(STORY, "q1"), journal=journal)
    whole, alone = answered(journal.answers(), lambda _: STORY)
    assert whole.question_id == alone.question_id == "tiny/q1"
    assert (whole.single, alone.single) == (False, True)
    assert whole.can_be_asked_again
    assert alone.can_be_asked_again


@pytest.mark.parametrize("moment", ["", "yesterday", "2026-11-20T09:00:00"])
def test_an_answer_of_no_moment_is_left_out(moment: str) -> None:
    journal = MemoryJournal(lambda: moment)
    assert played("owns", journal=journal) == ()


def test_the_story_is_what_the_tests_take_it_for() -> None:
    assert isinstance(STORY.scene_by_id["q1"], Question)
