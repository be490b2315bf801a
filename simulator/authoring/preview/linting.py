"""What the linter has to say of a sound scenario. It comes after the reading, for it takes longer than that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from simulator.authoring.preview.reading import Reading, sorted_problems
from simulator.loading.problems import Problem


def with_lint(reading: Reading, today: date | None = None) -> Reading:
    """The reading with the linter's problems among its own; the same reading if there are none."""
    found = _lint(reading, today or date.today())  # noqa: DTZ011  # the author's own day
    return replace(reading, problems=sorted_problems((*reading.problems, *found))) if found else reading


def _lint(reading: Reading, today: date) -> Sequence[Problem]:
    if reading.original is None or reading.gone:
        return ()
    try:
        from simulator.authoring.lint.lint import lint
    except ImportError:  # An installation may come without it.
        return ()
    return lint(reading.original, reading.data, str(reading.file), today)
