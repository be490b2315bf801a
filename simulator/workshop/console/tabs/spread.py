"""The spread: question by question how levels are distributed, how far the room agrees, and who is furthest off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from textual.content import Content

from simulator.language.catalogue import template
from simulator.language.words import FLAG_NAMES
from simulator.reports.summary import figure
from simulator.tui.widgets.blocks import Block, Paragraph, heading, prose
from simulator.workshop.console.drawing import cell, one_line, share
from simulator.workshop.console.row_list import Row
from simulator.workshop.console.spread_drawn import spread_blocks
from simulator.workshop.console.tabs.tab import Tab
from simulator.workshop.rolled_up import of_run
from simulator.workshop.spread import Spread, spread
from simulator.workshop.wall import WallQuestion, labels_in, questions, wall

FURTHEST_SHOWN = 5


class SpreadTab(Tab):
    """A row for each question that has been answered in the present run."""

    NAME = "spread"
    TITLE = template("Spread")

    def head(self) -> Content:
        asked = questions(of_run(self.state, self.sessions).values())
        if not asked:
            return Content.styled(self.say(template("No question has been answered yet.")), "$quiet")
        return Content.styled(self.say(template("question · answers · overall mean · within one level")), "$quiet")

    def rows(self, width: int) -> Sequence[Row]:
        asked = questions(of_run(self.state, self.sessions).values())
        return [Row(one.key, partial(self._lines, one, width - 3)) for one in asked]

    def _spread(self, key: str) -> Spread:
        sessions = of_run(self.state, self.sessions)
        labels = labels_in(self.state, key, self.screen.desk.room.header.secret)
        return spread(wall(key, sessions.values(), labels))

    def _lines(self, question: WallQuestion, width: int) -> tuple[Content, ...]:
        found = self._spread(question.key)
        agreed = sum(one.within_one for one in found.skills) / len(found.skills) if found.skills else 1.0
        line = Content.assemble(
            cell(question.title, max(8, width - 18)),
            f"{found.answers:>4}",
            (f"{round(found.overall):>6}", "bold $primary"),
            (f"{share(agreed):>7}", "$secondary"),
        )
        return (line,)

    def page(self, key: str) -> Iterator[Block]:
        question = next((one for one in questions(of_run(self.state, self.sessions).values()) if one.key == key), None)
        if question is None:
            return
        found = self._spread(key)
        yield prose(Content.styled(one_line(question.text), "$quiet"))
        yield from spread_blocks(found, self.catalogue)
        if found.flags:
            yield heading(self.say(template("Red flags")))
            for flag, part in found.flags:
                told = f"⚑ {self.say(FLAG_NAMES[flag])}"
                yield Paragraph(Content.assemble((told, "$error"), (f"  {share(part)}", "bold")))
        if found.answers > 1:
            yield heading(self.say(template("Furthest from the room's means")))
            for owner, distance in found.furthest[:FURTHEST_SHOWN]:
                name = one_line(self.screen.owner_name(owner))
                yield Paragraph(Content.assemble(name, (f"  {figure(distance, self.catalogue)}", "$quiet")))
