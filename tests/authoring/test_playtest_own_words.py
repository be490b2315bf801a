"""Bots that say samples: each what suits it, all of it counted, and a failure that can be replayed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.authoring.playtest.as_json import as_json
from simulator.authoring.playtest.as_text import as_text
from simulator.authoring.playtest.coverage import Place, coverage, places
from simulator.authoring.playtest.failures import replaying
from simulator.authoring.playtest.own_words import OwnWords
from simulator.authoring.playtest.personas import PERSONAS, Persona
from simulator.authoring.playtest.playtest import Playtest, playtest
from simulator.language.catalogue import Catalogue
from simulator.loading.playthrough import examine_playthrough_bytes
from simulator.loading.playthrough_text import playthrough_text
from simulator.scenario.assessment import expected
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Question
from simulator.session.rehearsal import rehearse
from tests.builders import Written, ending, line, question, scenario, silence

ENGLISH = Catalogue("en")


def sample(id: str, accuracy: int, empathy: int, *flags: str) -> Written:
    return {"id": id, "text": f"I say {id}.", "levels": {"accuracy": accuracy, "empathy": empathy}, "flags": flags}


def spoken() -> Scenario:
    """A question with something to every character's liking, and one that leads on by its lines alone."""
    levels = {"accuracy": 2, "empathy": 2}
    return scenario(
        question(
            "first",
            line("prepared", levels=levels),
            samples=(
                sample("all_right", 4, 3),
                sample("warm", 2, 4),
                sample("nothing", 1, 1, "no_comment"),
                sample("theirs", 1, 0, "blame"),
                sample("surely", 0, 1, "false_reassurance"),
            ),
            then="second",
        ),
        {
            **question("second", line("a", then="end"), line("b", then="end"), samples=(sample("c", 1, 1),)),
            "then": None,
        },
        ending("end"),
        skills=("accuracy", "empathy"),
    )


def played(told: Scenario, runs: int = 140) -> Playtest:
    return playtest(told, runs, own_words=OwnWords(told))


def of(found: tuple[Place, ...], scene: str, choice: str) -> Place:
    (place,) = (one for one in found if (one.scene, one.choice) == (scene, choice))
    return place


@pytest.mark.parametrize(
    ("persona", "said"),
    [
        ("expert", "all_right"),
        ("empathiser", "warm"),
        ("evader", "nothing"),
        ("blamer", "theirs"),
        ("over_reassurer", "surely"),
    ],
)
def test_every_character_says_what_suits_it(persona: Persona, said: str) -> None:
    from simulator.authoring.playtest.bots import bot_of
    from simulator.authoring.playtest.run import Runner
    from simulator.session.compiled import compiled

    told = spoken()
    words = OwnWords(told)
    run = Runner(told, persona, bot_of(persona, compiled(told), words), words).run(3)
    assert run.spoken == (("first", f"own_words.{said}"),)
    assert run.state.answers[0].text == f"I say {said}."
    assert run.failure is None


def test_the_others_give_lines_and_samples_alike() -> None:
    found = places(played(spoken(), 700))
    assert all(of(found, "first", f"own_words.{name}").hits for name in ("warm", "theirs"))
    assert of(found, "first", "prepared").hits > 10


def test_samples_are_counted_and_the_mean_grade_with_them() -> None:
    test = played(spoken())
    found = places(test)
    here = [place for place in found if place.scene == "first" and place.choice]
    assert sum(place.hits for place in here) == of(found, "first", "").hits == 140
    assert [place.kind for place in here].count("sample") == 5
    mean = sum(place.hits * (place.grade or 0) for place in here) / 140
    assert of(found, "first", "").grade == round(mean)
    assert of(found, "end", "").grade is None


def test_a_question_that_leads_on_by_its_lines_is_answered_by_a_line() -> None:
    test = played(spoken())
    assert test.failed == 0
    assert not any(scene == "second" for scene, _ in test.spoken)
    assert all(place.choice != "own_words.c" for place in places(test))


def test_without_own_words_nothing_of_it_is_counted_or_told() -> None:
    test = playtest(spoken(), 140)
    assert test.spoken == {}
    assert not any(place.kind == "sample" for place in places(test))
    assert "sample" not in as_text(test, (), ENGLISH)
    assert json.loads(as_json(test, (), ENGLISH))["own_words"] is False


def test_grades_may_be_a_graders() -> None:
    told = spoken()
    (first, _) = (scene for scene in told.scenes if isinstance(scene, Question))
    graded = {
        ("first", one.id): replace(expected(one), levels={"accuracy": 0, "empathy": 0}, overall=0)
        for one in first.samples
    }
    test = playtest(told, 140, own_words=OwnWords(told, graded))
    assert of(places(test), "first", "own_words.all_right").grade == 0
    assert not OwnWords(told, graded).is_empty
    assert OwnWords(scenario(question("first"))).is_empty


def test_silence_is_still_the_evaders() -> None:
    told = scenario(
        question(
            "first",
            line("a", levels={"accuracy": 2}),
            samples=({"id": "s", "text": "Well.", "levels": {"accuracy": 1}, "flags": ("non_answer",)},),
            time_limit=30,
            silence=silence(flags=["no_comment"]),
        )
    )
    test = played(told, 70)
    assert of(places(test), "first", "silence").hits >= 10


def test_a_failure_in_own_words_is_replayed() -> None:
    told = scenario(
        question(
            "round",
            line("a", levels={"accuracy": 1}),
            samples=({"id": "s", "text": "Well.", "levels": {"accuracy": 0}},),
            then=({"when": "level(accuracy) == 0", "go": "round"}, {"go": "end"}),
        )
    )
    test = played(told, 7)
    assert test.failed
    failure = test.failures[0]
    assert set(failure.steps) == {("round", "own_words.s")}
    made = replaying(failure, told, ENGLISH)
    assert made is not None
    assert made.about is None
    read = examine_playthrough_bytes(playthrough_text(made).encode(), Path("x.yaml"), told)
    assert read.playthrough == made
    assert len(rehearse(told, made).events) == len(failure.steps) + 1
    graded = replaying(failure, told, ENGLISH, is_graded=True)
    assert graded is not None
    assert graded.about


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_report_fits_a_terminal_and_names_samples(language: str) -> None:
    test = played(spoken())
    told = as_text(test, (), Catalogue(language))  # type: ignore[arg-type]
    assert max(map(len, told.splitlines())) <= 80
    assert "own_words.all_right" in told
    assert 0 < coverage(places(test)) <= 100
    assert set(test.personas) == set(PERSONAS)
