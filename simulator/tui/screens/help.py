"""The help overlay: the keys of the screen beneath it, and how grading works."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen

from simulator.language.catalogue import template
from simulator.language.words import FLAG_MEANINGS, FLAG_NAMES, LEVEL_NAMES, SKILL_AIMS, SKILL_NAMES
from simulator.tui.speaking import say
from simulator.tui.widgets.assessment import Block, heading


class HelpScreen(ModalScreen[None]):
    """Shows the keys that work on the screen it was called from."""

    CSS_PATH = "../styles/overlay.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,question_mark,q,enter", "dismiss", "", show=False),
    ]

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="help"):
            for block in self._blocks():
                yield block.drawn()

    def on_mount(self) -> None:
        self.query_one("#help").focus()

    def _blocks(self) -> Iterator[Block]:
        beneath = self.app.screen_stack[-2]
        yield heading(f"{say(self, template('Help'))}  (Esc)")
        text = getattr(beneath, "HELP_TEXT", "")
        if text:
            yield Block(Content(say(self, text)), "block-prose")
        yield heading(say(self, template("Keys")))
        for key, name in self._keys(beneath):
            yield Block(Content.assemble((f"{key:<12}", "bold $secondary"), name), "block-reason")
        yield heading(say(self, template("How answers are graded")))
        levels = " · ".join(f"{number} {say(self, name)}" for number, name in enumerate(LEVEL_NAMES))
        yield Block(Content(levels), "block-reason")
        for key, name in SKILL_NAMES.items():
            yield Block(Content.assemble((say(self, name), "bold"), f": {say(self, SKILL_AIMS[key])}"), "block-reason")
        yield heading(say(self, template("Red flags")))
        for key, name in FLAG_NAMES.items():
            yield Block(Content.assemble(("⚑ ", "$error"), (say(self, name), "bold"), f": {say(self, FLAG_MEANINGS[key])}"), "block-reason")
        note = template("Trust and heat are an illustrative model: trust is lost faster than it is won, and red flags and silence heat the media.")
        yield Block(Content.styled(say(self, note), "$quiet"), "block-prose")

    def _keys(self, beneath: Screen[object]) -> Iterator[tuple[str, str]]:
        for binding in type(beneath).BINDINGS:
            if isinstance(binding, Binding) and binding.description and not binding.action.startswith("app.switch"):
                keys = binding.key_display or self.app.get_key_display(binding)
                yield keys, say(self, binding.description)
        yield "F1 ?", say(self, template("Help"))
        yield "F3", say(self, template("Switch language"))
        yield "F4", say(self, template("Light or dark"))
        yield "Ctrl+P", say(self, template("All commands"))
        yield "Ctrl+Q", say(self, template("Leave Podium; every answer is kept"))
