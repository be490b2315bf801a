"""`podium agree`: the grader beside the author's own levels of sample answers, why they differ, and what to add."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from simulator.authoring.agreement.as_json import as_json
from simulator.authoring.agreement.as_text import as_text
from simulator.authoring.agreement.compared import compared, count_of
from simulator.authoring.agreement.result import Agreement
from simulator.authoring.agreement.words import decimals
from simulator.commands.check import scenarios_below
from simulator.commands.under_way import progress, tell_of_encoder
from simulator.errors import ExitCode
from simulator.language.catalogue import Catalogue, template
from simulator.loading.course import is_course
from simulator.loading.loader import load_scenario
from simulator.loading.shelf import find
from simulator.scenario.dossier import Dossier
from simulator.scoring.grade import AskedText, Graded, assess


def run(
    catalogue: Catalogue,
    names: Sequence[str],
    format_: str,
    lines: bool,
    worst: int,
    min_kappa: float | None,
    max_gap: int | None,
) -> ExitCode:
    """Grade and compare; AUTHOR where the agreement wanted is not met. Raises PodiumError."""
    scenarios = [load_scenario(path) for name in names for path in _paths(name)]
    total = sum(count_of(scenario, lines) for scenario in scenarios)
    with progress(catalogue.say(template("Grading")), total) as done:
        results = [Agreement(one, compared(one, grade, lines=lines, progress=done)) for one in scenarios]
    if format_ == "json":
        click.echo(as_json(results, catalogue))
    else:
        click.echo("\n\n".join(as_text(one, catalogue, worst) for one in results))
    tell_of_encoder((answer.graded.grader for one in results for answer in one.answers[:1]), catalogue)
    met = [_is_met(one, min_kappa, max_gap, catalogue) for one in results]
    return ExitCode.OK if all(met) else ExitCode.AUTHOR


def _paths(name: str) -> list[Path]:
    """The scenarios that a name stands for: one by its id or path, or all in a folder of them."""
    if not Path(name).is_dir():
        return [find(name)]
    return [file for file in scenarios_below(Path(name)) if not is_course(file)]


def grade(text: str, asked: AskedText, dossier: Dossier, role: str) -> Graded:
    """The grade of an answer with the grader of this machine."""
    return assess(text, asked, dossier, role=role)


def _is_met(one: Agreement, min_kappa: float | None, max_gap: int | None, catalogue: Catalogue) -> bool:
    """Whether the agreement is as wanted; on standard error, where it is not."""
    missed = []
    if min_kappa is not None and not one.pooled.kappa >= min_kappa:  # not a number, where nothing was graded
        told = template("{scenario}: kappa is {kappa}, and {wanted} is wanted")
        kappa, wanted = (decimals(figure, catalogue) for figure in (f"{one.pooled.kappa:.2f}", str(min_kappa)))
        missed.append(catalogue.say(told, scenario=one.scenario.id, kappa=kappa, wanted=wanted))
    if max_gap is not None and one.widest > max_gap:
        told = template("{scenario}: levels are up to {gap} apart, and {wanted} is allowed")
        missed.append(catalogue.say(told, scenario=one.scenario.id, gap=one.widest, wanted=max_gap))
    for line in missed:
        click.echo(line, err=True)
    return not missed
