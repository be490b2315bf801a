"""Panes, meters and curves: what is drawn without Textual's help."""

from __future__ import annotations

import pytest
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style

from simulator.reports.debrief import Moment
from simulator.scenario.assessment import Assessment, Finding
from simulator.tui.widgets.assessment import marked_answer
from simulator.tui.widgets.curve import ROWS, Plot, curve
from simulator.tui.widgets.drawn import Pane
from simulator.tui.widgets.stage import Stage
from tests.tui.house import FakeHouse, begun, made, press, running, seen


def pane(lines: int, height: int) -> Pane:
    made_ = Pane()
    made_.fit([Strip.blank(4)] * lines, height)
    return made_


def test_a_pane_scrolls_within_its_bounds_and_says_whether_it_moved() -> None:
    view = pane(10, 4)
    assert view.lowest == 6
    assert view.scroll(100)
    assert view.top == 6
    assert not view.scroll(1)
    assert view.scroll(-2)
    assert view.top == 4
    assert not pane(3, 4).scroll(1)


@pytest.mark.parametrize(("top", "start", "end", "after"), [(0, 5, 7, 3), (5, 1, 3, 1), (2, 3, 5, 2), (0, 4, 9, 4)])
def test_a_pane_reveals_with_the_least_move(top: int, start: int, end: int, after: int) -> None:
    view = pane(10, 4)
    view.top = top
    view.reveal(start, end)
    assert view.top == after


def test_a_pane_that_grows_keeps_no_empty_rows() -> None:
    view = pane(10, 4)
    view.top = 6
    view.fit([Strip.blank(4)] * 10, 8)
    assert view.top == 2


def test_the_scrollbar_is_at_the_top_and_at_the_end() -> None:
    view = pane(40, 8)
    assert [row.text[-1] for row in view.rows(Style())].index("▐") == 0
    view.scroll(100)
    assert [row.text[-1] for row in view.rows(Style())][-1] == "▐"
    assert all("▐" not in row.text for row in pane(8, 8).rows(Style()))


async def test_only_rows_that_changed_are_painted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[int] = []

    def refresh(self: Stage, *regions: Region) -> Stage:
        painted.extend(region.y for region in regions)
        return self

    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        lines = seen(app).splitlines()[app.screen.query_one(Stage).region.y :]
        monkeypatch.setattr(Stage, "refresh", refresh)
        await press(pilot, "2")
        assert painted
        assert all("Còi của xã" in lines[y] or "Tôi xin lỗi" in lines[y] or "sao, tại sân" in lines[y] for y in painted)


def test_a_curve_goes_from_the_first_moment_to_the_last() -> None:
    rows = curve([Moment(0, 0, 50), Moment(10, 100, 50)], "trust", 20, 4)
    assert len(rows) == 4
    assert rows[-1][0] != " "
    assert rows[0][-1] != " "
    assert rows[0][0] == " "


@pytest.mark.parametrize("moments", [[Moment(0, 50, 50)], [Moment(0, 0, 0), Moment(0, 100, 100)], []])
def test_a_curve_of_hardly_anything_is_no_error(moments: list[Moment]) -> None:
    assert len(curve(moments, "heat", 10, 4)) == 4


@pytest.mark.parametrize(("beside", "rows"), [(True, ROWS + 1), (False, 2 * (ROWS + 1))])
def test_plots_stand_side_by_side_or_one_under_the_other(beside: bool, rows: int) -> None:
    plot = Plot([Moment(0, 50, 30), Moment(5, 60, 40)], (("trust", "T", ""), ("heat", "H", "")), beside)
    lines = plot.lines(80)
    assert len(lines) == rows
    assert all(line.cell_length <= 80 for line in lines)


def test_words_are_marked_with_the_letters_of_their_findings() -> None:
    findings = (
        Finding("why", "accuracy", start=4, end=7),
        Finding("flag", flag="blame", start=0, end=3),
        Finding("none"),
    )
    assessment = Assessment({"accuracy": 3}, ("blame",), findings, 67)
    assert marked_answer("one two three", assessment).plain == "one[a⚑] two[b] three"
