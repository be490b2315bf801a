"""The verbs of workshops: opening a room, joining one, and what is on record of them."""

from __future__ import annotations

import click

from simulator.commands.verbs.group import Verbs
from simulator.commands.verbs.words import FORMATS, scenario_names
from simulator.language.catalogue import template

DATABASE = template("Database of the room; else PODIUM_DATABASE_URL, else a file in your data folder.")


def _host(group: Verbs) -> None:
    say = group.say

    @group.command(
        "host",
        help=say(
            template(
                "Open a room for a workshop: trainees join in a browser, the facilitator's console opens in this"
                " terminal. With --room, serve a room that is open already, on one more machine."
            )
        ),
    )
    @click.argument("programme", metavar="[SCENARIO|COURSE]", required=False, default="", shell_complete=scenario_names)
    @click.option(
        "--port",
        type=click.IntRange(0, 65535),
        default=8770,
        show_default=True,
        help=say(template("Port; 0 takes a free one.")),
    )
    @click.option(
        "--lan", is_flag=True, help=say(template("Let other machines of this network in; else only this one."))
    )
    @click.option(
        "--address", default="", metavar="NAME", help=say(template("Listen on this address of the machine alone."))
    )
    @click.option(
        "--public-url",
        default="",
        metavar="URL",
        help=say(template("The address that trainees are told, where it is another.")),
    )
    @click.option(
        "--room",
        default="",
        metavar="CODE",
        help=say(template("Code of a room that is on record, to serve it again or as well.")),
    )
    @click.option(
        "--title", default="", metavar="TEXT", help=say(template("What the room is called; else as its scenario."))
    )
    @click.option(
        "--seats", type=click.IntRange(1, 500), default=200, show_default=True, help=say(template("How many may join."))
    )
    @click.option(
        "--mode",
        type=click.Choice(["own-pace", "in-step", "hot-seat"]),
        default="own-pace",
        show_default=True,
        help=say(
            template(
                "own-pace: everyone goes on alone. in-step: you move the room. hot-seat: one speaks, the hall rates."
            )
        ),
    )
    @click.option(
        "--tables", is_flag=True, help=say(template("Tables of four, with role cards and one spokesperson each."))
    )
    @click.option(
        "--play",
        type=click.Choice(["guided", "practice", "exam"]),
        default="practice",
        show_default=True,
        help=say(template("How sessions are played.")),
    )
    @click.option(
        "--wait", is_flag=True, help=say(template("Nobody plays before you start the room from the console."))
    )
    @click.option(
        "--time-scale",
        type=click.IntRange(0, 1000),
        default=100,
        metavar="PERCENT",
        show_default=True,
        help=say(template("Stretch time limits; 0 switches them off.")),
    )
    @click.option("--database", default="", metavar="URL", help=say(DATABASE))
    @click.option(
        "--shared", is_flag=True, help=say(template("Other nodes on this machine serve the same SQLite file."))
    )
    @click.option(
        "--processes",
        type=click.IntRange(0, 64),
        default=0,
        show_default=True,
        help=say(
            template(
                "Processes on this machine, each on a port of its own from --port on; 0: as the seats need and there"
                " are cores."
            )
        ),
    )
    @click.option(
        "--certificate", default="", metavar="FILE", help=say(template("Certificate chain for https, as PEM."))
    )
    @click.option("--key", default="", metavar="FILE", help=say(template("Private key of the certificate, as PEM.")))
    @click.option(
        "--no-console", is_flag=True, help=say(template("Do not open the console here; its link is printed."))
    )
    @click.option(
        "--dry-run", is_flag=True, help=say(template("Check everything, have bots play, and leave nothing behind."))
    )
    @click.option(
        "--bots",
        type=click.IntRange(1, 200),
        default=4,
        show_default=True,
        help=say(template("How many bots the dry run has.")),
    )
    def host_(**given: object) -> int:
        if given.pop("dry_run"):
            from simulator.commands.dry_run import run as dry_run

            return dry_run(group.catalogue, given)
        from simulator.commands.host import run

        given.pop("bots")
        return run(group.catalogue, given)


def _join(group: Verbs) -> None:
    @group.command("join", help=group.say(template("Join a workshop in this terminal, by the address you were told.")))
    @click.argument("url", metavar="URL")
    @click.option("--name", default="", metavar="NAME", help=group.say(template("Your name, or one you choose.")))
    @click.option(
        "--code", default="", metavar="CODE", help=group.say(template("Code of the room, if it is not in the address."))
    )
    def join_(url: str, name: str, code: str) -> int:
        from simulator.commands.join import run

        return run(group.catalogue, url, name, code)


def _room(group: Verbs) -> None:
    @group.command("room", help=group.say(template("List the workshops on record, tell of one, or delete it.")))
    @click.argument(
        "action", type=click.Choice(["list", "show", "delete"]), metavar="[list|show|delete]", default="list"
    )
    @click.argument("code", metavar="CODE", required=False, default="")
    @click.option("--yes", is_flag=True, help=group.say(template("Delete without a further question.")))
    @click.option("--database", default="", metavar="URL", help=group.say(DATABASE))
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    def room_(action: str, code: str, yes: bool, database: str, format_: str) -> int:
        from simulator.commands.rooms import run

        return run(group.catalogue, code, delete=action == "delete", yes=yes, database=database, format_=format_)


VERBS = (_host, _join, _room)
