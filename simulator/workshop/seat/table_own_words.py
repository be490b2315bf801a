"""Writing the answer for a table: what the others suggest stands beside the field, and a key takes it over."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import TextArea

from simulator.language.catalogue import template
from simulator.tui.key_map import shown_keys
from simulator.tui.widgets.blocks import NOTHING, Block, Paragraph
from simulator.tui.widgets.side import side_blocks
from simulator.tui.windows import WIDE
from simulator.workshop.seat.own_words import SeatOwnWordsScreen
from simulator.workshop.seat.press_room import STYLES
from simulator.workshop.seat.suggestions import SuggestionPanel, next_to_take, suggestion_blocks, take_over, untaken

if TYPE_CHECKING:
    from simulator.session.view import View
    from simulator.tui.screens.own_words import Answering
    from simulator.workshop.seat.table_speaker import TableSpeakerScreen

IN_SIGHT = 2
"""Lines of a suggestion that stand under the question, where there is no room beside the field."""


class TableOwnWordsScreen(SeatOwnWordsScreen):
    """A suggestion comes in at the cursor, as one edit; it can be changed there, and undone."""

    CSS_PATH = [  # noqa: RUF012  # as Textual takes it
        STYLES / "own_words.tcss",
        "styles/seat.tcss",
        "styles/table_speaker.tcss",
    ]
    HELP_TEXT = template(
        "Write the answer for your table, as you would say it; the others read along. {take_suggestion} takes the next "
        "of their suggestions over at the cursor, Ctrl+Z takes it out again. Enter begins a new line; {say_it} says "
        "the answer, and only you can. {go_back} goes back to the prepared lines and keeps what you have written."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f6", "take_suggestion", template("Take over"), key_display="F6"),
    ]

    def __init__(self, answering: Answering, room: TableSpeakerScreen) -> None:
        super().__init__(answering, room)
        self._speaker = room
        self._last = ""
        """Whose suggestion was taken over last."""

    def compose(self) -> ComposeResult:
        for widget in super().compose():
            yield widget
            if widget.id == "side":
                yield SuggestionPanel()

    def fill(self) -> None:
        super().fill()
        self._show_suggestions()
        keys = shown_keys(self)
        self._area.border_title = Content(self._waiting if self.app.size.width < WIDE else "")
        told = template("{take}: take over · {key}: say it")
        self._area.border_subtitle = Content(self.say(told, take=keys["take_suggestion"], key=keys["say_it"]))

    @property
    def _waiting(self) -> str:
        """How many suggestions there are to take over, where they may be out of sight."""
        left = len(untaken(self._speaker.suggestions, self._area.text))
        return self.podium.catalogue.count("One suggestion", "{n} suggestions", left) if left else ""

    def _asked(self, table: View) -> list[Block]:
        asked = super()._asked(table)
        if self.app.size.width < WIDE:
            text, catalogue = self._area.text, self.podium.catalogue
            asked += suggestion_blocks(self._speaker.suggestions, catalogue, text, above=1, most=IN_SIGHT)
        return asked

    def _show_suggestions(self) -> None:
        """Beside the field; under them what otherwise stands there."""
        catalogue = self.podium.catalogue
        panel = self.query_one(SuggestionPanel)
        side = side_blocks(self._answering.notes, self._answering.table.headlines, catalogue)
        panel.show_suggestions(self._speaker.suggestions, catalogue, self._area.text, [Paragraph(NOTHING), *side])

    @on(TextArea.Changed)
    def _ticked(self) -> None:
        """What stands in the text by now has its tick."""
        self._show_suggestions()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "take_suggestion":
            return not self._answering.reading
        return super().check_action(action, parameters)

    def action_take_suggestion(self) -> None:
        """The next suggestion that is not in the text yet, at the cursor."""
        suggestion = next_to_take(self._speaker.suggestions, self._area.text, self._last)
        if suggestion is None:
            told = template("There is nothing more to take over.")
            self.podium.tell(self.say(told), severity="information", seconds=4)
            return
        self._last = suggestion.seat
        take_over(self._area, suggestion)
