"""What the stage shows that the press room has screens of its own for, or never shows."""

from __future__ import annotations

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import OUTCOME_NAMES
from simulator.scenario.scenes import Ending
from simulator.session.view import View
from simulator.tui.widgets.blocks import Block, Paragraph, heading, prose

_SIGNS = {"good": ("●", "$success"), "mixed": ("◐", "$warning"), "poor": ("○", "$error")}


def ending_blocks(scene: Ending, table: View, catalogue: Catalogue) -> list[Block]:
    """An ending: its outcome and headline, what became of it, and the lesson."""
    sign, tone = _SIGNS[scene.outcome]
    outcome = f"{sign} {catalogue.say(OUTCOME_NAMES[scene.outcome])}"
    figures = catalogue.say(
        template("Public trust {trust}, media heat {heat} (illustrative)"), trust=table.trust, heat=table.heat
    )
    return [
        Paragraph(Content.styled(outcome, f"bold {tone}"), indent=0),
        Paragraph(Content.styled(scene.headline, "bold"), Content(" "), bar=tone, indent=0),
        prose(scene.text, above=1),
        prose(Content.styled(figures, "$quiet"), above=1),
        heading(catalogue.say(template("What to take away"))),
        prose(scene.lesson),
    ]


def empty_blocks(catalogue: Catalogue) -> list[Block]:
    """Where the file has had errors from the start."""
    return [
        heading(catalogue.say(template("Nothing to show yet")), above=0),
        prose(catalogue.say(template("Mend the problems below and save the file: the preview begins by itself."))),
    ]
