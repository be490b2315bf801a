"""The debrief of an exam that goes on, and of a session in which nothing was asked."""

from __future__ import annotations

import pytest

from simulator.language.catalogue import Catalogue
from simulator.reports.as_json import as_json
from simulator.reports.as_text import as_text
from simulator.reports.debrief import Debrief, debrief
from simulator.reports.front_page import front_page
from simulator.reports.front_page_text import front_page_as_text
from simulator.reports.withheld import WHY
from simulator.scenario.assessment import Assessment
from simulator.session.events import Event, LineChosen, Prepared, Rated, Started
from simulator.session.modes import Mode
from simulator.session.preparation import OPENING_SKILLS
from tests.builders import ending, line, question, scenario

STORY = scenario(
    question(
        "who_knew",
        line("owns", text="We were late.", levels={"accuracy": 4}, note="Plain."),
        line("blames", text="They did not listen.", levels={"accuracy": 0}, flags=["blame"], note="Never."),
        then="more",
    ),
    question("more", then="end"),
    ending("end", outcome="good", headline="It held"),
)
OPENING = Prepared(("We answer.",), (), "Good day.", Assessment(dict.fromkeys(OPENING_SKILLS, 2), (), (), 50), 500)
HALF = (OPENING, LineChosen("who_knew", "blames", 1_000), Rated(3, 1_500))


def after(mode: Mode, *events: Event) -> Debrief:
    return debrief(STORY, (Started(1, mode=mode), *events), "session-1")


def test_an_exam_that_goes_on_shows_what_was_asked_and_answered_and_why_no_more() -> None:
    read = after("exam", *HALF)
    assert read.withheld
    asked = read.questions[0]
    assert (asked.title, asked.given.text, asked.confidence) == ("who_knew", "They did not listen.", 3)
    told = as_text(read, Catalogue("en"))
    assert "This is an exam that goes on" in told
    assert "What of who_knew?" in told
    assert "They did not listen." in told
    for hidden in ("/100", "We were late.", "Never.", "Blame", "Trust", "trust 4", "It held", "-> "):
        assert hidden not in told.replace(WHY, "").replace("best lines, trust and heat", "")
    data = as_json(read)
    for hidden in ('blame"', "We were late.", "Never.", "It held"):
        assert hidden not in data
    assert {read.overall, read.trust, read.heat, asked.given.assessment.overall, *asked.trust, *asked.heat} == {0}
    assert read.preparation is not None
    assert read.preparation.assessment is None


@pytest.mark.parametrize("mode", ["guided", "practice"])
def test_other_modes_withhold_nothing(mode: Mode) -> None:
    assert not after(mode, *HALF).withheld
    assert after(mode, *HALF).questions[0].given.assessment.flags == ("blame",)


def test_a_finished_exam_tells_everything() -> None:
    read = after("exam", *HALF, LineChosen("more", "good", 9_000))
    assert not read.withheld
    assert read.flags == (("blame", 1),)
    assert "We were late." in as_text(read, Catalogue("en"))


@pytest.mark.parametrize("events", [(), (OPENING,)])
@pytest.mark.parametrize("tongue", ["vi", "en"])
def test_a_session_left_after_the_opening_says_so_and_gives_no_figures(events: tuple[Event, ...], tongue: str) -> None:
    read = after("practice", *events)
    told = as_text(read, Catalogue("vi" if tongue == "vi" else "en"))
    assert ("chưa có câu hỏi nào" if tongue == "vi" else "No question was answered") in told
    assert "0/100" not in told.replace("50/100", "")
    assert "grade 0" not in told
    assert ("50" in told) is bool(events), "the opening statement's grade"
    assert front_page_as_text(front_page(STORY, read), Catalogue("en"))
