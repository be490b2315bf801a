"""`podium agreement`: how far graded answers and raters' labels agree, in one table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from simulator.commands.json_lines import read_lines
from simulator.errors import ExitCode, UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.reports.agreement import (
    FlagRow,
    Judged,
    Row,
    baseline_rows,
    confusion,
    flag_rows,
    graded_pairs,
    row,
    skill_rows,
    worst,
)

WORST = 8


def run(catalogue: Catalogue, graded: str, labels: str, answers: str, by: str) -> ExitCode:
    """Print the tables; `answers` adds languages, lengths and texts, `by` a row for each situation."""
    judged = _joined(Path(graded), Path(labels), Path(answers) if answers else None)
    if not judged:
        raise UsageError(template("no answer is in both files"))
    click.echo(catalogue.say(template("{count} answers graded and labelled"), count=len(judged)))
    _print_rows([*skill_rows(judged), row("pooled", judged, graded_pairs)])
    _print_rows([row(f"language {one}", some, graded_pairs) for one, some in _grouped(judged, "language")])
    if by == "situation":
        _print_rows([row(one, some, graded_pairs) for one, some in _grouped(judged, "situation")])
    _print_rows(baseline_rows(judged))
    _print_flags(flag_rows(judged))
    for one in skill_rows(judged):
        _print_confusion(one.name, judged)
    for answer, skill in worst(judged, WORST):
        click.echo(f"{answer.id} {skill}: {answer.labels[skill]} / {answer.grades[skill]}  {answer.text}")
    return ExitCode.OK


def _joined(graded: Path, labels: Path, answers: Path | None) -> list[Judged]:
    grades = {line["id"]: _whole(line, graded) for line in read_lines(graded)}
    texts = {line["id"]: line for line in read_lines(answers)} if answers else {}
    judged = []
    for label in read_lines(labels):
        grade = grades.get(_whole(label, labels)["id"])
        if grade is None:
            continue
        known = texts.get(label["id"], {})
        judged.append(
            Judged(
                id=label["id"],
                situation=known.get("situation") or label["id"].rsplit("-", 1)[0],
                language=known.get("lang", ""),
                text=known.get("text", ""),
                labels=label["levels"],
                label_flags=frozenset(label["flags"]),
                grades=grade["levels"],
                grade_flags=frozenset(grade["flags"]),
                raters=tuple(rater["levels"] for rater in label.get("raters", ())),
            )
        )
    return judged


def _whole(line: dict[str, Any], path: Path) -> dict[str, Any]:
    """A line that has levels and red flags, as grades and labels do. Raises UsageError."""
    if not isinstance(line.get("levels"), dict) or not isinstance(line.get("flags"), list):
        told = template("{path}: `{id}` has no levels and flags, as grades and labels have")
        raise UsageError(told, path=path, id=line["id"][:80])
    return line


def _grouped(judged: Sequence[Judged], by: str) -> Iterator[tuple[str, list[Judged]]]:
    groups: dict[str, list[Judged]] = defaultdict(list)
    for answer in judged:
        groups[getattr(answer, by)].append(answer)
    yield from ((name, some) for name, some in sorted(groups.items()) if name)


def _print_rows(rows: Sequence[Row]) -> None:
    if not rows:
        return
    click.echo(f"\n{'':<34} {'kappa':>6}  {'95 %':^13}  {'exact':>5}  {'±1':>5}  {'n':>5}")
    for one in rows:
        interval = f"{one.low:5.2f} - {one.high:5.2f}"
        click.echo(
            f"{one.name:<34} {one.kappa:6.3f}  {interval}  {one.exact:5.2f}  {one.within_one:5.2f}  {one.pairs:5}"
        )


def _print_flags(rows: Sequence[FlagRow]) -> None:
    click.echo(f"\n{'':<20} {'labelled':>8} {'raised':>7} {'right':>6} {'precision':>10} {'recall':>7}")
    for one in rows:
        click.echo(
            f"{one.name:<20} {one.labelled:>8} {one.raised:>7} {one.right:>6} {one.precision:>10.2f} {one.recall:>7.2f}"
        )


def _print_confusion(skill: str, judged: Sequence[Judged]) -> None:
    click.echo(f"\n{skill:<16}" + "".join(f"{level:>5}" for level in range(5)))
    for level, counts in enumerate(confusion(judged, skill)):  # type: ignore[arg-type]  # a row's name is its skill
        click.echo(f"{level:>16}" + "".join(f"{count:>5}" for count in counts))
    click.echo()
