"""A person's verdict in the debrief's question: after the grader's grade, with the grade that counts."""

from __future__ import annotations

from simulator.language.catalogue import Catalogue
from simulator.tui.widgets.debrief import question_blocks
from tests.reports.stories import debriefed, decided

EN = Catalogue("en")


def lines(*, with_verdict: bool) -> list[str]:
    read = debriefed("Words here.", decided("It was right.")) if with_verdict else debriefed("Words here.")
    blocks = question_blocks(read.questions[0], EN)
    return [line.plain.strip(" ▌") for block in blocks for line in block.lines(100)]


def test_a_verdict_stands_under_the_graders_grade() -> None:
    shown = lines(with_verdict=True)
    place = shown.index("Accuracy: 3 good; the grader's level was 1 absent.")
    assert "This counts: 55 of 100." in shown[place:]
    assert place < shown.index("The best line: 88 of 100")


def test_without_one_nothing_is_said_of_it() -> None:
    assert not [line for line in lines(with_verdict=False) if "Decided" in line or "This counts" in line]
