"""`podium translate`: the texts of a scenario in a PO file beside it, or what such a file still lacks."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.authoring.translation.keeping import kept_in_step
from simulator.commands.whole_file import STANDARD, whole_file
from simulator.errors import ExitCode, MachineError, UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.loading.files import bytes_of, scenario_file
from simulator.loading.loader import read_told
from simulator.loading.render import as_text
from simulator.loading.shelf import find
from simulator.loading.translation.files import translation_file
from simulator.scenario.model import Language


def run(catalogue: Catalogue, id_or_path: str, language: Language, out: str | None, *, only_check: bool) -> ExitCode:
    """Write the translation, or keep it in step; with `only_check`, tell what it lacks. Raises PodiumError."""
    file = scenario_file(find(id_or_path))
    if only_check:
        return _check(catalogue, file, language)
    place = Path(out) if out not in (None, STANDARD) else None
    text, made = kept_in_step(file, language, place if place and place.is_file() else None)
    target = out or str(translation_file(file, language))
    if target != STANDARD:
        _make_folder(Path(target).parent)
    with whole_file(target) as opened:
        opened.write(text.encode())
    if target != STANDARD:
        click.echo(catalogue.say(template("Written: {path}"), path=target), err=True)
    told = template("translated: {translated}, missing: {missing}, to look at again: {stale}, obsolete: {obsolete}")
    figures = {name: getattr(made, name) for name in ("translated", "missing", "stale", "obsolete")}
    click.echo(catalogue.say(told, **figures), err=True)
    return ExitCode.OK


def _check(catalogue: Catalogue, file: Path, language: Language) -> ExitCode:
    translation = translation_file(file, language)
    if not translation.is_file():
        hint = template("without --check, `podium translate` writes one")
        raise UsageError(template("there is no file {path}"), hint, path=translation)
    told = read_told(bytes_of(file), file, language, bytes_of(translation), translation)
    if told.problems:
        click.echo(as_text(told.problems, catalogue) + "\n")
    summary = template("missing: {missing}, stale: {stale}, orphaned: {orphaned}, errors: {errors}")
    errors = sum(problem.severity == "error" for problem in told.problems)
    params = {"missing": told.missing, "stale": told.stale, "orphaned": told.orphaned, "errors": errors}
    click.echo(catalogue.say(summary, **params), err=True)
    return ExitCode.AUTHOR if told.problems else ExitCode.OK


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        told = template("{path} cannot be written: {reason}")
        raise MachineError(told, path=folder, reason=error.strerror or error) from None
