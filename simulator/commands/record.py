"""`podium record`: a recorded session as a play-through, to be put beside its scenario."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from simulator.authoring.playthroughs.of_session import OfSession, of_session
from simulator.authoring.playthroughs.replacing import Kept, kept_of
from simulator.commands.debrief import recorded
from simulator.commands.house import LocalHouse
from simulator.commands.moments import local_moment
from simulator.commands.whole_file import STANDARD, whole_file
from simulator.errors import ExitCode, UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.language.words import LANGUAGE_NAMES
from simulator.loading.playthrough_text import playthrough_text
from simulator.scenario.model import Scenario

NOTHING_KEPT = Kept("", None, comments=False, other_seeds=False)


def run(catalogue: Catalogue, session_id: str, out: str, *, replace: bool = False) -> ExitCode:
    """Write the play-through; what could not be carried over is told. Raises PodiumError.

    A file that is there is written anew only with `replace`, and then keeps its title and what it says about itself.
    """
    scenario, events, session_id = recorded(session_id)
    kept = _kept(out, scenario, replace=replace)
    title = kept.title or catalogue.say(template("Recorded from session {session}"), session=session_id)
    made = of_session(scenario, events, title)
    for line in (*_taken(session_id, made, catalogue), *_left_out(made, catalogue), *_lost(kept, catalogue)):
        click.echo(line, err=True)
    if made.playthrough is None:
        raise UsageError(template("there is no step in session {session} that can be repeated"), session=session_id)
    with whole_file(out) as file:
        file.write(playthrough_text(made.playthrough.model_copy(update={"about": kept.about})).encode())
    if out != STANDARD:
        click.echo(catalogue.say(template("Written: {path}"), path=out), err=True)
    return ExitCode.OK


def _kept(out: str, scenario: Scenario, *, replace: bool) -> Kept:
    """What stays of the file that is to be written. Raises UsageError where it must not be written."""
    place = Path(out)
    if out == STANDARD or not place.is_file():
        return NOTHING_KEPT
    if not replace:
        hint = template("nothing was written; --replace writes it anew, and keeps its title and `about`")
        raise UsageError(template("{path} is there already"), hint, path=out)
    return kept_of(place, scenario)


def _taken(session_id: str, made: OfSession, catalogue: Catalogue) -> Iterator[str]:
    """Which session it is, and whether it has come to its end."""
    header = LocalHouse().journal.header(session_id)
    yield catalogue.say(
        template("Session {session}: {title}, begun {moment}, {language}"),
        session=session_id,
        title=header.scenario_title,
        moment=local_moment(header.begun_at, catalogue.tongue),
        language=LANGUAGE_NAMES.get(header.language, header.language),
    )
    if not made.has_ended:
        yield catalogue.say(template("This session has not ended: its play-through comes to no ending."))


def _left_out(made: OfSession, catalogue: Catalogue) -> Iterator[str]:
    """What of the session a play-through cannot hold."""
    say = catalogue.say
    if made.opened:
        yield say(template("left out: the opening statement, and what it did to trust and heat"))
    if made.presses:
        told = template(
            "left out: {presses} questions that journalists pressed with, and what their answers did: Podium itself"
            " asked them in play, no author wrote them, so a play-through cannot hold them"
        )
        yield say(told, presses=made.presses)
    if made.own_words:
        told = template("ends before `{scene}`: a play-through holds prepared lines, and this was said in own words")
        yield say(told, scene=made.own_words)
    if made.elsewhere:
        told = template("ends before `{scene}`: what was left out before led the session there")
        yield say(told, scene=made.elsewhere)
    if made.left_out:
        yield say(template("left out: {steps} steps at the end"), steps=made.left_out)
    yield from _figures(made, catalogue)


def _figures(made: OfSession, catalogue: Catalogue) -> Iterator[str]:
    """The figures at the end of both, where they are not the same."""
    one = made.playthrough
    if one is None or made.figures == (one.score, one.trust, one.heat):
        return
    told = template(
        "The session stood at score {score}, trust {trust}, heat {heat} in the end; the play-through stands at score"
        " {its_score}, trust {its_trust}, heat {its_heat}."
    )
    score, trust, heat = made.figures
    its = {"its_score": one.score, "its_trust": one.trust, "its_heat": one.heat}
    yield catalogue.say(told, score=score, trust=trust, heat=heat, **its)


def _lost(kept: Kept, catalogue: Catalogue) -> Iterator[str]:
    """What of the file that is replaced does not stay."""
    if kept.comments:
        yield catalogue.say(template("not kept of the file that was there: its comments"))
    if kept.other_seeds:
        yield catalogue.say(template("not kept of the file that was there: `other_seeds`"))
