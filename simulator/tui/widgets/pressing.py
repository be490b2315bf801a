"""A journalist who presses: that they do and why, the words that they come back to set apart, and their question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.language.asked import BROUGHT, why_asked
from simulator.language.catalogue import Catalogue, template
from simulator.language.words import PRESS_WHYS
from simulator.tui.widgets.blocks import Block, Columns, Paragraph

if TYPE_CHECKING:
    from simulator.session.press import Press, Quote

SIDE_BY_SIDE = 80
"""Cells from which on two quotations stand side by side."""

SIGN = "↩"
TONES = ("$secondary", "$warning")


def press_blocks(press: Press, catalogue: Catalogue) -> list[Block]:
    """What stands between the journalist's name and the question; no louder than they. A facilitator just asks."""
    why = [] if press.is_facilitators else [why_block(press.why, catalogue)]
    return [*why, *quote_blocks(press.quotes, catalogue)]


def why_block(why: str, catalogue: Catalogue, above: int = 0) -> Block:
    """That a question presses, and why; of a facilitator's question or news, that it is theirs."""
    if why in ("facilitator", BROUGHT):
        asked = Content.styled(why_asked(why, catalogue), "$secondary")
        return Paragraph(asked, Content.styled(f"{SIGN} ", "bold $secondary"), above=above)
    presses = (catalogue.say(template("presses")), "bold $secondary")
    reason = (f": {catalogue.say(PRESS_WHYS[why])}", "$secondary")
    return Paragraph(Content.assemble(presses, reason), Content.styled(f"{SIGN} ", "bold $secondary"), above=above)


def quote_blocks(quotes: Sequence[Quote], catalogue: Catalogue) -> list[Block]:
    """Two quotations are there to be compared: side by side, or one above the other where that is too narrow."""
    drawn = [_quote(quote, TONES[place % 2], catalogue) for place, quote in enumerate(quotes)]
    if len(drawn) == 2:
        return [Columns((drawn[0],), (drawn[1],), least=SIDE_BY_SIDE, apart=0)]
    return drawn


def _quote(quote: Quote, tone: str, catalogue: Catalogue) -> Block:
    source = template("Answer {number}: ") if quote.answer else template("The dossier: ")
    name = catalogue.say(source, number=quote.answer)
    return Paragraph(Content.assemble((name, "$quiet"), (f"“{quote.words}”", "italic")), Content(" "), bar=tone)
