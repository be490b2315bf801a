"""`podium playtest`: bots play a scenario many times; what they came to, what they never did, what broke."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.authoring.playtest.as_json import as_json
from simulator.authoring.playtest.as_text import as_text
from simulator.authoring.playtest.calibration import suggestions
from simulator.authoring.playtest.coverage import coverage, places
from simulator.authoring.playtest.failures import file_name, replaying
from simulator.authoring.playtest.own_words import OwnWords
from simulator.authoring.playtest.playtest import Playtest, playtest
from simulator.commands.new import in_a_shell
from simulator.commands.under_way import progress
from simulator.commands.whole_file import whole_file
from simulator.errors import ExitCode
from simulator.language.catalogue import Catalogue, template
from simulator.loading.loader import load_scenario
from simulator.loading.playthrough_text import playthrough_text
from simulator.loading.shelf import find
from simulator.scenario.model import Scenario


def run(
    catalogue: Catalogue,
    id_or_path: str,
    runs: int,
    seed: int,
    min_coverage: int,
    calibrate: int | None,
    failures: str,
    own_words: bool,
    graded: bool,
    format_: str,
) -> ExitCode:
    """Play, report, and write the runs that failed; AUTHOR if any did or too little was come to. Raises PodiumError."""
    scenario = load_scenario(find(id_or_path))
    words = _own_words(scenario, graded) if own_words or graded else None
    if words is not None and words.is_empty:
        click.echo(catalogue.say(template("no question has `samples`: bots keep to prepared lines")), err=True)
    with progress(catalogue.say(template("Playing")), runs) as done:
        result = playtest(scenario, runs, seed, done, words)
    calibrated = () if calibrate is None else suggestions(result, calibrate)
    click.echo((as_json if format_ == "json" else as_text)(result, calibrated, catalogue))
    _write_failures(result, id_or_path, Path(failures), catalogue)
    covered = coverage(places(result))
    if covered < min_coverage:
        told = template("coverage is {coverage} %, and {wanted} % are wanted")
        click.echo(catalogue.say(told, coverage=covered, wanted=min_coverage), err=True)
    return ExitCode.AUTHOR if result.failed or covered < min_coverage else ExitCode.OK


def _own_words(scenario: Scenario, graded: bool) -> OwnWords:
    """What bots say of their own: the samples with their author's levels, or as they are graded here and now."""
    if not graded:
        return OwnWords(scenario)
    from simulator.authoring.agreement.compared import compared
    from simulator.commands.agree import grade

    answers = compared(scenario, grade)
    return OwnWords(scenario, {(one.question.id, one.written.id): one.graded for one in answers})


def _write_failures(result: Playtest, id_or_path: str, folder: Path, catalogue: Catalogue) -> None:
    """Each run that failed, as a play-through, with the command that replays it. Raises MachineError."""
    is_graded = result.own_words is not None and result.own_words.is_graded
    for failure in result.failures:
        playthrough = replaying(failure, result.scenario, catalogue, is_graded=is_graded)
        if playthrough is None:
            told = template("it broke before the first choice; play it with: {command}")
            command = f"podium play {in_a_shell(id_or_path)} --seed {failure.seed}"
            click.echo(catalogue.say(told, command=command), err=True)
            continue
        path = str(folder / file_name(failure))
        with whole_file(path) as file:
            file.write(playthrough_text(playthrough).encode())
        command = f"podium test {in_a_shell(id_or_path)} --playthrough {in_a_shell(path)}"
        click.echo(catalogue.say(template("Written: {path}"), path=path), err=True)
        click.echo("  " + catalogue.say(template("replay it with: {command}"), command=command), err=True)
