"""`podium join`: a seat of a workshop in this terminal, over the same connection as a browser's."""

from __future__ import annotations

from simulator.commands.play import at_terminal
from simulator.errors import MachineError
from simulator.language.catalogue import Catalogue, template


def run(catalogue: Catalogue, url: str, name: str, code: str) -> int:
    """Join, and stay until one leaves or the room ends. Raises PodiumError."""
    if not at_terminal():
        raise MachineError(template("the screens need a terminal"), template("open the address in a browser instead"))
    from simulator.workshop.serving.terminal import join

    return join(catalogue, url, name=name, code=code)
