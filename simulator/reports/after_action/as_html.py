"""A told report as one HTML page that stands alone: no script, nothing fetched, its texts escaped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.language.catalogue import Catalogue
from simulator.reports.after_action.blocks import Block, Document, Heading, laid_out, language_of, text_of
from simulator.reports.pages.rendering import rendered


def as_html(document: Document) -> str:
    """The page."""
    return rendered(
        "after_action",
        Catalogue(document.language),
        document=document,
        sections=[*_sections(document.blocks)],
        text_of=text_of,
        language_of=language_of,
    )


def _sections(blocks: Sequence[Block]) -> Iterator[Sequence[tuple[str, Block, bool]]]:
    """The blocks in sections, each with its kind, and whether it is printed on a page that lies.

    Every section begins with a heading of the second level; the first with what is before one.
    """
    section: list[tuple[str, Block, bool]] = []
    for block, lying in laid_out(blocks):
        if isinstance(block, Heading) and block.level == 2 and section:
            yield section
            section = []
        section.append((type(block).__name__, block, lying))
    yield section
