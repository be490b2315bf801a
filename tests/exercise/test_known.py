"""What an answer is graded against: the question on the table, and the dossier as it stands then."""

from __future__ import annotations

import pytest

from simulator.session.events import IllegalEvent
from tests.tui.house import FakeHouse, begun


def test_the_dossier_has_what_is_known_and_not_out_of_date() -> None:
    before, after = begun(FakeHouse(), "-"), begun(FakeHouse(), "-", "owns", "keep")
    assert [fact.id for fact in before.dossier.facts] == ["f1"]
    assert [fact.id for fact in after.dossier.facts] == ["f2"]
    assert after.dossier.key_messages == after.scenario.dossier.key_messages
    assert hash(after.dossier) == hash(begun(FakeHouse(), "-", "owns", "keep").dossier)


def test_the_question_is_the_one_on_the_table() -> None:
    assert begun(FakeHouse(), "-").question.id == "opening"
    with pytest.raises(IllegalEvent):
        _ = begun(FakeHouse()).question
