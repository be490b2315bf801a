"""The submission wall: all answers to a question side by side, without names unless the facilitator shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from simulator.language.catalogue import template
from simulator.language.words import SKILL_NAMES
from simulator.tui.widgets.blocks import Block, prose
from simulator.workshop.console.drawing import after, answer_blocks, cell, grade_cells, one_line
from simulator.workshop.console.hall import hall_blocks
from simulator.workshop.console.row_list import Row
from simulator.workshop.console.tabs.tab import Tab
from simulator.workshop.rolled_up import of_run
from simulator.workshop.wall import Submission, WallQuestion, labels_in, questions, wall

if TYPE_CHECKING:
    from simulator.workshop.console.screen import ConsoleScreen

EXCERPT_LINES = 2


class WallTab(Tab):
    """Each answer in two or three lines, the best first; below or beside the list the whole of the marked one."""

    NAME = "wall"
    TITLE = template("Wall")
    ACTIONS = frozenset(
        ("mark_seat", "pick_question", "sort_skill", "toggle_names", "override", "open_debrief", "show_ratings")
    )

    def __init__(self, screen: ConsoleScreen) -> None:
        super().__init__(screen)
        self.names = False
        self.skill = ""
        self.picked = ""
        """The key of the question that was picked; empty where none was."""
        self._found: dict[str, Submission] = {}

    @property
    def asked(self) -> list[WallQuestion]:
        """The questions of the present run that somebody has answered."""
        return questions(of_run(self.state, self.sessions).values())

    @property
    def question(self) -> WallQuestion | None:
        """The question whose answers are on the wall."""
        asked = self.asked
        picked = next((one for one in asked if one.key == self.picked), None)
        if picked is not None or not asked or self.state.pace != "own_pace":
            return picked or (asked[-1] if asked else None)
        # Where everybody is somewhere else, the question with the most answers; of several the latest.
        return max(reversed(asked), key=lambda one: one.answers)

    def submission(self, owner: str) -> Submission | None:
        """An owner's answer, as of the last time the wall was drawn."""
        return self._found.get(owner)

    def name(self, one: Submission) -> str:
        """How an answer is headed: its number, or whose it is."""
        if not self.names:
            return self.say(template("Answer {number}"), number=one.label)
        return self.screen.owner_name(one.owner)

    def head(self) -> Content:
        question = self.question
        if question is None:
            return Content.styled(self.say(template("No question has been answered yet.")), "$quiet")
        order = self.say(SKILL_NAMES[self.skill]) if self.skill else self.say(template("overall grade"))
        answers = self.catalogue.count("one answer", "{n} answers", question.answers)
        return Content.assemble((one_line(question.title), "bold $primary"), (f" · {answers} · ↓ {order}", "$quiet"))

    def rows(self, width: int) -> Sequence[Row]:
        question = self.question
        if question is None:
            return ()
        if self.skill not in ("", *question.skills):
            self.skill = ""
        sessions = of_run(self.state, self.sessions)
        labels = labels_in(self.state, question.key, self.screen.desk.room.header.secret)
        found = wall(question.key, sessions.values(), labels, self.skill)
        self._found = {one.owner: one for one in found}
        room = width - 3
        look = (room, self.catalogue.tongue, self.names)
        return [
            Row(one.owner, partial(self._lines, one, room), 1 + _lines_of(one, room), (one, look, self.name(one)))
            for one in found
        ]

    def _lines(self, one: Submission, width: int) -> tuple[Content, ...]:
        name = cell(self.name(one), max(8, width - 18), "bold")
        text = Content(one_line(one.given.words) or "—")
        excerpt = text.wrap(_room(width))[: _lines_of(one, width)]
        return (Content.assemble(name, "  ", grade_cells(one.given)), *(Content("  ") + line for line in excerpt))

    def page(self, key: str) -> Iterator[Block]:
        one, question = self.submission(key), self.question
        if question is not None:
            yield prose(Content.styled(one_line(question.text), "$quiet"))
        if one is None or question is None:
            return
        yield from answer_blocks(one.given, self.name(one), self.catalogue)
        ratings = self.state.ratings.get((one.session, one.given.number))
        if ratings:
            yield from hall_blocks(ratings, one.given.counts.levels, self.catalogue)

    def allows(self, action: str, key: str) -> bool:
        if action == "show_ratings":
            one = self.submission(key)
            return one is not None and (one.session, one.given.number) in self.state.ratings
        if action in ("pick_question", "sort_skill", "toggle_names"):
            return self.question is not None
        return bool(key)

    def turn_skill(self) -> None:
        """Sort by the next of the question's skills, or by the overall grade again."""
        question = self.question
        if question is not None:
            self.skill = after(("", *question.skills), self.skill)


def _room(width: int) -> int:
    return max(8, width - 2)


def _lines_of(one: Submission, width: int) -> int:
    """How many lines an excerpt takes, without wrapping it."""
    return 1 if cell_len(one_line(one.given.words)) <= _room(width) else EXCERPT_LINES
