"""The verbs of an exercise: observers' ratings, the report after it, and the list of its events."""

from __future__ import annotations

import click

from simulator.commands.verbs.group import Verbs
from simulator.commands.verbs.words import FORMATS, of_room, scenario_names, session_ids, with_those_of
from simulator.language.catalogue import template


def _after_action(group: Verbs) -> None:
    @group.command(
        "after-action",
        help=group.say(
            template(
                "Write the after-action report and improvement plan of sessions: of one, of a table's or of a"
                " workshop's; by default of the latest."
            )
        ),
    )
    @click.argument("sessions", nargs=-1, metavar="[SESSION...]", shell_complete=session_ids)
    @click.option(
        "--format",
        "format_",
        type=click.Choice(["html", "docx", "markdown"]),
        help=group.say(template("html, docx or markdown; else what the file's name asks for, else html.")),
    )
    @click.option(
        "--edition",
        # As `reports.after_action.value` has them; imported only when a verb is run.
        type=click.Choice(["participant", "facilitator"]),
        default="participant",
        show_default=True,
        help=group.say(
            template(
                "For whom: a participant's has nothing that was not met in play; a facilitator's also has better lines,"
                " endings not reached and the author's notes."
            )
        ),
    )
    @click.option(
        "--out", default="-", metavar="FILE", help=group.say(template("File to write; else standard output."))
    )
    @of_room(group)
    def after_action_(
        sessions: tuple[str, ...], room: str, run: int | None, format_: str | None, edition: str, out: str
    ) -> int:
        from simulator.commands.after_action import run as write

        return write(group.catalogue, with_those_of(room, run, sessions), format_ or "", edition, out)


def _rate(group: Verbs) -> None:
    @group.command(
        "rate",
        help=group.say(
            template(
                "Rate an objective of a session as somebody who watched: P without challenges, S with some, M with"
                " major ones, U unable to be performed. Without a rating, list those given."
            )
        ),
    )
    @click.argument("session", metavar="SESSION", shell_complete=session_ids)
    @click.argument("mark", metavar="[P|S|M|U]", required=False, default="")
    @click.option("--objective", type=int, metavar="N", help=group.say(template("The objective, by its number.")))
    @click.option("--note", default="", metavar="TEXT", help=group.say(template("What was seen, and why so.")))
    @click.option("--by", default="", metavar="NAME", help=group.say(template("Who rates.")))
    @click.option(
        "--answer",
        "answers",
        type=int,
        multiple=True,
        metavar="N",
        help=group.say(
            template("An answer in which the objective was watched; may be repeated. None stands for the session.")
        ),
    )
    @click.option("--withdraw", is_flag=True, help=group.say(template("Take back your rating of the objective.")))
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    def rate_(
        session: str,
        mark: str,
        objective: int | None,
        note: str,
        by: str,
        answers: tuple[int, ...],
        withdraw: bool,
        format_: str,
    ) -> int:
        from simulator.commands.rate import Given, run

        return run(group.catalogue, session, Given(mark, objective, note, by, answers, withdraw), format_)


def _msel(group: Verbs) -> None:
    @group.command(
        "msel",
        help=group.say(
            template(
                "Write the master scenario events list of a scenario: what comes when, from whom, and what is expected."
                " It gives the scenario away."
            )
        ),
    )
    @click.argument("scenario", metavar="ID|PATH", shell_complete=scenario_names)
    @click.option(
        "--session",
        default="",
        metavar="SESSION",
        shell_complete=session_ids,
        help=group.say(template("Adds when each event came in this session, and what did not come.")),
    )
    @click.option(
        "--format",
        "format_",
        type=click.Choice(["xlsx", "csv"]),
        help=group.say(template("xlsx or csv; else what the file's name asks for, else xlsx.")),
    )
    @click.option(
        "--out", default="-", metavar="FILE", help=group.say(template("File to write; else standard output."))
    )
    def msel_(scenario: str, session: str, format_: str | None, out: str) -> int:
        from simulator.commands.msel import run

        return run(group.catalogue, scenario, session, format_ or "", out)


VERBS = (_after_action, _rate, _msel)
