"""The library's entries: every scenario on the shelf, joined with what the record knows of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from simulator.errors import PodiumError
from simulator.journal.port import SessionSummary
from simulator.loading.loader import read_scenario
from simulator.loading.shelf import all_scenarios
from simulator.reports.library import LibraryEntry
from simulator.scenario.model import Difficulty, Module


def entries(summaries: Sequence[SessionSummary]) -> list[tuple[LibraryEntry, Path]]:
    """The entries with the paths of their scenarios, sorted by module, difficulty and title."""
    found = [(_entry(path, summaries), path) for path in all_scenarios()]
    modules, levels = get_args(Module), get_args(Difficulty)
    return sorted(
        found,
        key=lambda pair: (
            bool(pair[0].faults),
            modules.index(pair[0].module),
            levels.index(pair[0].level),
            pair[0].title,
        ),
    )


def _entry(path: Path, summaries: Sequence[SessionSummary]) -> LibraryEntry:
    try:
        scenario, problems = read_scenario(path)
    except PodiumError:
        # One file that cannot be read does not take the whole library away; `podium check` says why.
        scenario, problems = None, ()
    if scenario is None:
        faults = sum(1 for problem in problems if problem.severity == "error")
        name = path.parent.name
        return LibraryEntry(name, name, "press", "basic", "vi", 0, "", (), "", "", faults=max(faults, 1))
    mine = [summary for summary in summaries if summary.header.scenario_id == scenario.id]
    resumable = next((s.header.id for s in mine if not s.ended and not s.continued_as), "")
    return LibraryEntry(
        id=scenario.id,
        title=scenario.title,
        module=scenario.module,
        level=scenario.level,
        language=scenario.language,
        minutes=scenario.minutes,
        role=scenario.role,
        objectives=scenario.objectives,
        author=scenario.author,
        licence=scenario.licence,
        open_session=resumable,
        times_ended=sum(1 for summary in mine if summary.ended),
    )
