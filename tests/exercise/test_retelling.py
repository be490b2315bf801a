"""A session whose scenario is told in another language in its midst: the same steps, told anew."""

from __future__ import annotations

from simulator.exercise.clock import ManualClock
from simulator.exercise.exercise import Exercise
from simulator.journal.memory import MemoryJournal
from simulator.scenario.assessment import Assessment
from simulator.scenario.model import Scenario
from simulator.session.asked import words_of
from tests.builders import line, question, scenario


def told(language: str) -> Scenario:
    words = {"en": ("The mistake was ours.", "was ours"), "vi": ("Lỗi này là của chúng tôi.", "của chúng tôi")}
    text, part = words[language]
    finding = {"skill": "accuracy", "words": part, "because": f"because {language}"}
    lines = (
        line("owns", text=text, levels={"accuracy": 4}, findings=(finding,)),
        line("waits", levels={"accuracy": 1}),
    )
    first = question("q1", *lines, then="q2", text=f"q1 {language}")
    return scenario(first, question("q2", *lines, text=f"q2 {language}"), language=language)


def begun() -> Exercise:
    return Exercise.begin(told("en"), "hash", MemoryJournal(), ManualClock(), seed=1)


def test_the_steps_stand_and_are_told_in_the_other_language() -> None:
    exercise = begun()
    exercise.choose_line("owns")
    before = exercise.state
    exercise.retell(told("vi"))
    state = exercise.state
    assert exercise.question.text == "q2 vi"
    assert (state.trust, state.heat, state.path) == (before.trust, before.heat, before.path)
    (answer,) = state.answers
    said, finding = words_of(exercise.scenario, state, answer), answer.assessment.findings[0]
    assert said == "Lỗi này là của chúng tôi."
    assert said[finding.start : finding.end] == "của chúng tôi"
    assert finding.because == "because vi"


def test_the_session_goes_on_and_can_be_taken_back() -> None:
    exercise = begun()
    exercise.retell(told("vi"))
    exercise.choose_line("owns")
    exercise.retell(told("en"))
    exercise.take_back()
    assert exercise.question.text == "q1 en"
    assert len(exercise.events) == 3


def test_own_words_stay_as_they_were_said() -> None:
    exercise = begun()
    graded = Assessment({"accuracy": 3}, (), (), 75, "podium-1/lexical")
    exercise.answer("It was ours.", graded)
    exercise.retell(told("vi"))
    (answer,) = exercise.state.answers
    assert (answer.text, answer.assessment) == ("It was ours.", graded)


def test_a_scenario_that_does_not_fit_changes_nothing() -> None:
    exercise = begun()
    exercise.choose_line("owns")
    before = exercise.scenario, exercise.state
    exercise.retell(scenario(question("other")))
    exercise.retell(scenario(question("q1", line("else", levels={"accuracy": 4}))))
    assert (exercise.scenario, exercise.state) == before


def test_it_is_resumed_though_its_translation_has_changed() -> None:
    journal = MemoryJournal()
    exercise = Exercise.begin(told("vi"), "hash", journal, ManualClock(), seed=1)
    exercise.choose_line("owns")
    assert journal.header(exercise.session_id).language == "vi"
    again = Exercise.resume(told("en"), "hash", journal, exercise.session_id, ManualClock())
    assert again.drift is None
    assert again.question.text == "q2 en"
