"""Vectors for calibration, kept in the user's cache: thousands of sentences are encoded once, not at every run."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from platformdirs import user_cache_path

from simulator.scoring.encoder import Encoder, Vectors

SAVED_EVERY = 500


class Kept:
    """An encoder whose vectors outlive the process."""

    def __init__(self, encoder: Encoder) -> None:
        self.name, self.dimension, self._encoder = encoder.name, encoder.dimension, encoder
        self._path: Path = user_cache_path("podium") / f"calibration-{encoder.name.replace(' ', '-')}.npz"
        self._known: dict[str, Vectors] = {}
        if self._path.exists():
            with np.load(self._path) as kept:
                self._known = dict(zip(kept["keys"].tolist(), kept["vectors"], strict=True))

    def vectors(self, texts: Sequence[str]) -> Vectors:
        if not self.dimension:
            return self._encoder.vectors(texts)
        missing = [text for text in dict.fromkeys(texts) if _key(text) not in self._known]
        for number, text in enumerate(missing, 1):
            self._known[_key(text)] = self._encoder.vectors([text])[0]
            if number % SAVED_EVERY == 0 or number == len(missing):
                self._save()
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        return np.stack([self._known[_key(text)] for text in texts])

    def _save(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        np.savez(self._path, keys=np.array(list(self._known)), vectors=np.stack(list(self._known.values())))


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
