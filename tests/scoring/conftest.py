"""The situations that the scoring tests ask about."""

from __future__ import annotations

import pytest

from simulator.scenario.case import Case
from simulator.scoring.desk import Desk, desk_of
from simulator.scoring.grade import Grader, grader, lexical_grader
from tests.grading.material import Marked, marked_answers


@pytest.fixture(scope="session")
def marked() -> list[Marked]:
    return marked_answers("dev")


@pytest.fixture(scope="session")
def cases(marked: list[Marked]) -> dict[str, Case]:
    return {answer.situation.id: answer.situation for answer in marked}


@pytest.fixture(scope="session")
def flood(cases: dict[str, Case]) -> Case:
    return cases["lu-quet-na-lai"]


@pytest.fixture(scope="session")
def desk(flood: Case) -> Desk:
    return desk_of(flood.question.text, flood.dossier, flood.role)


@pytest.fixture(scope="session")
def usual() -> Grader:
    return grader()


@pytest.fixture(scope="session")
def lexical() -> Grader:
    return lexical_grader()
