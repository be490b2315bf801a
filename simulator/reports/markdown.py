"""Markdown in as few words as the reports need; all texts are data, and read as they were written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from simulator.reports.shown import shown

_MEANT = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&$^=:@])")
"""What Markdown, its tables, its HTML and its bare links could take for theirs."""


def escaped(text: str) -> str:
    """A text on one line, so that none of it is read as Markdown."""
    line = " ".join(shown(text).split())
    return _MEANT.sub(_escape, line)


def heading(text: str, level: int) -> Iterator[str]:
    """A heading with the line below it."""
    yield from (f"{'#' * level} {escaped(text)}", "")


def quoted(text: str) -> Iterator[str]:
    """A quotation, its lines kept."""
    lines = shown(text).splitlines() or [""]
    for line in lines:
        yield f"> {escaped(line)}".rstrip() + ("\\" if line is not lines[-1] and line.strip() else "")
    yield ""


def items(texts: Iterable[str]) -> Iterator[str]:
    """A list of lines that are Markdown already."""
    listed = [f"- {text}" for text in texts]
    if listed:
        yield from (*listed, "")


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table of texts."""
    yield _row(columns)
    yield "|" + " --- |" * len(columns)
    yield from map(_row, rows)
    yield ""


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(escaped(cell) for cell in cells) + " |"


def _escape(found: re.Match[str]) -> str:
    # A backslash does not keep an ampersand from being an entity, nor an address from being a link.
    return {"&": "&amp;", "<": "&lt;", ">": "&gt;", ":": "&#58;", "@": "&#64;"}.get(found[0], f"\\{found[0]}")
