"""One of the prepared lines (or options) on the table, as blocks."""

from __future__ import annotations

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.session.view import Offer
from simulator.tui.widgets.blocks import Block, Paragraph


def offer_blocks(number: int, offer: Offer, marked: bool, catalogue: Catalogue) -> list[Block]:
    """An offer under its number, behind a bar if it is marked; a closed one says why."""
    bar, indent = ("$primary", 0) if marked else ("", 1)
    # A closed one shows it where its number would be, for its reason may be out of sight.
    sign = Content.styled(f" {number} " if offer.open else " ✕ ", "bold $primary" if offer.open else "")
    text = Paragraph(Content(offer.text), sign, bar=bar, indent=indent)
    if offer.open:
        return [text]
    reason = catalogue.say(template("Said once already.")) if offer.spent else offer.closed
    reason = reason or catalogue.say(template("Not open at this point."))
    return [text, Paragraph(Content.styled(reason, "italic"), Content("   → "), indent=1)]
