"""What Word wants beyond python-docx: languages of runs, repeated header rows, page numbers, pages that lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as File
    from docx.section import Section
    from docx.styles.style import ParagraphStyle
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

FONT = "Times New Roman"
"""What official documents in Viet Nam are set in; every machine has it, or a font of the same measure."""

SIZES = {
    "Normal": 12.0,
    "Title": 20.0,
    "Subtitle": 13.0,
    "Heading 2": 15.0,
    "Heading 3": 13.0,
    "Heading 4": 12.0,
    "Caption": 10.0,
}
"""Points, by style."""

IN_TABLES = 9.5
"""Points of what stands in tables."""

INK = RGBColor(0x1B, 0x1F, 0x24)
SHADE = "E8EDF2"
SHORT_MM, LONG_MM = 210, 297
"""A4."""

LEFT_MM, RIGHT_MM, EDGE_MM = 25, 20, 20


def set_up(file: File, language: str) -> None:
    """Set page, fonts and language of a new document."""
    for name, size in SIZES.items():
        style: ParagraphStyle = file.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = INK
        style.font.italic = False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in list(fonts.attrib):
            if "Theme" in kind:
                del fonts.attrib[kind]
        for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(kind), FONT)
    for defaults in file.styles.element.iter(qn("w:lang")):
        for kind in ("w:val", "w:eastAsia"):
            defaults.set(qn(kind), language)
    _lay_out(file.sections[0], lying=False)


def turn(file: File, *, lying: bool) -> None:
    """Go on on new pages that lie on their side, or stand again."""
    _lay_out(file.add_section(WD_SECTION.NEW_PAGE), lying=lying)


def _lay_out(section: Section, *, lying: bool) -> None:
    width, height = (LONG_MM, SHORT_MM) if lying else (SHORT_MM, LONG_MM)
    section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = Mm(EDGE_MM if lying else LEFT_MM)
    section.right_margin, section.top_margin, section.bottom_margin = Mm(RIGHT_MM), Mm(EDGE_MM), Mm(EDGE_MM)


def within_mm(*, lying: bool) -> int:
    """The width between the margins."""
    return LONG_MM - EDGE_MM - RIGHT_MM if lying else SHORT_MM - LEFT_MM - RIGHT_MM


def speak(run: Run, language: str) -> None:
    """Mark a run as being in a language, for spelling and for reading aloud."""
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), language)
    run._element.get_or_add_rPr().append(mark)


def repeat_head(row: _Row) -> None:
    """Make a row the head of its table on every page."""
    row._tr.get_or_add_trPr().append(_on("w:tblHeader"))


def keep_whole(row: _Row) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(_on("w:cantSplit"))


def shade(cell: _Cell) -> None:
    """Give a heading's cell its shade."""
    shading = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", SHADE)):
        shading.set(qn(name), value)
    cell._tc.get_or_add_tcPr().append(shading)


def measure(table: Table, widths: Sequence[int]) -> None:
    """Set the columns' widths, in millimetres, for good."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def tell(table: Table, caption: str) -> None:
    """Name a table for those who hear it."""
    properties = table._tbl.tblPr
    for name in ("w:tblCaption", "w:tblDescription"):
        said = OxmlElement(name)
        said.set(qn("w:val"), caption)
        properties.append(said)


def number_pages(paragraph: Paragraph) -> None:
    """End a paragraph with the page's number."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _on(name: str) -> object:
    return OxmlElement(name)
