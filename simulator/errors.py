"""Errors that say whose they are, and the exit code each kind ends the program with."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What `podium` returns to the shell."""

    OK = 0
    AUTHOR = 1
    """A scenario has problems of severity error."""
    USAGE = 2
    """The command line itself is off: an unknown option, scenario or session."""
    ENVIRONMENT = 3
    """The machine does not let us: a full disk, a read-only folder, a damaged or newer file."""
    BUG = 70
    """Our own fault; the message names the log file."""
    INTERRUPTED = 130


class PodiumError(Exception):
    """An expected failure, told to the user as one line and a hint, never as a traceback.

    `message` and `hint` are templates in English, looked up in the catalogue of the
    user's language and filled from `params` when they are shown.
    """

    exit_code = ExitCode.ENVIRONMENT

    def __init__(self, message: str, hint: str = "", **params: object) -> None:
        super().__init__(message.format(**params) if params else message)
        self.message = message
        self.hint = hint
        self.params = params


class UsageError(PodiumError):
    """The player or host asked for something that is not there."""

    exit_code = ExitCode.USAGE


class MachineError(PodiumError):
    """The machine is in the way; nothing of the user's is lost."""

    exit_code = ExitCode.ENVIRONMENT
