"""Runs of the preview: beginnings anywhere, values set on the way, and the same course on a rewritten scenario."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.preview.beginnings import Beginning, begun, frames_to
from simulator.authoring.preview.course import Course, go
from simulator.authoring.preview.run import Run
from simulator.authoring.preview.settings import Setting, read_pair
from simulator.errors import UsageError
from simulator.loading.loader import load_scenario, read_bytes
from simulator.scenario.model import Scenario
from simulator.session.events import IllegalEvent
from tests.authoring.preview.story import YAML
from tests.builders import decision, inject, line, option, question, scenario


def story(text: str = YAML) -> Scenario:
    """The scenario as written; it must be sound."""
    found, problems = read_bytes(text.encode(), Path("khe-ten.yaml"))
    assert found is not None, problems
    return found


def test_a_run_begins_as_a_session_does_and_goes_to_its_end() -> None:
    run = Run(story())
    assert (run.state.scene, run.state.heat, run.state.mode) == ("yard", 35, "guided")
    for choice in ("", "owns", "publish", "plain"):
        run.choose(choice)
    assert run.ended
    assert run.state.scene == "end"
    assert run.state.values == (0, True, "xa")


def test_the_values_are_there_when_the_scene_is_reached() -> None:
    state = begun(story(), Beginning("yard", (Setting("heat", 50), Setting("pressure", 4))))
    assert (state.heat, state.values[0]) == (55, 4), "the inject's own effect comes on top"


def test_values_decide_where_a_scene_leads() -> None:
    run = Run(story(), Course(Beginning("gauge", (Setting("pressure", 3),))))
    run.choose("plain")
    assert run.state.scene == "bitter"


def test_a_scene_that_comes_back_comes_back_to_its_caller() -> None:
    run = Run(story(), Course(Beginning("again")))
    run.choose("sorry")
    assert run.state.scene == "log"


def test_a_scene_of_a_pool_and_one_that_cuts_in_come_back_too() -> None:
    told = scenario(
        question("q1", then="floor"),
        question("asked", then="return"),
        inject("news", interrupts="trust > 99", then="return"),
        decision("d1", option("a"), option("b"), then="end"),
        pools=[{"id": "floor", "questions": ["asked"], "then": "d1"}],
    )
    for scene, choice, then in (("asked", "good", "d1"), ("news", "", "asked")):
        run = Run(told, Course(Beginning(scene)))
        run.choose(choice)
        assert run.state.scene == then


def test_a_call_within_a_call_has_both_frames() -> None:
    told = scenario(
        question("q1", follow_ups=[{"ask": "first"}], then="end"),
        question("first", follow_ups=[{"ask": "second"}], then="return"),
        question("second", then="return"),
    )
    assert [frame.scene for frame in frames_to(told, "second")] == ["q1", "first"]
    run = Run(told, Course(Beginning("second")))
    run.choose("good")
    assert run.state.scene == "end"


@pytest.mark.parametrize("name", ["lu-quet-na-lai", "chemical-spill-nam-ta"])
def test_every_scene_of_the_scenarios_that_come_with_podium_can_be_begun_at_and_ends(name: str) -> None:
    told = load_scenario(Path("scenarios") / name)
    for scene in told.scenes:
        run = Run(told, Course(Beginning(scene.id)))
        steps = 0
        while not run.ended:
            offers = [offer.id for offer in run.table.offers if offer.open]
            run.choose(offers[0] if offers else "")
            steps += 1
            assert steps < 100


def test_nothing_else_is_shared_with_a_session_of_the_same_scenario() -> None:
    told = story()
    begun(told, Beginning("gauge", (Setting("trust", 3),)))
    assert told.start == "yard"
    assert begun(told, Beginning()).scene == "yard"
    assert begun(told, Beginning()).trust == 50


def test_a_value_set_on_the_way_is_a_step_that_can_be_gone_back_on() -> None:
    run = Run(story(), Course(Beginning("opening")))
    run.set_value("trust", "95")
    run.set_value("published", "true")
    assert next(offer for offer in run.table.offers if offer.id == "open_book").open
    run.go_back()
    assert run.state.trust == 95
    run.choose("owns")
    assert run.state.scene == "log"
    run.restart()
    assert run.state.trust == 50


def test_what_was_set_stays_set_where_one_starts_next_and_a_new_start_forgets_it() -> None:
    run = Run(story())
    run.set_value("pressure", "4")
    run.start_at("gauge")
    assert run.state.values[0] == 4
    run.start_anew()
    assert (run.state.scene, run.state.values[0]) == ("yard", 1)


def test_silence_is_kept_without_waiting_and_only_where_time_runs_out() -> None:
    run = Run(story(), Course(Beginning("gauge")))
    run.choose("silence")
    assert run.state.answers[-1].choice == "silence"
    run = Run(story(), Course(Beginning("opening")))
    with pytest.raises(IllegalEvent):
        run.choose("silence")
    assert not run.state.answers


def test_the_place_is_kept_on_a_rewritten_scenario() -> None:
    run = Run(story())
    run.choose("")
    run.choose("owns")
    gone = run.read_anew(story(YAML.replace("effects: [pressure -= 1]", "effects: [pressure += 3]")))
    assert not gone.rest
    assert (run.state.scene, run.state.values[0]) == ("log", 4)
    assert run.looking_back, "what the line does now is on show where it was"


def test_renamed_scenes_lines_and_beginnings_are_followed() -> None:
    run = Run(story(), Course(Beginning("opening")))
    run.choose("owns")
    renamed = (
        YAML.replace("- id: opening\n", "- id: siren\n    was: [opening]\n")
        .replace("then: opening", "then: siren")
        .replace("- id: owns\n", "- id: owns_it\n        was: [owns]\n")
    )
    assert not run.read_anew(story(renamed)).rest
    assert (run.state.scene, run.course.beginning.scene) == ("log", "siren")
    assert run.state.path[-1][:2] == ("siren", "owns_it")


def test_silence_still_fits_where_its_time_limit_was_rewritten() -> None:
    run = Run(story(), Course(Beginning("gauge")))
    run.choose("silence")
    assert not run.read_anew(story(YAML.replace("time_limit: 60", "time_limit: 300"))).rest
    assert run.ended


def test_steps_that_do_not_fit_are_told_and_come_back_when_they_fit_again() -> None:
    run = Run(story())
    for choice in ("", "owns", "publish"):
        run.choose(choice)
    shut = story(YAML.replace("- id: owns\n", "- id: owns\n        when: trust > 99\n"))
    gone = run.read_anew(shut)
    assert (run.state.scene, len(gone.rest)) == ("opening", 2)
    assert not run.looking_back
    assert gone.why is not None
    run.read_anew(story())
    assert run.state.scene == "gauge"


def test_a_step_made_meanwhile_is_where_one_goes_on() -> None:
    run = Run(story())
    for choice in ("", "owns"):
        run.choose(choice)
    run.read_anew(story(YAML.replace("- id: owns\n", "- id: owns\n        when: trust > 99\n")))
    run.choose("denies")
    run.read_anew(story())
    assert run.state.scene == "again"


def test_names_that_are_gone_are_told_and_the_rest_is_kept() -> None:
    beginning = Beginning("gauge", (Setting("pressure", 5), Setting("trust", 70)))
    smaller = YAML.replace("range: [0, 5]", "range: [0, 3]")
    gone = go(story(smaller), Course(beginning))
    assert (gone.lost, gone.state.trust, gone.state.values[0]) == (("pressure",), 70, 1)
    gone = go(story(), Course(Beginning("nowhere", (Setting("trust", 70),))))
    assert (gone.lost, gone.state.scene, gone.state.trust) == (("nowhere",), "yard", 70)


@pytest.mark.parametrize(
    ("written", "setting"),
    [
        ("trust=30", ("trust", 30)),
        ("pressure = 4", ("pressure", 4)),
        ("published=true", ("published", True)),
        ("host=tinh", ("host", "tinh")),
        ("minutes=90", ("minutes", 90)),
    ],
)
def test_a_setting_is_read_as_it_is_written_in_yaml(written: str, setting: tuple[str, object]) -> None:
    assert read_pair(story(), written) == setting


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("trust", "NAME=VALUE"),
        ("trust=101", "from 0 to 100"),
        ("pressure=6", "from 0 to 5"),
        ("pressure=1.5", "from 0 to 5"),
        ("pressure=²", "from 0 to 5"),
        ("published=yes", "true nor false"),
        ("host=huyen", "xa, tinh"),
        ("presure=1", "presure"),
        ("\x1b[31m=1", "no variable"),
    ],
)
def test_what_does_not_fit_is_told_in_a_line(written: str, told: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_pair(story(), written)
    message = str(refused.value)
    assert told in message
    assert "\n" not in message
    assert "\x1b" not in message
    assert refused.value.params.get("near", "pressure") in ("pressure", "")


def test_a_line_of_an_unknown_name_says_which_may_be_meant() -> None:
    with pytest.raises(UsageError) as refused:
        read_pair(story(), "presure=1")
    assert refused.value.params["near"] == "pressure"


def test_lines_that_need_an_answer_before_them_stand_closed_at_a_beginning() -> None:
    told = scenario(question("q1", line("a"), line("b", when="level(accuracy, q1) >= 3")))
    run = Run(told, Course(Beginning("q1", (Setting("trust", 10),))))
    assert [offer.open for offer in run.table.offers] == [True, False]
