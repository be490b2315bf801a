"""The verbs of `podium` and their options, in the user's language. A verb imports its own file when it is run."""

from __future__ import annotations

import click

from simulator.commands.verbs import authoring, exercises, grading, learning, playing, records, workshops
from simulator.commands.verbs.group import Verbs
from simulator.language.catalogue import Catalogue


def podium(catalogue: Catalogue) -> click.Group:
    """The command line, with its help in the catalogue's language."""
    group = Verbs(catalogue)
    for room in (playing, learning, workshops, authoring, grading, records, exercises):
        for add in room.VERBS:
            add(group)
    return group
