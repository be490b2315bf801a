"""`podium test`: the play-throughs beside scenarios are played, and what came otherwise than they expect is told; or is
written into them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from simulator.authoring.playthroughs.filling import filled
from simulator.authoring.playthroughs.report import as_json, as_text, filled_as_text, summary
from simulator.authoring.playthroughs.testing import put_to_test
from simulator.commands.check import scenario_beside
from simulator.commands.whole_file import whole_file
from simulator.errors import ExitCode
from simulator.language.catalogue import Catalogue
from simulator.loading.files import bytes_of
from simulator.loading.loader import load_scenario
from simulator.loading.playthrough import playthrough_files
from simulator.loading.shelf import find
from simulator.scenario.model import Scenario


def run(catalogue: Catalogue, names: Sequence[str], files: Sequence[str], format_: str) -> ExitCode:
    """Test the play-throughs of the scenarios; AUTHOR if anything came otherwise. Raises PodiumError.

    A name may be that of a play-through's own file beside its scenario. `files` are tested instead of those beside.
    """
    found = [one for name in names for one in _of(name, [Path(file) for file in files])]
    results = [put_to_test(path, scenario) for scenario, path in found]
    if format_ == "json":
        click.echo(as_json(results, catalogue))
    else:
        if results:
            click.echo(as_text(results, catalogue))
        click.echo(summary(results, catalogue), err=True)
    return ExitCode.OK if all(one.agrees for one in results) else ExitCode.AUTHOR


def fill(catalogue: Catalogue, names: Sequence[str], files: Sequence[str]) -> ExitCode:
    """Write into the play-throughs what comes of their steps; AUTHOR if one of them cannot be filled.

    Names and files are as for `run`. What stood there otherwise before is told, and comments stay. Raises PodiumError.
    """
    found = [one for name in names for one in _of(name, [Path(file) for file in files])]
    done = [_fill(path, scenario, catalogue) for scenario, path in found]
    return ExitCode.OK if all(done) else ExitCode.AUTHOR


def _fill(path: Path, scenario: Scenario, catalogue: Catalogue) -> bool:
    """Whether the file has all its figures now."""
    made = filled(path, scenario)
    click.echo("".join(f"{line}\n" for line in filled_as_text(made, catalogue)), nl=False)
    if made.text is None:
        return False
    if made.text.encode() != bytes_of(path):
        with whole_file(str(path)) as file:
            file.write(made.text.encode())
    return True


def _of(name: str, files: Sequence[Path]) -> Iterator[tuple[Scenario, Path]]:
    """The play-throughs that a name stands for, each with its scenario."""
    beside = scenario_beside(Path(name))
    if beside is not None:
        yield load_scenario(beside), Path(name)
        return
    path = find(name)
    scenario = load_scenario(path)
    yield from ((scenario, file) for file in files or playthrough_files(path))
