"""`podium check`: the problems of the scenarios named, at file:line:col, and what waits until they are mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain
from pathlib import Path

import click

from simulator.authoring.lint.as_sarif import as_sarif
from simulator.authoring.lint.lint import lint
from simulator.authoring.lint.severities import as_wished
from simulator.commands.columns import columns
from simulator.errors import ExitCode, PodiumError, UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.loading.course import examine_course, is_course
from simulator.loading.files import bytes_of, scenario_file
from simulator.loading.loader import FILE_NAME, examine, read_scenario
from simulator.loading.playthrough import FOLDER_NAME, examine_playthrough, playthrough_files
from simulator.loading.problems import Problem
from simulator.loading.render import as_json, as_text, wrapped
from simulator.loading.report import more_may_come
from simulator.loading.translation.files import language_of, translated_into

DEPTH_MAX = 3
"""How many folders deep scenarios are looked for: a whole disk named by mistake is not searched."""


def run(catalogue: Catalogue, paths: Sequence[str], format_: str, *, strict: bool = False) -> ExitCode:
    """Check files, scenario folders, and folders of them; AUTHOR for any error, and with `strict` for any warning."""
    files = [file for path in paths for file in scenarios_below(Path(path))]
    if not files:
        hint = template("a scenario is a folder with a scenario.yaml in it")
        raise UsageError(template("there is no scenario in {path}"), hint, path=", ".join(paths))
    problems: list[Problem] = []
    for file in files:
        problems += problems_of(file)
    if format_ == "json":
        click.echo(as_json(problems, catalogue))
    elif format_ == "sarif":
        click.echo(as_sarif(problems, catalogue))
    else:
        if problems:
            click.echo(as_text(problems, catalogue, columns()) + "\n")
        for told in _closing(files, problems, catalogue):
            click.echo("\n".join(wrapped(told, columns())), err=True)
    failing = ("error", "warning") if strict else ("error",)
    return ExitCode.AUTHOR if any(problem.severity in failing for problem in problems) else ExitCode.OK


def problems_of(file: Path) -> tuple[Problem, ...]:
    """All problems of a scenario, its play-throughs and translations; of one of these, or a course, only its own."""
    if is_course(file):
        return examine_course(file).problems
    language = language_of(file)
    if language is not None:
        told = examine(file.parent / FILE_NAME, language)
        return as_wished(told.problems, told.scenario.checks if told.scenario else {})
    beside = scenario_beside(file)
    if beside is not None:
        scenario, problems = read_scenario(beside)
        return examine_playthrough(file, scenario).problems if scenario else problems
    examined = examine(file)
    scenario, own = examined.scenario, examined.path
    if scenario is None:
        return examined.problems
    of_plays = (examine_playthrough(play, scenario).problems for play in playthrough_files(own))
    of_translations = (examine(own, language).problems for language in translated_into(own))
    wished = as_wished(chain(examined.problems, *of_translations), scenario.checks)
    found = lint(scenario, bytes_of(own), str(own), datetime.now().astimezone().date())
    ordered = sorted((*wished, *found), key=lambda problem: (problem.file != str(own), problem.line, problem.column))
    return (*ordered, *chain(*of_plays))


def scenario_beside(file: Path) -> Path | None:
    """The scenario that a file is a play-through of, if it is one."""
    scenario = file.parent.parent / FILE_NAME
    return scenario if file.parent.name == FOLDER_NAME and scenario.is_file() else None


def scenarios_below(path: Path, depth: int = DEPTH_MAX) -> Iterator[Path]:
    """What a path stands for: a file, a scenario's folder, or all scenarios, courses and loose YAML files in one."""
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


def _closing(files: Sequence[Path], problems: Sequence[Problem], catalogue: Catalogue) -> Iterator[str]:
    """What was checked and what came of it; what waits for the mending; and what the check does not do."""
    found = catalogue.say(template("no problems")) if not problems else ", ".join(_counted(problems, catalogue))
    first, *others = _checked(files, catalogue)
    yield f"{', '.join((first, *(other[:1].lower() + other[1:] for other in others)))}: {found}."
    if more_may_come(problems):
        told = template(
            "More may come once the errors are mended: what hangs on them could not be looked at, and warnings wait,"
            " too."
        )
        yield catalogue.say(told)
    elif any(map(_has_playthroughs, files)):
        told = template(
            "Play-throughs are not rehearsed here: `podium test` does that, and tells what comes otherwise."
        )
        yield catalogue.say(told)


def _checked(files: Sequence[Path], catalogue: Catalogue) -> Iterator[str]:
    plays = sum(scenario_beside(file) is not None for file in files)
    translations = sum(language_of(file) is not None for file in files)
    courses = sum(map(is_course, files))
    scenarios = len(files) - plays - translations - courses
    if scenarios:
        yield catalogue.count("One scenario checked", "{n} scenarios checked", scenarios)
    if plays:
        yield catalogue.count("One play-through checked", "{n} play-throughs checked", plays)
    if translations:
        yield catalogue.count("One translation checked", "{n} translations checked", translations)
    if courses:
        yield catalogue.count("One course checked", "{n} courses checked", courses)


def _counted(problems: Sequence[Problem], catalogue: Catalogue) -> Iterator[str]:
    told = Counter(problem.severity for problem in problems)
    if told["error"]:
        yield catalogue.count("one error", "{n} errors", told["error"])
    if told["warning"]:
        yield catalogue.count("one warning", "{n} warnings", told["warning"])
    if told["info"]:
        yield catalogue.count("one note", "{n} notes", told["info"])


def _has_playthroughs(file: Path) -> bool:
    """Whether a file is a play-through, or a scenario's with play-throughs beside it."""
    try:
        return scenario_beside(file) is not None or bool(playthrough_files(scenario_file(file)))
    except PodiumError:
        return False
