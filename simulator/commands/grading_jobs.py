"""Answers spread over processes, and their grades back in the order of the answers, the same whatever the number.

Processes begin afresh (spawn), alike on every system. Each loads its grader once, and keeps to one thread.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Protocol

from simulator.errors import MachineError
from simulator.language.catalogue import template

if TYPE_CHECKING:
    from simulator.commands.answers import Answer
    from simulator.scoring.judge.judged import Judged

JOBS_MAX = 61
"""The most processes that Windows lets one wait for."""

ANSWERS_A_JOB = 12
"""Answers from which another process saves more time than it takes to begin."""

PIECES_A_JOB = 16
"""Into how many pieces the work of one process is divided, so that all end at nearly the same time."""

Place = int
Piece = list[tuple[Place, "Answer"]]
"""Answers to one question with their places in the file, graded together so that its desk is prepared once."""

Results = dict[Place, "Judged"]


class Grading(Protocol):
    """What grades an answer to what goes by a name; it can be pickled, to be sent to another process."""

    def grade(self, name: str, text: str) -> Judged:
        """The grade of an answer's text."""


def usual_jobs(answers: int) -> int:
    """As many processes as there are cores, but none for a handful of answers."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, answers // ANSWERS_A_JOB))


def grade_all(grading: Grading, answers: Sequence[Answer], jobs: int, done: Callable[[int], None]) -> list[Judged]:
    """The grades in the order of the answers; `done` hears how many more are graded. Raises MachineError."""
    graded: Results = {}
    # Closed here, so that Ctrl-C in `done` ends the processes too.
    with closing(graded_pieces(grading, answers, jobs)) as all_results:
        for results in all_results:
            graded |= results
            done(len(results))
    return [graded[place] for place in range(len(answers))]


def graded_pieces(grading: Grading, answers: Sequence[Answer], jobs: int) -> Generator[Results, None, None]:
    """The grades by the answers' places, piece by piece as they are made. Raises MachineError.

    Whoever does not take all of them closes the generator, which ends the processes.
    """
    jobs = min(jobs, JOBS_MAX, max(1, len(answers)))
    pieces = pieces_of(answers, jobs)
    return _in_processes(grading, pieces, jobs) if jobs > 1 else _here(grading, pieces)


def pieces_of(answers: Sequence[Answer], jobs: int) -> list[Piece]:
    """The answers in pieces of one question each, the longest first, so that the last to end are short."""
    by_question: dict[str, Piece] = defaultdict(list)
    for place, answer in enumerate(answers):
        by_question[answer.situation].append((place, answer))
    size = max(1, -(-len(answers) // (jobs * PIECES_A_JOB)))
    pieces = [whole[start : start + size] for whole in by_question.values() for start in range(0, len(whole), size)]
    return sorted(pieces, key=_letters, reverse=True) if jobs > 1 else pieces


def _letters(piece: Piece) -> int:
    return sum(len(answer.text) for _, answer in piece)


def _here(grading: Grading, pieces: Sequence[Piece]) -> Generator[Results, None, None]:
    _keep_to_one_thread()
    for piece in pieces:
        yield _graded(grading, piece)


def _keep_to_one_thread() -> None:
    """Before the encoder is imported: threads may add up in another order, and get in the way of other processes."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"


def _graded(grading: Grading, piece: Piece) -> Results:
    return {place: grading.grade(answer.situation, answer.text) for place, answer in piece}


def _in_processes(grading: Grading, pieces: Sequence[Piece], jobs: int) -> Generator[Results, None, None]:
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin, (pickle.dumps(grading),))
    try:
        with _interrupts_held():
            futures = [pool.submit(_grade, piece) for piece in pieces]
        for future in as_completed(futures):
            yield future.result()
    except BrokenProcessPool:
        hint = template("with fewer --jobs it needs less memory")
        raise MachineError(template("a process that graded answers was ended from outside"), hint) from None
    except BaseException:
        for process in set(multiprocessing.active_children()) - others:
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits, and the processes begun meanwhile never hear it: they are ended by the one that began them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_work: list[Grading] = []
"""In a process begun here, the grading it was begun for: a pool hands its work to functions of modules alone."""


def _begin(grading: bytes) -> None:
    """What a process does first. The grading comes pickled, for what it imports counts its threads when imported."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _keep_to_one_thread()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _work[:] = [pickle.loads(grading)]


def _end_with_parent() -> None:
    """Nobody else would end a process whose parent was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _grade(piece: Piece) -> Results:
    return _graded(_work[0], piece)
