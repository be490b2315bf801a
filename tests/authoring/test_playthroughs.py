"""Play-throughs tested with what differs at its line, and made of what was recorded of a session."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.authoring.playthroughs.of_session import of_session
from simulator.authoring.playthroughs.report import as_json, as_text, summary
from simulator.authoring.playthroughs.testing import put_to_test
from simulator.language.catalogue import Catalogue
from simulator.loading.playthrough_text import playthrough_text
from simulator.scenario.assessment import Assessment
from simulator.session import rehearsal
from simulator.session.events import AnswerGiven, Event, LineChosen, Prepared, Pressed, Started, TakenBack
from simulator.session.preparation import OPENING_SKILLS
from simulator.session.recording import record
from tests.builders import ending, line, question, scenario
from tests.session.presses import PRESS

ENGLISH = Catalogue("en")
STORY = scenario(
    question("first", line("x", levels={"accuracy": 3}), line("y", levels={"accuracy": 0}), then="second"),
    question("second", then=[{"when": "trust < 50", "go": "lost"}, {"go": "end"}]),
    ending("end"),
    ending("lost"),
)
FORK = scenario(
    question("first", line("x", levels={"accuracy": 2}), then=[{"when": "trust < 45", "go": "low"}, {"go": "second"}]),
    question("second"),
    question("low"),
)
CHOICES = (("first", "x"), ("second", "good"))


def file_of(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "one.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_agrees_agrees(tmp_path: Path) -> None:
    one = put_to_test(file_of(tmp_path, playthrough_text(record(STORY, "Well", 0, CHOICES))), STORY)
    assert one.agrees
    assert as_text([one], ENGLISH) == f"agrees: {one.path}"
    assert json.loads(as_json([one], ENGLISH))["agree"] is True


def test_a_difference_is_told_with_its_line_what_was_expected_and_what_came(tmp_path: Path) -> None:
    written = playthrough_text(record(STORY, "Well", 0, CHOICES)).replace("{accuracy: 3}", "{accuracy: 1}", 1)
    one = put_to_test(file_of(tmp_path, written), STORY)
    assert not one.agrees
    line_of_step = written.splitlines().index("  - at: first") + 1
    told = as_text([one], ENGLISH)
    assert f"{one.path}:{line_of_step}: step 1 at `first`: accuracy should be 1 and is 3" in told
    assert summary([one], ENGLISH) == "play-throughs: 1, of which 0 agree"
    difference = json.loads(as_json([one], ENGLISH))["playthroughs"][0]["differences"][0]
    assert (difference["scene"], difference["expected"], difference["came"]) == ("first", "1", "3")


def test_a_file_with_problems_is_told_and_does_not_agree(tmp_path: Path) -> None:
    one = put_to_test(file_of(tmp_path, "format: 1\n"), STORY)
    assert not one.agrees
    assert "P" in as_text([one], ENGLISH)


def test_a_claim_about_other_seeds_is_held_to(tmp_path: Path) -> None:
    made = record(STORY, "Well", 0, CHOICES).model_copy(update={"other_seeds": {}})
    assert put_to_test(file_of(tmp_path, playthrough_text(made)), STORY).agrees
    claimed = made.model_copy(update={"other_seeds": {"second": "poor"}, "ending": "lost"})
    assert not put_to_test(file_of(tmp_path, playthrough_text(claimed)), STORY).agrees


def test_what_breaks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file_of(tmp_path, playthrough_text(record(STORY, "Well", 0, CHOICES)))

    def breaks(*_: object) -> object:
        raise ZeroDivisionError("half of nothing")

    monkeypatch.setattr(rehearsal, "advance", breaks)
    one = put_to_test(path, STORY)
    assert not one.agrees
    assert "it breaks: ZeroDivisionError: half of nothing" in as_text([one], ENGLISH)


def test_a_session_becomes_a_play_through_without_what_was_taken_back() -> None:
    events = (Started(4), LineChosen("first", "y", 5), TakenBack(6), LineChosen("first", "x", 7))
    made = of_session(STORY, (*events, LineChosen("second", "good", 9)), "Session")
    assert made.playthrough == record(STORY, "Session", 4, CHOICES)
    assert (made.left_out, made.presses, made.own_words, made.elsewhere) == (0, 0, "", "")


def test_own_words_end_it_and_that_is_told() -> None:
    own = AnswerGiven("second", "We were late.", Assessment({"accuracy": 3}, (), (), 75), 9)
    made = of_session(STORY, (Started(4), LineChosen("first", "x", 7), own), "Session")
    assert made.playthrough == record(STORY, "Session", 4, CHOICES[:1])
    assert (made.left_out, made.own_words) == (1, "second")
    from_the_start = AnswerGiven("first", "We were late.", Assessment({"accuracy": 3}, (), (), 75), 9)
    assert of_session(STORY, (Started(4), from_the_start), "Session").playthrough is None


def test_a_press_is_left_out_and_counted() -> None:
    events: tuple[Event, ...] = (
        Started(4),
        LineChosen("first", "x", 7),
        Pressed(PRESS, 8),
        LineChosen("press_1", "a", 9),
    )
    made = of_session(STORY, (*events, LineChosen("second", "good", 11)), "Session")
    assert made.playthrough == record(STORY, "Session", 4, CHOICES)
    assert made.presses == 1


def test_an_opening_statement_is_left_out_and_the_play_through_ends_where_it_led() -> None:
    """The statement cost so much trust that the session went another way."""
    bad = Assessment(dict.fromkeys(OPENING_SKILLS, 0), ("blame", "attack", "falsehood"), (), 0)
    opened = (Started(4), Prepared((), (), "It is the others.", bad, 5), LineChosen("first", "x", 7))
    made = of_session(FORK, (*opened, LineChosen("low", "good", 9)), "Session")
    assert made.opened
    assert (made.elsewhere, made.left_out) == ("low", 1)
    assert made.playthrough == record(FORK, "Session", 4, CHOICES[:1])
