"""Diacritics are put back for the encoder, short forms written out, and English left alone."""

from __future__ import annotations

import pytest

from simulator.scoring.calibration import calibration_for
from simulator.scoring.restore import Restorer
from simulator.scoring.text import fold

LEARNED = Restorer.learn(
    ["chúng tôi xin lỗi bà con", "bà con đã sơ tán", "xin chia buồn với bà con"], ["we are sorry for the people"]
)


@pytest.fixture(scope="module")
def shipped() -> Restorer:
    calibration = calibration_for("lexical")
    assert calibration is not None
    return calibration.restorer


def test_marks_are_put_back_by_the_syllable_before() -> None:
    assert LEARNED.restore(["xin", "loi", "ba", "con"]) == ["xin", "lỗi", "bà", "con"]
    assert LEARNED.restore([]) == []
    assert LEARNED.restore(["zzz"]) == ["zzz"]


def test_with_and_without_marks_read_the_same() -> None:
    text = "Chúng tôi xin lỗi bà con!"
    assert LEARNED.spoken(text, english=False) == LEARNED.spoken(fold(text), english=False)


def test_short_forms_are_written_out() -> None:
    assert LEARNED.spoken("ctoi xin loi", english=False) == "chúng tôi xin lỗi"


def test_a_dossier_at_hand_comes_first() -> None:
    assert LEARNED.beside(["bệnh dại ở bản"]).restore(["benh", "dai"]) == ["bệnh", "dại"]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("we are sorry for the people", True),
        ("chung toi xin loi ba con", False),
        ("chúng tôi xin lỗi", False),
        ("", False),
    ],
)
def test_languages_are_told_apart(text: str, english: bool) -> None:
    assert LEARNED.is_english(text) is english


def test_what_ships_restores_plain_sentences(shipped: Restorer) -> None:
    assert shipped.spoken("chung toi xin loi ba con", english=False) == "chúng tôi xin lỗi bà con"
