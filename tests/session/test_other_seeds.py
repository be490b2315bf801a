"""Whether an ending hangs on the seed: the same choices are made where their scenes come up."""

from __future__ import annotations

import re

from simulator.language.catalogue import Catalogue
from simulator.scenario.model import Scenario
from simulator.session.playthrough import Playthrough
from simulator.session.recording import choices_of, record
from simulator.session.rehearsal import Rehearsal, rehearse_with
from tests.builders import ending, inject, line, pool, question, scenario
from tests.players import play

FLOOR = ("money", "rescue", "dam")


def floor() -> Scenario:
    """Two of three questions from the floor; only a poor answer to `money` leads to the bad ending."""
    good, poor = line("good", levels={"accuracy": 4}), line("poor", levels={"accuracy": 0})
    asked = [question(name, good, poor, then="return") for name in FLOOR]
    last = question("last", then=[{"when": "chosen(money, poor)", "go": "bad"}, {"go": "end"}])
    pools = (pool("floor", *FLOOR, draws=2, then="last"),)
    return scenario(inject("post", then="floor"), *asked, last, ending("end"), ending("bad"), pools=pools)


def without_money(other_seeds: dict[str, str]) -> Playthrough:
    """A play-through of good answers in which nobody asks about the money."""
    states = (play(floor(), seed, lambda scene, open_: open_[0]) for seed in range(50))
    state = next(state for state in states if "money" not in {step.scene for step in state.path})
    made = record(floor(), "Nobody asks about the money", state.seed, choices_of(state))
    return made.model_copy(update={"other_seeds": other_seeds})


def with_seeds(playthrough: Playthrough) -> list[Rehearsal]:
    return [rehearse_with(floor(), playthrough, seed) for seed in range(20)]


def words(rehearsals: list[Rehearsal]) -> set[str]:
    """What is told, without which seed it was."""
    told = [difference.in_words(Catalogue("en")) for one in rehearsals for difference in one.differences]
    return {re.sub(r"^with seed \d+: ", "", one) for one in told}


def test_choices_are_made_where_their_scenes_come_up() -> None:
    rehearsals = with_seeds(without_money({"money": "good"}))
    assert all(rehearsal.agrees for rehearsal in rehearsals)
    assert len({frozenset(step.scene for step in rehearsal.states[-1].path) for rehearsal in rehearsals}) == 3


def test_an_ending_that_hangs_on_the_seed_is_told() -> None:
    assert words(with_seeds(without_money({"money": "poor"}))) == {"ending should be `end` and is `bad`"}


def test_a_scene_at_which_nothing_is_chosen_is_told() -> None:
    told = "the scene `money` comes up, and nothing says what is chosen there"
    assert words(with_seeds(without_money({}))) == {told}
