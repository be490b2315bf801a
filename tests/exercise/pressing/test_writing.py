"""The answers to a press: one owns it with a fact, one dodges, one repeats the harm; every grade has its reason."""

from __future__ import annotations

from typing import get_args

import pytest

from simulator.exercise.pressing.bank import Replies, bank
from simulator.exercise.pressing.facts import Beside
from simulator.exercise.pressing.reasons import SKILLS_OF_FLAG, Reason
from simulator.exercise.pressing.writing import ORDERS, Wording
from simulator.scenario.model import Language
from simulator.scenario.rubric import RED_FLAGS, SKILLS
from simulator.session.asked import question_of
from simulator.session.press import Press, Quote

HERE, THERE = Quote(2, "cứ yên tâm {x}"), Quote(1, "chưa rõ")
FACT = "7 người chết (Ban Chỉ huy, 15:00)"
REASONS = (
    *(Reason("flag", flag, (HERE,), SKILLS_OF_FLAG[flag]) for flag in RED_FLAGS if flag != "non_answer"),
    *(Reason("weak", skill, (HERE,), (skill,)) for skill in SKILLS),
    Reason("contradiction", "contradiction", (HERE, THERE), ("accuracy", "transparency")),
    Reason("contradiction", "dossier", (HERE, THERE), ("accuracy",), "f1"),
    Reason("promise", "promise", (HERE,), ("accountability", "timeliness")),
    Reason("unanswered", "unanswered", (HERE,), ("transparency", "clarity")),
    Reason("weak", "trap", (HERE,), ("accuracy", "transparency")),
    Reason("unanswered", "silence", (), ("transparency", "clarity")),
    Reason("unanswered", "unquoted", (), ("transparency", "clarity")),
)


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.section)
def test_three_answers_of_three_kinds(language: Language, reason: Reason) -> None:
    lines = Wording(bank(language), reason, FACT).lines(0)
    own, dodge, repeat = lines
    assert set(own.levels) == set(dodge.levels) == set(repeat.levels) == set(reason.skills)
    assert set(own.levels.values()) <= {3, 4}
    assert set(dodge.levels.values()) <= {1, 2}
    assert set(repeat.levels.values()) == {0}
    assert (own.flags, dodge.flags, len(repeat.flags)) == ((), (), 1)
    assert reason.why != "flag" or repeat.flags == (reason.section,)
    assert FACT in own.text
    for line in lines:
        assert {finding.skill for finding in line.findings if finding.skill} == set(reason.skills)
        assert all(0 <= finding.start < finding.end <= len(line.text) for finding in line.findings)
    question_of(Press("press_1", "hang", reason.why, "What?", reason.quotes, reason.skills, lines))


def test_without_a_fact_it_is_said_that_there_is_none_and_when_one_is_back() -> None:
    own, _, _ = Wording(bank("en"), REASONS[0], "").lines(0)
    assert "nothing more has been verified" in own.text
    assert own.text.endswith("I come back to this before this conference ends.")
    own, _, _ = Wording(bank("en"), REASONS[0], "", Beside(briefing="18:00 in this hall")).lines(0)
    assert own.text.endswith("at the next briefing: 18:00 in this hall.")
    assert all("nothing more is verified" in finding.because for finding in own.findings)


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.section)
def test_what_is_promised_is_given(language: Language, reason: Reason) -> None:
    """Whoever owns it says the unknown with its hour, the withheld matter with its reason, or when one is back."""
    beside = Beside("THE UNKNOWN", "THE HOUR", "THE MATTER", "THE REASON", "THE BRIEFING")
    own, _, _ = Wording(bank(language), reason, FACT, beside).lines(0)
    texts = bank(language)
    sections: dict[str, Replies] = {str(name): one for name, one in texts.weak_skill.items()}
    sections |= {str(name): one for name, one in texts.flag.items()}
    text = (sections.get(reason.section) or getattr(texts, reason.section)).own
    assert ("{unknown}" in text) <= ("THE UNKNOWN" in own.text and "THE HOUR" in own.text)
    assert ("{withheld}" in text) <= ("THE MATTER" in own.text and "THE REASON" in own.text)
    assert ("{back}" in text) <= ("THE BRIEFING" in own.text)
    assert "{" not in own.text.replace(HERE.words, "")


def test_the_order_tells_nothing_and_takes_every_form() -> None:
    wording = Wording(bank("vi"), REASONS[0], FACT)
    orders = {tuple(line.text for line in wording.lines(order)) for order in range(ORDERS)}
    assert len(orders) == ORDERS == 6
    assert all([line.id for line in wording.lines(order)] == ["a", "b", "c"] for order in range(ORDERS))
