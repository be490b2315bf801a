"""`podium fmt`: scenarios put into the form of the guide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from simulator.authoring.fmt.form import Formed, formed
from simulator.commands.check import scenarios_below
from simulator.commands.whole_file import whole_file
from simulator.errors import ExitCode
from simulator.language.catalogue import Catalogue, template
from simulator.loading.course import is_course
from simulator.loading.files import bytes_of, scenario_file
from simulator.loading.render import as_text, shown_path
from simulator.loading.unseen import visible


def run(catalogue: Catalogue, paths: Sequence[str], *, only_check: bool) -> ExitCode:
    """Rewrite files, scenario folders, and folders of them, courses left out.

    AUTHOR if one has errors, or would change (`only_check`).
    Raises UsageError or MachineError for what cannot be read or written.
    """
    below = [file for path in paths for file in scenarios_below(Path(path))]
    found = [scenario_file(file) for file in below if not is_course(file)]
    answers = [_put_in_form(file, catalogue, only_check=only_check) for file in found]
    return ExitCode.OK if all(answers) else ExitCode.AUTHOR


def _put_in_form(file: Path, catalogue: Catalogue, *, only_check: bool) -> bool:
    """Whether the file is as it should be now."""
    data, shown = bytes_of(file), shown_path(str(file))
    made = formed(data, file)
    if made.text is None:
        if made.problems:
            click.echo(as_text(made.problems, catalogue) + "\n")
        why = template("left as it is: its form cannot be changed without changing its meaning: {path}")
        click.echo(
            catalogue.say(why if made.is_left else template("left as it is, for its errors: {path}"), path=shown)
        )
        for line in _of_references(made, catalogue):
            click.echo(line)
        return False
    if made.text.encode() == data:
        return True
    if only_check:
        click.echo(catalogue.say(template("not in the form of the guide: {path}"), path=shown))
        return False
    with whole_file(str(file)) as opened:
        opened.write(made.text.encode())
    click.echo(catalogue.say(template("put into form: {path}"), path=shown), err=True)
    return True


def _of_references(made: Formed, catalogue: Catalogue) -> Iterator[str]:
    """Why a missing id is not made up: something refers to it by a name that only its author knows."""
    told = template(
        "  line {line} refers to `{name}`, which no scene is called: that is why no id is made up for the scene in"
        " {places}"
    )
    places = ", ".join(catalogue.say(template("line {line}"), line=line) for line in made.nameless)
    for name, line in made.dangling:
        yield catalogue.say(told, name=visible(name), line=line, places=places)
    names = {name for name, _ in made.dangling}
    if len(names) == 1 and len(made.nameless) == 1:
        hint = template("  if that scene is meant, write into it: `id: {name}`")
        yield catalogue.say(hint, name=visible(names.pop()))
