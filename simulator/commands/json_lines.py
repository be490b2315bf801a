"""Files of one JSON object a line. A bad line is told with its number and does not stop the rest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from simulator.errors import MachineError
from simulator.language.machine import reason_of


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file that have an `id`; other lines are told on standard error. Raises MachineError."""
    try:
        with path.open(encoding="utf-8", errors="surrogateescape") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    read = _read(line)
                    if read is None:
                        click.echo(f"{path}:{number}: not a JSON object with an id; passed over", err=True)
                    else:
                        yield read
    except OSError as error:
        raise MachineError("{path} cannot be read: {reason}", path=path, reason=reason_of(error)) from None


def _read(line: str) -> dict[str, Any] | None:
    try:
        read = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) and isinstance(read.get("id"), str) else None
