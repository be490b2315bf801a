"""The verbs of the record: verdicts, regrading, and what goes to other programs."""

from __future__ import annotations

from typing import Any

import click

from simulator.commands.verbs.group import Verbs
from simulator.commands.verbs.words import FORMATS, OUT, of_room, session_ids, with_those_of
from simulator.language.catalogue import template


def _verdict(group: Verbs) -> None:
    @group.command(
        "verdict",
        help=group.say(
            template(
                "Decide on an answer's levels and red flags instead of the grader, with the reason; without a number,"
                " list the verdicts of a session. What the answer led to stays as it was."
            )
        ),
    )
    @click.argument("session", shell_complete=session_ids)
    @click.argument("number", metavar="[N]", required=False, type=click.IntRange(1, 100_000))
    @click.option(
        "--level",
        "levels",
        multiple=True,
        metavar="SKILL=LEVEL",
        help=group.say(template("A level that counts, such as empathy=3; may be repeated.")),
    )
    @click.option(
        "--flag",
        "flags",
        multiple=True,
        metavar="±FLAG",
        help=group.say(template("+stigma raises a red flag, -blame clears it; may be repeated.")),
    )
    @click.option("--reason", default="", help=group.say(template("Why; people read it in the debrief.")))
    @click.option("--by", default="", metavar="NAME", help=group.say(template("Who decides.")))
    @click.option("--withdraw", is_flag=True, help=group.say(template("Take the verdict on the answer back.")))
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    def verdict_(session: str, number: int | None, format_: str, **given: Any) -> int:  # noqa: ANN401
        from simulator.commands.verdict import Given, run

        return run(group.catalogue, session, number, Given(**given), format_)


def _verdicts(group: Verbs) -> None:
    @group.command(
        "verdicts",
        help=group.say(
            template(
                "Write the answers that verdicts stand on as labelled answers, with their situations: for `podium"
                " grade`, `podium agreement` and calibration."
            )
        ),
    )
    @click.option("--out", required=True, metavar="FILE", help=group.say(template("File for the labels.")))
    @click.option("--answers", required=True, metavar="FILE", help=group.say(template("File for the answers.")))
    @click.option("--situations", required=True, metavar="FILE", help=group.say(template("File for the situations.")))
    def verdicts_(out: str, answers: str, situations: str) -> int:
        from simulator.commands.verdicts import run

        return run(group.catalogue, out, answers, situations)


def _regrade(group: Verbs) -> None:
    @group.command(
        "regrade",
        help=group.say(
            template(
                "Grade the answers in own words of recorded sessions anew with today's grader, each against what was"
                " known then, and list what would change."
            )
        ),
    )
    @click.argument("sessions", nargs=-1, metavar="[SESSION...]", shell_complete=session_ids)
    @click.option("--all", "all_", is_flag=True, help=group.say(template("All sessions on record, everybody's.")))
    @click.option(
        "--apply",
        is_flag=True,
        help=group.say(template("Keep the new grades beside the record, where they count from now on.")),
    )
    @click.option(
        "--jobs",
        type=click.IntRange(1, 1024),
        help=group.say(template("Processes that share the work; by default as many as there are cores.")),
    )
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    def regrade_(sessions: tuple[str, ...], all_: bool, apply: bool, jobs: int | None, format_: str) -> int:
        from simulator.commands.regrade import run

        return run(group.catalogue, sessions, format_, jobs, all_=all_, apply=apply)


def _verify(group: Verbs) -> None:
    @group.command(
        "verify",
        help=group.say(
            template("Check that recorded sessions are as they were recorded, entry by entry; by default all.")
        ),
    )
    @click.argument("sessions", nargs=-1, metavar="[SESSION...]", shell_complete=session_ids)
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    def verify_(sessions: tuple[str, ...], format_: str) -> int:
        from simulator.commands.verify import run

        return run(group.catalogue, sessions, format_)


def _xapi(group: Verbs) -> None:
    @group.command(
        "xapi",
        help=group.say(
            template(
                "Write sessions that have ended as xAPI statements, a JSON object a line, or send them to a learning"
                " record store: each once, however often this is run."
            )
        ),
    )
    @click.argument("sessions", nargs=-1, metavar="[SESSION...]", shell_complete=session_ids)
    @click.option("--all", "all_", is_flag=True, help=group.say(template("All sessions on record, everybody's.")))
    @click.option("--out", default="", metavar="FILE", help=group.say(OUT))
    @click.option(
        "--lrs",
        default="",
        metavar="URL",
        help=group.say(template("The store's address; PODIUM_LRS_KEY and PODIUM_LRS_SECRET are its credentials.")),
    )
    @click.option(
        "--home-page",
        default="",
        metavar="URL",
        help=group.say(template("The address that learners and scenarios have in statements; best your own.")),
    )
    @click.option(
        "--pass-mark",
        type=click.IntRange(1, 100),
        help=group.say(template("The grade to pass an exam; else the one that a course sets for its scenario.")),
    )
    @of_room(group)
    def xapi_(
        sessions: tuple[str, ...],
        room: str,
        run: int | None,
        all_: bool,
        out: str,
        lrs: str,
        home_page: str,
        pass_mark: int | None,
    ) -> int:
        from simulator.commands.xapi import run as tell

        meant = with_those_of(room, run, sessions)
        return tell(group.catalogue, meant, out, lrs, home_page, pass_mark, all_=all_)


def _gradebook(group: Verbs) -> None:
    @group.command("gradebook", help=group.say(template("Write a table with a row for each session, as CSV.")))
    @click.argument("sessions", nargs=-1, metavar="[SESSION...]", shell_complete=session_ids)
    @click.option("--out", required=True, metavar="FILE", help=group.say(OUT))
    @of_room(group)
    def gradebook_(sessions: tuple[str, ...], room: str, run: int | None, out: str) -> int:
        from simulator.commands.gradebook import run as write

        return write(group.catalogue, out, with_those_of(room, run, sessions))


def _log(group: Verbs) -> None:
    @group.command(
        "log",
        help=group.say(template("Write the event log of a session, a JSON object a line; by default the latest one.")),
    )
    @click.argument("session", required=False, default="", shell_complete=session_ids)
    @click.option("--out", default="-", metavar="FILE", help=group.say(OUT))
    def log_(session: str, out: str) -> int:
        from simulator.commands.log import run

        return run(group.catalogue, session, out)


VERBS = (_verdict, _verdicts, _regrade, _verify, _xapi, _gradebook, _log)
