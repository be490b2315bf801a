"""A question of today's practice in a list: its title, its case, and why it is put."""

from __future__ import annotations

from textual.content import Content
from textual.visual import Visual
from textual.widgets import ListItem

from simulator.language.words import DIFFICULTY_NAMES, MODULE_NAMES
from simulator.practice.desk import Suggestion
from simulator.practice.telling import why
from simulator.tui.speaking import catalogue
from simulator.tui.widgets.blocks import Paragraph
from simulator.tui.widgets.page import Page


class SuggestionItem(ListItem):
    """One question that is put today."""

    def __init__(self, number: int, suggestion: Suggestion) -> None:
        super().__init__(classes="suggestion")
        self.suggestion = suggestion
        self._number = number

    def render(self) -> Visual:
        question, spoken = self.suggestion.question, catalogue(self)
        sign = Content.styled(f"{self._number} ", "bold $primary")
        about = (
            question.set_title,
            spoken.say(MODULE_NAMES[question.module]),
            spoken.say(DIFFICULTY_NAMES[question.level]),
        )
        return Page(
            [
                Paragraph(Content.styled(question.title, "bold"), sign, indent=0, most=1),
                Paragraph(Content.styled(" · ".join(about), "$quiet"), indent=2, most=1),
                Paragraph(Content.styled(why(self.suggestion, spoken), "$secondary"), indent=2, most=1),
            ]
        )
