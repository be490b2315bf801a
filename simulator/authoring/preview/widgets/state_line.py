"""The line that tells how the file stands, and where the run began."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from simulator.authoring.preview.beginnings import Beginning
from simulator.authoring.preview.reading import Reading
from simulator.authoring.preview.settings import as_written
from simulator.authoring.preview.widgets.inspector import shown_name
from simulator.language.catalogue import Catalogue, template
from simulator.tui.widgets.plain import shown

NOTHING = Content("")


class StateLine(Widget, can_focus=False):
    """One line: at the left the file, at the right the beginning, if it is not the scenario's own."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__(id="state-line")
        self._file = self._begun = NOTHING

    def show(self, reading: Reading, beginning: Beginning | None, catalogue: Catalogue) -> None:
        """Tell these."""
        self._file = file_told(reading, beginning is not None, catalogue)
        self._begun = begun_told(beginning, catalogue) if beginning else NOTHING
        self.refresh()

    def render(self) -> Content:
        width = self.content_size.width
        begun = shown(self._begun).truncate(max(0, width - self._file.cell_length - 2), ellipsis=True)
        room = max(0, width - begun.cell_length)
        return shown(self._file).truncate(room, ellipsis=True, pad=True) + begun


def file_told(reading: Reading, playable: bool, catalogue: Catalogue) -> Content:
    """How the file stands: read well, with warnings, with errors, or gone."""
    if reading.gone:
        told = template("✕ The file is gone; its last good version is on show")
        return Content.styled(catalogue.say(told), "$error")
    others = len(reading.problems) - reading.errors
    if reading.errors:
        number = catalogue.say(template("✕ errors: {number}"), number=reading.errors)
        stays = template("the last good version is on show") if playable else template("nothing can be shown yet")
        return Content.assemble((number, "bold $error"), (f" · {catalogue.say(stays)}", "$quiet"))
    version = catalogue.say(template("version {number}"), number=reading.version)
    if others:
        number = catalogue.say(template("▲ warnings: {number}"), number=others)
        return Content.assemble((number, "$warning"), (f" · {version}", "$quiet"))
    none = catalogue.say(template("no problems"))
    return Content.assemble(("✓ ", "$success"), (f"{none} · {version}", "$quiet"))


def begun_told(beginning: Beginning, catalogue: Catalogue) -> Content:
    """Where the run began and with what, unless as every session does."""
    if beginning.own:
        return NOTHING
    scene = [catalogue.say(template("begun at {scene}"), scene=beginning.scene)] if beginning.scene else []
    settings = [f"{shown_name(one.name, catalogue)} = {as_written(one.value)}" for one in beginning.settings]
    return Content.styled(" · ".join((*scene, *settings)), "$secondary")
