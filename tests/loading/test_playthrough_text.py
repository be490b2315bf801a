"""Play-throughs are written as they are read, and so that a change of a score is easy to see."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.loading.playthrough import examine_playthrough_bytes
from simulator.loading.playthrough_text import playthrough_text
from simulator.scenario.rubric import RED_FLAGS, SKILLS
from simulator.session.playthrough import Expectation, PlayedStep, Playthrough
from tests.loading.test_playthrough import scenario

FIGURES = st.none() | st.integers(0, 100)
LETTERS = st.characters(exclude_categories=("C", "Z"))
WORDS = st.text(LETTERS, min_size=1, max_size=12).map(partial(normalize, "NFC"))
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
PROSE = (
    st.none()
    | TEXTS
    | st.sampled_from(["two  spaces", " before", "a\nb", 'quotes " and \\', "# no comment", "x\u00a0y"])
)
EXPECTATIONS = st.builds(
    Expectation,
    levels=st.none() | st.dictionaries(st.sampled_from(SKILLS), st.integers(0, 4)),
    flags=st.none() | st.lists(st.sampled_from(RED_FLAGS), unique=True).map(tuple),
    overall=FIGURES,
    trust=FIGURES,
    heat=FIGURES,
)
STEPS = st.builds(PlayedStep, at=st.just("opening"), choose=st.just("owns_it"), expect=st.none() | EXPECTATIONS)
PLAYTHROUGHS = st.builds(
    Playthrough,
    format=st.just(1),
    scenario=st.just("small"),
    title=TEXTS.filter(lambda text: len(text) <= 200),
    about=PROSE,
    seed=st.integers(0, 2**63 - 1),
    ending=st.sampled_from([None, "the_end"]),
    score=FIGURES,
    trust=FIGURES,
    heat=FIGURES,
    steps=st.lists(STEPS, min_size=1, max_size=4).map(tuple),
    other_seeds=st.sampled_from([None, {}, {"opening": "waits"}]),
)


@settings(derandomize=True, deadline=None)
@given(PLAYTHROUGHS)
def test_what_is_written_is_read_as_the_same(playthrough: Playthrough) -> None:
    text = playthrough_text(playthrough)
    examined = examine_playthrough_bytes(text.encode(), Path("played.yaml"), scenario())
    assert examined.problems == ()
    assert examined.playthrough == playthrough


def test_ids_that_yaml_would_take_for_something_else_are_written_in_quotes() -> None:
    steps = (PlayedStep(at="true", choose="null"), PlayedStep(at="no"))
    text = playthrough_text(Playthrough(format=1, scenario="small", title="Words", steps=steps))
    assert text.endswith('steps:\n  - at: "true"\n    choose: "null"\n  - at: no\n')


def test_a_changed_score_is_one_changed_line() -> None:
    def text(empathy: int) -> list[str]:
        expect = Expectation(
            levels={"accuracy": 4, "empathy": empathy}, flags=("blame",), overall=88, trust=54, heat=25
        )
        steps = (PlayedStep(at="opening", choose="owns_it", expect=expect),)
        return playthrough_text(Playthrough(format=1, scenario="small", title="One", steps=steps)).splitlines()

    assert [line for line in text(3) if line not in text(2)] == ["      levels: {accuracy: 4, empathy: 3}"]
