"""Grading in a process of its own: the same assessment as here, and a process that dies is started again."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from simulator.scenario.dossier import Dossier, Fact
from simulator.scoring.grade import AskedText, assess
from simulator.workshop.grading_process import Answered, GradingProcess, case_of

ASKED = AskedText("Bao nhiêu người còn mất tích?", ("accuracy", "empathy"))
DOSSIER = Dossier(
    context="Lũ quét đêm 12.",
    facts=(Fact(id="f1", text="Ba người còn mất tích.", source="Ban chỉ huy", as_of="07:00"),),
)
TEXTS = ("Ba người còn mất tích. Chúng tôi chia buồn cùng gia đình.", "Không bình luận.", "…")


@pytest.fixture(scope="module")
def grading() -> Iterator[GradingProcess]:
    grading = GradingProcess()
    grading.warm_up()
    yield grading
    grading.close()


def answered(text: str) -> Answered:
    return Answered(text, case_of(ASKED, DOSSIER, "người phát ngôn"))


def test_it_grades_as_this_process_does(grading: GradingProcess) -> None:
    for text in TEXTS:
        assert grading.grade(answered(text)) == assess(text, ASKED, DOSSIER, role="người phát ngôn").assessment


def test_many_threads_get_each_its_own_answer_s_grade(grading: GradingProcess) -> None:
    with ThreadPoolExecutor(6) as threads:
        graded = list(threads.map(lambda text: grading.grade(answered(text)), TEXTS * 4))
    assert graded[:3] == graded[3:6] == graded[6:9] == graded[9:]
    assert grading.waiting == 0


def test_listening_is_left_out_while_there_is_something_to_grade(grading: GradingProcess) -> None:
    grading.listen(answered("Ba người. Chúng tôi đang tìm."))  # Nothing comes of it but a quicker grade.
    assert grading.grade(answered(TEXTS[1])).flags


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
def test_a_grading_process_that_is_killed_is_started_again(grading: GradingProcess) -> None:
    before = grading.grade(answered(TEXTS[0]))
    pool = grading._pool
    assert pool is not None
    (process,) = pool._processes
    os.kill(process, signal.SIGKILL)
    assert grading.grade(answered(TEXTS[0])) == before
