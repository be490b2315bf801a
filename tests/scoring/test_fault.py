"""Whose fault a sentence says it is: mirrored pairs read differently, and clearing others is not blaming them."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.scoring.acts import ACTS
from simulator.scoring.fault import HARDLY, SURE, Side, directed, side_of
from simulator.scoring.text import fold


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Lỗi là của tỉnh, không phải của bác Ún.", "ours"),
        ("Lỗi là của bác Ún, không phải của tỉnh.", "theirs"),
        ("Chậm là lỗi của tỉnh, không phải tại tập quán.", "ours"),
        ("Không phải lỗi của bà con.", "not theirs"),
        ("Bác Ún không có lỗi gì cả.", "not theirs"),
        ("Nhà thầu phải chịu trách nhiệm.", "theirs"),
        ("Chúng tôi nhận lỗi.", "ours"),
        ("That was our failure, not hers and not the officer's.", "ours"),
        ("The officer on duty was to blame.", "theirs"),
        ("It is late because we waited for a laboratory.", "ours"),
        ("Bảy người đã mất.", None),
        ("", None),
    ],
)
def test_sides(text: str, side: Side | None) -> None:
    assert side_of(text) == side
    assert side_of(fold(text)) == side


def test_what_a_rule_reads_excludes_its_contrary() -> None:
    names = list(ACTS)
    chances = np.full((2, len(names)), 0.5)
    read = directed(["lỗi là của tỉnh", "mưa vẫn to"], chances)
    assert read[0, names.index("owns")] == SURE
    assert read[0, names.index("shifts")] == HARDLY
    assert (read[1] == 0.5).all()
