"""An App that tells things in the player's language: names of keys, toasts, expected failures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.binding import Binding
from textual.notifications import Notify

from simulator.errors import PodiumError
from simulator.language.catalogue import Catalogue
from simulator.language.words import LANGUAGE_NAMES
from simulator.tui.widgets.plain import plain

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel


class TellingApp(App[None]):
    """Speaks the language of its catalogue, which may be changed at any time."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.catalogue = catalogue

    def say(self, text: str, **params: object) -> str:
        """A text of the interface in the player's language."""
        return self.catalogue.say(text, **params)

    def name_of(self, binding: Binding) -> str:
        """What a key does, in the player's language."""
        if binding.action.endswith("switch_language"):
            return LANGUAGE_NAMES[self.catalogue.other.tongue]
        return self.say(binding.description)

    def tell(self, text: str, *, severity: SeverityLevel = "warning", seconds: float = 8) -> None:
        """Tell something without leaving the screen."""
        self.notify(plain(text), severity=severity, timeout=seconds, markup=False)

    def on_notify(self, event: Notify) -> None:
        """One toast for one message: the newer takes the place of the older."""
        new = event.notification
        for old in [*self._notifications]:
            if (old.message, old.severity) == (new.message, new.severity):
                del self._notifications[old]

    def say_error(self, error: PodiumError) -> None:
        """Tell an expected failure."""
        self.tell("\n".join(self.sentences(error)), severity="error", seconds=12)

    def sentences(self, error: PodiumError) -> list[str]:
        """An expected failure and its hint, as sentences: they are written to stand after a colon on a command line."""
        told = [self.say(text, **error.params) for text in (error.message, error.hint) if text]
        return [text[:1].upper() + text[1:] for text in told]
