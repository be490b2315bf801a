"""What the others at a table wrote for the answer: a panel beside the speaker, and taking a text over."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import ROLE_NAMES
from simulator.tui.widgets.blocks import Block, Paragraph, heading
from simulator.tui.widgets.ordered_area import OrderedArea
from simulator.tui.widgets.page_view import PageView
from simulator.tui.widgets.plain import plain
from simulator.workshop.room.state import ROLES
from simulator.workshop.seat.desk import Suggestion

IN_SIGHT = 12
"""Lines of a suggestion that are shown beside one's own field; all of it can be taken over."""


def written(suggestions: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    """Those that say something, in the order of the roles, so that none jumps while it is being written."""
    some = (one for one in suggestions if one.text.strip())
    return tuple(sorted(some, key=lambda one: (ROLES.index(one.role), one.seat)))


def untaken(suggestions: Sequence[Suggestion], text: str) -> tuple[Suggestion, ...]:
    """Those whose words do not stand in a text yet, word for word."""
    said = _bare(text)
    return tuple(one for one in written(suggestions) if _bare(one.text) not in said)


def next_to_take(suggestions: Sequence[Suggestion], text: str, last: str = "") -> Suggestion | None:
    """The suggestion to take over next: the first after that of seat `last` which is not in the text yet."""
    seats = [one.seat for one in written(suggestions)]
    after = seats.index(last) + 1 if last in seats else 0
    turned = (*written(suggestions)[after:], *written(suggestions)[:after])
    left = untaken(suggestions, text)
    return next((one for one in turned if one in left), None)


def joint(before: str, taken: str, after: str) -> str:
    """A text to be put between two others, as harmless as a pasted one: a space where words would run together."""
    taken = plain(unicodedata.normalize("NFC", taken).strip())
    lead = " " if before and not before[-1].isspace() else ""
    trail = " " if after and not after[0].isspace() else ""
    return f"{lead}{taken}{trail}"


def take_over(area: OrderedArea, suggestion: Suggestion) -> None:
    """Put a suggestion in at the cursor, as one edit that can be undone; the field keeps its length."""
    start, end = sorted(area.selection)
    before = area.get_text_range((0, 0), start)
    after = area.get_text_range(end, area.document.end)
    area.history.checkpoint()
    edit = area.replace(joint(before, suggestion.text, after), start, end, maintain_selection_offset=False)
    area.history.checkpoint()
    area.move_cursor(edit.end_location)


def suggestion_blocks(
    suggestions: Sequence[Suggestion], catalogue: Catalogue, text: str = "", above: int = 0, most: int = 0
) -> Iterator[Block]:
    """Each with the name and role of who wrote it; what stands in `text` already has a tick."""
    left = untaken(suggestions, text) if text else written(suggestions)
    for one in written(suggestions):
        taken = one not in left
        role = f"  {catalogue.say(ROLE_NAMES[one.role])}"
        tick = ("  ✓", "bold $success") if taken else ""
        yield Paragraph(Content.assemble((one.name, "bold $secondary"), (role, "$quiet"), tick), indent=0, above=above)
        words = Content.styled(one.text, "$quiet") if taken else Content(one.text)
        yield Paragraph(words, Content(" "), bar="$rule" if taken else "$secondary", indent=0, most=most)
        above = 1


class SuggestionPanel(PageView):
    """Beside the question while one speaks for a table. It keeps its size; only lines that changed are painted."""

    def __init__(self) -> None:
        super().__init__("suggestions", "│ ", airy=True)

    def show_suggestions(
        self, suggestions: Sequence[Suggestion], catalogue: Catalogue, text: str = "", under: Sequence[Block] = ()
    ) -> None:
        """Show what the table wrote; `text` is what one has written oneself. `under` stands under it."""
        told = [*suggestion_blocks(suggestions, catalogue, text, most=IN_SIGHT)]
        nothing = Paragraph(Content.styled(catalogue.say(template("Nobody has suggested anything yet.")), "$quiet"))
        self.show([heading(catalogue.say(template("From your table")), above=0), *(told or [nothing]), *under])


def _bare(text: str) -> str:
    return " ".join(plain(unicodedata.normalize("NFC", text)).casefold().split())
