"""What the dossier names as restricted is never missed."""

from __future__ import annotations

import pytest

from simulator.scenario.case import Case
from simulator.scenario.dossier import Restricted
from simulator.scoring.desk import Desk, desk_of
from simulator.scoring.grade import AskedText, Grader
from simulator.scoring.secrets import secrets, told
from simulator.scoring.text import fold, read_answer


@pytest.fixture
def guarded(flood: Case) -> Case:
    matter = Restricted(
        id="r9", text="Cháu gái tên Lò Thị Mẩy, số hồ sơ 48213.", reason="Đời tư.", competent_body="Công an tỉnh"
    )
    return flood.model_copy(update={"restricted": (*flood.restricted, matter)})


@pytest.fixture
def guarded_desk(guarded: Case) -> Desk:
    return desk_of(guarded.question.text, guarded.dossier, guarded.role)


def test_names_and_numbers_of_restricted_matters_are_secrets(guarded_desk: Desk) -> None:
    assert {"lo thi may", "48213"} <= set(secrets(guarded_desk))


@pytest.mark.parametrize("text", ["Đó là cháu Lò Thị Mẩy.", fold("Đó là cháu Lò Thị Mẩy."), "Hồ sơ số 48213 nhé."])
def test_a_secret_told_raises_disclosure(usual: Grader, guarded: Case, guarded_desk: Desk, text: str) -> None:
    span = told(read_answer(text), guarded_desk)
    assert span is not None
    given = usual.assess(text, AskedText(guarded.question.text, guarded.skills), guarded.dossier).assessment
    assert "disclosure" in given.flags


def test_what_is_open_is_no_secret(guarded_desk: Desk) -> None:
    assert told(read_answer("Tên các nạn nhân tôi chưa thể công bố. Có 7 người chết."), guarded_desk) is None
