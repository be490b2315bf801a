"""What the press remembers: claims by answer, conflicts, and promises that fell due."""

from __future__ import annotations

from simulator.scenario.claims import Promise
from simulator.scoring.memory import conflicts_of, dossier_then, due_promises, memory
from tests.builders import line, question, scenario
from tests.session.playing import played

FACTS = (
    {"id": "f1", "text": "7 people died in the flood.", "source": "The duty log", "as_of": "12:00"},
    {
        "id": "f2",
        "text": "9 people died in the flood.",
        "source": "The duty log",
        "as_of": "15:00",
        "known_from": "q2",
        "replaces": "f1",
    },
)
SEVEN = line("seven", text="7 people died in the flood.")
NINE = line("nine", text="9 people died in the flood.")
PROMISES = line("promises", text="We will publish the log at 15:35.")
STORY = scenario(
    question("q1", SEVEN, NINE, PROMISES, then="q2"),
    question("q2", SEVEN, NINE, PROMISES, then="q3"),
    question("q3", SEVEN, NINE),
    dossier={"context": "A flood.", "facts": FACTS},
)


def test_every_answer_is_remembered_with_its_minute_and_its_claims() -> None:
    state = played(STORY, "seven", "promises")
    one, other = memory(STORY, state)
    assert [(each.number, each.minutes) for each in (one, other)] == [(1, 0), (2, 3)]
    assert one.text == "7 people died in the flood."
    assert one.claims
    assert any(isinstance(claim, Promise) for claim in other.claims)


def test_the_dossier_is_the_one_known_when_the_answer_was_given() -> None:
    state = played(STORY, "seven", "nine")
    assert [fact.id for fact in dossier_then(STORY, state, 1).facts] == ["f1"]
    assert [fact.id for fact in dossier_then(STORY, state, 2).facts] == ["f2"]


def test_an_answer_is_held_against_the_dossier_and_the_answers_before_it() -> None:
    state = played(STORY, "nine", "seven")
    known = memory(STORY, state)
    assert [(one.entry, one.answer) for one in conflicts_of(STORY, state, known, 1)] == [("f1", None)]
    assert {(one.entry, one.answer) for one in conflicts_of(STORY, state, known, 2)} == {("", 1), ("f2", None)}


def test_a_promise_is_due_once_its_time_has_passed() -> None:
    known = memory(STORY, played(STORY, "promises"))
    assert due_promises(STORY, known, 4) == ()
    assert [late.number for late in due_promises(STORY, known, 6)] == [1]
