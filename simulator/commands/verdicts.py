"""`podium verdicts`: all answers in own words that a verdict stands on, as three files of labelled answers."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import click

from simulator.commands.house import LocalHouse
from simulator.commands.labels import as_lines, labelled
from simulator.commands.own_answers import OwnAnswer, OwnAnswers, PassedOver
from simulator.commands.regrade import tell_passed_over
from simulator.commands.whole_file import STANDARD, whole_file
from simulator.errors import ExitCode, UsageError
from simulator.journal.revisions import all_revisions
from simulator.language.catalogue import Catalogue, template
from simulator.loading.cases_text import cases_text


def run(catalogue: Catalogue, out: str, answers: str, situations: str) -> ExitCode:
    """Write labels, answers and situations. Raises PodiumError."""
    named = [Path(path) if path == STANDARD else Path(path).absolute() for path in (out, answers, situations)]
    if len(set(named)) < len(named):
        raise UsageError(template("--out, --answers and --situations are three files"))
    house = LocalHouse()
    judged = [session for session, one in sorted(all_revisions(house.journal).items()) if one.verdicts]
    read = list(OwnAnswers(house).of(judged))
    tell_passed_over((one for one in read if isinstance(one, PassedOver)), catalogue)
    made = labelled(one for one in read if isinstance(one, OwnAnswer))
    with ExitStack() as files:
        of_labels, of_answers, of_situations = (
            files.enter_context(whole_file(path)) for path in (out, answers, situations)
        )
        of_labels.write(as_lines(made.labels))
        of_answers.write(as_lines(made.answers))
        of_situations.write(cases_text(made.situations.values()).encode())
    told = catalogue.count("One labelled answer written.", "{n} labelled answers written.", len(made.labels))
    click.echo(told, err=True)
    if made.left_out:
        lost = template("Left out, for their question is no situation: {count}.")
        click.echo(catalogue.say(lost, count=made.left_out), err=True)
    return ExitCode.OK
