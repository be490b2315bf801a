"""Verdicts and regrades as remarks: the latest stands, one can be withdrawn, and what cannot be read is passed over."""

from __future__ import annotations

import pytest

from simulator.journal.memory import MemoryJournal
from simulator.journal.revisions import (
    REGRADE,
    VERDICT,
    all_revisions,
    keep_verdict,
    regrade_value,
    regraded,
    revisions,
    verdicts_given,
)
from simulator.scenario.assessment import Assessment, Finding
from simulator.scenario.revision import UNREVISED
from simulator.scenario.verdict import Verdict

ANEW = Assessment({"empathy": 3}, ("blame",), (Finding("Kind.", "empathy", start=0, end=4),), 67, "podium-2", ("f1",))


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


def test_a_verdict_is_read_as_it_was_given(journal: MemoryJournal) -> None:
    given = Verdict(2, {"empathy": 3}, ("stigma",), "Vì bà con ‘chậm’.\x1b[31m", "Cô Mai", moment=1_500)
    kept = keep_verdict(journal, "s1", given)
    assert kept.at
    assert revisions(journal, "s1").verdicts == {2: kept}
    assert (kept.levels, kept.flags, kept.reason, kept.by, kept.moment) == (
        {"empathy": 3},
        ("stigma",),
        given.reason,
        "Cô Mai",
        1_500,
    )
    assert revisions(journal, "s2") == UNREVISED


def test_the_latest_verdict_on_an_answer_stands_and_can_be_withdrawn(journal: MemoryJournal) -> None:
    keep_verdict(journal, "s1", Verdict(1, {"empathy": 3}, by="A", reason="r"))
    keep_verdict(journal, "s1", Verdict(1, flags=(), by="B", reason="r"))
    keep_verdict(journal, "s1", Verdict(2, {"clarity": 0}, by="A", reason="r"))
    standing = revisions(journal, "s1").verdicts
    assert (standing[1].levels, standing[1].flags, standing[1].by) == ({}, (), "B")
    keep_verdict(journal, "s1", Verdict(1, by="B", reason="r", withdrawn=True))
    assert list(revisions(journal, "s1").verdicts) == [2]
    assert [one.withdrawn for one in verdicts_given(journal, "s1")] == [False, False, False, True]


@pytest.mark.parametrize(
    "value",
    [
        "",
        "[]",
        "{}",
        '{"answer": 1, "moment": 0, "levels": {"charm": 2}}',
        '{"answer": 0, "moment": 0, "levels": {"empathy": 2}}',
        '{"answer": 1, "moment": 0, "levels": {}, "flags": null}',
        '{"answer": 1, "moment": 0, "flags": ["blame", "blame"]}',
    ],
)
def test_what_is_no_verdict_is_passed_over(journal: MemoryJournal, value: str) -> None:
    journal.remark("s1", VERDICT, "A", value)
    assert revisions(journal, "s1") == UNREVISED
    assert all_revisions(journal) == {}


def test_a_later_podium_may_say_more(journal: MemoryJournal) -> None:
    journal.remark("s1", VERDICT, "A", '{"answer": 1, "moment": 0, "levels": {"empathy": 2}, "seen_by": "B"}')
    assert revisions(journal, "s1").verdicts[1].levels == {"empathy": 2}


def test_the_last_regrade_stands_and_the_same_grade_as_given_ends_it(journal: MemoryJournal) -> None:
    journal.remark("s1", REGRADE, "podium-2", regrade_value(1, 7, "podium-2", "asked", ANEW))
    found = revisions(journal, "s1").regrades[1]
    assert (found.assessment, found.moment) == (ANEW, 7)
    assert regraded(journal.remarks_of(REGRADE)) == {("s1", 1): (7, "podium-2", "asked")}
    journal.remark("s1", REGRADE, "podium-3", regrade_value(1, 7, "podium-3", "asked", None))
    assert revisions(journal, "s1") == UNREVISED
    assert regraded(journal.remarks_of(REGRADE)) == {("s1", 1): (7, "podium-3", "asked")}


def test_a_damaged_regrade_is_passed_over(journal: MemoryJournal) -> None:
    journal.remark("s1", REGRADE, "p", '{"answer": 1, "moment": 0, "grader": "p", "assessment": {"levels": 3}}')
    journal.remark("s1", REGRADE, "p", "nonsense")
    assert revisions(journal, "s1") == UNREVISED


def test_all_sessions_at_once(journal: MemoryJournal) -> None:
    keep_verdict(journal, "s1", Verdict(1, {"empathy": 3}, by="A", reason="r"))
    keep_verdict(journal, "s2", Verdict(1, {"empathy": 3}, by="A", reason="r"))
    keep_verdict(journal, "s2", Verdict(1, by="A", reason="r", withdrawn=True))
    journal.remark("s3", REGRADE, "p", regrade_value(4, 0, "p", "asked", ANEW))
    assert all_revisions(journal) == {"s1": revisions(journal, "s1"), "s3": revisions(journal, "s3")}
