"""The verbs of who plays: scenarios, sessions and what is read after them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from simulator.commands.verbs.group import Verbs
from simulator.commands.verbs.words import FORMATS, PLAIN, as_learner, scenario_names, session_ids
from simulator.language.catalogue import TONGUES, template

if TYPE_CHECKING:
    pass


def _play(group: Verbs) -> None:
    @group.command("play", help=group.say(template("Play a scenario by its ID, or from a file or folder.")))
    @click.argument("scenario", metavar="ID|PATH", shell_complete=scenario_names)
    @click.option(
        "--seed",
        type=click.IntRange(0, 2**63 - 1),
        help=group.say(template("Decides all chance, so that a session can be repeated.")),
    )
    @click.option(
        "--time-scale",
        type=click.IntRange(0, 1000),
        default=100,
        show_default=True,
        help=group.say(template("Stretches time limits, in percent; 0 switches them off.")),
    )
    @click.option(
        "--mode",
        # As `session.modes` has them; imported only when a verb is run.
        type=click.Choice(["guided", "practice", "exam"]),
        help=group.say(
            template(
                "guided: with hints and a mentor; practice (the default): on one's own; exam: timed, nothing is taken"
                " back, feedback at the end."
            )
        ),
    )
    @click.option(
        "--in",
        "language",
        type=click.Choice(TONGUES),
        help=group.say(template("Language to tell the scenario in; else the interface's, if there is a translation.")),
    )
    @click.option("--plain", is_flag=True, help=group.say(PLAIN))
    @as_learner(group)
    def play_(scenario: str, seed: int | None, time_scale: int, plain: bool, learner: str, **given: Any) -> int:  # noqa: ANN401
        from simulator.commands.play import play

        return play(group.catalogue, scenario, seed, time_scale, by_lines=plain, learner=learner, **given)


def _resume(group: Verbs) -> None:
    @group.command(
        "resume", help=group.say(template("Go on with a session where it was left; by default the latest one."))
    )
    @click.argument("session", required=False, default="", shell_complete=session_ids)
    @click.option("--plain", is_flag=True, help=group.say(PLAIN))
    def resume_(session: str, plain: bool) -> int:
        from simulator.commands.play import resume

        return resume(group.catalogue, session, by_lines=plain)


def _list(group: Verbs) -> None:
    @group.command("list", help=group.say(template("List the scenarios on the shelf.")))
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    def list_(format_: str) -> int:
        from simulator.commands.listing import run

        return run(group.catalogue, format_)


def _sessions(group: Verbs) -> None:
    @group.command("sessions", help=group.say(template("List your recorded sessions, the latest first.")))
    @click.option("--all", "all_", is_flag=True, help=group.say(template("All sessions on record, everybody's.")))
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    def sessions_(all_: bool, format_: str) -> int:
        from simulator.commands.sessions import run

        return run(group.catalogue, format_, everybody=all_)


def _debrief(group: Verbs) -> None:
    @group.command("debrief", help=group.say(template("Print the debrief of a session; by default the latest one.")))
    @click.argument("session", required=False, default="", shell_complete=session_ids)
    @click.option("--front-page", is_flag=True, help=group.say(template("Print tomorrow's front page instead.")))
    @click.option(
        "--what-if",
        default="",
        metavar="N=LINE",
        help=group.say(template("Print what would have come of another line at question N, beside what came.")),
    )
    @click.option(
        "--format",
        "format_",
        type=click.Choice(["text", "json", "markdown", "html"]),
        default="text",
        show_default=True,
        help=group.say(template("html is one page for a browser or a printer, and needs no network.")),
    )
    @click.option(
        "--out", default="-", metavar="FILE", help=group.say(template("File to write; else standard output."))
    )
    def debrief_(session: str, front_page: bool, what_if: str, format_: str, out: str) -> int:
        from simulator.commands import aftermath
        from simulator.commands.debrief import run

        if what_if:
            return aftermath.what_if(group.catalogue, session, what_if, format_, out)
        return (aftermath.front_page if front_page else run)(group.catalogue, session, format_, out)


def _completion(group: Verbs) -> None:
    @group.command("completion", help=group.say(template("Print the completion script for a shell.")))
    @click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
    def completion_(shell: str) -> int:
        from click.shell_completion import get_completion_class

        completion = get_completion_class(shell)
        assert completion is not None
        click.echo(completion(group, {}, "podium", "_PODIUM_COMPLETE").source())
        return 0


VERBS = (_play, _resume, _list, _sessions, _debrief, _completion)
