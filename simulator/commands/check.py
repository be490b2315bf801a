"""`podium check`: every problem of the scenarios named, at file:line:col."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from simulator.errors import ExitCode, UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.loading.loader import FILE_NAME, read_scenario
from simulator.loading.playthrough import FOLDER_NAME, examine_playthrough, playthrough_files
from simulator.loading.problems import Problem
from simulator.loading.render import as_json, as_text

DEPTH_MAX = 3
"""How many folders deep scenarios are looked for: a whole disk named by mistake is not searched."""


def run(catalogue: Catalogue, paths: Sequence[str], format_: str) -> ExitCode:
    """Check files, scenario folders, and folders of them; AUTHOR if any problem is an error."""
    files = [file for path in paths for file in scenarios_below(Path(path))]
    if not files:
        hint = template("a scenario is a folder with a scenario.yaml in it")
        raise UsageError(template("there is no scenario in {path}"), hint, path=", ".join(paths))
    problems: list[Problem] = []
    for file in files:
        problems += problems_of(file)
    if format_ == "json":
        click.echo(as_json(problems, catalogue))
    else:
        if problems:
            click.echo(as_text(problems, catalogue) + "\n")
        click.echo(_summary(len(files), problems, catalogue), err=True)
    return ExitCode.AUTHOR if any(problem.severity == "error" for problem in problems) else ExitCode.OK


def problems_of(file: Path) -> tuple[Problem, ...]:
    """All problems of a scenario and of the play-throughs beside it; of a play-through's own file, only its own."""
    beside = scenario_beside(file)
    if beside is not None:
        scenario, problems = read_scenario(beside)
        return examine_playthrough(file, scenario).problems if scenario else problems
    scenario, problems = read_scenario(file)
    if scenario is None:
        return problems
    plays = playthrough_files(file / FILE_NAME if file.is_dir() else file)
    return (*problems, *(problem for play in plays for problem in examine_playthrough(play, scenario).problems))


def scenario_beside(file: Path) -> Path | None:
    """The scenario that a file is a play-through of, if it is one."""
    scenario = file.parent.parent / FILE_NAME
    return scenario if file.parent.name == FOLDER_NAME and scenario.is_file() else None


def scenarios_below(path: Path, depth: int = DEPTH_MAX) -> Iterator[Path]:
    """What a path stands for: a file, a scenario's folder, or all scenarios and loose YAML files in a folder."""
    inside = _inside(path)
    if inside is None or path / FILE_NAME in inside:
        yield path
        return
    for inner in inside:
        if inner.suffix in (".yaml", ".yml"):
            yield inner
        elif depth and inner.is_dir() and not inner.is_symlink() and not inner.name.startswith("."):
            yield from scenarios_below(inner, depth - 1)


def _inside(path: Path) -> list[Path] | None:
    """What is in a folder; None of what is none, or cannot be looked into: reading it will say why."""
    try:
        return sorted(path.iterdir())
    except (OSError, ValueError):
        return None


def _summary(files: int, problems: Sequence[Problem], catalogue: Catalogue) -> str:
    if not problems:
        return catalogue.count("One scenario checked: no problems.", "{n} scenarios checked: no problems.", files)
    errors = sum(1 for problem in problems if problem.severity == "error")
    return catalogue.say(
        template("{files} scenarios checked: {errors} errors, {others} warnings and notes."),
        files=files,
        errors=errors,
        others=len(problems) - errors,
    )
