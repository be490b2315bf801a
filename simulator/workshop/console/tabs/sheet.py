"""The observers' sheet: P, S, M or U for each objective of one session, with a note; harm holds a rating at M."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from simulator.language.catalogue import template
from simulator.reports.after_action.rating import MARKS
from simulator.reports.after_action.value import Rated
from simulator.reports.after_action.words import MARK_MEANINGS, MARK_NAMES
from simulator.tui.widgets.blocks import Block, heading, item, prose
from simulator.tui.widgets.plain import plain
from simulator.workshop.console.drawing import after, cell, one_line
from simulator.workshop.console.row_list import Row, row
from simulator.workshop.console.tabs.tab import Tab
from simulator.workshop.rolled_up import of_run

if TYPE_CHECKING:
    from simulator.workshop.console.screen import ConsoleScreen


class SheetTab(Tab):
    """A row for each objective; the session is turned with the comma and the full stop."""

    NAME = "sheet"
    TITLE = template("Rate")
    ACTIONS = frozenset(("rate", "turn_owner"))
    LOOKED: ClassVar[frozenset[str]] = frozenset(("turn_owner",))

    def __init__(self, screen: ConsoleScreen) -> None:
        super().__init__(screen)
        self.owner = ""
        self.ratings: dict[str, Sequence[Rated]] = {}
        """The ratings of the sessions that were looked at, as they were read last."""

    @property
    def owners(self) -> list[str]:
        """Who has a session to be rated."""
        return list(of_run(self.state, self.sessions))

    @property
    def session(self) -> str:
        """The session that is rated; empty where there is none."""
        owners = self.owners
        if self.owner not in owners:
            self.owner = owners[0] if owners else ""
        return self.state.session(self.owner) if self.owner else ""

    def opened(self) -> None:
        marked = self.screen.marked_owner
        if marked in self.owners:
            self.owner = marked
        self.screen.read_ratings()

    def turn(self, step: int) -> None:
        """Go to the next owner's session, or the one before."""
        if self.owners:
            self.owner = after(self.owners, self.owner, step)

    def head(self) -> Content:
        if not self.session:
            return Content.styled(self.say(template("No session has begun yet.")), "$quiet")
        place = f"{self.owners.index(self.owner) + 1}/{len(self.owners)}"
        by = self.say(template("rated by {name}"), name=one_line(self.screen.rater))
        return Content.assemble(
            (one_line(self.screen.owner_name(self.owner)), "bold $primary"), (f"  {place} · {by}", "$quiet")
        )

    def rows(self, width: int) -> Sequence[Row]:
        session = self.session
        if not session:
            return ()
        objectives = self.sessions[session].scenario.objectives
        return [row(str(n), self._line(n, text, width - 3)) for n, text in enumerate(objectives, 1)]

    def _of(self, objective: int) -> list[Rated]:
        return [one for one in self.ratings.get(self.session, ()) if one.rating.objective == objective]

    def _line(self, number: int, text: str, width: int) -> Content:
        marks = " ".join(
            one.rating.mark if one.counts == one.rating.mark else f"{one.rating.mark}→{one.counts}"
            for one in self._of(number)
        )
        shown = cell(marks or "–", 12, "bold $primary" if marks else "$quiet")
        return Content.assemble(f"{number:>2} ", cell(text, max(8, width - 16)), " ", shown)

    def page(self, key: str) -> Iterator[Block]:
        if not key or not self.session:
            return
        number = int(key)
        objectives = self.sessions[self.session].scenario.objectives
        yield prose(Content.styled(plain(objectives[number - 1]), "bold"))
        for one in self._of(number):
            yield from self._rated(one)
        yield heading(self.say(template("What the marks mean")))
        for mark in MARKS:
            meaning = Content.assemble((self.say(MARK_NAMES[mark]), "bold"), f": {self.say(MARK_MEANINGS[mark])}")
            yield item(mark, "bold $primary", meaning)

    def _rated(self, one: Rated) -> Iterator[Block]:
        rating = one.rating
        name = Content.assemble(self.say(MARK_NAMES[rating.mark]), (f"  {one_line(rating.by)}", "$quiet"))
        yield item(rating.mark, "bold $primary", name, above=1)
        if rating.note:
            yield prose(plain(rating.note))
        if one.counts != rating.mark:
            answers = ", ".join(str(harm.answer) for harm in one.capped_by)
            told = template("counts as {mark}: an answer that did harm or broke the law stands ({answers})")
            yield prose(Content.styled(self.say(told, mark=one.counts, answers=answers), "$warning"))

    def allows(self, action: str, key: str) -> bool:
        return bool(self.session) and (action in self.LOOKED or bool(key))
