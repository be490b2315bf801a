"""Answers of a learner in Python: every builder fills in what a test does not care about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from simulator.practice.answered import Answered
from simulator.practice.bank import BankQuestion
from simulator.scenario.rubric import Level, Skill, overall

BEGIN = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)


def answer(levels: Mapping[Skill, Level] | None = None, day: float = 0, **changes: Any) -> Answered:  # noqa: ANN401
    """An answer in own words to the single question `tap-dot/q1`, so many days after BEGIN."""
    given: Mapping[Skill, Level] = levels or {"accuracy": 2}
    flags = changes.get("flags", ())
    known: dict[str, Any] = {
        "session": f"s{day}",
        "number": 1,
        "scenario_id": "tap-dot/q1",
        "scene": "q1",
        "module": "press",
        "at": BEGIN + timedelta(days=day),
        "spoken": True,
        "text": "Tôi nhận lỗi.",
        "levels": given,
        "flags": flags,
        "overall": overall(given, flags),
        "title": "Câu một",
        "told_in": "Tập dượt",
    }
    return Answered(**{**known, **changes})


def asked(id_: str, *skills: Skill, **changes: Any) -> BankQuestion:  # noqa: ANN401
    """A question of the bank."""
    known: dict[str, Any] = {
        "id": id_,
        "title": id_,
        "set_title": id_.partition("/")[0],
        "module": "press",
        "level": "basic",
        "skills": skills or ("accuracy",),
        "flags": (),
        "language": "vi",
    }
    return BankQuestion(**{**known, **changes})
