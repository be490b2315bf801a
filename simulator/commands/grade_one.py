"""`podium grade SCENARIO QUESTION`: the grade of one answer, with its reasons, outside any session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.commands.grading import Asking, Grading
from simulator.commands.house import LocalHouse
from simulator.commands.under_way import tell_of_encoder
from simulator.commands.whole_file import standard_input
from simulator.errors import ExitCode, UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.loading.nearest import nearest
from simulator.loading.unseen import visible
from simulator.reports.graded import as_line
from simulator.reports.graded_text import as_text
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Question
from simulator.scoring.grade import AskedText
from simulator.scoring.text import LENGTH_MAX

if TYPE_CHECKING:
    from simulator.scoring.judge.settings import JudgeSettings

BYTES_MAX = 4 * (LENGTH_MAX + 2)
"""Bytes that are read; a character has four at most."""


def run(
    catalogue: Catalogue, scenario_id: str, scene_id: str, text: str | None, format_: str, judge: JudgeSettings | None
) -> ExitCode:
    """Grade `text`, or what comes by standard input. Raises PodiumError."""
    house = LocalHouse()
    scenario = house.loaded(scenario_id).scenario
    question = question_of(scenario, scene_id)
    answer = _from_standard_input(catalogue) if text is None else text
    if len(answer) > LENGTH_MAX:
        raise UsageError(template("the answer is longer than {most} characters"), most=LENGTH_MAX)
    scenario = house.in_language_of(answer, scenario)
    question = question_of(scenario, question.id)
    # Outside a session nobody knows what has come to light: all that the scenario ever puts on the desk counts.
    asking = Asking(AskedText(question.text, question.skills), scenario.dossier, scenario.role)
    judged = Grading({question.id: asking}, judge).grade(question.id, answer)
    tell_of_encoder([judged.graded.assessment.grader], catalogue)
    as_wanted = as_line(question.id, judged, catalogue) if format_ == "json" else as_text(answer, judged, catalogue)
    click.echo(as_wanted.rstrip("\n"))
    return ExitCode.OK


def question_of(scenario: Scenario, scene_id: str) -> Question:
    """A question of the scenario by its id, or by one that it had earlier. Raises UsageError with the nearest id."""
    questions = {scene.id: scene for scene in scenario.scenes if isinstance(scene, Question)}
    earlier = {was: question for question in questions.values() for was in question.was}
    found = questions.get(scene_id) or earlier.get(scene_id)
    if found is not None:
        return found
    near = nearest(scene_id, questions)
    hint = template("did you mean `{near}`?") if near else template("its questions are: {all}")
    raise UsageError(
        template("scenario `{scenario}` has no question called `{name}`"),
        hint,
        scenario=scenario.id,
        name=visible(scene_id[:80]),
        near=near,
        all=", ".join(questions),
    )


def _from_standard_input(catalogue: Catalogue) -> str:
    source = standard_input()
    if source.isatty():
        click.echo(catalogue.say(template("Type the answer; end with Ctrl-D (Ctrl-Z and Enter on Windows).")), err=True)
    read = source.read(BYTES_MAX)
    if len(read) == BYTES_MAX:
        raise UsageError(template("the answer is longer than {most} characters"), most=LENGTH_MAX)
    try:
        return read.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise UsageError(template("standard input is not text in UTF-8")) from None
