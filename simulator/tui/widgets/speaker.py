"""Who speaks and what they say: a journalist's question, an inject, a decision to make."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from simulator.language.catalogue import template
from simulator.language.words import MANNER_NAMES
from simulator.scenario.people import Journalist, Voice
from simulator.scenario.scenes import Ending, Inject
from simulator.session.view import View
from simulator.tui.speaking import say


class Speaker(VerticalScroll, can_focus=False):
    """The upper half of the press room."""

    def compose(self) -> ComposeResult:
        yield Static(id="who")
        yield Static(id="said")

    def show(self, view: View) -> None:
        """Put a scene on show."""
        if isinstance(view.scene, Ending):
            return
        self.query_one("#who", Static).update(self._who(view))
        said = self.query_one("#said", Static)
        said.update(Content(view.scene.text))
        said.set_class(isinstance(view.speaker, Journalist), "-question")
        said.set_class(isinstance(view.scene, Inject), "-inject")
        self.scroll_home(animate=False)

    def _who(self, view: View) -> Content:
        if isinstance(view.speaker, Journalist):
            manner = say(self, MANNER_NAMES[view.speaker.manner])
            return Content.assemble((view.speaker.name, "bold $primary"), (f"  {view.speaker.outlet} · {manner}", "$quiet"))
        if isinstance(view.scene, Inject):
            channel = view.scene.channel or say(self, template("News"))
            who = f"  {view.speaker.name}, {view.speaker.part}" if isinstance(view.speaker, Voice) else ""
            return Content.assemble((f"● {channel}", "bold $warning"), (who, "$quiet"))
        return Content.styled(say(self, template("◆ A decision to make")), "bold $secondary")
