"""A told report: headings, paragraphs and tables, that every renderer makes its own of.

Texts are data: what a reader's program would obey, or could not write, is taken out of them here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from simulator.language.catalogue import Tongue
from simulator.language.signs import plain

_TURNING = re.compile("[\u200e\u200f\u061c\ufeff]")
_NO_CHARACTER = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")


def clean(text: str) -> str:
    """The text without control codes, marks that turn the direction of writing, and what XML cannot hold."""
    return _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", _TURNING.sub("", plain(text.replace("\r\n", "\n"))))


@dataclass(frozen=True, slots=True)
class Words:
    """A text in a language that may be another than the report's: an author's, a player's, an observer's."""

    text: str
    language: Tongue | None = None


Text = str | Words
"""A text of the interface, or somebody's words."""


def text_of(text: Text) -> str:
    """What is to be written of it."""
    return clean(text.text if isinstance(text, Words) else text)


def language_of(text: Text) -> Tongue | None:
    """The language of somebody's words; None where it is the report's, or nobody knows."""
    return text.language if isinstance(text, Words) else None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the report's parts: level 2 to 4, for its title is the first."""

    level: Literal[2, 3, 4]
    text: Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences; of a note they stand back."""

    text: Text
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption. `widths` are the columns' shares; without `columns` its first column has the headings.

    `wide` ones want a page that lies on its side.
    """

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Text]]
    widths: Sequence[int]
    wide: bool = False


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report: its title and what stands under it, the interface's language, and its blocks.

    `made` is the day that it is of, as `2026-11-26`, for the file's properties; empty where nobody knows.
    """

    title: str
    subtitle: Text
    language: Tongue
    subject: str
    blocks: Sequence[Block] = field(default_factory=tuple)
    made: str = ""


def laid_out(blocks: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    """The blocks, and whether each is on a page that lies: wide tables, with the heading and the note above them."""
    for place, block in enumerate(blocks):
        first: Block | None = block
        if not isinstance(block, Table):
            first = next((one for one in blocks[place + 1 :] if not isinstance(one, Paragraph)), None)
        yield block, isinstance(first, Table) and first.wide
