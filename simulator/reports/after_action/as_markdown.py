"""A told report as Markdown, with tables as GitHub's; texts are escaped, so that none of them becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.reports.after_action.blocks import Block, Document, Heading, Paragraph, Table, Text, text_of

_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~&!#@$^])")
_AT_START = re.compile(r"^(\s*)([-+=:>]|\d+(?=[.)]))", re.MULTILINE)
_ADDRESS = re.compile(r"://|\bwww\.", re.IGNORECASE)


def as_markdown(document: Document) -> str:
    """The text of the file."""
    lines = [f"# {_line(document.title)}", "", f"**{_line(document.subtitle)}**", ""]
    for block in document.blocks:
        lines += [*_block(block), ""]
    return "\n".join(lines).rstrip() + "\n"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {_line(block.text)}"
    elif isinstance(block, Paragraph):
        yield f"*{_line(block.text)}*" if block.is_note else escaped(text_of(block.text))
    else:
        yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    """Markdown has no table without a head: the head of such a one is left empty."""
    yield f"**{_line(table.caption)}**"
    yield ""
    columns = table.columns or ("",) * len(table.widths)
    yield _row([_line(column) for column in columns])
    yield _row(["---"] * len(columns))
    for row in table.rows:
        yield _row([_cell(text) for text in row])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: Text) -> str:
    return "<br>".join(escaped(line) for line in text_of(text).split("\n"))


def _line(text: Text) -> str:
    return escaped(" ".join(text_of(text).split()))


def escaped(text: str) -> str:
    """The text, so that Markdown shows it as it is: no emphasis, link, heading, list, table or HTML comes of it."""
    shown = _MARKUP.sub(r"\\\1", text)
    shown = _AT_START.sub(_escaped_start, shown)
    return _ADDRESS.sub(lambda found: found[0][:-1] + "\\" + found[0][-1] if "." in found[0] else "\\://", shown)


def _escaped_start(found: re.Match[str]) -> str:
    space, sign = found.groups()
    # A number keeps its digits: it is the dot behind it that would make a list.
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"
