"""A verdict in the debrief's screen: both grades, the reason, and nothing obeyed of what people write."""

from __future__ import annotations

from simulator.language.catalogue import Catalogue
from simulator.reports.debrief import debrief
from simulator.scenario.revision import UNREVISED, Revisions
from simulator.scenario.verdict import Verdict
from simulator.session.events import Continued, LineChosen, Started
from simulator.tui.widgets.blocks import laid_out
from simulator.tui.widgets.debrief import question_blocks
from tests.tui.story import landslide


def told(revisions: Revisions) -> str:
    events = (Started(1), Continued("yard", 500), LineChosen("opening", "blames", 2_000))
    (asked,) = debrief(landslide(), events, "s1", revisions).questions
    return "\n".join(line.plain for line in laid_out(question_blocks(asked, Catalogue("en")), 78))


def test_both_grades_and_the_reason_are_told() -> None:
    shown = told(Revisions({1: Verdict(1, {"empathy": 2}, (), "[b]Cold\x1b[31m, not cruel.", "Mai", moment=2_000)}))
    for part in ("Decided by Mai:", "Empathy: 2 partial; the grader's level was 0 harmful.", "Red flag taken away"):
        assert part in shown
    assert "[b]Cold" in shown
    assert "\x1b" not in shown
    assert "This counts: 33 of 100." in shown
    assert "9 of 100" in shown


def test_without_a_verdict_there_is_nothing() -> None:
    assert "This counts" not in told(UNREVISED)
