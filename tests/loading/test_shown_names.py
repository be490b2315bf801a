"""The names on the screens lead to the words of the format."""

from __future__ import annotations

import pytest

from simulator.loading.shown_names import level_shown_as, word_shown_as
from simulator.scenario.rubric import RED_FLAGS, SKILLS
from tests.loading.texts import problems_of, small

MODULES = ("sovereignty", "press", "rights", "cohesion")


@pytest.mark.parametrize(
    ("name", "words", "meant"),
    [
        ("Đổ lỗi", RED_FLAGS, "blame"),
        ("do loi", RED_FLAGS, "blame"),
        ("Shifting blame", RED_FLAGS, "blame"),
        ("Suy đoan", RED_FLAGS, "speculation"),
        ("đồng cảm", SKILLS, "empathy"),
        ("Minh bạch", SKILLS, "transparency"),
        ("Gắn kết", MODULES, "cohesion"),
        ("Báo chí", MODULES, "press"),
        ("nâng cao", ("basic", "intermediate", "advanced"), "advanced"),
        ("điềm đạm", ("patient", "sharp", "hostile", "friendly_trap"), "patient"),
        ("Tiếng Việt", ("vi", "en"), "vi"),
        ("Đổ lỗi", SKILLS, ""),
        ("", SKILLS, ""),
        ("x" * 100_000, SKILLS, ""),
    ],
)
def test_a_shown_name_leads_to_its_word(name: str, words: tuple[str, ...], meant: str) -> None:
    assert word_shown_as(name, words) == meant


@pytest.mark.parametrize(
    ("name", "level"), [("tốt", "3"), ("mau muc", "4"), ("harmful", "0"), ("Exemplary", "4"), ("?", "")]
)
def test_a_level_has_a_name_too(name: str, level: str) -> None:
    assert level_shown_as(name) == level


@pytest.mark.parametrize(
    ("change", "nearest"),
    [
        (("levels: {accuracy: 1}", "levels: {accuracy: 1}\n        flags: [đổ lỗi]"), "blame"),
        (("levels: {accuracy: 1}", "levels: {chính xác: 1}"), "accuracy"),
        (("levels: {accuracy: 1}", "levels: {accuracy: một phần}"), "2"),
        (("module: press", "module: Gắn kết"), "cohesion"),
        (("language: en", "language: Tiếng Việt"), "vi"),
    ],
)
def test_it_is_told_what_was_meant(change: tuple[str, str], nearest: str) -> None:
    assert nearest in [problem.nearest for problem in problems_of(small(change))]
