"""The hint before an answer, in guided mode."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import SKILL_NAMES
from simulator.reports.summary import figure
from simulator.session.hints import Hint
from simulator.tui.widgets.blocks import Block, Paragraph, prose


def hint_blocks(hint: Hint, catalogue: Catalogue) -> Iterator[Block]:
    """The skill to mind with one's average in it, an act that serves it, and the author's advice."""
    say = catalogue.say
    name = (f"{say(template('Hint'))}: {say(SKILL_NAMES[hint.skill])}", "bold $success")
    average = ""
    if hint.average is not None:
        average = "  " + say(template("your average so far: {mean}"), mean=figure(hint.average, catalogue))
    yield Paragraph(Content.assemble(name, (average, "$quiet")), Content.styled("◔ ", "bold $success"), above=1)
    yield prose(say(hint.act))
    if hint.advice:
        yield Paragraph(Content(hint.advice), Content.styled("→ ", "$quiet"))
