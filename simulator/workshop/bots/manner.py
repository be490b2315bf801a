"""How a bot behaves: how fast it types, how long it reads, and how big its screen is."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

Span = tuple[float, float]
"""The least and the most of something that varies."""


@dataclass(frozen=True, slots=True)
class Manner:
    """Times in seconds, each drawn anew from its span.

    A bot writes `burst` keys at `keys_per_s`, thinks for `thinks`, and so on. It reads a question for `reads` before it
    begins and whatever is only to be read for `glances`. `own_words` is the share of questions that it answers by
    writing. With `pastes` an answer comes as one burst of keys. `checks` is what it looks over a finished answer for.
    """

    keys_per_s: float = 3.0
    burst: Span = (12, 36)
    thinks: Span = (3.0, 9.0)
    reads: Span = (4.0, 20.0)
    glances: Span = (3.0, 8.0)
    checks: Span = (1.0, 4.0)
    own_words: float = 1.0
    pastes: bool = False
    columns: int = 100
    rows: int = 30

    def told(self) -> str:
        """In a line, for a report."""
        if self.pastes:
            return f"answers pasted, reads {_told(self.reads)} s"
        return (
            f"{self.keys_per_s:g} keys/s in bursts of {_told(self.burst)} keys, thinks {_told(self.thinks)} s between, "
            f"reads a question {_told(self.reads)} s, a page {_told(self.glances)} s; {self.columns}x{self.rows}"
        )


HUMAN = Manner()

BRISK = Manner(reads=(0.05, 0.2), glances=(0.05, 0.2), checks=(0.0, 0.1), pastes=True)
"""Goes through a scenario as fast as it is let."""


def drawn(span: Span, chance: Random) -> float:
    """One value of a span."""
    return chance.uniform(*span)


def _told(span: Span) -> str:
    return f"{span[0]:g}-{span[1]:g}"
