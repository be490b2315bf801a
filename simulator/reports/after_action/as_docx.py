"""A told report as a Word document: real headings and tables, header rows that repeat, its language, no macros."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from simulator.reports.after_action.blocks import (
    Block,
    Document,
    Heading,
    Paragraph,
    Table,
    Text,
    laid_out,
    language_of,
    text_of,
)
from simulator.reports.after_action.settled import settled

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as Written

LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
"""The languages as Word names them."""

AUTHOR = "Podium"

PROPERTY_MOST = 255
"""Characters that a property of a file holds."""


def as_docx(document: Document) -> bytes:
    """The file, the same bytes for the same document."""
    import docx

    from simulator.reports.after_action import office

    file = docx.Document()
    office.set_up(file, LANGUAGES[document.language])
    _properties(file, document)
    _running_lines(file, document)
    _say(file.add_paragraph(style="Title"), document.title)
    _say(file.add_paragraph(style="Subtitle"), document.subtitle)
    before = False
    for place, (block, lying) in enumerate(laid_out(document.blocks)):
        is_above_table = isinstance(next(iter(document.blocks[place + 1 : place + 2]), None), Table)
        if lying != before:
            office.turn(file, lying=lying)
        _add(file, block, lying=lying, is_above_table=is_above_table)
        before = lying
    kept = BytesIO()
    file.save(kept)
    return settled(kept.getvalue(), document.made)


def _properties(file: File, document: Document) -> None:
    core = file.core_properties
    core.title = text_of(document.title)[:PROPERTY_MOST]
    core.subject = text_of(document.subtitle)[:PROPERTY_MOST]
    core.keywords = text_of(document.subject)[:PROPERTY_MOST]
    core.author = core.last_modified_by = AUTHOR
    core.comments = ""
    core.language = LANGUAGES[document.language]
    if document.made:
        core.created = core.modified = datetime.fromisoformat(document.made)


def _running_lines(file: File, document: Document) -> None:
    """What the report is of above each page, and the page's number below it."""
    from simulator.reports.after_action import office

    section = file.sections[0]
    above, below = section.header.paragraphs[0], section.footer.paragraphs[0]
    _say(above, " ".join(text_of(document.subtitle).split()))
    below.alignment = 1
    office.number_pages(below)


def _add(file: File, block: Block, *, lying: bool, is_above_table: bool) -> None:
    if isinstance(block, Heading):
        _say(file.add_paragraph(style=f"Heading {block.level}"), block.text)
    elif isinstance(block, Paragraph):
        written = file.add_paragraph(style="Normal")
        written.paragraph_format.keep_with_next = is_above_table
        _say(written, block.text)
        for run in written.runs:
            run.italic = block.is_note or None
    else:
        _add_table(file, block, lying=lying)


def _add_table(file: File, block: Table, *, lying: bool) -> None:
    from docx.shared import Pt

    from simulator.reports.after_action import office

    caption = file.add_paragraph(style="Caption")
    _say(caption, block.caption)
    caption.paragraph_format.keep_with_next = True
    head = [block.columns] if block.columns else []
    rows: list[Sequence[Text]] = [*head, *block.rows]
    table = file.add_table(len(rows), len(block.widths), style="Table Grid")
    for place, (made, row) in enumerate(zip(table.rows, rows, strict=True)):
        for column, (cell, text) in enumerate(zip(made.cells, row, strict=True)):
            _fill(cell, text, is_head=place == 0 if head else column == 0, is_first=place == 0)
        office.keep_whole(made)
    if head:
        office.repeat_head(table.rows[0])
    office.tell(table, text_of(block.caption))
    within, shares = office.within_mm(lying=lying), sum(block.widths)
    office.measure(table, [within * share // shares for share in block.widths])
    file.add_paragraph().paragraph_format.space_after = Pt(0)


def _fill(cell: _Cell, text: Text, *, is_head: bool, is_first: bool) -> None:
    from docx.shared import Pt

    from simulator.reports.after_action import office

    written = cell.paragraphs[0]
    written.paragraph_format.space_after = Pt(0)
    written.paragraph_format.keep_with_next = is_first or None
    _say(written, text)
    for run in written.runs:
        run.font.size = Pt(office.IN_TABLES)
        run.bold = is_head or None
    if is_head:
        office.shade(cell)


def _say(written: Written, text: Text) -> None:
    """Write a text, its lines as lines, in its language."""
    from simulator.reports.after_action import office

    language = language_of(text)
    for place, line in enumerate(text_of(text).split("\n")):
        run = written.add_run()
        if place:
            run.add_break()
        run.add_text(line)
        if language:
            office.speak(run, LANGUAGES[language])
