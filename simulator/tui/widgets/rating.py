"""How sure one was of an answer: asked once in passing, with a key for each of three."""

from __future__ import annotations

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import CONFIDENCE_NAMES
from simulator.tui.widgets.blocks import Block, Paragraph


def rating_block(confidence: int, catalogue: Catalogue) -> Block:
    """The question in one line, what was said marked; 0 if nothing was said."""
    pieces: list[Content] = [Content.styled(catalogue.say(template("How sure were you?")), "$quiet")]
    for number, name in CONFIDENCE_NAMES.items():
        chosen = number == confidence
        sign = Content.styled("▸" if chosen else " ", "bold $primary")
        key = Content.styled(f"{number} ", "bold $primary")
        pieces.append(Content.assemble(sign, key, (catalogue.say(name), "bold underline" if chosen else "$quiet")))
    return Paragraph(Content("  ").join(pieces))
