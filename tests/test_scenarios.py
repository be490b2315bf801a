"""The scenarios that come with Podium: they load, they are fair, and their play-throughs agree to the last point."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from simulator.language.catalogue import Catalogue
from simulator.loading.loader import FILE_NAME, read_bytes
from simulator.loading.playthrough import ExaminedPlaythrough, examine_playthrough, playthrough_files
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import SILENCE, Ending, Inject, Question
from simulator.session.playthrough import Playthrough
from simulator.session.recording import recorded
from simulator.session.rehearsal import Rehearsal, rehearse, rehearse_with
from tests.players import Explorer, LineChooser, best_line, grade, open_choices, worst_line, written_choices

FILES = sorted((Path(__file__).parent.parent / "scenarios").glob(f"*/{FILE_NAME}"))
PLAYED = [file for scenario_file in FILES for file in playthrough_files(scenario_file)]
OTHER_SEEDS = range(40)
PLAYS_MAX = 3_000


@cache
def scenario_of(file: Path) -> Scenario:
    """The scenario of a file, read from its source."""
    scenario, _ = read_bytes(file.read_bytes(), file)
    assert scenario is not None, f"{file} has errors: podium check {file}"
    return scenario


def read(file: Path) -> tuple[Scenario, ExaminedPlaythrough, Playthrough]:
    """A play-through's file, which must be without problems, and its scenario."""
    scenario = scenario_of(file.parent.parent / FILE_NAME)
    examined = examine_playthrough(file, scenario)
    assert examined.problems == ()
    assert examined.playthrough is not None
    return scenario, examined, examined.playthrough


def told(examined: ExaminedPlaythrough, rehearsal: Rehearsal) -> str:
    """The differences in words, each at its file and line."""
    lines = ["the scenario no longer does what its play-through says; if that is meant, record it again:"]
    for difference in rehearsal.differences:
        line = examined.step_lines[difference.step - 1] if difference.step else 1
        lines.append(f"{examined.path}:{line}: {difference.in_words(Catalogue('en'))}")
    return "\n".join(lines)


def _of_scenario(file: Path) -> str:
    return file.parent.name


def _of_played(file: Path) -> str:
    return f"{file.parent.parent.name}/{file.stem}"


each_scenario = pytest.mark.parametrize("file", FILES, ids=_of_scenario)
each_playthrough = pytest.mark.parametrize("file", PLAYED, ids=_of_played)


@each_scenario
def test_it_loads_without_any_problem(file: Path) -> None:
    assert read_bytes(file.read_bytes(), file)[1] == ()


@each_scenario
def test_it_has_what_a_press_conference_has(file: Path) -> None:
    scenario = scenario_of(file)
    questions = [scene for scene in scenario.scenes if isinstance(scene, Question)]
    follow_ups = [asked for question in questions for asked in question.follow_ups]
    follow_ups += [asked for question in questions for line in question.lines for asked in line.follow_ups]
    assert len(scenario.scenes) >= 12
    assert any(isinstance(scene, Inject) for scene in scenario.scenes)
    assert any(question.time_limit and question.silence for question in questions)
    assert any(follow_up.when for follow_up in follow_ups)


@each_scenario
def test_the_best_line_cannot_be_told_by_its_length_or_place(file: Path) -> None:
    questions = [scene for scene in scenario_of(file).scenes if isinstance(scene, Question) and len(scene.lines) >= 4]
    longest = [question.id for question in questions if _best_is_longest(question)]
    first = [question.id for question in questions if _is_best(question, 0)]
    assert len(longest) < 0.4 * len(questions), f"the longest line is the best at {', '.join(longest)}"
    assert len(first) < 0.5 * len(questions), f"the first line is the best at {', '.join(first)}"


def _best_is_longest(question: Question) -> bool:
    lengths = [len(line.text) for line in question.lines]
    return any(_is_best(question, number) for number, length in enumerate(lengths) if length == max(lengths))


def _is_best(question: Question, number: int) -> bool:
    return grade(question.lines[number]) == max(map(grade, question.lines))


@each_scenario
def test_every_scene_and_every_choice_can_be_come_to(file: Path) -> None:
    explorer = Explorer(scenario_of(file))
    explorer.explore(PLAYS_MAX)
    assert explorer.unseen == set()


@each_scenario
def test_its_play_throughs_come_to_every_scene_and_make_every_choice(file: Path) -> None:
    played = [read(path)[2] for path in playthrough_files(file)]
    made = {(step.at, step.choose or "") for playthrough in played for step in playthrough.steps}
    made |= {(playthrough.ending or "", "") for playthrough in played}
    assert set(written_choices(scenario_of(file))) - made == set()


@each_scenario
def test_its_play_throughs_end_in_three_ways_or_more_and_one_is_silent(file: Path) -> None:
    played = [read(path)[2] for path in playthrough_files(file)]
    assert len({playthrough.ending for playthrough in played}) >= 3
    assert SILENCE in {step.choose for playthrough in played for step in playthrough.steps}


@each_playthrough
def test_a_play_through_agrees(file: Path) -> None:
    scenario, examined, playthrough = read(file)
    rehearsal = rehearse(scenario, playthrough)
    assert rehearsal.agrees, told(examined, rehearsal)
    assert playthrough == recorded(scenario, playthrough), "an expectation is left out: record it again"


@each_playthrough
def test_the_seed_does_not_decide_the_ending_where_it_says_so(file: Path) -> None:
    scenario, examined, playthrough = read(file)
    if playthrough.other_seeds is not None:
        for seed in OTHER_SEEDS:
            rehearsal = rehearse_with(scenario, playthrough, seed)
            assert rehearsal.agrees, told(examined, rehearsal)


@each_scenario
@pytest.mark.parametrize(
    ("name", "line_of", "outcome"), [("all-best", best_line, "good"), ("all-worst", worst_line, "poor")]
)
def test_all_the_best_lines_end_well_and_all_the_worst_badly(
    file: Path, name: str, line_of: LineChooser, outcome: str
) -> None:
    scenario, _, playthrough = read(file.parent / "playthroughs" / f"{name}.yaml")
    rehearsal = rehearse(scenario, playthrough)
    for step, state in zip(playthrough.steps, rehearsal.states, strict=False):
        scene = scenario.scene_by_id[step.at]
        if isinstance(scene, Question):
            assert step.choose == line_of(scene, open_choices(scenario, state)).id
    ending = scenario.scene_by_id[rehearsal.states[-1].scene]
    assert isinstance(ending, Ending)
    assert ending.outcome == outcome
