"""Ratings are kept as remarks: the latest of a person on an objective counts; what cannot be read is passed over."""

from __future__ import annotations

import pytest

from simulator.journal.memory import MemoryJournal
from simulator.reports.after_action.rating import NAME_MOST, NOTE_MOST, RATING, Rating, keep, ratings


def test_the_latest_of_each_person_on_each_objective_stands() -> None:
    journal = MemoryJournal()
    keep(journal, "s1", Rating(2, "U", "Too late.", "Hoa", (3, 1)))
    keep(journal, "s1", Rating(1, "P", by="Hoa"))
    keep(journal, "s1", Rating(1, "M", by="Bình"))
    keep(journal, "s1", Rating(1, "S", "Better seen.", by="Hoa"))
    keep(journal, "s2", Rating(1, "U", by="Hoa"))
    found = ratings(journal, "s1")
    assert [(one.objective, one.by, one.mark) for one in found] == [(1, "Bình", "M"), (1, "Hoa", "S"), (2, "Hoa", "U")]
    assert found[2].note == "Too late."
    assert found[2].answers == (3, 1)
    assert found[2].at, "the record gives the time"


def test_a_rating_can_be_taken_back_and_given_again() -> None:
    journal = MemoryJournal()
    keep(journal, "s1", Rating(1, "P", by="Hoa"))
    keep(journal, "s1", Rating(1, "P", by="Hoa", withdrawn=True))
    assert ratings(journal, "s1") == ()
    keep(journal, "s1", Rating(1, "M", by="Hoa"))
    assert [one.mark for one in ratings(journal, "s1")] == ["M"]


@pytest.mark.parametrize(
    "value", ["", "{", "[]", "null", '{"objective": 0, "mark": "P"}', '{"objective": 1, "mark": "Q"}', '{"mark": "P"}']
)
def test_what_cannot_be_read_is_passed_over(value: str) -> None:
    journal = MemoryJournal()
    keep(journal, "s1", Rating(1, "P", by="Hoa"))
    journal.remark("s1", RATING, "Bình", value)
    assert [one.by for one in ratings(journal, "s1")] == ["Hoa"]


def test_a_later_version_may_say_more() -> None:
    journal = MemoryJournal()
    journal.remark("s1", RATING, "Hoa", '{"objective": 1, "mark": "S", "colour": "green"}')
    assert [one.mark for one in ratings(journal, "s1")] == ["S"]


@pytest.mark.parametrize(
    "given", [{"objective": 0}, {"answers": (0,)}, {"note": "x" * (NOTE_MOST + 1)}, {"by": "x" * (NAME_MOST + 1)}]
)
def test_what_no_rating_can_be(given: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        Rating(**{"objective": 1, "mark": "P", **given})  # type: ignore[arg-type]
