"""A facilitator's news and question in what people read: debriefs in every form, reports for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import pytest

from simulator.language.catalogue import Catalogue
from simulator.reports.as_json import as_json
from simulator.reports.as_markdown import as_markdown
from simulator.reports.as_text import as_text
from simulator.reports.debrief import Debrief, debrief
from simulator.reports.pages.debrief_page import debrief_page
from simulator.scenario.assessment import Assessment, Finding
from simulator.session.events import AnswerGiven, DeadlinePassed, Event, Injected, OptionTaken, Pressed
from simulator.session.modes import Mode
from simulator.session.press import Press
from simulator.session.room_inject import RoomInject
from tests.reports.stories import HOSTILE, events, story

ASSESSED = Assessment({"accuracy": 3}, (), (Finding("So.", "accuracy", None, 0, 3),), 75, "podium-1/lexical")


def acted(text: str = "Words.", *, ended: bool = True, mode: Mode = "practice") -> Sequence[Event]:
    """`stories.events`, with a facilitator's news at the decision and a question before the last one."""
    made = [*events(text, mode, ended=ended)]
    decided = next(place for place, event in enumerate(made) if isinstance(event, OptionTaken))
    news = Injected(RoomInject(3, f"{text} The river rises.", f"{text[:90]} Flood", f"{text[:90]} Radio"), 2_500)
    made[decided:decided] = [news]
    silent = next(place for place, event in enumerate(made) if isinstance(event, DeadlinePassed))
    asked = Press("press_2", "hang", "facilitator", f"{text[:90]} Who answers?", (), ("accuracy",), (), 4)
    made[silent + 1 : silent + 1] = [
        Pressed(asked, 64_000),
        AnswerGiven("press_2", f"{text[:90]} The province does.", ASSESSED, 65_000),
    ]
    return made


def read(text: str = "Words.") -> Debrief:
    return debrief(story(text), acted(text), "session-1")


def test_the_debrief_has_the_news_among_the_steps_and_the_question_among_the_answers() -> None:
    found = read()
    assert found.ending is not None
    news = [step for step in found.path if step.kind == "news"]
    assert [(step.title, step.taken) for step in news] == [("Words. Flood (Words. Radio)", "Words. The river rises.")]
    before = [step.kind for step in found.path]
    assert before[before.index("news") + 1] == "decision"
    asked = next(one for one in found.questions if one.why == "facilitator")
    assert (asked.question, asked.lines, asked.best) == ("Words. Who answers?", (), asked.given)
    assert asked.counted.overall == 75


@pytest.mark.parametrize("render", [as_text, as_markdown, debrief_page])
def test_every_rendering_tells_both_and_no_best_line_where_there_is_none(
    render: Callable[[Debrief, Catalogue], str],
) -> None:
    found = read()
    told = render(found, Catalogue("en")).replace("\\", "")
    for words in (
        "The facilitator asked this question.",
        "The facilitator brought in this news.",
        "Who answers?",
        "The river rises.",
        "Flood",
    ):
        assert words in told
    compared = told.count("The best line") + told.count("This was the best of the prepared lines.")
    assert compared == len([one for one in found.questions if one.lines]) == 4


def test_vietnamese_has_words_for_both() -> None:
    told = as_text(read(), Catalogue("vi"))
    assert "facilitator" not in told


def test_json_has_both() -> None:
    told = json.loads(as_json(read()))
    assert [step["taken"] for step in told["path"] if step["kind"] == "news"] == ["Words. The river rises."]
    assert [one["why"] for one in told["questions"]] == ["", "flag", "", "facilitator", ""]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_facilitator_types_is_data(text: str) -> None:
    page = debrief_page(read(text), Catalogue("en"))
    assert "<script>alert" not in page
    assert "<img src=//evil" not in page
    as_markdown(read(text), Catalogue("en"))


def test_an_exam_that_goes_on_tells_what_came_without_grades() -> None:
    found = debrief(story(), acted(ended=False, mode="exam"), "session-1")
    assert found.withheld
    told = as_text(found, Catalogue("en"))
    assert "The river rises." in told
    assert "The province does." in told
    assert "75/100" not in told


def test_a_session_with_such_questions_alone_is_told_to_the_front_page() -> None:
    asked = Press("press_1", "hang", "facilitator", "Who answers?", (), ("accuracy",), (), 1)
    weak = Assessment({"accuracy": 0}, (), (), 0, "podium-1/lexical")
    only = [*events()[:1], Pressed(asked, 10), AnswerGiven("press_1", "No.", weak, 20)]
    found = debrief(story(), only, "session-1")
    assert found.front_page is not None
    assert as_text(found, Catalogue("en"))
