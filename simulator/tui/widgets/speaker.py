"""Who speaks and what they say: a journalist's question, an inject, a decision to make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import MANNER_NAMES
from simulator.scenario.people import Journalist, Voice
from simulator.scenario.scenes import Ending, Inject
from simulator.session.view import View
from simulator.tui.widgets.blocks import Block, Paragraph
from simulator.tui.widgets.plain import plain
from simulator.tui.widgets.pressing import press_blocks

if TYPE_CHECKING:
    from simulator.session.press import Press


NEWS_ROWS = 6
"""Rows of a piece of news, so that the question below it is in sight; the whole of it stands in the debrief."""


def speaker_blocks(view: View, catalogue: Catalogue, press: Press | None = None) -> list[Block]:
    """The scene on the table, or the press that stands; nothing for an ending, which has a screen of its own."""
    if isinstance(view.scene, Ending):
        return []
    bar = "$warning" if isinstance(view.scene, Inject) else "$primary" if view.speaker else "$secondary"
    said = Paragraph(Content(view.scene.text), Content(" "), bar=bar, indent=0)
    pressing = press_blocks(press, catalogue) if press else []
    return [*_brought(view, catalogue), Paragraph(_who(view, catalogue), indent=0), *pressing, said]


def _brought(view: View, catalogue: Catalogue) -> Iterator[Block]:
    """News that came while this is on the table: it stands before it, as an inject does."""
    for news in view.brought:
        source = (f"  {plain(news.source)}", "$quiet")
        yield Paragraph(Content.assemble((f"● {catalogue.say(template('News'))}", "bold $warning"), source), indent=0)
        if news.headline.strip():
            yield Paragraph(Content.styled(plain(news.headline), "bold"), Content(" "), bar="$warning", indent=0)
        yield Paragraph(Content(plain(news.text)), Content(" "), bar="$warning", indent=0, most=NEWS_ROWS)


def _who(view: View, catalogue: Catalogue) -> Content:
    if isinstance(view.speaker, Journalist):
        about = f"  {view.speaker.outlet} · {catalogue.say(MANNER_NAMES[view.speaker.manner])}"
        return Content.assemble((view.speaker.name, "bold $primary"), (about, "$quiet"))
    if isinstance(view.scene, Inject):
        channel = view.scene.channel or catalogue.say(template("News"))
        who = f"  {view.speaker.name}, {view.speaker.part}" if isinstance(view.speaker, Voice) else ""
        return Content.assemble((f"● {channel}", "bold $warning"), (who, "$quiet"))
    return Content.styled(catalogue.say(template("◆ A decision to make")), "bold $secondary")
