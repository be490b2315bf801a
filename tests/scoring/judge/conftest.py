"""An honest answer of middling quality, and what the rules say of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.scenario.case import Case
from simulator.scoring.grade import AskedText, Graded, Grader
from simulator.scoring.judge.judge import Judge
from simulator.scoring.judge.judged import Judged
from simulator.scoring.judge.settings import JudgeSettings

ANSWER = (
    "Tính đến 15:00, 7 người chết, 4 người mất tích. Tôi xin chia buồn với các gia đình.\n"
    "Tin nhắn của tỉnh tới chậm, vì sao thì chưa rõ."
)

PATIENCE = 15.0
"""Seconds: far more than a server on this machine needs, however busy the machine is."""

Ask = Callable[..., Judged]


@pytest.fixture(scope="session")
def asked(flood: Case) -> AskedText:
    return AskedText(flood.question.text, flood.skills)


@pytest.fixture(scope="session")
def rules(lexical: Grader, flood: Case, asked: AskedText) -> Graded:
    """The offline grade of the honest answer."""
    return lexical.assess(ANSWER, asked, flood.dossier, role=flood.role)


@pytest.fixture
def ask(lexical: Grader, flood: Case, asked: AskedText) -> Ask:
    """Have an answer judged: by fresh settings, or by a judge that is there already."""

    def ask_(by: JudgeSettings | Judge, text: str = ANSWER, patience: float = PATIENCE) -> Judged:
        judge = by if isinstance(by, Judge) else Judge(by, patience)
        graded = lexical.assess(text, asked, flood.dossier, role=flood.role)
        return judge.heard(graded, text, asked, flood.dossier, role=flood.role)

    return ask_
