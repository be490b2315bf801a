"""The library's entries: every scenario on the shelf, joined with what the record knows of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from simulator.commands.editions import edition_of
from simulator.errors import PodiumError
from simulator.journal.port import SessionSummary
from simulator.loading.loader import examine_best
from simulator.loading.shelf import all_scenarios
from simulator.reports.library import LibraryEntry
from simulator.scenario.model import Difficulty, Language, Module
from simulator.scenario.scenes import Ending


def entries(summaries: Sequence[SessionSummary], language: Language | None = None) -> list[tuple[LibraryEntry, Path]]:
    """The entries with the paths of their scenarios, sorted by module, difficulty and title.

    Each is told in a language, if it is translated into it; else in that which it was written in.
    """
    found = [(_entry(path, summaries, language), path) for path in all_scenarios()]
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


def _entry(path: Path, summaries: Sequence[SessionSummary], language: Language | None) -> LibraryEntry:
    try:
        examined = examine_best(path, language)
        scenario, problems = examined.scenario, examined.problems
    except PodiumError:
        # One file that cannot be read does not take the whole library away; `podium check` says why.
        examined, scenario, problems = None, None, ()
    if examined is None or scenario is None:
        faults = sum(1 for problem in problems if problem.severity == "error")
        name = path.parent.name
        return LibraryEntry(name, name, "press", "basic", "vi", 0, "", (), "", "", faults=max(faults, 1))
    edition = edition_of(path, scenario, examined.original or scenario.language, examined.untranslated, language)
    mine = [summary for summary in summaries if summary.header.scenario_id == scenario.id]
    resumable = next((s.header.id for s in mine if not s.ended and not s.continued_as), "")
    ended = next((summary for summary in mine if summary.ended), None)
    ending = scenario.scene_by_id.get(ended.ending) if ended else None  # It may be gone since.
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
        ended_session=ended.header.id if ended else "",
        last_outcome=ending.outcome if isinstance(ending, Ending) else None,
        languages=edition.languages,
        untranslated=edition.untranslated,
        original=edition.original,
    )
