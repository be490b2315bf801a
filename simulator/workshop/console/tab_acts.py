"""What is done with the row that is marked, tab by tab: ticking, sorting, debriefs, verdicts, replies, ratings."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from simulator.language.catalogue import template
from simulator.tui.screens.debrief import open_debrief
from simulator.workshop.console.choose import link_row
from simulator.workshop.console.drawing import one_line
from simulator.workshop.console.form import Values, Writing
from simulator.workshop.console.row_list import RowList, row
from simulator.workshop.console.seat_acts import SeatActs
from simulator.workshop.console.tabs.hot_wash import MORE, HotWashTab
from simulator.workshop.console.tabs.injects import InjectsTab
from simulator.workshop.console.tabs.notes import NotesTab
from simulator.workshop.console.tabs.seats import SeatsTab
from simulator.workshop.console.tabs.sheet import SheetTab
from simulator.workshop.console.tabs.tab import Tab
from simulator.workshop.console.tabs.wall import WallTab
from simulator.workshop.room.events import NAME_MOST, QUESTION_MOST
from simulator.workshop.room.state import Seat


class TabActs(SeatActs):
    """`tab` is the open one of `tabs`."""

    tabs: Sequence[Tab]
    tab: Tab

    @property
    def key(self) -> str:
        """The key of the marked row; empty on a tab without a list."""
        return self.query_one("#rows", RowList).marked if self.tab.LIST else ""

    @property
    def rater(self) -> str:
        """In whose name objectives are rated here."""
        raise NotImplementedError

    def action_mark_seat(self) -> None:
        """Tick the marked seat, or take the tick away, and go on to the next."""
        keys = {self.key} if self.tab.NAME == "seats" else self._seats_of(self.key)
        self.chosen = self.chosen - keys if keys <= self.chosen else self.chosen | keys
        self.query_one("#rows", RowList).action_step(1)
        self.draw()

    def _seats_of(self, owner: str) -> set[str]:
        return {seat.id for seat in self.state.present_seats if self.state.owner(seat) == owner}

    def action_filter_seats(self) -> None:
        self._seats_tab.turn_filter()
        self.draw()

    def action_sort_seats(self) -> None:
        self._seats_tab.turn_order()
        self.draw()

    async def action_find_seat(self) -> None:
        tab = self._seats_tab

        def send(values: Values) -> None:
            tab.searched = values["name"].strip()

        name = Writing("name", template("Name, or a part of it"), NAME_MOST, needed=False, value=tab.searched)
        await self.open_form("find", self.say(template("Find a seat")), [name], send)

    @property
    def _seats_tab(self) -> SeatsTab:
        return next(tab for tab in self.tabs if isinstance(tab, SeatsTab))

    def action_sort_skill(self) -> None:
        if isinstance(self.tab, WallTab):
            self.tab.turn_skill()
            self.draw()

    def action_toggle_names(self) -> None:
        if isinstance(self.tab, WallTab):
            self.tab.names = not self.tab.names
            self.draw()

    async def action_pick_question(self) -> None:
        tab = self.tab
        if isinstance(tab, WallTab):
            rows = [row(one.key, Content(f"{one_line(one.title)}  ({one.answers})")) for one in tab.asked]
            present = tab.question.key if tab.question else ""
            await self.choose(self.say(template("Whose answers shall be on the wall?")), rows, self._picked, present)

    def _picked(self, key: str) -> None:
        if isinstance(self.tab, WallTab):
            self.tab.picked = key
            self.query_one("#rows", RowList).begin()
            self.draw()

    async def action_override(self) -> None:
        tab, key = self.tab, self.key
        if isinstance(tab, WallTab):
            one = tab.submission(key)
            if one is not None:
                await self.give_verdict(one.session, one.given, one_line(tab.name(one)))
        elif isinstance(tab, SeatsTab):
            row = tab.row(key)
            if row is not None and row.last is not None:
                await self.give_verdict(row.session, row.last, one_line(row.seat.name))

    async def action_open_debrief(self) -> None:
        tab, key = self.tab, self.key
        row = tab.row(key) if isinstance(tab, SeatsTab) else None
        session = row.session if row else self.state.session(key)
        if session:
            await open_debrief(self.podium, lambda: self.desk.debrief(session))

    async def action_show_link(self) -> None:
        seat = self.marked_seat
        if seat is not None:
            await self.podium.off_the_loop(lambda: self.desk.link(seat.id), lambda link: self._show_link(seat, link))

    async def _show_link(self, seat: Seat, link: str) -> None:
        rows = [row("", Content.assemble("PIN  ", (seat.pin, "bold $primary"))), link_row(link)]
        await self.choose(one_line(seat.name), rows, self._copy, link)

    async def action_show_links(self) -> None:
        """The links that are nobody's in the hall: a page that is projected must not show them."""
        invite = self.desk.invite
        links = {
            invite.observers: self.say(template("Observers join at")),
            invite.wall: self.say(template("Projector")),
            invite.console: self.say(template("Console in a browser (keep it to yourself)")),
        }
        rows = [link_row(link, label) for link, label in links.items() if link]
        await self.choose(self.say(template("Links; Enter copies the marked one")), rows, self._copy)

    def _copy(self, text: str) -> None:
        self.app.copy_to_clipboard(text)
        told = template("Copied, where the terminal allows it; else mark it with the mouse while Shift is held down.")
        self.console.tell(self.say(told), severity="information", seconds=8)

    async def action_send_inject(self) -> None:
        if isinstance(self.tab, InjectsTab):
            await self.bring_in(self.tab.in_store(self.key))

    async def action_ask_as(self) -> None:
        await self.ask_in_name(self.key)

    async def action_reply(self) -> None:
        note = self.tab.note(self.key) if isinstance(self.tab, NotesTab) else None
        seat = self.state.seats.get(note.seat) if note else None
        if seat is not None:
            whom = self._whom_alone(seat)
            await self.hint_to({"": (), "marked": (seat,)}, whom)

    async def action_edit_question(self) -> None:
        tab, key = self.tab, self.key
        if not isinstance(tab, HotWashTab):
            return
        value = "" if key == MORE else tab.written[int(key)]
        question = Writing(
            "text", template("Question; leave it empty to drop it"), QUESTION_MOST, long=True, needed=False, value=value
        )
        await self.open_form(
            f"wash/{key}/{len(tab.written)}",
            self.say(template("Closing question")),
            [question],
            lambda v: tab.edit(key, v["text"]),
        )

    async def action_send_hot_wash(self) -> None:
        if isinstance(self.tab, HotWashTab):
            await self.put_hot_wash(self.tab.written)

    async def action_show_ratings(self) -> None:
        one = self.tab.submission(self.key) if isinstance(self.tab, WallTab) else None
        if one is not None:
            await self.show_ratings(one.session, one.given.number)

    async def action_rate(self) -> None:
        tab = self.tab
        if isinstance(tab, SheetTab) and tab.session:
            objective = int(self.key)
            text = self.sessions[tab.session].scenario.objectives[objective - 1]
            await self.give_rating(tab.session, objective, text, self.rater)

    def action_turn_owner(self, step: int) -> None:
        if isinstance(self.tab, SheetTab):
            self.tab.turn(step)
            self.draw()
            self.read_ratings()
