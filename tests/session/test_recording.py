"""What is recorded agrees with the engine, whoever chose."""

from __future__ import annotations

import pytest

from simulator.session.recording import choices_of, record, recorded
from simulator.session.rehearsal import rehearse
from tests.session.test_rehearsal import at, played, rumour


def test_recording_fills_in_what_the_engine_does_and_keeps_the_rest() -> None:
    written = played(at("post"), at("asked", "owns", trust=1), at("act", "do"), about="Why.", other_seeds={}, seed=3)
    made = recorded(rumour(), written)
    assert rehearse(rumour(), made).agrees
    assert (made.about, made.other_seeds, made.seed) == ("Why.", {}, 3)
    assert (made.ending, made.score, made.trust, made.heat) == ("good", 88, 54, 25)
    assert [step.expect is None for step in made.steps] == [True, False, False]


def test_a_session_played_by_people_can_be_recorded_from_its_state() -> None:
    choices = (("post", ""), ("asked", "silence"), ("act", "wait"))
    made = record(rumour(), "What it shows", 5, choices)
    assert choices_of(rehearse(rumour(), made).states[-1]) == choices


def test_what_does_not_fit_is_not_recorded() -> None:
    with pytest.raises(ValueError, match="step 2 should be at `act`"):
        record(rumour(), "What it shows", 0, [("post", ""), ("act", "do")])
