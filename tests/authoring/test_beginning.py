"""A new scenario: clean, playable to an ending, fair, and written whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from simulator.authoring.beginning.files import NOTES, files_of, write
from simulator.authoring.beginning.wishes import AUTHORS, TITLES, Wishes, checked_id, id_like
from simulator.authoring.fmt.form import formed
from simulator.errors import UsageError
from simulator.language.catalogue import TONGUES, Tongue
from simulator.loading.loader import read_bytes
from simulator.loading.playthrough import examine_playthrough, playthrough_files
from simulator.scenario.model import Module, Scenario
from simulator.scenario.scenes import SILENCE, Ending, Inject, Question
from simulator.session.rehearsal import rehearse
from tests.players import Explorer, grade

each_tongue = pytest.mark.parametrize("tongue", TONGUES)


def wishes(tongue: Tongue = "en", id_: str = "my-first", title: str = "") -> Wishes:
    return Wishes(id_, tongue, "press", title or TITLES[tongue], AUTHORS[tongue])


def scenario_of(wanted: Wishes) -> Scenario:
    text = files_of(wanted)["scenario.yaml"]
    scenario, problems = read_bytes(text.encode(), Path(wanted.id) / "scenario.yaml")
    assert problems == ()
    assert scenario is not None
    return scenario


@each_tongue
@pytest.mark.parametrize("module", get_args(Module))
def test_it_has_no_problem_in_any_module(tongue: Tongue, module: Module) -> None:
    assert scenario_of(replace(wishes(tongue), module=module)).module == module


@each_tongue
def test_it_has_a_follow_up_an_inject_a_timed_question_and_two_endings(tongue: Tongue) -> None:
    scenes = scenario_of(wishes(tongue)).scenes
    questions = [scene for scene in scenes if isinstance(scene, Question)]
    assert any(question.follow_ups for question in questions)
    assert any(question.time_limit for question in questions)
    assert any(isinstance(scene, Inject) for scene in scenes)
    assert len([scene for scene in scenes if isinstance(scene, Ending)]) == 2


@each_tongue
def test_every_choice_of_it_can_be_made_and_both_endings_be_come_to(tongue: Tongue) -> None:
    explorer = Explorer(scenario_of(wishes(tongue)))
    explorer.explore(500)
    assert explorer.unseen == set()


@each_tongue
def test_its_play_through_passes(tongue: Tongue, tmp_path: Path) -> None:
    folder = write(wishes(tongue), tmp_path)
    scenario = scenario_of(wishes(tongue))
    (played,) = playthrough_files(folder / "scenario.yaml")
    examined = examine_playthrough(played, scenario)
    assert examined.problems == ()
    assert examined.playthrough is not None
    assert rehearse(scenario, examined.playthrough).agrees
    assert examined.playthrough.ending == "end_heard"


@each_tongue
def test_the_best_line_is_told_neither_by_its_place_nor_by_its_length(tongue: Tongue) -> None:
    for scene in scenario_of(wishes(tongue)).scenes:
        if isinstance(scene, Question) and len(scene.lines) > 2:
            best = max(scene.lines, key=grade)
            assert best is not scene.lines[0]
            assert len(best.text) < max(len(line.text) for line in scene.lines)


@each_tongue
def test_both_languages_have_the_same_scenes_and_grades(tongue: Tongue) -> None:
    def bones(of: Scenario) -> list[object]:
        graded = [scene for scene in of.scenes if isinstance(scene, Question)]
        return [scene.kind for scene in of.scenes] + [(line.levels, line.flags) for one in graded for line in one.lines]

    assert bones(scenario_of(wishes(tongue))) == bones(scenario_of(wishes("vi")))
    assert SILENCE not in {scene.id for scene in scenario_of(wishes(tongue)).scenes}


@pytest.mark.parametrize(
    "title", ["# not a comment: 'it' \"is\"", "{{id}} {{nothing}}", "<b>*bold*</b>", "- a | b > c", "%50 @x `y` &z *w"]
)
def test_a_title_stays_as_it_is_whatever_is_in_it(title: str) -> None:
    assert scenario_of(wishes(title=title)).title == title


def test_a_title_is_composed() -> None:
    assert scenario_of(wishes(title="Cho\u031b\u0323 ")).title == "Chợ"


@pytest.mark.parametrize("title", ["", "  ", "two\nlines", "a" * 201, "\u202eturned", "tab\there"])
def test_what_cannot_be_a_title_is_refused(title: str) -> None:
    with pytest.raises(UsageError):
        Wishes("x", "en", "press", title, "A")


@pytest.mark.parametrize("id_", ["", "Cháy chợ", "1st", "-a", "a_b", "A", "a/b", "..", "a" * 81, "a\n", "a b"])
def test_a_bad_id_is_refused(id_: str) -> None:
    with pytest.raises(UsageError):
        checked_id(id_)


@pytest.mark.parametrize(
    ("text", "id_"),
    [("Cháy chợ Bản Pản", "chay-cho-ban-pan"), ("2 Đê vỡ!", "de-vo"), ("???", ""), ("x" * 99, "x" * 80)],
)
def test_an_id_is_proposed(text: str, id_: str) -> None:
    assert id_like(text) == id_
    assert not id_ or checked_id(id_) == id_


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    write(wishes(), tmp_path)
    kept = (tmp_path / "my-first" / NOTES).read_bytes()
    (tmp_path / "empty").mkdir()
    for id_ in ("my-first", "empty"):
        with pytest.raises(UsageError, match="is there already"):
            write(wishes("vi", id_), tmp_path)
    assert (tmp_path / "my-first" / NOTES).read_bytes() == kept
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "my-first"]


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(Exception, match="the disk is full"):
        write(wishes(), tmp_path)
    assert list(tmp_path.iterdir()) == []


@each_tongue
def test_it_is_in_the_form_of_the_guide(tongue: Tongue) -> None:
    long = "A title of many words that goes on and on: " + "and on, " * 10
    for wanted in (wishes(tongue), wishes(tongue, title=long.strip(", "))):
        text = files_of(wanted)["scenario.yaml"]
        assert formed(text.encode(), Path(wanted.id) / "scenario.yaml").text == text
