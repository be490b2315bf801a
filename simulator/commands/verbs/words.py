"""What verbs share: words of their options, and what a shell completes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

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
