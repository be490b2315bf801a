"""The help overlay: the keys of the screen beneath it, and how grading works."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from simulator.language.catalogue import template
from simulator.language.words import FLAG_MEANINGS, FLAG_NAMES, LEVEL_NAMES, SKILL_AIMS, SKILL_NAMES
from simulator.tui.key_map import bindings_of, shown_keys
from simulator.tui.screens.base import PodiumOverlay
from simulator.tui.widgets.blocks import Block, Paragraph, heading, item, prose
from simulator.tui.widgets.page import Sheet

KEY_CELLS = 12
TEXTUALS = ("app.focus", "screen.")
"""Actions of Textual itself, which it names in English."""


class HelpScreen(PodiumOverlay[None]):
    """Shows the keys of the screen that it was called from."""

    CSS_PATH = "../styles/overlay.tcss"
    AUTO_FOCUS = "#help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,question_mark,q,enter", "dismiss", "", show=False),
    ]

    def __init__(self, beneath: Screen[object]) -> None:
        super().__init__()
        self._beneath = beneath

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="help"):
            yield Sheet(id="help-text")

    def fill(self) -> None:
        title, back = self.say(template("Help")), self.say(template("Back"))
        self.query_one("#help").border_title = Content(f" {title} ")
        self.query_one("#help").border_subtitle = Content(f" Esc {back} ")
        self.query_one("#help-text", Sheet).show(self._blocks())

    def _blocks(self) -> Iterator[Block]:
        text = getattr(self._beneath, "HELP_TEXT", "")
        if text:
            yield prose(self.say(text, **shown_keys(self._beneath)))
        yield heading(self.say(template("Keys")), above=1 if text else 0)
        for key, name in self._keys():
            yield Paragraph(Content(name), Content.styled(f"{key:<{KEY_CELLS}}", "bold $secondary"))
        yield prose(Content.styled(self.say(template("Whatever the keys do, a click does too.")), "$quiet"))
        yield heading(self.say(template("How answers are graded")))
        levels = " · ".join(f"{number} {self.say(name)}" for number, name in enumerate(LEVEL_NAMES))
        yield prose(levels)
        for key, name in SKILL_NAMES.items():
            yield item("▪", "$primary", Content.assemble((self.say(name), "bold"), f": {self.say(SKILL_AIMS[key])}"))
        yield heading(self.say(template("Red flags")))
        for key, name in FLAG_NAMES.items():
            yield item("⚑", "$error", Content.assemble((self.say(name), "bold"), f": {self.say(FLAG_MEANINGS[key])}"))
        note = template(
            "Trust and heat are an illustrative model: trust is lost faster than it is won, and red flags and silence "
            "heat the media."
        )
        yield prose(Content.styled(self.say(note), "$quiet"), above=1)

    def _keys(self) -> Iterator[tuple[str, str]]:
        names: dict[str, tuple[str, str]] = {}
        for binding in (*bindings_of(self._beneath), *bindings_of(self.app)):
            if binding.description and not binding.system and not binding.action.startswith(TEXTUALS):
                names.setdefault(binding.action, (self.app.get_key_display(binding), self.podium.name_of(binding)))
        yield from names.values()
