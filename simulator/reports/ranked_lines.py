"""The prepared lines of a question beside each other, the best first."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from simulator.reports.debrief import GradedLine
from simulator.scenario.scenes import Line, Question, Silence
from simulator.session.compiled import Choice


def ranked_lines(
    scene: Question, choices: Mapping[str, Choice], given: str, open_: Collection[str]
) -> tuple[GradedLine, ...]:
    """The prepared lines of a question, the best first: by overall grade, then by the shorter text."""
    lines = [graded_line(choices[line.id], given=line.id == given, open_=line.id in open_) for line in scene.lines]
    return tuple(sorted(lines, key=lambda line: (-line.assessment.overall, len(line.text))))


def graded_line(choice: Choice, *, given: bool, open_: bool = True) -> GradedLine:
    """A choice that carries its author's grades, as a line of the debrief."""
    assert choice.assessment is not None
    assert isinstance(choice.source, Line | Silence)
    return GradedLine(choice.id, choice.source.text, choice.assessment, choice.source.note or "", given, open_)
