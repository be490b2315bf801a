"""What the checks let through can be played: random scenarios without errors never leave a session in mid-air.

The generator knows nothing of the rules of the graph; most of what it makes has errors and is put aside.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from simulator.loading.loader import read_bytes
from simulator.scenario.model import Scenario
from simulator.session.advance import advance, before_start
from simulator.session.events import Continued, DeadlinePassed, Event, LineChosen, OptionTaken, Started
from simulator.session.view import View, view
from tests.builders import Written, decision, ending, inject, line, option, pool, question, silence, variable, written

CONDITIONS = (
    "trust < 50",
    "heat > 30",
    "promised",
    "level(accuracy) > 1",
    "visits(s0) > 2",
    "calls > 3",
    "minutes > 10",
)
EFFECTS = ("promised = true", "promised = false", "trust += 4", "heat -= 3", "calls += 2", "calls -= 1")
STEPS = 60


class Author:
    """Writes scenarios at random."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.scenes = [f"s{number}" for number in range(self.chance.randint(1, 6))]
        self.pools = [f"p{number}" for number in range(self.chance.randint(0, 2))]

    def scenario(self) -> bytes:
        scenes = [self._scene(id_) for id_ in self.scenes]
        pools = [
            pool(id_, *self._some(self.scenes), draws=self.chance.randint(1, 2), then=self._then())
            for id_ in self.pools
        ]
        variables = [variable("promised", False), variable("calls")]
        whole = written(*scenes, ending("end"), variables=variables, pools=pools, id="random")
        # JSON is YAML, too.
        return json.dumps(whole).encode()

    def _scene(self, id_: str) -> Written:
        kind = self.chance.choice((self._question, self._question, self._inject, self._decision))
        return kind(id_)

    def _question(self, id_: str) -> Written:
        asked = [self._choice(line(name, levels={"accuracy": self.chance.randint(0, 4)})) for name in ("a", "b")]
        scene = question(id_, line("c", levels={"accuracy": 2}), *asked, then=self._then())
        if self.chance.random() < 0.2:
            scene |= {"time_limit": 60, "silence": self._choice(silence(), may_close=False)}
        if self.chance.random() < 0.3:
            scene["follow_ups"] = [{"ask": id_, **self._when()} for id_ in self._some(self.scenes)]
        return {**scene, **(self._when() if self.chance.random() < 0.2 else {})}

    def _inject(self, id_: str) -> Written:
        more = {"interrupts": self.chance.choice(CONDITIONS)} if self.chance.random() < 0.4 else {}
        return inject(
            id_,
            then="return" if more else self._then(),
            effects=self._effects(),
            takes=self.chance.randint(0, 5),
            **more,
        )

    def _decision(self, id_: str) -> Written:
        return decision(id_, option("c"), *(self._choice(option(name)) for name in ("a", "b")), then=self._then())

    def _choice(self, choice: Written, *, may_close: bool = True) -> Written:
        more: Written = {"effects": self._effects()}
        if self.chance.random() < 0.3:
            more["then"] = self._then()
        if may_close:
            more |= {**self._when(), "once": self.chance.random() < 0.3}
        return {**choice, **more}

    def _then(self) -> object:
        ways = [{"go": self._target(), **self._when()} for _ in range(self.chance.randint(0, 2))]
        return [*(way for way in ways if "when" in way), {"go": self._target()}]

    def _target(self) -> str:
        return self.chance.choice((*self.scenes, *self.pools, "end", "end", "return"))

    def _when(self) -> Written:
        return {"when": self.chance.choice(CONDITIONS)} if self.chance.random() < 0.5 else {}

    def _effects(self) -> list[str]:
        return self._some(EFFECTS) if self.chance.random() < 0.5 else []

    def _some(self, choices: tuple[str, ...] | list[str]) -> list[str]:
        return self.chance.sample(choices, self.chance.randint(1, min(2, len(choices))))


def play(scenario: Scenario, seed: int) -> None:
    """Play at random, to the end or for many steps. Any exception is a scenario that should have been refused."""
    chance = random.Random(seed)
    state = advance(scenario, before_start(scenario), Started(seed))
    for _ in range(STEPS):
        shown = view(scenario, state)
        if shown.ended:
            return
        state = advance(scenario, state, _event(chance, shown, state.at))


def _event(chance: random.Random, shown: View, at: int) -> Event:
    scene, open_ = shown.scene.id, [offer.id for offer in shown.offers if offer.open]
    if shown.scene.kind == "inject":
        return Continued(scene, at)
    assert open_, f"nothing is open at {scene}"
    if shown.scene.kind == "decision":
        return OptionTaken(scene, chance.choice(open_), at)
    if shown.deadline is not None and chance.random() < 0.3:
        return DeadlinePassed(scene, shown.deadline)
    return LineChosen(scene, chance.choice(open_), at)


@pytest.mark.parametrize("batch", range(4))
def test_what_has_no_errors_can_be_played(batch: int) -> None:
    played = 0
    for seed in range(batch * 500, batch * 500 + 500):
        scenario, _ = read_bytes(Author(seed).scenario(), Path("random.yaml"))
        if scenario is not None:
            played += 1
            for session in range(5):
                play(scenario, session)
    assert played > 20
