"""What if, side by side: figures, questions and curves by story minute; and every golden play-through survives it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.language.catalogue import Catalogue
from simulator.language.signs import OBEYED
from simulator.reports.as_json import as_json
from simulator.reports.as_text import WIDTH
from simulator.reports.debrief import debrief
from simulator.reports.front_page import front_page
from simulator.reports.what_if import Comparison, Minute, comparison
from simulator.reports.what_if_text import what_if_as_text
from simulator.scenario.scenes import Question
from simulator.session.counterfactual import what_if
from simulator.session.events import IllegalEvent
from simulator.session.rehearsal import rehearse
from tests.session.test_counterfactual import BADLY, STORY, WELL
from tests.test_scenarios import each_playthrough, read


def compared(step: int = 1, line: str = "blames") -> Comparison:
    return comparison(STORY, what_if(STORY, WELL, step, line))


def test_the_question_and_both_answers() -> None:
    question = compared().question
    assert question.done is not None
    assert question.instead is not None
    assert (question.done.text, question.instead.text) == ("This is the line owns.", "This is the line blames.")
    assert question.done.overall > question.instead.overall


def test_the_figures_that_differ() -> None:
    read = compared()
    assert [figure.what for figure in read.differences] == ["overall", "trust", "heat", "flags"]
    assert all(figure.done is None for figure in read.figures if figure.what == "heard"), "there is no rumour"
    assert [one.id for one in read.endings if one] == ["good", "poor"]


def test_questions_stand_beside_their_like_in_the_order_of_the_story() -> None:
    read = compared()
    assert [(one.scene, one.done is not None, one.instead is not None) for one in read.questions] == [
        ("first", True, True),
        ("pressed", False, True),
        ("last", True, True),
    ]


def test_curves_are_aligned_by_story_minute_and_end_where_their_course_does() -> None:
    curve = compared().curve
    assert [minute.minutes for minute in curve] == sorted({minute.minutes for minute in curve})
    assert curve[0] == Minute(0, "15:30", (50, 50), (30, 30), (None, None))
    assert curve[-1].trust[0] is None, "the session was over by then"
    assert curve[-1].trust[1] is not None


def test_nothing_differs_from_what_was_done() -> None:
    assert compared(1, "owns").differences == ()


@pytest.mark.parametrize("tongue", ["vi", "en"])
def test_as_text_every_line_fits_and_nothing_is_drawn(tongue: str) -> None:
    text = what_if_as_text(compared(), Catalogue("vi" if tongue == "vi" else "en"))
    assert max(map(len, text.splitlines())) <= WIDTH
    assert not any("\u2500" <= sign <= "\u259f" for sign in text)
    assert "It ends with poor" in text


def test_a_session_that_goes_on_can_be_shown() -> None:
    read = comparison(STORY, what_if(STORY, BADLY[:3], 1, "owns"))
    assert "it has not ended" in what_if_as_text(read, Catalogue("en"))


def test_as_json_is_plain_data() -> None:
    data = json.loads(as_json(compared()))
    assert data["endings"][1]["id"] == "poor"
    assert data["curve"][0]["trust"] == [50, 50]


@each_playthrough
def test_every_answer_of_every_play_through_can_be_given_otherwise(file: Path) -> None:
    scenario, _, playthrough = read(file)
    events = rehearse(scenario, playthrough).events
    page = front_page(scenario, debrief(scenario, events))
    assert page.fair.outlet != page.harsh.outlet
    for step, answer in enumerate(debrief(scenario, events).questions, 1):
        same = what_if(scenario, events, step, answer.given.id)
        assert same.instead == same.done
        scene = scenario.scene_by_id[answer.scene]
        assert isinstance(scene, Question)
        for line in scene.lines:
            try:
                found = what_if(scenario, events, step, line.id)
            except IllegalEvent:
                assert next(one for one in answer.lines if one.id == line.id).open is False
                continue
            assert found.instead.ending is not None
    shown = what_if_as_text(comparison(scenario, found), Catalogue("vi"))
    assert not OBEYED.search(shown)
