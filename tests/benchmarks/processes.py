"""Time and memory of other processes, from /proc. Linux only; elsewhere everything is 0."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


class Use(NamedTuple):
    """What a process has used: processor seconds since its start, and the memory that it holds now in MiB."""

    cpu_s: float = 0.0
    rss_mib: float = 0.0

    def __add__(self, other: object) -> Use:
        assert isinstance(other, Use)
        return Use(self.cpu_s + other.cpu_s, self.rss_mib + other.rss_mib)


def use_of(pid: int) -> Use:
    """Of one process; nothing if it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return Use()
    rss = next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")), 0)
    return Use((int(fields[11]) + int(fields[12])) / _TICKS, rss / 1024)


def children(pid: int) -> list[int]:
    """The processes that it started, and those that they started."""
    found: list[int] = []
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            started = [int(number) for number in tasks.read_text().split()]
        except OSError:
            continue
        for child in started:
            found += [child, *children(child)]
    return found


def use_of_children(pid: int, word: str = "", *, having: bool = True) -> Use:
    """Of all those together that have a word on their command line, or have it not; without a word, of all."""
    total = Use()
    for child in children(pid):
        if not word or (word in _command_line(child)) == having:
            total += use_of(child)
    return total


def _command_line(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    except OSError:
        return []
