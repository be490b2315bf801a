"""Opening the author's editor from the preview: beside it if it has a window of its own, else in its place."""

from __future__ import annotations

import subprocess
from pathlib import Path

from textual.app import SuspendNotSupported

from simulator.authoring.preview.editors import Opening, editor_of_user, opening
from simulator.language.catalogue import template
from simulator.tui.app import PodiumApp

NO_EDITOR = template("No editor is chosen: set $VISUAL or $EDITOR, for example to nano, vim or code")


def edit(app: PodiumApp, file: Path, line: int, column: int) -> None:
    """Open a file at a place, counted from 1; whatever hinders that is told in one line."""
    editor = editor_of_user()
    if not editor:
        app.tell(app.say(NO_EDITOR))
        return
    found = opening(editor, file, line, column)
    if found is None:
        app.tell(app.say(template("The editor cannot be started: {reason}"), reason=editor))
        return
    try:
        start(app, found)
    except SuspendNotSupported:
        app.tell(app.say(template("This terminal cannot be lent to an editor; choose one with a window of its own")))
    except OSError as error:
        told = template("The editor cannot be started: {reason}")
        app.tell(app.say(told, reason=f"{found.command[0]}: {error.strerror or error}"))


def start(app: PodiumApp, found: Opening) -> None:
    """Start the editor. Raises OSError or SuspendNotSupported."""
    if found.in_a_window:
        nothing = subprocess.DEVNULL
        subprocess.Popen(found.command, stdin=nothing, stdout=nothing, stderr=nothing)
        return
    with app.suspend():
        subprocess.run(found.command, check=False)
