"""Pairs of answers that conflict, and pairs that only look so: how many are told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.scoring.claims import Conflict
from simulator.scoring.text import fold
from tests.scoring.claims.material import Pair, dossiers, judged, pairs

PRECISION_MIN = 0.9
RECALL_MIN = 0.7


@pytest.fixture(scope="module")
def verdicts() -> list[tuple[Pair, tuple[Conflict, ...]]]:
    known = dossiers()
    return [(pair, judged(pair, known)) for pair in pairs()]


def test_the_set_is_as_large_and_as_mixed_as_it_should_be() -> None:
    every = pairs()
    assert len({pair.id for pair in every}) == len(every) >= 60
    assert sum(bool(pair.conflict) for pair in every) >= 30
    assert sum(not pair.conflict for pair in every) >= 30
    assert sum(pair.held_out and bool(pair.conflict) for pair in every) == 10
    assert sum(pair.held_out for pair in every) >= 20


@pytest.mark.parametrize("held_out", [False, True])
def test_conflicts_are_found_and_seldom_imagined(
    verdicts: list[tuple[Pair, tuple[Conflict, ...]]], held_out: bool
) -> None:
    measure([(pair, found) for pair, found in verdicts if pair.held_out is held_out])


def test_the_same_without_diacritics() -> None:
    known = dossiers()
    folded = [
        replace(pair, later=fold(pair.later), earlier=fold(pair.earlier)) for pair in pairs() if pair.lang == "vi"
    ]
    measure([(pair, judged(pair, known)) for pair in folded])


def measure(judged: list[tuple[Pair, tuple[Conflict, ...]]]) -> None:
    """Precision and recall of verdicts, with what was missed and what was imagined."""
    right = sum(bool(pair.conflict) and bool(found) for pair, found in judged)
    missed = [pair.id for pair, found in judged if pair.conflict and not found]
    imagined = [pair.id for pair, found in judged if found and not pair.conflict]
    precision, recall = right / max(1, right + len(imagined)), right / (right + len(missed))
    told = f"precision {precision:.2f}, recall {recall:.2f}; missed {missed}, imagined {imagined}"
    assert precision >= PRECISION_MIN, told
    assert recall >= RECALL_MIN, told


def test_a_conflict_names_both_quotations(verdicts: list[tuple[Pair, tuple[Conflict, ...]]]) -> None:
    for pair, found in verdicts:
        for conflict in found:
            assert conflict.quotation in pair.later
            assert conflict.other in pair.earlier or conflict.entry
            assert (conflict.answer is None) is bool(conflict.entry)


def test_an_answer_repeated_never_conflicts_with_itself() -> None:
    for pair in pairs():
        again = Pair(pair.id, pair.lang, later=pair.later, earlier=pair.later)
        assert not judged(again, {})
