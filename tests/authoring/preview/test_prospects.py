"""What a line is told to do beforehand is what it does; a closed one tells which part of its condition is false."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from simulator.authoring.preview.beginnings import Beginning
from simulator.authoring.preview.conditions import Part, look_into
from simulator.authoring.preview.course import Course
from simulator.authoring.preview.prospects import Prospect, Prospects
from simulator.authoring.preview.run import Run
from simulator.authoring.preview.settings import Setting
from simulator.authoring.preview.watches import watches
from simulator.loading.loader import load_scenario
from tests.authoring.preview.test_run import story
from tests.builders import decision, inject, line, option, question, scenario


def prospects(run: Run) -> dict[str, Prospect]:
    """What can be done on the table of a run, by choice."""
    return {prospect.id: prospect for prospect in Prospects(run.scenario).of(run.state)}


def at(scene: str, **settings: int) -> Run:
    """A run that begins at a scene of the story."""
    chosen = tuple(Setting(name, value) for name, value in settings.items())
    return Run(story(), Course(Beginning(scene, chosen)))


def test_a_closed_line_tells_the_false_part_with_its_values() -> None:
    closed = prospects(at("opening", trust=95))["open_book"]
    assert not closed.open
    assert closed.when.false == (Part("published", (("published", False),)),)
    both = prospects(at("opening"))["open_book"]
    assert both.when.false == (
        Part("trust > 90", (("trust", 50),)),
        Part("published", (("published", False),)),
    )


def test_of_parts_joined_by_or_and_of_calls_the_values_are_told() -> None:
    told = story()
    looked = look_into(told, at("gauge").state, "(level(accuracy) >= 3 or heat + 5 > 80) and trust < 60")
    assert not looked.holds
    assert [part.text for part in looked.false] == ["level(accuracy) >= 3", "heat + 5 > 80"]
    assert [name for name, _ in looked.values] == ["level(accuracy)", "heat", "trust"]
    assert looked.false[1].values == (("heat", 30),)


def test_a_closed_line_is_told_as_if_it_were_open() -> None:
    closed = prospects(at("opening"))["open_book"]
    assert (closed.leads, closed.overall) == ("log", 75)


def test_ways_are_looked_at_in_the_state_after_the_line() -> None:
    run = at("gauge", trust=44, pressure=0)
    lines = prospects(run)
    assert (lines["plain"].leads, lines["dodges"].leads) == ("end", "bitter")
    first, second = lines["plain"].ways
    assert (first.target, first.condition.holds, first.taken) == ("bitter", False, False)
    assert ("trust", lines["plain"].trust) in first.condition.values
    assert (second.target, second.taken) == ("end", True)


def test_asking_back_comes_before_the_ways() -> None:
    denies = prospects(at("opening"))["denies"]
    asks, way = denies.ways
    assert (asks.kind, asks.target, asks.taken) == ("ask", "again", True)
    assert (way.target, way.taken) == ("log", False)
    assert denies.leads == "again"
    owns = prospects(at("opening"))["owns"]
    assert [way.taken for way in owns.ways] == [False, True]


def test_an_inject_that_would_cut_in_is_told_and_a_question_that_was_asked_is_over() -> None:
    told = scenario(
        question("q1", line("a", effects=["trust -= 40"]), line("b"), follow_ups=[{"ask": "q2"}], then="q1b"),
        question("q1b", line("a", effects=["trust -= 40"]), line("b"), follow_ups=[{"ask": "q2"}], then="end"),
        question("q2", once=True, then="return"),
        inject("walkout", interrupts="trust < 20", then="return"),
    )
    run = Run(told)
    assert [(way.kind, way.taken) for way in prospects(run)["a"].ways] == [
        ("ask", True),
        ("interrupt", False),
        ("way", False),
    ]
    for choice in ("b", "good"):
        run.choose(choice)
    ways = prospects(run)["a"].ways
    assert [(way.kind, way.taken, way.over) for way in ways] == [
        ("ask", False, True),
        ("interrupt", True, False),
        ("way", False, False),
    ]


def test_a_line_said_once_is_spent() -> None:
    told = scenario(
        decision("d1", option("a", once=True), option("b"), option("c"), then="d2"),
        decision("d2", option("x"), option("y"), then="d1"),
    )
    run = Run(told)
    for choice in ("a", "x"):
        run.choose(choice)
    found = prospects(run)
    assert (found["a"].spent, found["a"].open, found["b"].open) == (True, False, True)


@pytest.mark.parametrize("name", ["lu-quet-na-lai", "chemical-spill-nam-ta"])
@pytest.mark.parametrize("seed", range(8))
def test_what_is_told_beforehand_is_what_comes(name: str, seed: int) -> None:
    told = load_scenario(Path("scenarios") / name)
    foresight, run, chance = Prospects(told), Run(told), random.Random(seed)
    while not run.ended:
        found = {prospect.id: prospect for prospect in foresight.of(run.state)}
        offers = run.table.offers
        assert [found[offer.id].open for offer in offers] == [offer.open for offer in offers]
        choice = chance.choice([offer.id for offer in offers if offer.open]) if offers else ""
        expected = found[choice]
        answered = len(run.state.answers)
        run.choose(choice)
        assert run.state.scene == expected.leads
        (taken,) = [way for way in expected.ways if way.taken]
        assert taken.target == run.state.scene or taken.target not in told.scene_by_id
        if len(run.state.answers) > answered:
            assert run.state.answers[-1].overall == expected.overall


def test_watches_tell_what_a_step_changed() -> None:
    run = at("opening")
    run.choose("denies")
    found = {watch.name: watch for watch in watches(run.scenario, run.state, run.before)}
    assert (found["pressure"].value, found["pressure"].was) == (3, 1)
    assert found["published"].changed is False
    assert found["minutes"].note == "08:03"
    assert (found["pressure"].range, found["host"].range, found["published"].range) == (
        "0-5",
        "xa, tinh",
        "true, false",
    )
    assert not found["score"].settable
