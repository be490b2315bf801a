"""Jump mode: a letter on everything that a click would act upon; typing it does what the click would."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Input, ListItem, Static, TextArea

from simulator.language.catalogue import template
from simulator.tui.screens.base import PodiumOverlay
from simulator.tui.spots import Spot, Spotted

LETTERS = "bcgklmnpqtv"
"""No Vietnamese input method changes any of them, nor two of them one after the other; and none but vowels and `h`
follows a `g` within a word, so that whoever believes that they type does nothing."""

Act = Callable[[], object]


class Target(NamedTuple):
    """A place on the screen, and what is done there."""

    place: Offset
    act: Act


class JumpScreen(PodiumOverlay[Act]):
    """Lies over a screen, which stays as it is beneath the letters; gives what is to be done.

    A letter that stands nowhere leaves it with nothing done.
    """

    CSS_PATH = "../styles/jump.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "", show=False),
        Binding("backspace", "type_anew", "", show=False),
    ]

    def __init__(self, beneath: Screen[object]) -> None:
        super().__init__()
        targets = targets_on(beneath)
        self.acts = dict(zip(codes(len(targets)), targets, strict=True))
        """What can be done, by the letters to type."""
        self._laid_out_for = beneath.size
        self._typed = ""
        self._told = ""
        self._stale = False

    def compose(self) -> ComposeResult:
        yield Static(id="jump-told")
        for code, target in self.acts.items():
            yield Label(code, target.place)

    def fill(self) -> None:
        told = self.say(template("Type the letters of what you want to do · Esc leaves"))
        # In another language everything stands elsewhere.
        self._stale = self._stale or (bool(self._told) and told != self._told)
        if self._stale:
            self.call_later(self._leave)
        self._told = told
        self.query_one("#jump-told", Static).update(Content(told))

    def on_resize(self, event: events.Resize) -> None:
        if event.size != self._laid_out_for:
            self.call_later(self._leave)

    def on_screen_resume(self) -> None:
        """The language may have been changed from a screen that lay over this one."""
        if self._stale:
            self.call_later(self._leave)

    def on_click(self) -> None:
        self._leave()

    def _leave(self, act: Callable[[], object] | None = None) -> None:
        if self.app.screen is self:  # It may be told to twice, or lie under another screen by then.
            self.dismiss(act)

    def on_key(self, event: events.Key) -> None:
        letter = (event.character or "").lower()
        if not letter.isprintable() or not letter:
            return
        event.stop()
        typed = self._typed + letter
        if typed in self.acts:
            self._leave(self.acts[typed].act)
        elif any(code.startswith(typed) for code in self.acts):
            self._show_typed(typed)
        else:
            self._leave()

    def action_type_anew(self) -> None:
        """Forget the first letter."""
        self._show_typed("")

    def _show_typed(self, typed: str) -> None:
        self._typed = typed
        for label in self.query(Label):
            label.display = label.code.startswith(typed)


class Label(Static):
    """The letters of one control, painted over the cells before it."""

    def __init__(self, code: str, place: Offset) -> None:
        super().__init__(Content(code), classes="jump-label")
        self.code = code
        self.styles.width = len(code)
        self.styles.offset = (max(0, place.x - len(code)), place.y)


def codes(many: int) -> Sequence[str]:
    """So many different letters or pairs of them, none of which begins another; 121 at most, the rest is left out."""
    pairs = next((n for n in range(len(LETTERS)) if len(LETTERS) - n + n * len(LETTERS) >= many), len(LETTERS))
    single, first = LETTERS[: len(LETTERS) - pairs], LETTERS[len(LETTERS) - pairs :]
    return [*single, *(one + other for one in first for other in LETTERS)][:many]


def targets_on(screen: Screen[object]) -> Sequence[Target]:
    """Everything in sight that can be acted upon, from the top."""
    found = [target for widget in screen.walk_children(Widget) for target in _targets_of(screen, widget)]
    return sorted(found, key=lambda target: (target.place.y, target.place.x))[: len(LETTERS) ** 2]


def _targets_of(screen: Screen[object], widget: Widget) -> Iterator[Target]:
    if not widget.is_on_screen or widget.is_disabled:
        return
    in_sight = screen.find_widget(widget).visible_region
    corner = widget.content_region.offset
    for spot in _spots_of(screen, widget):
        place = corner + Offset(spot.x, spot.y)
        if in_sight.contains_point(place):
            yield Target(place, spot.act)


def _spots_of(screen: Screen[object], widget: Widget) -> Iterator[Spot]:
    if isinstance(widget, Spotted):
        yield from widget.spots()
    elif isinstance(widget, Button):
        yield Spot(0, 0, widget.press)
    elif isinstance(widget, ListItem):
        yield Spot(0, 0, partial(widget.post_message, ListItem._ChildClicked(widget)))
    elif isinstance(widget, Input | TextArea):
        yield Spot(0, 0, partial(screen.set_focus, widget))
