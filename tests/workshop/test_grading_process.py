"""Grading in a process of its own: the same assessment as here, and a process that dies is started again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from simulator.errors import MachineError
from simulator.scenario.dossier import Dossier, Fact
from simulator.scoring.grade import AskedText, assess
from simulator.workshop.grading_process import ATTEMPTS, Answered, GradingProcess, case_of

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


class _Dying:
    """A pool whose process dies over every answer."""

    def submit(self, *_: object) -> object:
        raise BrokenProcessPool

    def shutdown(self, **_: object) -> None:
        """There is nothing to end."""


def test_an_answer_that_no_process_survives_is_refused_like_any_other_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    grading = GradingProcess()
    started: list[_Dying] = []

    def ready() -> _Dying:
        started.append(_Dying())
        return started[-1]

    monkeypatch.setattr(grading, "_ready", ready)
    with pytest.raises(MachineError):
        grading.grade(answered(TEXTS[0]))
    assert len(started) == ATTEMPTS
    assert grading.waiting == 0


def test_listening_is_one_at_a_time_so_that_no_answer_waits_for_a_queue_of_it() -> None:
    class Slow(_Dying):
        submitted = 0

        def submit(self, *_: object) -> object:
            self.submitted += 1
            return Future()  # Which is never done.

    grading = GradingProcess()
    grading._pool = slow = Slow()  # type: ignore[assignment]  # what it uses of one
    for _ in range(200):
        grading.listen(answered(TEXTS[0]))
    assert slow.submitted == 1


def test_once_it_is_closed_no_process_is_started_any_more() -> None:
    grading = GradingProcess()
    grading.close()
    grading.listen(answered(TEXTS[0]))
    with pytest.raises(MachineError):
        grading.grade(answered(TEXTS[0]))
    assert grading._pool is None


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
def test_a_grading_process_that_is_killed_is_started_again(grading: GradingProcess) -> None:
    before = grading.grade(answered(TEXTS[0]))
    pool = grading._pool
    assert pool is not None
    (process,) = pool._processes
    os.kill(process, signal.SIGKILL)
    assert grading.grade(answered(TEXTS[0])) == before


NODE = """
import time
from simulator.workshop.grading_process import GradingProcess
if __name__ == "__main__":
    grading = GradingProcess()
    grading._ready().submit(int).result()
    print(*grading._pool._processes, flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
def test_a_node_that_is_killed_leaves_no_grading_process_behind(tmp_path: Path) -> None:
    program = tmp_path / "node.py"
    program.write_text(NODE, encoding="utf-8")
    root = str(Path(__file__).parents[2])
    command = [sys.executable, str(program)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": root}) as node:
        assert node.stdout is not None
        process = int(node.stdout.readline())
        node.kill()
    try:
        end = time.monotonic() + 10
        while _runs(process):
            assert time.monotonic() < end, "it was left behind"
            time.sleep(0.02)
    finally:
        if _runs(process):
            os.kill(process, signal.SIGKILL)


def _runs(process: int) -> bool:
    """Whether a process is there and not only waits to be buried."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return (
        not state.exists() or state.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[0] != "Z"
    )
