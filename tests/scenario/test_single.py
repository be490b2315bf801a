"""A question of a scenario alone: playable to its end by every line, by own words and by silence, all known."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from simulator.loading.loader import FILE_NAME, read_bytes
from simulator.scenario.assessment import Assessment, Finding
from simulator.scenario.model import Scenario
from simulator.scenario.rubric import overall
from simulator.scenario.scenes import Ending, Question
from simulator.scenario.single import DONE, parted, single, single_id
from simulator.session.advance import advance, before_start
from simulator.session.events import AnswerGiven, DeadlinePassed, LineChosen, Started
from simulator.session.state import SessionState
from simulator.session.view import desk, view
from tests.builders import ending, line, question, scenario, silence

SHELF = Path(__file__).parents[2] / "scenarios"
FILES = sorted([*SHELF.glob(f"*/{FILE_NAME}"), *SHELF.glob(f"bank/*/{FILE_NAME}")])


@cache
def read(file: Path) -> Scenario:
    found, _ = read_bytes(file.read_bytes(), file)
    assert found is not None, file
    return found


@cache
def questions(file: Path) -> tuple[str, ...]:
    return tuple(scene.id for scene in read(file).scenes if isinstance(scene, Question))


def begun(alone: Scenario) -> SessionState:
    return advance(alone, before_start(alone), Started(1, 100, mode="practice", presses=True))


def ended_well(alone: Scenario, state: SessionState) -> bool:
    return isinstance(alone.scene_by_id[state.scene], Ending) and len(state.answers) == 1


EVERY = [(file, asked) for file in FILES for asked in questions(file)]


@pytest.mark.parametrize(("file", "id_"), EVERY, ids=lambda part: part.parent.name if isinstance(part, Path) else part)
def test_every_question_of_every_scenario_is_playable_alone(file: Path, id_: str) -> None:
    alone = single(read(file), id_)
    asked = alone.scene_by_id[alone.start]
    assert isinstance(asked, Question)
    state = begun(alone)
    assert state.scene == asked.id, "it is asked at once"
    offers = view(alone, state).offers
    assert all(offer.open for offer in offers)
    assert [offer.id for offer in offers] == [one.id for one in asked.lines]
    for one in asked.lines:
        assert ended_well(alone, advance(alone, state, LineChosen(asked.id, one.id, 1_000)))
    if asked.silence and asked.time_limit:
        late = asked.time_limit * 1_000
        assert ended_well(alone, advance(alone, state, DeadlinePassed(asked.id, late)))
    if view(alone, state).own_words:
        levels = dict.fromkeys(asked.skills, 2)
        findings = tuple(Finding("so", skill) for skill in asked.skills)
        given = Assessment(levels, (), findings, overall(levels, ()), "podium-1/lexical")
        assert ended_well(alone, advance(alone, state, AnswerGiven(asked.id, "Tôi nhận lỗi.", given, 1_000)))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_all_of_the_dossier_is_known_but_what_a_later_fact_replaces(file: Path) -> None:
    whole = read(file)
    alone = single(whole, questions(file)[0])
    on_desk = desk(alone, begun(alone))
    replaced = {fact.replaces for fact in whole.dossier.facts}
    assert {fact.id for fact in on_desk.facts} == {fact.id for fact in whole.dossier.facts} - replaced
    for kind in ("unknowns", "restricted", "rumours"):
        shown = {item.id for item in getattr(on_desk, kind)}
        assert shown == {item.id for item in getattr(whole.dossier, kind)}


def test_what_hangs_on_the_rest_of_the_scenario_is_left_out() -> None:
    whole = scenario(
        question(
            "q1",
            line("gone", when="trust > 90", closed="Not now.", effects=["trust += 5"], follow_ups=({"ask": "q2"},)),
            line("here", once=True, then="q2"),
            title="Alone",
            when="trust > 90",
            once=True,
            time_limit=30,
            silence=silence(then="q2"),
            then="q2",
        ),
        question("q2", then="return"),
        pools=({"id": "floor", "questions": ("q2",), "then": "end"},),
    )
    alone = single(whole, "q1")
    assert {scene.id for scene in alone.scenes} == {"q1", DONE}
    assert (alone.id, alone.title, alone.pools, alone.variables) == ("tiny/q1", "Alone", (), ())
    state = begun(alone)
    assert [offer.open for offer in view(alone, state).offers] == [True, True]
    after = advance(alone, state, LineChosen("q1", "gone", 1_000))
    assert after.scene == DONE


def test_the_scenarios_own_ending_called_done_is_taken() -> None:
    own = scenario(question("q1", then=DONE), ending(DONE, headline="That was it"))
    assert single(own, "q1").scene_by_id[DONE].headline == "That was it"  # type: ignore[union-attr]
    assert isinstance(single(scenario(question("q1")), "q1").scene_by_id[DONE], Ending)


@pytest.mark.parametrize("name", ["end", "nowhere", ""])
def test_what_is_no_question_cannot_be_put(name: str) -> None:
    with pytest.raises(KeyError):
        single(scenario(question("q1")), name)


def test_an_id_is_put_together_and_taken_apart() -> None:
    assert parted(single_id("tap-dot", "q1")) == ("tap-dot", "q1")
    assert parted("tap-dot") == ("tap-dot", "")
