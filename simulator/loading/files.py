"""The file of a scenario: where it is, and what is in it."""

from __future__ import annotations

from pathlib import Path

from simulator.errors import MachineError, UsageError
from simulator.language.catalogue import template
from simulator.language.machine import reason_of
from simulator.loading.limits import SIZE_MAX
from simulator.loading.unseen import visible

FILE_NAME = "scenario.yaml"
"""What a scenario's file is called in its folder."""

_PATH_SHOWN = 200


def scenario_file(path: Path) -> Path:
    """The file meant by the path of a folder or file. Raises UsageError or MachineError if there is none."""
    file, is_there = path, False
    try:
        file = path / FILE_NAME if path.is_dir() else path
        if file.is_file():
            return file
        is_there = file.exists()
    except PermissionError as error:
        raise _unreadable(path, error) from None
    except (OSError, ValueError):
        pass  # a name that no file can have
    if is_there:
        raise UsageError(template("{path} is not a file that can be read"), path=_shown(file))
    hint = template("a scenario is a folder with a scenario.yaml in it")
    raise UsageError(template("there is no scenario at {path}"), hint, path=_shown(path))


def folder_of(file: Path) -> str:
    """The name of the folder that a scenario.yaml lies in; empty for a file of another name."""
    return file.resolve().parent.name if file.name == FILE_NAME else ""


def bytes_of(file: Path) -> bytes:
    """The bytes of a file, at most one more than may be read. Raises MachineError if it cannot be read."""
    try:
        with file.open("rb") as opened:
            return opened.read(SIZE_MAX + 1)
    except OSError as error:
        raise _unreadable(file, error) from None


def _unreadable(path: Path, error: OSError) -> MachineError:
    return MachineError(template("{path} cannot be read: {reason}"), path=_shown(path), reason=reason_of(error))


def _shown(path: Path) -> str:
    """A path within a message: on one line, and not endlessly long."""
    shown = visible(str(path))
    return shown if len(shown) <= _PATH_SHOWN else f"{shown[:_PATH_SHOWN]}…"
