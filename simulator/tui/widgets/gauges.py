"""The line of gauges in the press room: public trust, media heat, and the time left to answer in."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from simulator.language.catalogue import Catalogue, template
from simulator.session.state import SessionState
from simulator.session.view import View
from simulator.tui.widgets.countdown import Countdown
from simulator.tui.widgets.meter import Meter


class Gauges(Horizontal):
    """`before` is the state to tell the change from, if it is to be told."""

    def compose(self) -> ComposeResult:
        yield Meter("$trust", "trust")
        yield Meter("$heat", "heat")
        yield Static(id="gap")
        yield Countdown()

    def show(self, table: View, before: SessionState | None, catalogue: Catalogue, *, figures: bool = True) -> None:
        """Draw trust and heat; without `figures`, say instead when they are told."""
        for meter in self.query(Meter):
            meter.display = figures
        later = catalogue.say(template("Trust, heat and grades: in the debrief"))
        self.query_one("#gap", Static).update("" if figures else Content.styled(later, "$quiet"), layout=False)
        if not figures:
            return
        trust, heat = (before.trust, before.heat) if before else (None, None)
        self.query_one("#trust", Meter).show(catalogue.say(template("Trust")), table.trust, trust)
        self.query_one("#heat", Meter).show(catalogue.say(template("Heat")), table.heat, heat)
