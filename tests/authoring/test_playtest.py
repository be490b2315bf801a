"""What the bots choose, what is counted over their runs, and what is kept of those that fail."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from simulator.authoring.playtest.as_json import as_json
from simulator.authoring.playtest.as_text import as_text
from simulator.authoring.playtest.bots import Bot, bot_of
from simulator.authoring.playtest.calibration import pass_rate, suggestions
from simulator.authoring.playtest.coverage import coverage, places
from simulator.authoring.playtest.failures import file_name, replaying, told
from simulator.authoring.playtest.personas import PERSONAS, Persona
from simulator.authoring.playtest.playtest import playtest
from simulator.authoring.playtest.plots import median, plot
from simulator.authoring.playtest.run import STEPS_MOST, Runner
from simulator.language.catalogue import Catalogue
from simulator.loading.loader import FILE_NAME, read_bytes
from simulator.loading.playthrough import examine_playthrough_bytes
from simulator.loading.playthrough_text import playthrough_text
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Ending
from simulator.session.compiled import compiled
from simulator.session.ready import ReadyScene
from simulator.session.rehearsal import rehearse
from simulator.session.state import SessionState
from tests.benchmarks.generate import scenario_text
from tests.builders import decision, ending, inject, line, option, pool, question, scenario, silence

ENGLISH = Catalogue("en")


def everything() -> Scenario:
    """A scenario in which each character has something to its liking, under ids that say nothing of it."""
    return scenario(
        question(
            "first",
            line("a", levels={"accuracy": 2, "empathy": 4}, then="end"),
            line("b", levels={"accuracy": 4, "empathy": 3}, then="end"),
            line("c", levels={"accuracy": 1, "empathy": 0}, flags=["blame"], then="lost"),
            line("d", levels={"accuracy": 0, "empathy": 1}, flags=["false_reassurance"], then="lost"),
            line("e", levels={"accuracy": 4, "empathy": 4}, when="trust > 99"),
            time_limit=30,
            silence=silence(levels={"accuracy": 0, "empathy": 0}, then="choose"),
        ),
        decision("choose", option("do", then="lost"), option("wait", then="note")),
        inject("note", then="floor"),
        question("floor_one", then="return"),
        question("floor_two", then="return"),
        ending("end", outcome="good"),
        ending("lost", outcome="poor"),
        pools=[pool("floor", "floor_one", "floor_two")],
    )


def trap() -> Scenario:
    """Whoever looks for what is graded badly never gets out of it."""
    return scenario(
        question(
            "round",
            line("a", levels={"accuracy": 1}, flags=["no_comment"], then="round"),
            line("b", levels={"accuracy": 4}),
        )
    )


def first_choices(of: Scenario) -> dict[Persona, set[str]]:
    """What each persona chooses at the first scene."""
    runners = {persona: Runner(of, persona, _bot(persona, of)) for persona in PERSONAS}
    return {name: {one.run(seed).state.path[0].choice for seed in range(20)} for name, one in runners.items()}


def _bot(persona: Persona, of: Scenario) -> Bot:
    return bot_of(persona, compiled(of))


def test_every_character_finds_its_own_by_levels_and_flags() -> None:
    chosen = first_choices(everything())
    assert chosen["evader"] == {"silence"}
    assert chosen["blamer"] == {"c"}
    assert chosen["over_reassurer"] == {"d"}
    assert chosen["empathiser"] == {"a"}
    assert chosen["expert"] == {"b"}
    assert chosen["random"] >= {"a", "b", "c"}


def test_the_least_used_comes_to_everything_that_is_open() -> None:
    one = everything()
    bot = _bot("least_used", one)
    counted = Counter(Runner(one, "least_used", bot).run(seed).state.path[0].choice for seed in range(50))
    assert counted == {"a": 10, "b": 10, "c": 10, "d": 10, "silence": 10}


def test_hits_are_counted_to_the_run_and_the_same_seed_gives_the_same() -> None:
    one, again, other = (playtest(everything(), 700, seed) for seed in (3, 3, 4))
    assert one.hits == again.hits != other.hits
    assert sum(times for (scene, _), times in one.hits.items() if scene == "first") == 700
    assert one.hits["end", ""] + one.hits["lost", ""] == 700
    assert [came.runs for came in one.personas.values()] == [100] * 7
    assert one.failed == 0


def test_a_run_without_chance_counts_for_every_seed_and_one_with_chance_is_played_again() -> None:
    """The evader comes to a decision and a pool, where chance has a part; the expert to neither."""
    one = playtest(everything(), 700)
    assert one.personas["expert"].endings == {"end": 100}
    assert set(one.personas["evader"].endings) == {"end", "lost"}
    told: list[int] = []
    playtest(everything(), 700, progress=told.append)
    assert sum(told) == 700
    assert len(told) < 700


def test_counting_a_run_for_other_seeds_comes_to_what_playing_them_all_would() -> None:
    one = playtest(everything(), 140, seed=9)
    hits: Counter[tuple[str, str]] = Counter()
    for persona in PERSONAS:
        runner = Runner(one.scenario, persona, _bot(persona, one.scenario))
        for seed in range(9, 29):
            state = runner.run(seed).state
            hits.update([*((step.scene, step.choice) for step in state.path), (state.scene, "")])
    assert hits == one.hits


def test_what_is_never_come_to_is_told() -> None:
    found = places(playtest(everything(), 700))
    assert [(place.kind, place.scene, place.choice) for place in found if not place.hits] == [("line", "first", "e")]
    assert coverage(found) == 100 * (len(found) - 1) // len(found)


def test_a_run_that_never_ends_is_kept_and_its_play_through_replays_it() -> None:
    one = playtest(trap(), 70)
    assert one.failed == 30
    assert [failure.persona for failure in one.failures] == ["evader", "blamer", "over_reassurer"]
    failure = one.failures[0]
    assert failure.persona == "evader"
    assert told(failure, ENGLISH) == f"no ending after {STEPS_MOST} steps"
    assert file_name(failure) == "playtest-evader-0.yaml"
    made = replaying(failure, one.scenario, ENGLISH)
    assert made is not None
    read = examine_playthrough_bytes(playthrough_text(made).encode(), Path("x.yaml"), one.scenario)
    assert read.problems == ()
    assert read.playthrough == made
    assert len(rehearse(one.scenario, made).events) == STEPS_MOST + 1


class Broken(Bot):
    """Chooses what is not there, from its second step on."""

    def choose(self, scene: ReadyScene, state: SessionState) -> str:
        return "nowhere" if state.path else "a"


def test_whatever_breaks_a_run_is_kept_with_the_step_that_broke() -> None:
    run = Runner(trap(), "random", Broken(compiled(trap()))).run(5)
    assert run.failure is not None
    assert run.failure.steps == (("round", "a"), ("round", "nowhere"))
    assert "IllegalEvent" in told(run.failure, ENGLISH)


def test_where_nothing_is_open_is_told() -> None:
    shut = [line(name, levels={"accuracy": 2}, when="trust > 99") for name in ("a", "b")]
    one = playtest(scenario(question("first", *shut)), 7)
    assert one.failed == 7
    assert {told(failure, ENGLISH) for failure in one.failures} == {"nothing is open at `first`"}
    assert replaying(one.failures[0], one.scenario, ENGLISH) is None


def test_calibration_finds_the_threshold_nearest_to_the_wanted_rate() -> None:
    one = playtest(everything(), 700)
    random, expert = suggestions(one, 50)
    scores = one.personas["random"].score
    assert all(
        abs(pass_rate(scores, random.threshold) - 50) <= abs(pass_rate(scores, other) - 50) for other in range(101)
    )
    assert random.passes["expert"] == 100
    assert expert.threshold in {100, max(one.personas["expert"].score)}


def test_plots() -> None:
    assert plot(Counter({0: 8, 50: 1, 100: 4})) == "█" + " " * 9 + "▁" + " " * 8 + "▄"
    assert median(Counter({1: 1, 2: 1, 90: 1})) == 2
    with pytest.raises(ValueError, match="no figure"):
        median(Counter())


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("of", [everything(), trap()], ids=["everything", "trap"])
def test_the_report_fits_a_terminal_and_says_what_it_must(of: Scenario, language: str) -> None:
    one = playtest(of, 70)
    text = as_text(one, suggestions(one, 50), Catalogue(language))  # type: ignore[arg-type]
    assert max(map(len, text.splitlines())) <= 80
    assert "%" in text.splitlines()[-2]
    assert ("first.e" in text) == (one.failed == 0)
    report = json.loads(as_json(one, (), ENGLISH))
    assert report["failed"] == one.failed
    assert len(report["failures"]) == len(one.failures)
    assert sum(persona["runs"] for persona in report["personas"].values()) + one.failed == 70


def test_a_thousand_scenes_are_no_failure() -> None:
    """A scenario so long that an honest run takes more steps than 500."""
    long, _ = read_bytes(scenario_text(1000).encode(), Path("generated") / FILE_NAME)
    assert long is not None
    assert playtest(long, 14).failed == 0


def test_endings_are_told_by_their_title_or_headline_beside_their_ids() -> None:
    one = playtest(everything(), 70)
    text = as_text(one, (), ENGLISH)
    for scene in one.scenario.scenes:
        if isinstance(scene, Ending):
            begins = (scene.title or scene.headline).split()[0]
            assert re.search(rf"{scene.id} “{begins}", text), "also where none came"
