"""`podium grade`: grade one answer to a scenario's question, or a file of answers to a file of situations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.commands.answers import Answer, BadLine, read_answers
from simulator.commands.grading import Grading, asking_of
from simulator.commands.grading_jobs import grade_all, usual_jobs
from simulator.commands.under_way import progress, tell_of_encoder
from simulator.commands.whole_file import STANDARD, standard_input, whole_file
from simulator.errors import ExitCode, MachineError, UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.language.machine import reason_of
from simulator.loading.cases import read_cases
from simulator.loading.loader import ScenarioInvalid
from simulator.loading.render import as_text as problems_as_text
from simulator.loading.unseen import visible
from simulator.reports.graded import as_line
from simulator.scoring.judge.judged import Judged

if TYPE_CHECKING:
    from simulator.scoring.judge.settings import JudgeSettings


def run(
    catalogue: Catalogue, situations: str, answers: str, out: str, jobs: int | None, judge: JudgeSettings | None
) -> ExitCode:
    """Grade a file; AUTHOR if some line of it, or the situations, could not be read. Raises PodiumError."""
    _refuse_to_overwrite(out, situations, answers)
    try:
        cases = read_cases(Path(situations))
    except ScenarioInvalid as invalid:
        click.echo(problems_as_text(invalid.problems, catalogue), err=True)
        return ExitCode.AUTHOR
    with whole_file(out) as file:
        good, bad = _read(answers, cases)
        tell_bad_lines(answers, bad, catalogue)
        grading = Grading({name: asking_of(case) for name, case in cases.items()}, judge)
        judged = _graded(grading, good, jobs or usual_jobs(len(good)), catalogue)
        for answer, one in zip(good, judged, strict=True):
            file.write(f"{as_line(answer.id, one, catalogue)}\n".encode())
    tell_of_encoder((one.graded.assessment.grader for one in judged), catalogue)
    _tell_of_judge(judged, catalogue)
    _tell_counts(len(good), len(bad), catalogue)
    return ExitCode.AUTHOR if bad else ExitCode.OK


def _refuse_to_overwrite(out: str, *sources: str) -> None:
    for source in sources:
        if STANDARD not in (out, source) and _is_same(out, source):
            raise UsageError(template("{path} is read, and cannot be written at the same time"), path=out)


def _is_same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False  # one that is not there yet, or can never be


def _read(answers: str, situations: Mapping[str, object]) -> tuple[list[Answer], list[BadLine]]:
    try:
        with nullcontext(standard_input()) if answers == STANDARD else Path(answers).open("rb") as file:
            lines = list(read_answers(file, situations))
    except OSError as error:
        told = template("{path} cannot be read: {reason}")
        raise MachineError(told, path=answers, reason=reason_of(error)) from None
    good = [line for line in lines if isinstance(line, Answer)]
    return good, [line for line in lines if isinstance(line, BadLine)]


def tell_bad_lines(answers: str, bad: Sequence[BadLine], catalogue: Catalogue) -> None:
    """Each bad line on standard error, with its number."""
    for line in bad:
        click.echo(visible(f"{answers}:{line.number}: {catalogue.say(line.because, **line.params)}"), err=True)


def _graded(grading: Grading, answers: Sequence[Answer], jobs: int, catalogue: Catalogue) -> list[Judged]:
    needed = grading.only({answer.situation for answer in answers})
    with progress(catalogue.say(template("Grading")), len(answers)) as done:
        return grade_all(needed, answers, jobs, done)


def _tell_of_judge(judged: Sequence[Judged], catalogue: Catalogue) -> None:
    """On standard error, why the judge was not heard, and for how many answers."""
    notes = [one.note for one in judged if one.note]
    for note in dict.fromkeys(notes):
        click.echo(f"{catalogue.say(note)} ({notes.count(note)})", err=True)


def _tell_counts(good: int, bad: int, catalogue: Catalogue) -> None:
    told = catalogue.count("One answer graded.", "{n} answers graded.", good)
    if bad:
        told += " " + catalogue.count("One line passed over.", "{n} lines passed over.", bad)
    click.echo(told, err=True)
