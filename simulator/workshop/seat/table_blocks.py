"""What lies on a table of four, as blocks: one's own card, the answer as it is written, and who has which role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import ROLE_NAMES
from simulator.scenario.role_cards import Role
from simulator.session.view import Desk
from simulator.tui.widgets.blocks import Block, Paragraph, heading, prose
from simulator.tui.widgets.dossier import dossier_tabs
from simulator.workshop.room.state import RoomState, Seat
from simulator.workshop.seat.desk import Suggestion
from simulator.workshop.seat.role_card import SPEAKER, Card
from simulator.workshop.seat.suggestions import suggestion_blocks, written

DUTIES: dict[Role, str] = {
    "spokesperson": template("You speak for the table: only you send the answer."),
    "fact_checker": template("Look every figure and time up; say what is established, and what is not."),
    "social_listener": template("Say what is going round, and which fact must stand first in the answer."),
    "duty_officer": template("Say what changes out there, and what must not be said."),
}
"""What each role does, where the scenario has no card for it or says no more."""


def card_blocks(card: Card | None, role: Role, own: Desk, catalogue: Catalogue) -> Iterator[Block]:
    """One's own card in full: what the role looks after, and what only it reads."""
    say = catalogue.say
    yield Paragraph(Content.styled(say(ROLE_NAMES[role]).capitalize(), "bold $secondary"), indent=0)
    yield prose(Content.styled(say(DUTIES[role]), "$quiet"))
    if card is None:
        return
    if card.brief:
        yield prose(card.brief, above=1)
    for other in card.also:
        yield heading(
            say(template("Nobody here is the {role}; you read that card, too"), role=say(ROLE_NAMES[other.role]))
        )
        yield prose(other.brief)
    if card.holds:
        yield heading(say(template("Only you read this")))
        yield from _items(own, catalogue)


def _items(own: Desk, catalogue: Catalogue) -> Iterator[Block]:
    """The kinds of items that there are any of; nothing yet, where all of them come later."""
    kinds = (own.facts, own.unknowns, own.restricted, own.rumours)
    _, *tabs = dossier_tabs(own, catalogue)
    told = [(title, blocks) for (title, blocks), items in zip(tabs, kinds, strict=False) if items]
    for title, blocks in told:
        yield Paragraph(Content.styled(title, "bold"), indent=0)
        yield from blocks
    if not told:
        yield prose(Content.styled(catalogue.say(template("Nothing yet; it comes as the story goes on.")), "$quiet"))


def draft_blocks(suggestions: Sequence[Suggestion], speaker: Seat | None, catalogue: Catalogue) -> Iterator[Block]:
    """The answer as the speaker writes it, then what others at the table suggest."""
    say, name = catalogue.say, speaker.name if speaker is not None else ""
    draft = next((one for one in suggestions if speaker is not None and one.seat == speaker.id), None)
    text = draft.text if draft is not None else ""
    yield heading(say(template("{name} is writing"), name=name) if text.strip() else say(template("The answer so far")))
    if text.strip():
        yield Paragraph(Content(text), Content(" "), bar="$primary", indent=0)
    else:
        yield prose(Content.styled(say(template("Nothing is written yet.")), "$quiet"))
    others = [one for one in suggestions if speaker is None or one.seat != speaker.id]
    if written(others):
        yield heading(say(template("From your table")))
        yield from suggestion_blocks(others, catalogue, text)


def who_blocks(state: RoomState, seat: Seat, catalogue: Catalogue) -> Iterator[Block]:
    """Who sits at the table with which role; the speaker first."""
    yield heading(catalogue.say(template("At your table")))
    people = sorted(state.table_of(seat.table), key=lambda one: (state.role(one) != SPEAKER, one.chair))
    for one in people:
        role = catalogue.say(ROLE_NAMES[state.role(one)])
        you = f" ({catalogue.say(template('you'))})" if one.id == seat.id else ""
        sign = Content.styled("▸ " if state.role(one) == SPEAKER else "· ", "bold $primary")
        yield Paragraph(Content.assemble(one.name, you, (f"  {role}", "$quiet")), sign, indent=0)


def speaker_of(state: RoomState, table: str) -> Seat | None:
    """Who speaks for a table now."""
    return next((seat for seat in state.table_of(table) if state.speaks(seat)), None)
