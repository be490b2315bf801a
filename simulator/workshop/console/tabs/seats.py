"""The seats: where everybody is, what they answered last and how it was graded, as it comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from simulator.language.catalogue import template
from simulator.language.words import ROLE_NAMES
from simulator.tui.widgets.assessment import assessment_blocks
from simulator.tui.widgets.blocks import Block, heading, prose
from simulator.workshop.console.drawing import after, answer_blocks, cell, grade_cells, one_line, time_of_day
from simulator.workshop.console.row_list import Row
from simulator.workshop.console.tabs.tab import Tab
from simulator.workshop.console.words import DOING_NAMES, DOING_TONES, ORDER_NAMES
from simulator.workshop.rolled_up import ORDERS, Order, SeatRow, seat_rows, sorted_rows

if TYPE_CHECKING:
    from simulator.workshop.console.screen import ConsoleScreen

FILTERS: Mapping[str, str] = {
    "": template("all"),
    "writing": DOING_NAMES["writing"],
    "waiting": DOING_NAMES["waiting"],
    "not_begun": DOING_NAMES["not_begun"],
    "ended": DOING_NAMES["ended"],
    "flags": template("with a red flag"),
    "removed": DOING_NAMES["removed"],
    "observing": DOING_NAMES["observing"],
}

NAME_CELLS, DOING_CELLS = 18, 12
REST_CELLS = NAME_CELLS + DOING_CELLS + 3 + 16 + 5 + 4
"""All but the place, which has what is left of the width."""


class SeatsTab(Tab):
    """A table of all seats; below or beside it the marked one's answers, the latest first and with its findings."""

    NAME = "seats"
    TITLE = template("Seats")
    ACTIONS = frozenset(
        (
            *("mark_seat", "filter_seats", "sort_seats", "find_seat", "open_debrief", "override"),
            *("remove", "restore", "show_link", "choose_speaker"),
        )
    )

    ALWAYS: ClassVar[frozenset[str]] = frozenset(("filter_seats", "sort_seats", "find_seat"))

    def __init__(self, screen: ConsoleScreen) -> None:
        super().__init__(screen)
        self.order: Order = "joined"
        self.wanted = ""
        self.searched = ""
        self._found: dict[str, SeatRow] = {}

    def row(self, seat: str) -> SeatRow | None:
        """What is known of a seat, as of the last time the list was drawn."""
        return self._found.get(seat)

    def head(self) -> Content:
        order, wanted = self.say(ORDER_NAMES[self.order]), self.say(FILTERS[self.wanted])
        text = self.say(template("{count} of {all}"), count=len(self._shown()), all=len(self.state.seats))
        parts = [(text, "bold"), (f" · {order} · {wanted}", "$quiet")]
        if self.state.pace == "hot_seat" and not self.state.speaker:
            told = template("nobody speaks yet: {choose} lets the marked seat speak")
            parts.append((f" · {self.say(told, choose='K')}", "bold $warning"))
        if self.searched:
            parts.append((f" · “{one_line(self.searched)}”", "$primary"))
        if self.screen.chosen:
            chosen = self.catalogue.count("one marked", "{n} marked", len(self.screen.chosen))
            parts.append((f" · ✓ {chosen}", "$success"))
        return Content.assemble(*parts)

    def rows(self, width: int) -> Sequence[Row]:
        found = seat_rows(self.state, self.sessions)
        self._found = {row.seat.id: row for row in found}
        return [
            Row(row.seat.id, partial(self._lines, row, width), told=(row, width, self.catalogue.tongue))
            for row in sorted_rows(self._shown(), self.order)
        ]

    def _shown(self) -> list[SeatRow]:
        searched = self.searched.casefold()
        return [row for row in self._found.values() if self._wants(row) and searched in row.seat.name.casefold()]

    def _wants(self, row: SeatRow) -> bool:
        if self.wanted == "flags":
            return bool(row.flags)
        return not self.wanted or row.doing == self.wanted

    def _lines(self, row: SeatRow, width: int) -> tuple[Content, ...]:
        place = row.place
        if self.state.tables and row.seat.table:
            role = self.say(ROLE_NAMES[row.role]) if row.role else ""
            place = f"{row.seat.table} {role} {place}"
        line = Content.assemble(
            cell(row.seat.name, NAME_CELLS),
            " ",
            cell(self.say(DOING_NAMES[row.doing]), DOING_CELLS, DOING_TONES[row.doing]),
            f"{row.answers or '':>3} ",
            cell(place, max(4, width - REST_CELLS - 3), "$quiet"),
            grade_cells(row.last),
            (time_of_day(row.last.at) if row.last else "     ", "$quiet"),
        )
        return (line,)

    def page(self, key: str) -> Iterator[Block]:
        row = self.row(key)
        if row is None:
            none = template("Nobody has come in yet. {invite} shows how to join.")
            yield prose(Content.styled(self.say(none, invite="9"), "$quiet"))
            return
        told = [self.say(DOING_NAMES[row.doing])]
        if row.role:
            told.append(self.say(ROLE_NAMES[row.role]))
        about = (f"  {row.seat.id} · {' · '.join(told)}", "$quiet")
        yield prose(Content.assemble((one_line(row.seat.name), "bold $primary"), about))
        followed = self.sessions.get(row.session)
        if followed is None or row.doing == "rating":
            return
        if followed.state.started and not followed.ended:
            yield prose(Content.styled(f"→ {one_line(row.place)}", "$secondary"))
        for number in range(len(followed.state.answers), 0, -1):
            given = followed.given(number)
            yield from answer_blocks(given, followed.title(given.answer.scene), self.catalogue)
            if number == len(followed.state.answers):
                yield heading(self.say(template("Reasons")))
                yield from assessment_blocks(given.words, given.answer.assessment, self.catalogue, above=0)

    def allows(self, action: str, key: str) -> bool:
        row = self.row(key)
        if action in self.ALWAYS or row is None:
            return action in self.ALWAYS
        if action in ("remove", "restore"):
            return row.seat.removed == (action == "restore")
        if action == "choose_speaker":
            return self.state.pace == "hot_seat" and not row.seat.observer and not row.seat.removed
        if action == "override":
            return row.last is not None
        if action == "open_debrief":
            return bool(row.session) and row.session in self.sessions
        return True

    def turn_filter(self) -> None:
        """Show other seats only."""
        self.wanted = after(FILTERS, self.wanted)

    def turn_order(self) -> None:
        """Sort the seats in another way."""
        self.order = after(ORDERS, self.order)
