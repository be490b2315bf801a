"""The library's entries: every scenario on the shelf, joined with what the record knows of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from simulator.journal.port import SessionSummary
from simulator.loading.loader import read_scenario
from simulator.loading.shelf import all_scenarios
from simulator.reports.library import LibraryEntry


def entries(summaries: Sequence[SessionSummary]) -> list[tuple[LibraryEntry, Path]]:
    """The entries with the paths of their scenarios, sorted by module, difficulty and title."""
    found: list[tuple[LibraryEntry, Path]] = []
    seen: set[str] = set()
    for path in all_scenarios():
        entry = _entry(path, summaries)
        # An id found twice is the first one's: the built-in shelf comes before one's own folders.
        if entry is not None and entry.id not in seen:
            seen.add(entry.id)
            found.append((entry, path))
    order = ("press", "sovereignty", "rights", "cohesion"), ("basic", "intermediate", "advanced")
    return sorted(found, key=lambda pair: (order[0].index(pair[0].module), order[1].index(pair[0].level), pair[0].title))


def _entry(path: Path, summaries: Sequence[SessionSummary]) -> LibraryEntry | None:
    scenario, problems = read_scenario(path)
    faults = sum(1 for problem in problems if problem.severity == "error")
    if scenario is None:
        folder = path if path.is_dir() else path.parent
        return LibraryEntry(
            folder.name, folder.name, "press", "basic", "vi", 0, "", (), "", "", faults=max(faults, 1)
        )
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
