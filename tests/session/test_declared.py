"""What the trainee declares: confidence in an answer, and the preparation; and what is read of either."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.exercise.clock import ManualClock
from simulator.exercise.exercise import Exercise
from simulator.journal.memory import MemoryJournal
from simulator.scenario.assessment import Assessment
from simulator.session.advance import advance
from simulator.session.confidence import confidence
from simulator.session.discipline import comes_back, discipline
from simulator.session.events import IllegalEvent, Prepared, Rated
from tests.builders import decision, line, question, scenario, silence
from tests.exercise.stories import HASH
from tests.session.playing import begun, go_on, played

WITHHELD = {"id": "r1", "text": "Their names.", "reason": "Privacy.", "competent_body": "The police."}
FACT = {"id": "f1", "text": "It happened at noon.", "source": "The duty log", "as_of": "12:00"}
GOOD = line("good", text="Đường dây nóng trực 24 giờ, bà con gọi ngay.", levels={"accuracy": 4})
POOR = line("poor", text="We shall see.", levels={"accuracy": 1})
STORY = scenario(
    question("q1", GOOD, POOR, time_limit=10, silence=silence(), then="d1"),
    decision("d1", then="q2"),
    question("q2", GOOD, POOR),
    dossier={"context": "It happened.", "facts": [FACT], "restricted": [WITHHELD]},
)
OPENING = Assessment({"empathy": 4, "clarity": 4}, (), (), 100, "podium-1")
READY = Prepared(("Gọi đường dây nóng.",), ("r1",), "Thưa bà con.", OPENING, 60_000)


def test_an_answer_is_rated_right_after_it() -> None:
    state = played(STORY, "good")
    rated = advance(STORY, state, Rated(2, state.at))
    assert rated.answers[-1].confidence == 2
    assert advance(STORY, rated, Rated(3, rated.at)).answers[-1].confidence == 3
    assert rated._replace(answers=state.answers) == state


@pytest.mark.parametrize("choices", [(), ("good", "do")])
def test_nothing_else_is_rated(choices: tuple[str, ...]) -> None:
    state = played(STORY, *choices)
    with pytest.raises(IllegalEvent, match="right after"):
        advance(STORY, state, Rated(2, state.at))


@pytest.mark.parametrize("level", [0, 4, -1])
def test_confidence_has_three_levels(level: int) -> None:
    state = played(STORY, "good")
    with pytest.raises(IllegalEvent, match="1, 2 or 3"):
        advance(STORY, state, Rated(level, state.at))


def test_the_last_answer_is_rated_at_the_ending_too() -> None:
    exercise = Exercise.begin(STORY, HASH, MemoryJournal(), ManualClock(), seed=7)
    exercise.choose_line("good")
    exercise.take_option("do")
    exercise.choose_line("poor")
    assert exercise.ended
    exercise.rate(3)
    found = confidence(exercise.state.answers)
    assert (found.rated, found.means, found.overconfident) == (1, {3: 25}, (2,))


def test_a_rating_is_taken_back_with_its_answer_alone() -> None:
    exercise = Exercise.begin(STORY, HASH, MemoryJournal(), ManualClock(), seed=7)
    exercise.choose_line("good")
    exercise.rate(1)
    exercise.take_option("do")
    exercise.take_back()
    assert exercise.state.answers[-1].confidence == 1
    exercise.take_back()
    assert exercise.state.answers == ()


def test_a_conference_is_prepared_before_its_first_step() -> None:
    state = begun(STORY)
    prepared = advance(STORY, state, READY)
    assert prepared.preparation is not None
    assert prepared.preparation.messages == ("Gọi đường dây nóng.",)
    assert prepared.trust > state.trust
    assert prepared.heat < state.heat
    assert (prepared.preparation.trust, prepared.preparation.heat) == (
        (state.trust, prepared.trust),
        (state.heat, prepared.heat),
    )
    assert (prepared.entered_at, prepared.answers, prepared.path) == (60_000, (), ())


def test_it_is_prepared_once_and_never_later() -> None:
    for state in (advance(STORY, begun(STORY), READY), played(STORY, "good")):
        with pytest.raises(IllegalEvent, match="prepared once"):
            advance(STORY, state, READY)


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (replace(READY, messages=("a", "b", "c", "d")), "at most 3 key messages"),
        (replace(READY, messages=("x" * 201,)), "at most 3 key messages"),
        (replace(READY, messages=(" ",)), "at most 3 key messages"),
        (replace(READY, withheld=("f1",)), "only restricted matters"),
        (replace(READY, opening="x" * 2_001), "at most 2000 characters"),
        (replace(READY, assessment=None), "comes with its assessment"),
        (replace(READY, opening=" "), "comes with its assessment"),
        (replace(READY, assessment=replace(OPENING, levels={"rebuttal": 3})), "the grades do not belong"),
        (replace(READY, assessment=replace(OPENING, levels={"clarity": 5})), "the grades do not belong"),
    ],
)
def test_a_preparation_out_of_bounds_is_refused(event: Prepared, why: str) -> None:
    with pytest.raises(IllegalEvent, match=why):
        advance(STORY, begun(STORY), event)


def test_nothing_need_be_prepared() -> None:
    state = advance(STORY, begun(STORY), Prepared((), (), "", None, 5))
    assert state.preparation is not None
    assert (state.trust, state.heat) == (begun(STORY).trust, begun(STORY).heat)
    assert discipline(STORY, state) is None


def test_a_preparation_is_recorded_resumed_and_taken_back() -> None:
    journal = MemoryJournal()
    exercise = Exercise.begin(STORY, HASH, journal, ManualClock(), seed=7)
    exercise.prepare(["Một."], ["r1"], "Thưa bà con.", OPENING)
    again = Exercise.resume(STORY, HASH, journal, exercise.session_id, ManualClock())
    assert again.state == exercise.state
    again.take_back()
    assert again.state.preparation is None


def test_answers_that_come_back_to_a_message_are_told() -> None:
    messages = ("Gọi đường dây nóng trực 24 giờ.", "Nobody is left alone in this.")
    state = go_on(STORY, advance(STORY, begun(STORY), replace(READY, messages=messages)), "good", "do", "poor")
    found = discipline(STORY, state)
    assert found is not None
    assert (found.returns, found.share, found.forgotten) == (((1,), ()), 0.5, messages[1:])


def test_diacritics_and_order_of_sentences_do_not_matter_to_a_message() -> None:
    message = "Cảnh báo đến với dân quá chậm."
    assert comes_back(message, "Xin nhận lỗi: canh bao den voi dan qua cham.")
    assert not comes_back(message, "Chúng tôi luôn quan tâm đến bà con.")
    assert not comes_back(message, "")
    assert comes_back("Sorry.", "We are sorry.") == comes_back("Sorry.", "we are SORRY")
