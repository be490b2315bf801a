"""Calibration: from which `score` on so many of the random and of the expert bot's runs would pass."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from simulator.authoring.playtest.personas import Persona
from simulator.authoring.playtest.playtest import Playtest

BOTS: tuple[Persona, ...] = ("random", "expert")
SCORE_MOST = 100


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`score >= threshold` lets a share nearest to the wanted one of this bot's runs pass; `passes` in percent."""

    persona: Persona
    threshold: int
    passes: dict[Persona, int]


def suggestions(playtest: Playtest, rate: int) -> tuple[Suggestion, ...]:
    """A threshold for each of the two bots whose runs came to an ending; of several, the highest."""
    scores = {bot: playtest.personas[bot].score for bot in BOTS if playtest.personas[bot].runs}
    return tuple(_suggestion(bot, rate, scores) for bot in scores)


def _suggestion(bot: Persona, rate: int, scores: dict[Persona, Counter[int]]) -> Suggestion:
    away = {threshold: abs(pass_rate(scores[bot], threshold) - rate) for threshold in range(SCORE_MOST + 1)}
    threshold = max(away, key=lambda one: (-away[one], one))
    return Suggestion(bot, threshold, {other: round(pass_rate(of, threshold)) for other, of in scores.items()})


def pass_rate(scores: Counter[int], threshold: int) -> float:
    """The percentage of the runs whose score is at least the threshold."""
    return 100 * sum(times for score, times in scores.items() if score >= threshold) / scores.total()
