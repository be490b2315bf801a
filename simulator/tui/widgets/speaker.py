"""Who speaks and what they say: a journalist's question, an inject, a decision to make."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from simulator.language.catalogue import template
from simulator.language.words import MANNER_NAMES
from simulator.scenario.people import Journalist, Voice
from simulator.scenario.scenes import Ending, Inject
from simulator.session.view import View
from simulator.tui.speaking import say
from simulator.tui.widgets.blocks import Paragraph
from simulator.tui.widgets.page import Sheet


class Speaker(VerticalScroll, can_focus=False):
    """The upper part of the press room, which the screen's keys for a page scroll."""

    def compose(self) -> ComposeResult:
        yield Sheet(id="said")

    def show(self, view: View) -> None:
        """Put a scene on show."""
        if isinstance(view.scene, Ending):
            return
        bar = "$warning" if isinstance(view.scene, Inject) else "$primary" if view.speaker else "$secondary"
        said = Paragraph(Content(view.scene.text), Content(" "), bar=bar, indent=0)
        self.query_one("#said", Sheet).show([Paragraph(self._who(view), indent=0), said])

    def _who(self, view: View) -> Content:
        if isinstance(view.speaker, Journalist):
            manner = say(self, MANNER_NAMES[view.speaker.manner])
            about = f"  {view.speaker.outlet} · {manner}"
            return Content.assemble((view.speaker.name, "bold $primary"), (about, "$quiet"))
        if isinstance(view.scene, Inject):
            channel = view.scene.channel or say(self, template("News"))
            who = f"  {view.speaker.name}, {view.speaker.part}" if isinstance(view.speaker, Voice) else ""
            return Content.assemble((f"● {channel}", "bold $warning"), (who, "$quiet"))
        return Content.styled(say(self, template("◆ A decision to make")), "bold $secondary")
