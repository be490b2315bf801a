"""`podium record`: a recorded session as a play-through, to be put beside its scenario."""

from __future__ import annotations

from collections.abc import Iterator

import click

from simulator.authoring.playthroughs.of_session import OfSession, of_session
from simulator.commands.debrief import recorded
from simulator.commands.whole_file import STANDARD, whole_file
from simulator.errors import ExitCode, UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.loading.playthrough_text import playthrough_text


def run(catalogue: Catalogue, session_id: str, out: str) -> ExitCode:
    """Write the play-through; what could not be carried over is told. Raises PodiumError."""
    scenario, events, session_id = recorded(session_id)
    title = catalogue.say(template("Recorded from session {session}"), session=session_id)
    made = of_session(scenario, events, title)
    for line in _left_out(made, catalogue):
        click.echo(line, err=True)
    if made.playthrough is None:
        raise UsageError(template("there is no step in session {session} that can be repeated"), session=session_id)
    with whole_file(out) as file:
        file.write(playthrough_text(made.playthrough).encode())
    if out != STANDARD:
        click.echo(catalogue.say(template("Written: {path}"), path=out), err=True)
    return ExitCode.OK


def _left_out(made: OfSession, catalogue: Catalogue) -> Iterator[str]:
    """What of the session a play-through cannot hold."""
    say = catalogue.say
    if made.opened:
        yield say(template("left out: the opening statement, and what it did to trust and heat"))
    if made.presses:
        yield say(template("left out: {presses} questions that journalists pressed with"), presses=made.presses)
    if made.own_words:
        told = template("ends before `{scene}`: a play-through holds prepared lines, and this was said in own words")
        yield say(told, scene=made.own_words)
    if made.elsewhere:
        told = template("ends before `{scene}`: what was left out before led the session there")
        yield say(told, scene=made.elsewhere)
    if made.left_out:
        yield say(template("left out: {steps} steps at the end"), steps=made.left_out)
