"""The hot wash: closing questions, written and put to everybody, and what is answered to them as it comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.language.catalogue import template
from simulator.tui.widgets.blocks import Block, item, prose
from simulator.tui.widgets.plain import plain
from simulator.workshop.console.drawing import cell, one_line
from simulator.workshop.console.row_list import Row, row
from simulator.workshop.console.tabs.tab import Tab
from simulator.workshop.console.words import HOT_WASH
from simulator.workshop.room.events import QUESTIONS_MOST

if TYPE_CHECKING:
    from simulator.workshop.console.screen import ConsoleScreen

MORE = "more"
"""The row with which another question is added."""


class HotWashTab(Tab):
    """Before they are put, Enter edits a question; an emptied one is left out. Afterwards answers stand by each."""

    NAME = "hot_wash"
    TITLE = template("Hot wash")
    ACTIONS = frozenset(("edit_question", "send_hot_wash"))

    def __init__(self, screen: ConsoleScreen) -> None:
        super().__init__(screen)
        self._written: list[str] | None = None

    @property
    def written(self) -> list[str]:
        """The questions that are to be put; the usual ones until they are edited."""
        return [self.say(one) for one in HOT_WASH] if self._written is None else self._written

    def edit(self, key: str, text: str) -> None:
        """Put a text in a question's place, or behind the last."""
        questions = self.written
        place = len(questions) if key == MORE else int(key)
        questions[place : place + 1] = [" ".join(text.split())] if text.strip() else []
        self._written = questions[:QUESTIONS_MOST]

    @property
    def was_put(self) -> bool:
        """Whether the questions have been put."""
        return bool(self.state.hot_wash)

    def head(self) -> Content:
        if not self.was_put:
            told = self.catalogue.count("one question, not put yet", "{n} questions, not put yet", len(self.written))
            return Content.styled(told, "$quiet")
        answered, seats = len(self.state.hot_washed), len(self.state.present_seats)
        return Content.styled(self.say(template("answered by {count} of {all}"), count=answered, all=seats), "bold")

    def rows(self, width: int) -> Sequence[Row]:
        questions = list(self.state.hot_wash) if self.was_put else self.written
        rows = [row(str(n), self._line(n, text, width - 3)) for n, text in enumerate(questions)]
        if not self.was_put and len(questions) < QUESTIONS_MOST:
            rows.append(row(MORE, Content.styled(self.say(template("One more question…")), "bold $primary")))
        return rows

    def _line(self, number: int, text: str, width: int) -> Content:
        count = len(self._answers(number))
        return Content.assemble(f"{number + 1} ", cell(text, max(8, width - 8)), (f"{count or '':>4}", "bold $primary"))

    def _answers(self, number: int) -> list[tuple[str, str]]:
        found = ((seat, answers[number]) for seat, answers in self.state.hot_washed.items() if number < len(answers))
        return [(seat, answer) for seat, answer in found if answer.strip()]

    def page(self, key: str) -> Iterator[Block]:
        if not key or key == MORE or not self.was_put:
            told = template(
                "Enter edits a question; {most} at most. {put} puts them to everybody, and answers come in here."
            )
            yield prose(Content.styled(self.say(told, most=QUESTIONS_MOST, put="S"), "$quiet"))
            return
        number = int(key)
        yield prose(Content.styled(plain(self.state.hot_wash[number]), "bold"))
        for seat, answer in reversed(self._answers(number)):
            name = (f"{one_line(self.screen.seat_name(seat))}  ", "$secondary")
            yield item("·", "$quiet", Content.assemble(name, plain(answer)))

    def allows(self, action: str, key: str) -> bool:
        if self.was_put:
            return False
        return bool(self.written) if action == "send_hot_wash" else bool(key)
