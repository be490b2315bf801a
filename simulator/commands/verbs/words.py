"""What verbs share: words of their options, and what a shell completes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from simulator.errors import UsageError
from simulator.language.catalogue import template

if TYPE_CHECKING:
    from simulator.commands.verbs.group import Verbs

F = TypeVar("F", bound=Callable[..., object])

FORMATS = click.Choice(["text", "json"])

PLAIN = template("Plain lines of text instead of screens: for screen readers, pipes and poor terminals.")

OUT = template("File to write; - is standard output.")


def scenario_names(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """Shell completion of scenario ids."""
    from simulator.loading.shelf import all_scenarios

    return [path.parent.name for path in all_scenarios() if path.parent.name.startswith(begun)]


def session_ids(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """Shell completion of session ids."""
    from simulator.commands.house import LocalHouse

    ids = (summary.header.id for summary in LocalHouse().journal.sessions())
    return [one for one in ids if one.startswith(begun)]


def as_learner(group: Verbs) -> Callable[[F], F]:
    """The option that names the learner."""
    told = template("Whose session it is, of several people at one machine; else PODIUM_LEARNER, else `learners use`.")
    return click.option("--as", "learner", default="", metavar="NAME", help=group.say(told))


def of_room(group: Verbs) -> Callable[[F], F]:
    """The options that name a workshop's room in place of its sessions, and one scenario of several played in it."""
    room = template("The sessions of a workshop, by its room's code; `podium room` lists them.")
    run = template("With --room, of what was played there one after another: 1 is the first. Else all.")

    def with_options(verb: F) -> F:
        verb = click.option("--run", type=click.IntRange(min=1), metavar="N", help=group.say(run))(verb)
        return click.option("--room", default="", metavar="CODE", help=group.say(room))(verb)

    return with_options


def with_those_of(room: str, run: int | None, sessions: tuple[str, ...]) -> tuple[str, ...]:
    """Sessions that were named, and those of a room. Raises UsageError where it has none."""
    if not room:
        if run is not None:
            raise UsageError(template("--run goes with --room"))
        return sessions
    from simulator.commands.rooms import sessions_of_room

    return (*sessions, *sessions_of_room(room, run or 0))
