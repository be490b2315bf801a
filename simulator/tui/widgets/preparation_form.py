"""The form of a preparation: three messages, restricted matters to mark, and the opening statement."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from simulator.language.catalogue import Catalogue, template
from simulator.scenario.dossier import Restricted
from simulator.session.preparation import MESSAGE_MAX, OPENING_MAX
from simulator.tui.key_map import shown_keys
from simulator.tui.preparing import Preparing
from simulator.tui.widgets.matters import Matters
from simulator.tui.widgets.ordered_area import OrderedArea
from simulator.tui.widgets.ordered_input import OrderedInput

PROMPTS = (
    template("The one sentence that should be quoted"),
    template("What is being done, by whom and by when"),
    template("What people can do now, and where they hear more"),
)


class PreparationForm(Vertical):
    """`fields` is what stands in it now."""

    def __init__(self, restricted: Sequence[Restricted], fields: Preparing) -> None:
        super().__init__(id="form")
        self._restricted = restricted
        self._begun = fields

    def compose(self) -> ComposeResult:
        yield Static(id="name-messages", classes="name first")
        for number, message in enumerate(self._begun.messages, 1):
            with Horizontal(classes="message"):
                yield Static(f" {number}")
                field = OrderedInput(message, id=f"message-{number}", compact=True)
                field.max_length = MESSAGE_MAX
                yield field
        if self._restricted:
            yield Static(id="name-matters", classes="name")
            yield Matters(self._restricted, self._begun.withheld)
        yield OrderedArea(self._begun.opening, most=OPENING_MAX, id="opening")

    def fill(self, catalogue: Catalogue) -> None:
        """Put the names of the fields into the present language."""
        say = catalogue.say
        self.query_one("#name-messages", Static).update(say(template("Your messages (three at most)")))
        for field, prompt in zip(self.query(OrderedInput), PROMPTS, strict=True):
            field.placeholder = say(prompt)
        for name in self.query("#name-matters").results(Static):
            name.update(say(template("Not to be said (↑↓ choose, space marks)")))
        self._area.border_title = say(template("Opening statement"))
        self._area.border_subtitle = Content(
            say(template("graded like an answer · {key}: to the journalists"), key=shown_keys(self.screen)["go_in"])
        )
        self._area.placeholder = say(template("What you open the conference with, before anyone asks…"))

    def set_locked(self, locked: bool) -> None:
        """Let nothing be changed, or let it again."""
        self._area.read_only = locked
        for field in self.query("OrderedInput, Matters"):
            field.disabled = locked

    @property
    def opening(self) -> str:
        return self._area.text

    @property
    def fields(self) -> Preparing:
        """Everything as it stands."""
        messages = tuple(field.value for field in self.query(OrderedInput))
        withheld = self.query_one(Matters).marked if self._restricted else ()
        return Preparing(messages, withheld, self._area.text)

    @property
    def _area(self) -> OrderedArea:
        return self.query_one(OrderedArea)
