"""What stands beside the stage while a question waits: the key messages, and the headlines so far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.session.view import Headline
from simulator.tui.widgets.blocks import Block, Paragraph, heading, item


def side_blocks(messages: Sequence[str], headlines: Sequence[Headline], catalogue: Catalogue) -> Iterator[Block]:
    """The key messages of the dossier, and under them the headlines, the latest first."""
    if messages:
        yield heading(catalogue.say(template("Key messages")), above=0)
    for message in messages:
        yield item("▪", "$primary", message)
    if headlines:
        yield heading(catalogue.say(template("Headlines")), above=1 if messages else 0)
    for headline in reversed(headlines):
        yield Paragraph(Content(headline.text), Content.styled(f"{headline.time}  ", "$quiet"))
