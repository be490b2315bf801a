"""Bots: each chooses one of what is open at a scene. A bot says whether chance had a part in what it chose."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from simulator.authoring.playtest.own_words import OwnWords
from simulator.authoring.playtest.personas import CHARACTERS, Character, Persona
from simulator.scenario.scenes import SILENCE
from simulator.scenario.situation import chosen
from simulator.session.compiled import CompiledScenario
from simulator.session.ready import Choice, ReadyScene
from simulator.session.state import SessionState


class Bot:
    """A bot that goes by chance; the others build on it."""

    def __init__(self, ready: CompiledScenario, own_words: OwnWords | None = None) -> None:
        self._ready = ready
        self._own_words = own_words
        self._wished: dict[str, Sequence[Choice]] = {}
        self.by_chance = False
        self.chance = Random(0)

    def begin(self, seed: int) -> None:
        """A new run begins."""
        self.chance.seed(seed)
        self.by_chance = False

    def choose(self, scene: ReadyScene, state: SessionState) -> str:
        """The id of what is chosen; empty if nothing is open."""
        wished = self._wished.get(scene.id)
        if wished is None:
            wished = self._wished[scene.id] = self._in_order(self._choosable(scene))
        return self._pick(scene, wished, state)

    def _choosable(self, scene: ReadyScene) -> Sequence[Choice]:
        """Prepared lines (or options) and samples alike."""
        return (*_choosable(scene), *self._samples(scene))

    def _samples(self, scene: ReadyScene) -> Sequence[Choice]:
        return () if self._own_words is None else self._own_words.choices(scene.id)

    def _in_order(self, choices: Sequence[Choice]) -> Sequence[Choice]:
        return choices

    def _pick(self, scene: ReadyScene, wished: Sequence[Choice], state: SessionState) -> str:
        self.by_chance = True
        if not wished:
            return ""
        one = wished[int(self.chance.random() * len(wished))]
        if is_open(one, scene, state):
            return one.id
        return self._pick(scene, [other for other in wished if other is not one], state)


class LeastUsed(Bot):
    """Chooses what it has chosen least in all its runs; by chance among equals."""

    def __init__(self, ready: CompiledScenario, own_words: OwnWords | None = None) -> None:
        super().__init__(ready, own_words)
        self._used: dict[str, dict[str, int]] = {}

    def _pick(self, scene: ReadyScene, wished: Sequence[Choice], state: SessionState) -> str:
        self.by_chance = True
        used, chance = self._used.setdefault(scene.id, {}), self.chance.random
        for one in sorted(wished, key=lambda one: used.get(one.id, 0) + chance()):
            if is_open(one, scene, state):
                used[one.id] = used.get(one.id, 0) + 1
                return one.id
        return ""


class InCharacter(Bot):
    """Chooses what is most to its character's liking, the first of equals; what is not graded, by chance.

    Where a question has samples it speaks in its own words, or keeps silent, and gives no prepared line.
    """

    def __init__(self, ready: CompiledScenario, character: Character, own_words: OwnWords | None = None) -> None:
        super().__init__(ready, own_words)
        self._character = character

    def _choosable(self, scene: ReadyScene) -> Sequence[Choice]:
        samples = self._samples(scene)
        silence = [one for one in _choosable(scene) if one.id == SILENCE]
        return (*samples, *silence) if samples else super()._choosable(scene)

    def _in_order(self, choices: Sequence[Choice]) -> Sequence[Choice]:
        return sorted(choices, key=self._character.rank, reverse=True)

    def _pick(self, scene: ReadyScene, wished: Sequence[Choice], state: SessionState) -> str:
        if scene.kind != "question":
            return super()._pick(scene, wished, state)
        return next((one.id for one in wished if is_open(one, scene, state)), "")


def bot_of(persona: Persona, ready: CompiledScenario, own_words: OwnWords | None = None) -> Bot:
    """A new bot of this persona; with `own_words` it says samples where there are any."""
    if persona in CHARACTERS:
        return InCharacter(ready, CHARACTERS[persona], own_words)
    return (LeastUsed if persona == "least_used" else Bot)(ready, own_words)


def is_open(choice: Choice, scene: ReadyScene, state: SessionState) -> bool:
    """Whether the session would accept this choice now."""
    if choice.condition is not None and not choice.condition(state):
        return False
    return not (choice.once and chosen(state, scene.id, choice.id))


def _choosable(scene: ReadyScene) -> tuple[Choice, ...]:
    """All choices; silence only where the time can run out."""
    return tuple(one for one in scene.choices.values() if one.id != SILENCE or scene.time_limit is not None)
