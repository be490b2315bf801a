"""The problems of the file, each with its place, its code and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from textual.content import Content

from simulator.authoring.preview.widgets.rows import Row
from simulator.language.catalogue import Catalogue
from simulator.loading.problems import Problem
from simulator.loading.render import hints
from simulator.tui.widgets.blocks import Paragraph

SIGNS: Mapping[str, tuple[str, str]] = {
    "error": ("✕ ", "bold $error"),
    "warning": ("▲ ", "$warning"),
    "info": ("· ", "$quiet"),
}


def problem_rows(problems: Sequence[Problem], catalogue: Catalogue) -> Sequence[Row]:
    """A row for each, known by its number."""
    return [Row(str(number), _blocks(problem, catalogue)) for number, problem in enumerate(problems)]


def place_of(problem: Problem) -> str:
    """`file:line:col`, without the folders."""
    return f"{PurePath(problem.file).name}:{problem.line}:{problem.column}"


def _blocks(problem: Problem, catalogue: Catalogue) -> tuple[Paragraph, ...]:
    said = catalogue.say(problem.message, **problem.params)
    text = Content.assemble((f"{place_of(problem)}  ", "$secondary"), (f"{problem.code}  ", "bold"), said)
    sign = Content.styled(*SIGNS[problem.severity])
    more = (Paragraph(Content.styled(hint, "$quiet"), indent=3) for hint in hints(problem, catalogue))
    return (Paragraph(text, sign, indent=1), *more)
