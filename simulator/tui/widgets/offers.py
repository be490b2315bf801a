"""One of the prepared lines (or options) on the table, as blocks."""

from __future__ import annotations

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.scenario.scenes import OWN_WORDS
from simulator.session.view import Offer
from simulator.tui.widgets.blocks import Block, Paragraph

DRAFT_SHOWN = 40
"""Characters of a draft that the list shows."""


def own_words_offer(draft: str, catalogue: Catalogue) -> Offer:
    """To answer in one's own words, as one more line of the list; with the beginning of what is written already."""
    begun = " ".join(draft.split())
    shown = begun if len(begun) <= DRAFT_SHOWN else f"{begun[: DRAFT_SHOWN - 1].rstrip()}…"
    text = template("In your own words… (draft: “{draft}”)") if begun else template("In your own words…")
    return Offer(OWN_WORDS, catalogue.say(text, draft=shown) if begun else catalogue.say(text), open=True)


def offer_blocks(number: int, offer: Offer, marked: bool, catalogue: Catalogue, key: str = "") -> list[Block]:
    """An offer under its number, or the key that is its own, behind a bar if it is marked; a closed one says why."""
    bar, indent = ("$primary", 0) if marked else ("", 1)
    # A closed one shows it where its number would be, for its reason may be out of sight.
    name = f"{key} " if offer.id == OWN_WORDS else f" {number} "
    sign = Content.styled(name if offer.open else " ✕ ", "bold $primary" if offer.open else "")
    text = Paragraph(Content(offer.text), sign, bar=bar, indent=indent)
    if offer.open:
        return [text]
    reason = catalogue.say(template("Said once already.")) if offer.spent else offer.closed
    reason = reason or catalogue.say(template("Not open at this point."))
    return [text, Paragraph(Content.styled(reason, "italic"), Content("   → "), indent=1)]
