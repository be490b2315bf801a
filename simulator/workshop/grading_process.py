"""Grading beside the serving process: in one process of its own, so that no answer holds up anybody's keys.

The seats' threads wait here; the event loop's interpreter lock is left alone. A grading process that dies is started
again, and the answer it was reading is given to the new one.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from simulator.errors import MachineError
from simulator.language.catalogue import template

if TYPE_CHECKING:
    from simulator.scenario.assessment import Assessment
    from simulator.scenario.dossier import Dossier
    from simulator.scoring.grade import Asked

ATTEMPTS = 3
"""Processes that may die over one answer before it is given up."""

_NOT_GRADED = template("the answer could not be graded")
_NOT_GRADED_HINT = template("what you wrote is kept; try again in a moment")


class Answered(NamedTuple):
    """All that an answer is graded by: its text, and what it is held against, as `case_of` packs it."""

    text: str
    case: bytes


def case_of(asked: Asked, dossier: Dossier, role: str) -> bytes:
    """What an answer is held against, packed: equal cases are equal bytes, and are unpacked once for all seats."""
    return pickle.dumps((asked, dossier, role))


class GradingProcess:
    """Grades one answer after another, in the order in which they come. Methods block: call them from threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._waiting = 0
        self._listening: Future[None] | None = None
        self._closed = False

    @property
    def waiting(self) -> int:
        """How many answers are being graded or wait for it."""
        return self._waiting

    def warm_up(self) -> None:
        """Start the process and have it load what it grades with."""
        self._ready().submit(_warm).result()

    def grade(self, answered: Answered) -> Assessment:
        """The assessment of an answer. Raises MachineError if process after process dies over it, or none is left."""
        with self._lock:
            self._waiting += 1
        try:
            return self._graded(answered)
        finally:
            with self._lock:
                self._waiting -= 1

    def listen(self, answered: Answered) -> None:
        """Have an answer read in that is still being written, unless there is something else to read.

        One at a time: two hundred who write at once must not make up a queue that an answer would have to wait for.
        """
        pool, before = self._pool, self._listening
        if self._waiting or pool is None or (before is not None and not before.done()):
            return
        with suppress(RuntimeError):  # The process has died, or is being ended: an answer starts it again.
            self._listening = pool.submit(_listen, answered)

    def close(self) -> None:
        """End the process for good; whoever waits for a grade is told that there is none."""
        with self._lock:
            self._closed = True
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(cancel_futures=True)

    def _graded(self, answered: Answered) -> Assessment:
        for _ in range(ATTEMPTS):
            pool = self._ready()
            try:
                return pool.submit(_grade, answered).result()
            except BrokenProcessPool:
                self._forget(pool)
            except CancelledError:
                break
        raise MachineError(_NOT_GRADED, _NOT_GRADED_HINT)

    def _ready(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._closed:
                raise MachineError(_NOT_GRADED, _NOT_GRADED_HINT)
            if self._pool is None:
                # Spawned, never forked: the serving process has threads, sockets and an event loop.
                context = multiprocessing.get_context("spawn")
                self._pool = ProcessPoolExecutor(1, mp_context=context, initializer=_begin)
            return self._pool

    def _forget(self, pool: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is pool:
                self._pool = None
        pool.shutdown(wait=False)


def _begin() -> None:
    # Ctrl-C in the facilitator's terminal reaches every process; who serves decides when this one ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_node, name="node", daemon=True).start()


def _end_with_node() -> None:
    """A node that is killed ends nothing: this process would wait for work for ever, with all that it has loaded."""
    node = multiprocessing.parent_process()
    if node is not None:
        node.join()
        os._exit(0)


def _warm() -> None:
    from simulator.scenario.dossier import Dossier
    from simulator.scoring.grade import AskedText, assess

    assess("Chưa rõ.", AskedText("?", ("accuracy",)), Dossier.model_construct(context="", facts=()))


@lru_cache(maxsize=256)
def _case(packed: bytes) -> tuple[Asked, Dossier, str]:
    asked, dossier, role = pickle.loads(packed)  # Our own process packed it.
    return asked, dossier, role


def _grade(answered: Answered) -> Assessment:
    from simulator.scoring.grade import assess

    asked, dossier, role = _case(answered.case)
    return assess(answered.text, asked, dossier, role=role).assessment


def _listen(answered: Answered) -> None:
    from simulator.scoring.grade import grader

    asked, dossier, role = _case(answered.case)
    grader().listen(answered.text, asked, dossier, role=role)
