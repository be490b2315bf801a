"""Writing over several lines: each has a prompt of its own, and a full stop alone on a line ends it."""

from __future__ import annotations

from simulator.commands.plain.talk import Talk, Timer
from simulator.language.catalogue import template

SAY_IT = "."
GO_BACK = ".."


def write(talk: Talk, lines: list[str], most: int, timer: Timer | None = None) -> str | None:
    """Take lines in, about `most` characters of them, until SAY_IT or GO_BACK is typed; which of them it was.

    `lines` grows as it is typed, so that nothing is lost however it ends. None if the time is up before. Raises Ended.
    """
    while (typed := talk.ask(_prompt(talk, lines), timer)) is not None:
        if typed.strip() in (SAY_IT, GO_BACK):
            return typed.strip()
        if sum(map(len, lines)) <= most:
            lines.append(typed)
    return None


def _prompt(talk: Talk, lines: list[str]) -> str:
    return talk.catalogue.say(template("Line {number}:"), number=len(lines) + 1)
