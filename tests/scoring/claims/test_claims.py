"""What is taken as a claim, where it stands, and what commits nobody."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.claims import Claim, Correction, Figure, Moment, Qualifier, Revision, Stance, as_json, from_json
from simulator.scoring.claims import claims_of, conflicts
from tests.scoring.claims.material import pairs

TOLD = "Tính đến 15 giờ có 7 người chết, ít nhất 12 người bị thương."


def figures(text: str) -> list[Figure]:
    return [claim for claim in claims_of(text) if isinstance(claim, Figure)]


def stances(text: str) -> list[tuple[str, bool]]:
    return [(claim.predicate, claim.holds) for claim in claims_of(text) if isinstance(claim, Stance)]


def test_a_figure_has_number_unit_state_qualifier_and_as_of() -> None:
    dead, injured = figures(TOLD)
    assert (dead.least, dead.unit, dead.states, dead.qualifier) == (7, "person", ("dead",), Qualifier.EXACTLY)
    assert (injured.least, injured.states, injured.qualifier) == (12, ("injured",), Qualifier.AT_LEAST)
    assert dead.as_of.minutes == injured.as_of.minutes == 15 * 60


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_quotations_stand_where_they_say(form: str) -> None:
    typed = unicodedata.normalize("NFD" if form == "NFD" else "NFC", TOLD)
    for claim in claims_of(typed):
        assert typed[claim.start : claim.end] == claim.quotation
        assert claim.quotation == claim.quotation.strip(" ,.")
    assert unicodedata.normalize("NFC", figures(typed)[0].quotation) == "7 người chết"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Hai mươi lăm em đang điều trị.", 25, "pupil"),
        ("hai muoi lam em dang dieu tri o vien", 25, "pupil"),
        ("Tỉnh chi 1,5 tỷ đồng để làm đường.", 1.5e9, "money"),
        ("47.300 người bị lộ dữ liệu.", 47_300, "person"),
        ("The number of people who died is 8.", 8, "person"),
        ("One hundred and twenty families are in the school.", 120, "household"),
        ("Số người chết hiện là 8.", 8, "person"),
        ("Không có ai thiệt mạng.", 0, "person"),
        ("No pupils died.", 0, "pupil"),
    ],
)
def test_numbers_in_digits_and_words(text: str, value: float, unit: str) -> None:
    assert [(figure.least, figure.unit) for figure in figures(text)] == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Xin gọi 0200 555 0112.",
        "Điều 38 Luật Báo chí quy định như vậy.",
        "Ngày 18/8 và ngày 20 tháng 8.",
        "Nếu mưa tiếp, 200 hộ phải di dời.",
        "Có tin nói 30 người chết, tin ấy sai.",
        "Có phải 30 người chết không?",
        "Ông Sình 70 tuổi.",
        "Under article 7 of the law we must answer.",
        "Might 30 people have died?",
        "They say 30 people died.",
    ],
)
def test_what_counts_nothing_or_commits_nobody_is_no_figure(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Chúng tôi đã cảnh báo bà con.", [("warned", True)]),
        ("Không ai báo cho bà con.", [("warned", False)]),
        ("khong ai bao cho ba con ca", [("warned", False)]),
        ("Chúng tôi không chỉ cảnh báo bà con mà còn phát loa.", [("warned", True)]),
        ("Không phải nhà nào cũng được cảnh báo.", []),
        ("Bếp chưa được Sở kiểm tra.", [("inspected", False)]),
        ("Công an sẽ bắt kẻ gây ra.", []),
        ("We did not warn the villages.", [("warned", False)]),
        ("We did not only warn the villages.", [("warned", True)]),
        ("Nobody was arrested.", [("arrested", False)]),
        ("Not everyone was warned.", []),
        ("I apologise to the families.", [("apologised", True)]),
    ],
)
def test_stances_and_their_negation(text: str, stance: list[tuple[str, bool]]) -> None:
    assert [each for each in stances(text) if each[0] == (stance[0][0] if stance else each[0])][:1] == stance


def test_a_correction_is_owned_and_no_conflict() -> None:
    text = "Lúc nãy tôi nói 12 người bị thương, xin đính chính là 14 người bị thương."
    [correction] = [claim for claim in claims_of(text) if isinstance(claim, Correction)]
    assert (correction.was, correction.now) == (12, 14)
    assert [(figure.least, figure.revision) for figure in figures(text)] == [(14, Revision.CORRECTED)]
    assert not conflicts(claims_of(text), [(1, claims_of("Có 12 người bị thương."))])


def test_the_latest_word_is_what_counts() -> None:
    first, second = claims_of("Có 12 người bị thương."), claims_of("Xin đính chính, có 14 người bị thương.")
    assert not conflicts(claims_of("Có 14 người bị thương."), [(1, first), (2, second)])
    [found] = conflicts(claims_of("Có 12 người bị thương."), [(1, first), (2, second)])
    assert (found.answer, found.quotation, found.other) == (2, "12 người bị thương", "14 người bị thương")


def test_a_moment_says_what_and_when() -> None:
    [moment] = [claim for claim in claims_of("Lũ về bản lúc 2 giờ sáng.") if isinstance(claim, Moment)]
    assert moment.when.minutes == 120
    assert {"lu", "ban"} <= set(moment.what)


def test_claims_are_kept_as_json() -> None:
    for pair in pairs():
        for claim in claims_of(pair.later):
            assert from_json(as_json(claim)) == claim


WORDS = re.split(
    " ", "không chưa đã có 7 12 người chết mất tích , . ? giờ 17 5 chiều 18/8 mai we not warned said earlier $ ½ ²"
)


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)))
def test_any_text_gives_claims_within_it_and_never_against_itself(text: str) -> None:
    claims: tuple[Claim, ...] = claims_of(text)
    for claim in claims:
        assert 0 <= claim.start < claim.end <= len(text)
        assert text[claim.start : claim.end] == claim.quotation
        assert from_json(as_json(claim)) == claim
    assert conflicts(claims, [(1, claims)]) == ()
