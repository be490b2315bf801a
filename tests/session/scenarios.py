"""Random scenarios that the loader would accept, and random ways through them, legal and illegal.

The story runs along `main0`, `main1` … to an ending: the last way of each leads further, and earlier ways may
lead anywhere on this road, back only while a scene has been visited less than three times. Scenes that are
called (`call0` …) and the pool's questions (`ask0` …) come back by `return` or end the session. So whatever
is chosen, every session comes to an end.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from simulator.scenario.model import Scenario
from simulator.scenario.rubric import RED_FLAGS, SKILLS
from tests.builders import Written, decision, ending, inject, line, option, pool, question, scenario, silence, variable

Draw = Any
"""What `st.composite` hands in: draws a value from a strategy."""

LINES = ("a", "b", "c")
SIGNS = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
SKILL, FLAG = st.sampled_from(SKILLS[:4]), st.sampled_from(RED_FLAGS[:4])
LEVELS = st.dictionaries(SKILL, st.integers(0, 4), min_size=1, max_size=3)
FLAGS = st.lists(FLAG, max_size=2, unique=True)

VARIABLES = [
    variable("told", False),
    variable("promises", 2, range=(0, 5)),
    variable("debt", 0, range=(-3, 3)),
    variable("host", "commune", values=["commune", "province"]),
]


@dataclass(frozen=True)
class Ids:
    """The ids of a scenario under way, known before its scenes are written."""

    main: tuple[str, ...]
    calls: tuple[str, ...]
    asked: tuple[str, ...]
    injects: frozenset[str]
    decisions: frozenset[str]

    @property
    def scenes(self) -> tuple[str, ...]:
        return (*self.main, *self.calls, *self.asked)

    def choices(self, scene: str) -> tuple[str, ...]:
        return () if scene in self.injects else LINES[:2] if scene in self.decisions else LINES


@dataclass(frozen=True)
class Move:
    """What somebody tries at a session, to be read against the state it meets: see `tests.session.moves`."""

    kind: str
    pick: int
    wait: int


@dataclass(frozen=True)
class Case:
    """A scenario, a seed, a time scale and the moves that are tried."""

    scenario: Scenario
    seed: int
    time_scale: int
    moves: tuple[Move, ...] = field(repr=False)


MOVES = st.builds(
    Move,
    st.sampled_from(["choose"] * 6 + ["wait", "wild", "other", "back"]),
    st.integers(0, 30),
    st.sampled_from([0, 1, 2_000, 40_000, 700_000]),
)


@st.composite
def cases(draw: Draw) -> Case:
    """A scenario and what is tried at it."""
    seed, scale = draw(st.integers(0, 2**63 - 1)), draw(st.sampled_from([0, 50, 100, 200]))
    return Case(draw(scenarios()), seed, scale, tuple(draw(st.lists(MOVES, min_size=5, max_size=40))))


@st.composite
def scenarios(draw: Draw) -> Scenario:
    """A scenario with questions, injects, decisions, follow-ups, an interruption, a pool, conditions and effects."""
    main = tuple(f"main{number}" for number in range(draw(st.integers(1, 4))))
    calls = tuple(f"call{number}" for number in range(draw(st.integers(1, 3))))
    asked = tuple(f"ask{number}" for number in range(draw(st.integers(1, 3))))
    kinds = {scene: draw(st.sampled_from(["question", "question", "inject", "decision"])) for scene in main}
    kinds |= {scene: draw(st.sampled_from(["question", "question", "inject"])) for scene in calls}
    ids = Ids(
        main,
        calls,
        asked,
        frozenset(scene for scene, kind in kinds.items() if kind == "inject"),
        frozenset(scene for scene, kind in kinds.items() if kind == "decision"),
    )
    return scenario(
        *(_main_scene(draw, ids, scene, kinds[scene]) for scene in main),
        *(_called_scene(draw, ids, scene, kinds[scene]) for scene in calls),
        *(_asked_scene(draw, ids, scene) for scene in asked),
        inject("news", interrupts=draw(conditions(ids)), takes=draw(st.integers(0, 5)), then="return"),
        ending("good"),
        ending("poor"),
        variables=VARIABLES,
        pools=[_pool(draw, ids)],
    )


def _main_scene(draw: Draw, ids: Ids, scene: str, kind: str) -> Written:
    here = ids.main.index(scene)
    further = st.sampled_from([*ids.main[here + 1 :], "floor", "good"])
    ways = [{"when": draw(conditions(ids)), "go": draw(further)} for _ in range(draw(st.integers(0, 2)))]
    if draw(st.booleans()):
        # Back, or round and round, but not for ever.
        back = draw(st.sampled_from(ids.main[: here + 1]))
        ways.append({"when": f"visits({scene}) < 3 and ({draw(conditions(ids))})", "go": back})
    return _scene(draw, ids, scene, kind, [*ways, {"go": draw(further)}])


def _called_scene(draw: Draw, ids: Ids, scene: str, kind: str) -> Written:
    ways = [{"when": draw(conditions(ids)), "go": "poor"}] if draw(st.booleans()) else []
    return _scene(draw, ids, scene, kind, [*ways, {"go": "return"}])


def _asked_scene(draw: Draw, ids: Ids, scene: str) -> Written:
    written = _called_scene(draw, ids, scene, "question")
    when = {"when": draw(conditions(ids))} if draw(st.booleans()) else {}
    return {**written, **when, "once": draw(st.booleans())}


def _pool(draw: Draw, ids: Ids) -> Written:
    ways = [{"when": draw(conditions(ids)), "go": "poor"}, {"go": "good"}]
    return pool("floor", *ids.asked, draws=draw(st.integers(1, 3)), then=ways)


def _scene(draw: Draw, ids: Ids, scene: str, kind: str, ways: list[Written]) -> Written:
    takes = draw(st.integers(0, 4))
    if kind == "inject":
        return inject(scene, effects=draw(effects(ids)), takes=takes, then=ways)
    if kind == "decision":
        options = [option(choice, **_changes(draw, ids, choice)) for choice in ids.choices(scene)]
        return decision(scene, *options, takes=takes, then=ways)
    lines = [line(choice, **_changes(draw, ids, choice), **_grades(draw, ids)) for choice in ids.choices(scene)]
    limit: Written = {}
    if draw(st.booleans()):
        limit = {"time_limit": draw(st.integers(5, 60)), "silence": silence(**_grades(draw, ids))}
    return question(scene, *lines, takes=takes, then=ways, follow_ups=draw(follow_ups(ids)), **limit)


def _changes(draw: Draw, ids: Ids, choice: str) -> Written:
    """What a choice may have beside its grades; the last one is always open."""
    changes: Written = {"effects": draw(effects(ids))}
    if choice == "a":
        changes["once"] = draw(st.booleans())
        if draw(st.booleans()):
            changes["when"] = draw(conditions(ids))
    return changes


def _grades(draw: Draw, ids: Ids) -> Written:
    return {"levels": draw(LEVELS), "flags": draw(FLAGS), "follow_ups": draw(follow_ups(ids))}


def follow_ups(ids: Ids) -> st.SearchStrategy[list[Written]]:
    """At most one follow-up, with or without a condition."""
    asked = st.sampled_from(ids.calls)
    with_condition = st.fixed_dictionaries({"ask": asked, "when": conditions(ids)})
    return st.lists(st.one_of(st.fixed_dictionaries({"ask": asked}), with_condition), max_size=1)


def effects(ids: Ids) -> st.SearchStrategy[list[str]]:
    """Up to two effects of any kind."""
    numbers = st.one_of(st.integers(-20, 20).map(str), _numbers(ids))
    number = st.builds(
        "{} {} {}".format,
        st.sampled_from(["trust", "heat", "promises", "debt"]),
        st.sampled_from(["=", "+=", "-="]),
        numbers,
    )
    truth = conditions(ids).map("told = {}".format)
    return st.lists(st.one_of(number, truth, st.sampled_from(['host = "province"', "told = true"])), max_size=2)


def conditions(ids: Ids) -> st.SearchStrategy[str]:
    """A condition of one or two parts."""
    compared = st.builds("{} {} {}".format, _numbers(ids), SIGNS, st.integers(-5, 60))
    times = st.sampled_from(["15:30", "15:40", "16:00", "15:00"])
    scene = st.sampled_from(ids.scenes)
    chosen = scene.map(lambda id: f"chosen({id}, {ids.choices(id)[-1]})" if ids.choices(id) else f"visits({id}) > 0")
    part = st.one_of(
        compared,
        compared,
        times.map('after("{}")'.format),
        chosen,
        FLAG.map("flag({})".format),
        st.builds("flag({}, {})".format, FLAG, scene),
        st.sampled_from(["told", 'host == "commune"', "told == false", 'host != "province"']),
    )
    return st.one_of(
        part,
        part.map("not ({})".format),
        st.builds("{} {} {}".format, part, st.sampled_from(["and", "or"]), part),
    )


def _numbers(ids: Ids) -> st.SearchStrategy[str]:
    scene = st.sampled_from(ids.scenes)
    return st.one_of(
        st.sampled_from(["trust", "heat", "minutes", "score", "promises", "debt", "raised()", "promises * 2 - debt"]),
        SKILL.map("level({})".format),
        st.builds("level({}, {})".format, SKILL, scene),
        SKILL.map("average({})".format),
        FLAG.map("raised({})".format),
        scene.map("visits({})".format),
    )
