"""What stands beside the stage while a question waits: one's messages, those of the dossier, and the headlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.scenario.model import Scenario
from simulator.session.preparation import Preparation
from simulator.session.view import Headline
from simulator.tui.widgets.blocks import Block, Paragraph, heading, item
from simulator.tui.widgets.ticker import news


@dataclass(frozen=True, slots=True)
class Notes:
    """What one speaks by: the messages and the limits set before the conference, and the dossier's messages."""

    own: Sequence[str] = ()
    withheld: Sequence[str] = ()
    messages: Sequence[str] = ()


def notes_of(scenario: Scenario, preparation: Preparation | None) -> Notes:
    """The notes for a session."""
    if preparation is None:
        return Notes(messages=scenario.dossier.key_messages)
    withheld = [matter.text for matter in scenario.dossier.restricted if matter.id in preparation.withheld]
    return Notes(preparation.messages, withheld, scenario.dossier.key_messages)


def side_blocks(notes: Notes, headlines: Sequence[Headline], catalogue: Catalogue) -> Iterator[Block]:
    """One's own messages first, then the dossier's, and under them what news and network say, the latest first."""
    kinds = (
        (template("Your messages"), "▸", "bold $success", notes.own),
        (template("Not to be said"), "✕", "bold $error", notes.withheld),
        (template("Key messages"), "▪", "$primary", notes.messages),
    )
    above = 0
    for title, sign, tone, texts in kinds:
        if texts:
            yield heading(catalogue.say(title), above=above)
            above = 1
        for text in texts:
            yield item(sign, tone, text)
    if headlines:
        yield heading(catalogue.say(template("Headlines and posts")), above=above)
    for headline in reversed(headlines):
        yield Paragraph(news(headline), Content.styled(f"{headline.time}  ", "$quiet"))
