"""The journalists: the facilitator takes one over, and asks in that one's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from simulator.language.catalogue import template
from simulator.language.words import MANNER_NAMES
from simulator.scenario.people import Journalist
from simulator.tui.widgets.blocks import Block, heading, prose
from simulator.tui.widgets.plain import plain
from simulator.workshop.console.drawing import cell, names_of, one_line
from simulator.workshop.console.row_list import Row, row
from simulator.workshop.console.tabs.tab import Tab
from simulator.workshop.followed import order_key
from simulator.workshop.rolled_up import of_run
from simulator.workshop.room.events import Asked


class AskingTab(Tab):
    """A row for each journalist of the scenario; below or beside it what was asked so far."""

    NAME = "asking"
    TITLE = template("Ask")
    ACTIONS = frozenset(("ask_as",))

    def head(self) -> Content:
        return Content.styled(self.say(template("Enter asks a question in this journalist's name.")), "$quiet")

    def rows(self, width: int) -> Sequence[Row]:
        journalists = self.scenario.cast.journalists if self.scenario else ()
        return [row(one.id, self._line(one, width)) for one in journalists]

    def _line(self, one: Journalist, width: int) -> Content:
        return Content.assemble(
            cell(one.name, 24, "bold"),
            cell(self.say(MANNER_NAMES[one.manner]), 18, "$secondary"),
            cell(one.outlet, max(8, width - 45), "$quiet"),
        )

    def page(self, key: str) -> Iterator[Block]:
        journalist = self.scenario.journalist_by_id.get(key) if self.scenario else None
        if journalist is not None and journalist.about:
            yield prose(plain(journalist.about))
        asked = [one for one in self.state.given if isinstance(one.event, Asked)]
        if not asked:
            return
        yield heading(self.say(template("Asked so far")))
        sessions = of_run(self.state, self.sessions).values()
        for one in reversed(asked):
            assert isinstance(one.event, Asked)
            key_ = order_key(one.number)
            answered = sum(any(s.question_key(a.scene) == key_ for a in s.state.answers) for s in sessions)
            told = self.catalogue.count("one answer", "{n} answers", answered)
            yield prose(one_line(one.event.text))
            yield prose(Content.styled(f"{names_of(one.event.skills, self.catalogue)} · {told}", "$quiet"))
