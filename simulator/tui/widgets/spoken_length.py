"""The line under a field for an answer: how long it takes to say, or what holds it up."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from simulator.language.catalogue import Catalogue, template
from simulator.session.advance import ANSWER_MAX
from simulator.tui.widgets.speech import length_told


class SpokenLength(Static):
    """One line, always there, so that nothing moves when it changes."""

    def show(self, text: str, catalogue: Catalogue, *, reading: bool = False, nothing_yet: bool = False) -> None:
        """Tell the length of a text, or that it is being read, or that there is nothing to say yet."""
        if reading:
            shown = Content.styled(catalogue.say(template("Your answer is being read…")), "bold $primary")
        elif nothing_yet:
            shown = Content.styled(catalogue.say(template("There is nothing to say yet.")), "$warning")
        else:
            shown = Content.styled(length_told(text, catalogue), "$quiet")
        self.update(shown, layout=False)


def full_told(catalogue: Catalogue) -> str:
    """That an answer is as long as it may be."""
    most = f"{ANSWER_MAX:,}".replace(",", "." if catalogue.tongue == "vi" else ",")
    return catalogue.say(template("An answer has at most {most} characters; what is beyond was left out."), most=most)
