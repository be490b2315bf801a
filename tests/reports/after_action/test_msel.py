"""The events list as a workbook and as CSV: the planners' header, text alone in the cells, nothing a formula."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO

import openpyxl

from simulator.language.catalogue import Catalogue, Tongue
from simulator.reports.after_action.as_csv import as_csv
from simulator.reports.after_action.as_xlsx import as_xlsx
from simulator.reports.after_action.listing import master_events
from simulator.reports.after_action.msel import COLUMNS, Msel, msel
from simulator.reports.after_action.recorded import Recorded
from simulator.scenario.model import Scenario
from tests.reports.after_action.sessions import STORY, badly, hostile, recorded

HEADER = [
    *("inject_no", "phase", "scheduled_time", "scenario_day", "scenario_time", "type", "delivery_method"),
    *("from", "to", "title", "inject_text", "expected_response", "objective_id", "critical_task_id"),
    *("parent_inject", "trigger_condition", "controller", "controller_notes", "status", "fired_at", "skip_reason"),
]


def listed(of: Scenario = STORY, sessions: Sequence[Recorded] = (), tongue: Tongue = "en") -> Msel:
    return msel(of, master_events(of, sessions), Catalogue(tongue), lambda at: at, "s1" if sessions else "")


def rows(sessions: Sequence[Recorded] = ()) -> Mapping[str, Mapping[str, str]]:
    read = csv.DictReader(StringIO(as_csv(listed(sessions=sessions)).decode("utf-8-sig")))
    return {row["title"]: row for row in read}


def test_the_header_is_the_planners() -> None:
    text = as_csv(listed())
    assert text.startswith(b"\xef\xbb\xbf")
    assert text.decode("utf-8-sig").splitlines()[0].split(",") == [*HEADER, "fired_scenario_time"]
    assert [*COLUMNS][:21] == HEADER


def test_a_list_without_a_session() -> None:
    asked, aside, last = (rows()[title] for title in ("Who knew?", "On the side", "It held"))
    assert (asked["scheduled_time"], asked["scenario_time"]) == ("T+00:00", "15:30")
    assert (asked["type"], asked["from"]) == ("expected action", "Hang (Highland News)")
    assert asked["to"] == "You speak for the commune."
    assert asked["critical_task_id"] == "Accuracy, Empathy"
    assert (aside["type"], aside["scheduled_time"], aside["trigger_condition"]) == (
        "contingency inject",
        "",
        "trust < 20",
    )
    assert aside["controller_notes"] == "drawn by chance"
    assert (last["phase"], last["type"]) == ("end", "end of the exercise")
    assert {row["status"] for row in rows().values()} == {"Draft"}
    assert not any(row["fired_at"] for row in rows().values())


def test_a_list_with_a_session() -> None:
    found = rows([recorded(badly())])
    assert found["What now?"]["status"] == "Complete"
    assert found["What now?"]["fired_at"] == "2026-11-26T06:03:00+00:00"
    assert found["What now?"]["fired_scenario_time"] == "15:35"
    assert found["On the side"]["status"] == "Deferred"
    assert found["On the side"]["skip_reason"].startswith("another question was drawn")
    assert found["It did not"]["skip_reason"] == "the session ended otherwise"


def test_the_workbook_is_text_with_a_frozen_header() -> None:
    book = openpyxl.load_workbook(BytesIO(as_xlsx(listed())))
    sheet, key = book.worksheets
    assert [cell.value for cell in sheet[1]] == [*COLUMNS]
    assert sheet.freeze_panes == "B2"
    assert sheet.max_row == 1 + len(STORY.scenes)
    filled = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in filled} == {"s"}
    assert all(cell.alignment.wrap_text for cell in filled)
    assert sheet.column_dimensions["K"].width == 60
    assert {row[0].value for row in key.iter_rows()} >= {*COLUMNS, "Objective 2"}


def test_no_hostile_text_becomes_a_formula() -> None:
    made = listed(hostile())
    book = openpyxl.load_workbook(BytesIO(as_xlsx(made)))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert any(str(cell.value).startswith("'=HYPERLINK") for cell in cells)
    for row in csv.reader(StringIO(as_csv(made).decode("utf-8-sig"))):
        assert len(row) == len(COLUMNS)
        assert not any(field.lstrip().startswith(("=", "+", "-", "@", "\t", "\r")) for field in row)
        assert not any({"\x1b", "\u202e", "\ufffe", "\x00"} & set(field) for field in row)


def test_the_same_list_makes_the_same_bytes() -> None:
    assert as_xlsx(listed()) == as_xlsx(listed())


def test_in_vietnamese_the_header_stays_and_the_words_change() -> None:
    made = listed(tongue="vi")
    assert as_csv(made).decode("utf-8-sig").splitlines()[0].startswith("inject_no,phase")
    assert {row[1] for row in made.rows} == {"mở đầu", "diễn biến", "kết thúc"}
