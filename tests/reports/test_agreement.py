"""Agreement: kappa against worked examples, baselines, flags, and the command on real files."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from simulator.cli import main
from simulator.reports.agreement import (
    Judged,
    Pair,
    baseline_rows,
    confusion,
    flag_rows,
    graded_pairs,
    row,
    weighted_kappa,
    worst,
)

DEV = Path(__file__).parents[1] / "grading" / "dev"


def judged(id_: str, label: int, grade: int, text: str = "", flags: str = "", raised: str = "") -> Judged:
    return Judged(
        id=id_,
        situation="s",
        language="vi",
        text=text,
        labels={"accuracy": label},
        label_flags=frozenset(flags.split()),  # type: ignore[arg-type]
        grades={"accuracy": grade},
        grade_flags=frozenset(raised.split()),  # type: ignore[arg-type]
        raters=({"accuracy": label}, {"accuracy": label}),
    )


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        ([(0, 0), (4, 4), (2, 2)], 1.0),
        ([(0, 4), (4, 0)], -1.0),
        ([(1, 1), (1, 1)], 1.0),
        ([(0, 0), (1, 1), (2, 2), (3, 4)], 1 - 1 / 14),
        ([(0, 1), (4, 1)], 0.0),
    ],
)
def test_weighted_kappa(pairs: list[Pair], kappa: float) -> None:
    assert weighted_kappa(pairs) == pytest.approx(kappa)


def test_kappa_of_nothing_is_no_number() -> None:
    assert math.isnan(weighted_kappa([]))


def test_a_row_counts_exact_and_near() -> None:
    answers = [judged("a", 0, 0), judged("b", 2, 3), judged("c", 4, 1), judged("d", 3, 3)]
    one = row("pooled", answers, graded_pairs)
    assert (one.exact, one.within_one, one.pairs) == (0.5, 0.75, 4)
    assert one.low <= one.kappa <= one.high


def test_flags_are_counted() -> None:
    rows = {
        one.name: one for one in flag_rows([judged("a", 1, 1, flags="blame", raised="blame attack"), judged("b", 1, 1)])
    }
    assert (rows["blame"].precision, rows["blame"].recall) == (1.0, 1.0)
    assert rows["attack"].precision == 0.0
    assert rows["all"].raised == 2


def test_baselines_and_the_worst() -> None:
    answers = [judged("a", 4, 4, "a long answer of many words"), judged("b", 0, 3, "short")]
    rows = {one.name: one for one in baseline_rows(answers)}
    assert rows["length only"].kappa == 1.0
    assert rows["rater against rater"].kappa == 1.0
    assert worst(answers, 1)[0][0].id == "b"
    assert confusion(answers, "accuracy")[0][3] == 1


def test_raters_against_their_own_median(capsys: pytest.CaptureFixture[str]) -> None:
    labels, answers = str(DEV / "labels.jsonl"), str(DEV / "answers.jsonl")
    assert main(["--language", "en", "agreement", "--graded", labels, "--labels", labels, "--answers", answers]) == 0
    told = capsys.readouterr().out
    assert "264 answers graded and labelled" in told
    assert "pooled                              1.000" in told
    assert "rater against rater" in told


def test_a_file_that_holds_no_grades_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    labels, answers = str(DEV / "labels.jsonl"), str(DEV / "answers.jsonl")
    assert main(["--language", "en", "agreement", "--graded", answers, "--labels", labels]) == 2
    assert "has no levels and flags" in capsys.readouterr().err
