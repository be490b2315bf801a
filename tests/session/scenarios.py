"""Random scenarios that the loader would accept, and random moves to try at them.

The story runs along `main0`, `main1` … to an ending: the last way of each leads further, and earlier ways may
lead back while the scene has been visited less than three times. Scenes that are called (`call0` …) and the
pool's questions (`ask0` …) come back by `return` or end the session. So whatever is chosen, every session
comes to an end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from hypothesis import strategies as st

from simulator.scenario.model import Scenario
from simulator.scenario.rubric import RED_FLAGS, SKILLS
from tests.builders import Written, decision, ending, inject, line, option, pool, question, scenario, silence, variable

VARIABLES = [
    variable("told", False),
    variable("promises", 2, range=(0, 5)),
    variable("debt", 0, range=(-3, 3)),
    variable("host", "commune", values=["commune", "province"]),
]


@dataclass(frozen=True)
class Move:
    """What somebody tries at a session; `tests.session.moves` reads it against the state it meets."""

    kind: str
    pick: int
    wait: int


@dataclass(frozen=True)
class Case:
    """A scenario, a seed, a time scale and the moves that are tried."""

    scenario: Scenario = field(repr=False)
    seed: int
    time_scale: int
    moves: tuple[Move, ...]


KINDS = (*["choose"] * 10, "wait", "wait", "wild", "other", "back")
WAITS = (0, 1, 500, 2_000, 40_000)
MOVES = st.integers(0, len(KINDS) * len(WAITS) * 31 - 1).map(
    lambda n: Move(KINDS[n % len(KINDS)], n // len(KINDS) // len(WAITS), WAITS[n // len(KINDS) % len(WAITS)])
)


def _case(size: int, seed: int, time_scale: int, moves: list[Move]) -> Case:
    author = Author(Random(f"{size} {seed} {time_scale} {moves}"), size)
    return Case(author.scenario(), seed, time_scale, tuple(moves))


# A scenario is some thousand choices. They follow from the rest of the case: drawn one by one they would take
# longer than all tests, and drawn as one number the same few scenarios would come again and again.
CASES: st.SearchStrategy[Case] = st.builds(
    _case,
    st.integers(2, 6),
    st.integers(0, 2**63 - 1),
    st.sampled_from([0, 50, 100, 200]),
    st.lists(MOVES, min_size=24, max_size=40),
)


class Author:
    """Writes a scenario by chance: its kinds of scenes first, since conditions name their choices."""

    def __init__(self, random: Random, size: int) -> None:
        self.random = random
        self.main = [f"main{number}" for number in range(size)]
        self.calls = [f"call{number}" for number in range(random.randint(1, 3))]
        self.asked = [f"ask{number}" for number in range(random.randint(1, 3))]
        kinds = {scene: random.choice(["question", "question", "inject", "decision"]) for scene in self.main}
        kinds |= {scene: random.choice(["question", "question", "inject"]) for scene in self.calls}
        self.kinds = kinds | dict.fromkeys(self.asked, "question")

    def scenario(self) -> Scenario:
        """Questions, injects, decisions, follow-ups, an interruption, a pool, conditions and effects."""
        return scenario(
            *(self.main_scene(number) for number in range(len(self.main))),
            *(self.called_scene(scene) for scene in self.calls),
            *({**self.called_scene(scene), **self.when(), "once": self.flip()} for scene in self.asked),
            inject("news", interrupts=self.condition(), takes=self.random.randint(0, 5), then="return"),
            ending("good"),
            ending("poor"),
            variables=VARIABLES,
            pools=[
                pool("floor", *self.asked, draws=self.random.randint(1, 3), then=[*self.perhaps("poor"), _to("good")])
            ],
        )

    def main_scene(self, number: int) -> Written:
        further = [*self.main[number + 1 :], "floor"]
        ways = [*self.perhaps(*further), *self.perhaps(*further)]
        if self.flip():
            back = self.random.choice(self.main[: number + 1])
            ways.append({"when": f"visits({self.main[number]}) < 3 and ({self.condition()})", "go": back})
        return self.scene(self.main[number], [*ways, _to(further[0])])

    def called_scene(self, scene: str) -> Written:
        ways = self.perhaps("poor") if self.random.random() < 0.2 else []
        return self.scene(scene, [*ways, _to("return")])

    def scene(self, scene: str, ways: list[Written]) -> Written:
        takes = self.random.randint(0, 4)
        if self.kinds[scene] == "inject":
            return inject(scene, effects=self.effects(), takes=takes, then=ways)
        if self.kinds[scene] == "decision":
            options = [
                option(choice, **self.closable(choice), effects=self.effects()) for choice in self.choices(scene)
            ]
            return decision(scene, *options, takes=takes, then=ways)
        skills = self.random.sample(SKILLS[:4], self.random.randint(1, 3))
        lines = [line(choice, **self.closable(choice), **self.graded(skills)) for choice in self.choices(scene)]
        asked = question(scene, *lines, takes=takes, then=ways, follow_ups=self.follow_ups())
        limited = {"time_limit": self.random.randint(5, 60), "silence": silence(**self.graded(skills))}
        return asked | limited if self.flip() else asked

    def choices(self, scene: str) -> list[str]:
        return {"question": ["a", "b", "c"], "decision": ["a", "b"], "inject": []}[self.kinds[scene]]

    def closable(self, choice: str) -> Written:
        """Only the first choice may be closed."""
        return {**self.when(), "once": self.flip()} if choice == "a" else {}

    def graded(self, skills: Sequence[str]) -> Written:
        return {
            "levels": {skill: self.random.randint(0, 4) for skill in skills},
            "flags": self.random.sample(RED_FLAGS[:4], self.random.choice([0, 0, 1, 2])),
            "effects": self.effects(),
            "follow_ups": self.follow_ups(),
        }

    def follow_ups(self) -> list[Written]:
        return [{"ask": self.random.choice(self.calls), **self.when()} for _ in range(self.random.choice([0, 0, 1, 2]))]

    def when(self) -> Written:
        return {"when": self.condition()} if self.flip() else {}

    def perhaps(self, *targets: str) -> list[Written]:
        """A way with a condition, or none."""
        return [{"when": self.condition(), "go": self.random.choice(targets)}] if self.flip() else []

    def effects(self) -> list[str]:
        return [self.effect() for _ in range(self.random.choice([0, 0, 1, 2]))]

    def effect(self) -> str:
        target = self.random.choice(["trust", "heat", "promises", "debt", "told", "host"])
        if target == "told":
            return f"told = {self.condition()}"
        if target == "host":
            return 'host = "province"'
        value = self.number() if self.flip() else self.random.randint(-20, 20)
        return f"{target} {self.random.choice(['=', '+=', '-='])} {value}"

    def condition(self) -> str:
        shape = self.random.choice(["{0}", "{0}", "not ({0})", "{0} and {1}", "{0} or {1}", "{0} or not {1} and {2}"])
        return shape.format(self.part(), self.part(), self.part())

    def part(self) -> str:
        scene, flag = self.random.choice(list(self.kinds)), self.random.choice(RED_FLAGS[:4])
        chosen = f"chosen({scene}, {self.choices(scene)[-1]})" if self.choices(scene) else f"visits({scene}) > 0"
        truths: list[Callable[[], str]] = [
            lambda: f"{self.number()} {self.random.choice(['==', '!=', '<', '<=', '>', '>='])} {self.bound()}",
            lambda: f'after("{self.random.choice(["15:30", "15:40", "16:00", "15:00"])}")',
            lambda: self.random.choice([f"flag({flag})", f"flag({flag}, {scene})", chosen]),
            lambda: self.random.choice(["told", "told == false", 'host == "commune"', 'host != "province"']),
        ]
        return self.random.choice([truths[0], *truths])()

    def number(self) -> str:
        scene, skill = self.random.choice(list(self.kinds)), self.random.choice(SKILLS[:4])
        flag = self.random.choice(RED_FLAGS[:4])
        own = ["trust", "heat", "minutes", "score", "promises", "debt", "promises * 2 - debt"]
        asked = [f"level({skill})", f"level({skill}, {scene})", f"average({skill})", f"visits({scene})"]
        return self.random.choice([*own, *asked, f"raised({flag})", "raised()"])

    def bound(self) -> int:
        return self.random.choice([self.random.randint(-3, 5), self.random.randint(0, 100)])

    def flip(self) -> bool:
        return self.random.random() < 0.5


def _to(target: str) -> Written:
    return {"go": target}
