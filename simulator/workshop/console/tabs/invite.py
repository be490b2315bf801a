"""The invitation: address, code and QR code to come in by, and how the machines that serve the room are."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from textual.content import Content

from simulator.language.catalogue import template
from simulator.tui.widgets.blocks import Block, Columns, Paragraph, prose
from simulator.workshop.addresses import LOOPBACK
from simulator.workshop.console.drawing import one_line
from simulator.workshop.console.invitation import QrCode
from simulator.workshop.console.tabs.tab import Tab
from simulator.workshop.console.words import PACE_NAMES

SLOW_MS = 100
"""A loop that is late by more than this is told of as slow."""


class InviteTab(Tab):
    """One page."""

    NAME = "invite"
    TITLE = template("Join")
    LIST = False
    ACTIONS = frozenset(("show_links",))

    def opened(self) -> None:
        self.screen.read_nodes()

    def allows(self, action: str, key: str) -> bool:
        return True

    def page(self, key: str) -> Iterator[Block]:
        invite = self.screen.desk.invite
        code, told = QrCode(invite.url), tuple(self._told())
        # In a window that is wide enough the words stand beside the code.
        yield Columns((code,), told, least=2 * code.width + 4) if code.width else Columns((), told, least=10_000)

    def _told(self) -> Iterator[Block]:
        invite, desk = self.screen.desk.invite, self.screen.desk
        yield Paragraph(Content.styled(self.say(template("Address")), "$quiet"), indent=0)
        yield Paragraph(Content.styled(one_line(invite.url), "bold $primary"), indent=0)
        if LOOPBACK in invite.url:
            alone = self.say(template("Only this very machine can join at this address."))
            yield Paragraph(Content.styled(alone, "bold $warning"), indent=0)
        yield Paragraph(Content.styled(self.say(template("Code")), "$quiet"), indent=0)
        yield Paragraph(Content.styled(" ".join(invite.code), "bold $primary"), indent=0)
        for url in invite.urls:
            yield Paragraph(Content(one_line(url)), indent=0)
        state = self.state
        seats = self.say(
            template("{count} of {most} seats taken"), count=len(state.present_seats), most=state.seats_most
        )
        pace = self.say(PACE_NAMES[state.pace])
        yield Paragraph(Content(f"{seats} · {pace}"), indent=0, above=1)
        nodes = self.screen.nodes
        # Several nodes of one machine go by one name, each with a port of its own.
        machines = len({urlsplit(node).hostname for node in nodes})
        if nodes:
            yield Paragraph(
                Content.styled(
                    self.catalogue.count("One machine serves the room", "{n} machines serve the room", machines),
                    "$quiet",
                ),
                indent=0,
            )
            if len(nodes) > 1:
                yield from (prose(one_line(node)) for node in nodes)
        lag = desk.lag()
        tone = "$warning" if lag > SLOW_MS else "$quiet"
        yield Paragraph(Content.styled(self.say(template("Delay {lag} ms"), lag=round(lag)), tone), indent=0)
        trouble = desk.trouble or desk.watch.trouble
        told = Content.styled(self.say(trouble), "bold $error") if trouble else self._well()
        yield Paragraph(told, indent=0)
        more = template("{links} shows the links for observers, the projector and a console in a browser.")
        yield Paragraph(Content.styled(self.say(more, links="L"), "$quiet"), indent=0, above=1)

    def _well(self) -> Content:
        return Content.styled(self.say(template("The record is in reach")), "$success")
