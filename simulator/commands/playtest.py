"""`podium playtest`: bots play a scenario many times; what they came to, what they never did, what broke."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from simulator.authoring.playtest.as_json import as_json
from simulator.authoring.playtest.as_text import as_text
from simulator.authoring.playtest.calibration import suggestions
from simulator.authoring.playtest.coverage import coverage, places
from simulator.authoring.playtest.failures import file_name, replaying
from simulator.authoring.playtest.playtest import Playtest, playtest
from simulator.commands.whole_file import whole_file
from simulator.errors import ExitCode
from simulator.language.catalogue import Catalogue, template
from simulator.loading.loader import load_scenario
from simulator.loading.playthrough_text import playthrough_text
from simulator.loading.shelf import find


def run(
    catalogue: Catalogue,
    id_or_path: str,
    runs: int,
    seed: int,
    min_coverage: int,
    calibrate: int | None,
    failures: str,
    format_: str,
) -> ExitCode:
    """Play, report, and write the runs that failed; AUTHOR if any did or too little was come to. Raises PodiumError."""
    scenario = load_scenario(find(id_or_path))
    with _progress(runs, catalogue) as done:
        result = playtest(scenario, runs, seed, done)
    calibrated = () if calibrate is None else suggestions(result, calibrate)
    click.echo((as_json if format_ == "json" else as_text)(result, calibrated, catalogue))
    _write_failures(result, Path(failures), catalogue)
    covered = coverage(places(result))
    if covered < min_coverage:
        told = template("coverage is {coverage} %, and {wanted} % are wanted")
        click.echo(catalogue.say(told, coverage=covered, wanted=min_coverage), err=True)
    return ExitCode.AUTHOR if result.failed or covered < min_coverage else ExitCode.OK


def _write_failures(result: Playtest, folder: Path, catalogue: Catalogue) -> None:
    """Each run that failed, as a play-through. Raises MachineError."""
    for failure in result.failures:
        playthrough = replaying(failure, result.scenario, catalogue)
        if playthrough is not None:
            path = str(folder / file_name(failure))
            with whole_file(path) as file:
                file.write(playthrough_text(playthrough).encode())
            click.echo(catalogue.say(template("Written: {path}"), path=path), err=True)


@contextmanager
def _progress(runs: int, catalogue: Catalogue) -> Iterator[Callable[[int], object]]:
    """What to tell of every run that is done; a bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    label = catalogue.say(template("Playing"))
    with click.progressbar(length=runs, label=label, file=sys.stderr, update_min_steps=max(1, runs // 100)) as bar:
        yield bar.update
