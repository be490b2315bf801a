"""The help overlay: the keys of the screen beneath it, and how grading works."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Offset
from textual.screen import Screen

from simulator.language.catalogue import template
from simulator.language.words import FLAG_MEANINGS, FLAG_NAMES, LEVEL_NAMES, SKILL_AIMS, SKILL_NAMES
from simulator.tui.key_map import bindings_of, shown_keys
from simulator.tui.screens.base import PodiumOverlay
from simulator.tui.spots import Spot
from simulator.tui.widgets.blocks import Block, Paragraph, heading, item, prose
from simulator.tui.widgets.page import Sheet

KEY_CELLS = 12
EDGE_CELLS = 4
"""The corner, a piece of the edge and two blanks stand behind the way out."""

TEXTUALS = ("app.focus", "screen.")
"""Actions of Textual itself, which it names in English."""


class HelpPage(VerticalScroll):
    """What is scrolled, with the way out on its lower edge."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._exit = ""

    def name_exit(self, name: str) -> None:
        """Write the way out on the edge, in the present language."""
        self._exit = name
        self.border_subtitle = Content(f" {name} ")

    def spots(self) -> Iterator[Spot]:
        """The way out."""
        edge = self.region.bottom_right - Offset(EDGE_CELLS + len(self._exit), 1)
        yield Spot(*(edge - self.content_region.offset), self.leave)

    def on_click(self, event: events.Click) -> None:
        if event.screen_y == self.region.bottom - 1:
            self.leave()

    def leave(self) -> None:
        """Close the help."""
        self.screen.dismiss()


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
        with HelpPage(id="help"):
            yield Sheet(id="help-text")

    def fill(self) -> None:
        title, back = self.say(template("Help")), self.say(template("Back"))
        self.query_one("#help").border_title = Content(f" {title} ")
        self.query_one(HelpPage).name_exit(f"Esc {back}")
        self.query_one("#help-text", Sheet).show(self._blocks())

    def _blocks(self) -> Iterator[Block]:
        text = getattr(self._beneath, "HELP_TEXT", "")
        if text:
            yield from _paragraphs(self.say(text, **shown_keys(self._beneath)))
        yield heading(self.say(template("Keys")), above=1 if text else 0)
        for key, name in self._keys():
            yield Paragraph(Content(name), Content.styled(f"{key:<{KEY_CELLS}}", "bold $secondary"))
        yield prose(Content.styled(self.say(template("Whatever the keys do, a click does too.")), "$quiet"))
        jump = template(
            "{jump} (or G, where nothing is typed) puts a letter on everything that a click would act upon; type the "
            "letter, and it is done."
        )
        yield prose(Content.styled(self.say(jump, **shown_keys(self._beneath)), "$quiet"))
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
        """Each key once, with all that it does on this screen."""
        done: set[str] = set()
        does: dict[str, list[str]] = {}
        for binding in (*bindings_of(self._beneath), *bindings_of(self.app)):
            textuals = binding.system or binding.action.startswith(TEXTUALS)
            if binding.description and not textuals and binding.action not in done:
                done.add(binding.action)
                does.setdefault(self.app.get_key_display(binding), []).append(self.podium.name_of(binding))
        yield from ((key, " · ".join(dict.fromkeys(names))) for key, names in does.items())


def _paragraphs(text: str) -> Iterator[Block]:
    """One is prose; several, a line of the text each, are a list, in which one finds one's way sooner."""
    paragraphs = text.split("\n")
    if len(paragraphs) == 1:
        yield prose(text)
        return
    yield from (item("▪", "$primary", paragraph) for paragraph in paragraphs)
