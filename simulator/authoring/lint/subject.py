"""A scenario under lint: what every check is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from simulator.authoring.lint.reach.found import Found
from simulator.loading.checks.subject import Subject
from simulator.loading.places import Path
from simulator.scenario.model import Scenario
from simulator.scenario.rubric import overall
from simulator.scenario.scenes import Line, Question


class Linted(Subject):
    """A scenario without errors, the text of its file, and the day on which it is looked at."""

    def __init__(self, scenario: Scenario, text: str, today: date) -> None:
        super().__init__(scenario, ())
        self.text = text
        self.today = today

    @cached_property
    def found(self) -> Found:
        """What can hold where."""
        return Found(self.scenario, self.graph)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Every question with what can be chosen there at any time."""
        return tuple(_table(path, question) for path, question in self.questions)

    @cached_property
    def chunks(self) -> frozenset[str]:
        """What stands between spaces in the file, each once: few, even in a long file, and soon looked through."""
        return frozenset(self._all_chunks)

    @cached_property
    def _all_chunks(self) -> list[str]:
        return self.text.split()

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words of the file, with their capitals."""
        return frozenset(word for chunk in self.chunks for word in _WORD.findall(chunk))

    @cached_property
    def _on_one_line(self) -> str:
        return " ".join(self._all_chunks)

    def may_hold(self, name: str, words: Iterable[str]) -> bool:
        """Whether a name, made of these words, stands in the file; so that few texts are searched for it at all."""
        return self.vocabulary.issuperset(words) and name in self._on_one_line

    @cached_property
    def prose(self) -> tuple[tuple[Path, str], ...]:
        """Every text that is shown to a trainee or to a facilitator, with its path."""
        return tuple(_texts(self.scenario.model_dump(include=_WITH_PROSE, exclude_unset=True), ()))


_WORD = re.compile(r"\w+")

_WITH_PROSE = {"title", "role", "objectives", "legal_basis", "dossier", "cast", "public", "scenes"}

_NOT_PROSE = frozenset(
    {
        "id",
        "was",
        "when",
        "interrupts",
        "effects",
        "then",
        "go",
        "ask",
        "kind",
        "journalist",
        "voice",
        "levels",
        "flags",
    }
    | {"skills", "says", "known_from", "replaces", "outcome", "manner", "part", "in_force", "weights", "skill", "flag"}
    | {"words", "upon", "by"}
)
"""Keys under which there is no text to be read, or only words that stand elsewhere too."""


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in _NOT_PROSE:
                yield from _texts(inner, (*path, key))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*path, number))


@dataclass(frozen=True, slots=True)
class Table:
    """A question with the lines that are always on the table (those with a `when` are left out) and their grades.

    `best` is the line of the highest grade, 0-100; None where several share it.
    """

    path: Path
    question: Question
    lines: tuple[Line, ...]
    grades: tuple[int, ...]
    best: Line | None

    @property
    def highest(self) -> int:
        return max(self.grades)


def _table(path: Path, question: Question) -> Table:
    lines = tuple(line for line in question.lines if line.when is None)
    grades = tuple(overall(line.levels, line.flags) for line in lines)
    highest = max(grades)
    best = lines[grades.index(highest)] if grades.count(highest) == 1 else None
    return Table(path, question, lines, grades, best)
