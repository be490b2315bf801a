"""The footer: the keys of the screen in the player's language."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

from simulator.tui.speaking import say


class KeyFooter(Footer):
    """Textual's footer with its descriptions looked up in the catalogue; the palette's key goes unshown when narrow."""

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)

    def compose(self) -> ComposeResult:
        for widget in super().compose():
            if isinstance(widget, FooterKey):
                widget.description = say(widget, widget.description)
            yield widget
