"""The master scenario events list as a workbook: text alone in its cells, a frozen header, and a key to the columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from simulator.language.catalogue import Tongue
from simulator.reports.after_action.msel import COLUMNS, Msel
from simulator.reports.after_action.settled import settled

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

WIDTHS: Mapping[str, int] = {
    "inject_no": 10,
    "title": 24,
    "from": 24,
    "to": 24,
    "inject_text": 60,
    "expected_response": 60,
    "critical_task_id": 20,
    "trigger_condition": 32,
    "controller_notes": 40,
    "skip_reason": 24,
}
"""Characters, by column."""

OTHER_WIDTH = 16

FONT, SIZE = "Calibri", 11

LINE_POINTS = 16.5
"""Of a line; fonts that stand in for ours are taller."""

MOST_POINTS = 409.0
"""What a row can be high at most."""

SHEETS: Mapping[Tongue, tuple[str, str]] = {"vi": ("MSEL", "Giải thích"), "en": ("MSEL", "Key")}
"""Names of the two sheets; short, and of letters alone, as workbooks want them."""

TEXT_FORMAT = "@"
"""The format of cells that hold text whatever it looks like."""


def as_xlsx(listed: Msel) -> bytes:
    """The file, the same bytes for the same list."""
    from openpyxl import Workbook

    book = Workbook()
    first, second = SHEETS[listed.language]
    book.properties.title, book.properties.creator = listed.title, "Podium"
    book.properties.language = listed.language
    sheet = book.active
    assert sheet is not None
    sheet.title = first
    _events(book.worksheets[0], listed)
    _key(book.create_sheet(second), listed)
    kept = BytesIO()
    book.save(kept)
    return settled(kept.getvalue(), listed.day)


def _events(sheet: Worksheet, listed: Msel) -> None:
    from openpyxl.utils import get_column_letter

    _fill(sheet, [COLUMNS, *listed.rows])
    for number, row in enumerate(listed.rows, 2):
        widths = [WIDTHS.get(column, OTHER_WIDTH) for column in COLUMNS]
        sheet.row_dimensions[number].height = _height(row, widths)
    _head(sheet, len(COLUMNS))
    for number, column in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(column, OTHER_WIDTH)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"
    _on_paper(sheet, pages_wide=2)


def _height(row: Sequence[str], widths: Sequence[int]) -> float:
    """Points that a row wants, for not every program finds that out by itself."""
    lines = max(
        sum(-(-len(line) * 10 // (width * 9)) or 1 for line in text.split("\n"))
        for text, width in zip(row, widths, strict=True)
    )
    return min(lines * LINE_POINTS, MOST_POINTS)


def _key(sheet: Worksheet, listed: Msel) -> None:
    """What the list is of, and what its columns hold."""
    from openpyxl.styles import Font

    _fill(sheet, [*listed.about, ("", ""), *listed.key])
    sheet.column_dimensions["A"].width = 26
    sheet.column_dimensions["B"].width = 90
    for row in sheet.iter_rows(max_col=1):
        row[0].font = Font(name=FONT, size=SIZE, bold=True)
    _on_paper(sheet, pages_wide=1)


def _fill(sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side

    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.value = text
            # Text that begins with = would be a formula by itself; here it never does, and this makes sure.
            cell.data_type = "s"
            cell.number_format = TEXT_FORMAT
            cell.font = Font(name=FONT, size=SIZE)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = Border(bottom=Side("hair"))


def _head(sheet: Worksheet, columns: int) -> None:
    from openpyxl.styles import Font, PatternFill

    for column in range(1, columns + 1):
        sheet.cell(1, column).font = Font(name=FONT, size=SIZE, bold=True)
        sheet.cell(1, column).fill = PatternFill("solid", fgColor="E8EDF2")


def _on_paper(sheet: Worksheet, pages_wide: int) -> None:
    """On paper: A3 that lies, as many pages wide."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 8
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages_wide, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = margins.bottom = 0.4
