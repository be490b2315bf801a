"""The gradebook: a row for each session, and nothing in it that a spreadsheet would run."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from simulator.language.catalogue import Catalogue
from simulator.reports.cells import CELL_MOST, cell
from simulator.reports.debrief import debrief
from simulator.reports.gradebook import BYTE_ORDER_MARK, BookRow, gradebook
from simulator.scenario.revision import UNREVISED, Revisions
from simulator.scenario.verdict import Verdict
from simulator.session.events import Event, LineChosen, Started
from simulator.session.modes import Mode
from tests.builders import ending, line, question, scenario

STORY = scenario(
    question("q1", line("owns", levels={"accuracy": 4}), line("blames", levels={"accuracy": 0}, flags=["blame"])),
    ending("end", headline="=HYPERLINK(1)", outcome="good"),
    title='@sum, "quoted"',
)


def row(*events: Event, mode: Mode = "practice", learner: str = "Hạnh", revisions: Revisions = UNREVISED) -> BookRow:
    read = debrief(STORY, (Started(1, mode=mode), *events), "20261126-1", revisions)
    return BookRow(read, learner, "2026-11-26T06:00:24.419152+00:00", 3.25)


def read_back(*rows: BookRow, tongue: str = "en") -> list[dict[str, str]]:
    text = gradebook(rows, Catalogue(tongue))  # type: ignore[arg-type]
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.DictReader(StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")))


def test_a_row_for_each_session() -> None:
    blames = LineChosen("q1", "blames", 1_000)
    first, second = read_back(row(blames), row(learner=""))
    assert (first["Session"], first["Learner"], first["Scenario"]) == ("20261126-1", "Hạnh", "tiny")
    assert (first["Overall"], first["Accuracy"], first["Empathy"]) == ("0", "0.0", "")
    assert (first["Red flags"], first["Minutes"], first["Answers"]) == ("Shifting blame x 1", "3.2", "1")
    assert (first["Outcome"], first["Verdicts"], first["Mode"]) == ("Trust held", "0", "Practice")
    assert (second["Overall"], second["Accuracy"], second["Ending"], second["Learner"]) == ("", "", "", "")


def test_a_verdict_counts() -> None:
    revised = Revisions({1: Verdict(1, {"accuracy": 3}, (), moment=1_000)})
    (one,) = read_back(row(LineChosen("q1", "blames", 1_000), revisions=revised))
    assert (one["Overall"], one["Accuracy"], one["Red flags"], one["Verdicts"]) == ("75", "3.0", "", "1")


def test_an_exam_that_goes_on_has_no_grades() -> None:
    story = scenario(question("q1", then="q2"), question("q2"))
    read = debrief(story, (Started(1, mode="exam"), LineChosen("q1", "good", 5)), "s")
    (one,) = read_back(BookRow(read, "Hạnh", "2026", 1))
    assert (one["Mode"], one["Answers"], one["Overall"], one["Accuracy"], one["Red flags"]) == ("Exam", "1", "", "", "")


def test_headings_are_in_the_language_of_the_interface() -> None:
    text = gradebook((), Catalogue("vi"))
    assert text.count("\r\n") == 1
    assert "Session" not in text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "|", "%", " =", "\n="])
def test_no_cell_is_a_formula(start: str) -> None:
    assert cell(f"{start}1+1").startswith("'")
    (one,) = read_back(row(LineChosen("q1", "owns", 1), learner=f"{start}cmd|' /C calc'!A0"))
    assert one["Learner"].startswith("'")
    assert one["Title"].startswith("'@")
    assert one["Ending"].startswith("'=")


def test_nothing_in_a_cell_is_obeyed() -> None:
    shown = cell('a\x00\x1b[31m\u202eb\u200b\ud800\x85,"\n')
    assert not set(shown) & set("\x00\x1b\u202e\u200b\ud800\x85")
    shown.encode()
    assert len(cell("=" + "x" * 40_000)) == CELL_MOST
