"""The meaning checks, in the order in which they are run.

One file is one check: a CODE and its SEVERITY, a docstring that `podium explain` shows, and `check(subject)`,
which yields flaws.
"""

from __future__ import annotations

from types import ModuleType

from simulator.loading.checks import (
    always_open,
    assigned_range,
    earlier_ids,
    echo_quotations,
    finding_subject,
    finding_ungraded,
    finding_words,
    folder_name,
    grade_unexplained,
    idle_conditions,
    ids_twice,
    interruption_returns,
    levels_and_skills,
    loose_ends,
    no_ending,
    no_way_on,
    pool_recursion,
    pool_to_pool,
    reserved_ids,
    reserved_names,
    return_without_call,
    role_cards,
    sample_is_line,
    sample_levels,
    sample_twice,
    shares_of_public,
    skill_unexercised,
    time_and_silence,
    uncallable_scenes,
    unknown_checks,
    unknown_echoers,
    unknown_journalists,
    unknown_known_from,
    unknown_questions,
    unknown_replaced,
    unknown_rumour,
    unknown_says,
    unknown_targets,
    unknown_voices,
    unreachable,
    variable_bounds,
    variable_defaults,
    ways_never_taken,
)
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.loading.places import Path, Places
from simulator.loading.report import Report

CHECKS: tuple[ModuleType, ...] = (
    folder_name,
    ids_twice,
    reserved_ids,
    earlier_ids,
    unknown_targets,
    unknown_questions,
    unknown_journalists,
    unknown_voices,
    unknown_known_from,
    unknown_replaced,
    unknown_says,
    unknown_rumour,
    unknown_echoers,
    echo_quotations,
    role_cards,
    shares_of_public,
    uncallable_scenes,
    reserved_names,
    assigned_range,
    variable_defaults,
    variable_bounds,
    no_way_on,
    loose_ends,
    ways_never_taken,
    always_open,
    pool_to_pool,
    time_and_silence,
    interruption_returns,
    idle_conditions,
    levels_and_skills,
    finding_subject,
    finding_ungraded,
    finding_words,
    grade_unexplained,
    skill_unexercised,
    sample_levels,
    sample_is_line,
    sample_twice,
    unknown_checks,
)

GRAPH_CHECKS: tuple[ModuleType, ...] = (return_without_call, unreachable, no_ending, pool_recursion)
"""Run only where every way leads somewhere: a mistyped target would make half the scenes unreachable."""

_BREAK_THE_GRAPH = frozenset({"P201", "P202", "P204", "P205", "P210", "P401"})


def run_checks(subject: Subject, places: Places, report: Report) -> None:
    """Run all checks and note what they find."""
    for check in CHECKS:
        run_check(check, subject, places, report)
    if not report.codes() & _BREAK_THE_GRAPH:
        for check in GRAPH_CHECKS:
            run_check(check, subject, places, report)


def run_check(check: ModuleType, subject: Subject, places: Places, report: Report) -> None:
    """Run one check and note what it finds."""
    for flaw in check.check(subject):
        note_flaw(check.CODE, flaw, places, report, flaw.path)


def note_flaw(code: str, flaw: Flaw, places: Places, report: Report, path: Path) -> None:
    """Note a flaw under a code; `path` is where in the file it is to be looked for."""
    line, column = _place(flaw, places, path)
    report.add(
        code,
        line,
        column,
        flaw.message,
        flaw.hint,
        name=flaw.name,
        among=flaw.among,
        path=".".join(map(str, path)),
        params=flaw.params,
    )


def _place(flaw: Flaw, places: Places, path: Path) -> tuple[int, int]:
    if flaw.offset is not None:
        place = places.within(path, flaw.offset)
    else:
        place = places.of_key(path) if flaw.at_key else places.of(path)
    return place.line, place.column
