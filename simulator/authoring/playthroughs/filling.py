"""Filling: what comes of the steps of a play-through is written into its file, and everything else stays as it is.

The file is changed at the places of its figures alone, so that comments, order and wrapping are the author's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.authoring.fmt.tree import Node, tree_of
from simulator.authoring.playthroughs.edits import Edits
from simulator.loading.events import trail_of
from simulator.loading.files import bytes_of
from simulator.loading.playthrough import examine_playthrough_bytes
from simulator.loading.problems import Problem
from simulator.loading.source import read_again
from simulator.scenario.model import Scenario
from simulator.session.differences import Difference
from simulator.session.playthrough import Expectation, PlayedStep, Playthrough
from simulator.session.recording import recorded
from simulator.session.rehearsal import rehearse
from simulator.session.state import SessionState

HEAD = ("ending", "score", "trust", "heat")
"""The figures of the whole play-through, in the order in which they are written."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The new text of a file; None where it has errors, or where a step does not fit, which is the last difference.

    `differences` are those of the file as it was, each with its line.
    """

    path: Path
    text: str | None
    problems: tuple[Problem, ...]
    differences: tuple[tuple[int, Difference], ...] = ()


def filled(path: Path, scenario: Scenario) -> Filled:
    """A play-through's file with all its figures. Raises MachineError if it cannot be read."""
    data = bytes_of(path)
    examined = examine_playthrough_bytes(data, path, scenario)
    one = examined.playthrough
    if one is None:
        return Filled(path, None, examined.problems)
    rehearsal = rehearse(scenario, one)
    lines = examined.step_lines
    told = tuple((lines[found.step - 1] if found.step else 1, found) for found in rehearsal.differences)
    if len(rehearsal.events) <= len(one.steps):
        return Filled(path, None, examined.problems, told)
    text, wanted = read_again(data)[0], _wanted(scenario, one)
    new = _written(text, one, wanted)
    again = examine_playthrough_bytes(new.encode(), path, scenario).playthrough
    if again != wanted:
        raise AssertionError(f"{path} would be read as another play-through than was filled in")
    return Filled(path, new, examined.problems, told)


def _wanted(scenario: Scenario, one: Playthrough) -> Playthrough:
    """The play-through with what comes; at an inject, where nothing is expected by itself, what its author asks for."""
    states = rehearse(scenario, one).states
    full = recorded(scenario, one)
    steps = tuple(
        _noted(before, state) if after.expect is None else _flags_as_before(before, after)
        for before, after, state in zip(one.steps, full.steps, states[1:], strict=True)
    )
    return full.model_copy(update={"steps": steps})


def _noted(step: PlayedStep, state: SessionState) -> PlayedStep:
    if step.expect is None:
        return step
    trust, heat = (None if getattr(step.expect, key) is None else getattr(state, key) for key in ("trust", "heat"))
    return step.model_copy(update={"expect": Expectation(trust=trust, heat=heat)})


def _flags_as_before(before: PlayedStep, after: PlayedStep) -> PlayedStep:
    """The flags in their author's order, where they are the same."""
    if before.expect is None or after.expect is None or before.expect.flags is None:
        return after
    if set(before.expect.flags) != set(after.expect.flags or ()):
        return after
    return after.model_copy(update={"expect": after.expect.model_copy(update={"flags": before.expect.flags})})


def _written(text: str, old: Playthrough, new: Playthrough) -> str:
    edits, root = Edits(text), tree_of(text, trail_of(text)).root
    _write_head(edits, root, new)
    steps = root.get("steps")
    if steps is None or steps.kind not in ("list", "flow"):
        raise AssertionError("the steps of a play-through that was read are a list")
    if steps.kind == "flow":
        edits.put(steps, f"[{', '.join(map(_step_in_braces, new.steps))}]")
    for node, before, after in zip(steps.items, old.steps, new.steps, strict=False):
        if before != after:
            _write_step(edits, node, before, after)
    return edits.made()


def _write_head(edits: Edits, root: Node, new: Playthrough) -> None:
    there = {key.value: (key, value) for key, value in root.pairs}
    missing = []
    for key in HEAD:
        figure = getattr(new, key)
        if key not in there:
            missing += [] if figure is None else [f"{key}: {figure}"]
        elif figure is None:
            edits.take_out(*there[key])
        else:
            edits.put(there[key][1], str(figure))
    above = [value for key, value in root.pairs if key.value not in ("steps", "other_seeds")]
    edits.add_below(above[-1], missing, 0)


def _write_step(edits: Edits, node: Node, before: PlayedStep, after: PlayedStep) -> None:
    """The step's expectation, put where it was, or below the step's last key."""
    if node.kind == "flow":
        edits.put(node, _step_in_braces(after))
        return
    entries = _entries(after.expect)
    expect, indent = node.get("expect"), edits.column(node.pairs[0][0])
    if expect is None:
        lines = [f"  {key}: {value}" for key, value in entries.items()]
        edits.add_below(node.pairs[-1][1], ["expect:", *lines], indent)
    elif expect.kind == "mapping" and expect.pairs:
        _write_entries(edits, expect, _entries(before.expect), entries)
    else:
        edits.put(expect, _in_braces(entries))


def _write_entries(edits: Edits, expect: Node, old: Mapping[str, str], new: Mapping[str, str]) -> None:
    for key, value in expect.pairs:
        if key.value not in new:
            edits.take_out(key, value)
        elif old.get(key.value) != new[key.value]:
            edits.put(value, new[key.value])
    there = {key.value for key, _ in expect.pairs}
    missing = [f"{key}: {value}" for key, value in new.items() if key not in there]
    edits.add_below(expect.pairs[-1][1], missing, edits.column(expect.pairs[0][0]))


def _entries(expect: Expectation | None) -> dict[str, str]:
    """What is expected, each as it is written behind its key."""
    if expect is None:
        return {}
    found: dict[str, str] = {}
    if expect.levels is not None:
        found["levels"] = _in_braces(expect.levels)
    if expect.flags is not None:
        found["flags"] = f"[{', '.join(expect.flags)}]"
    figures = {key: getattr(expect, key) for key in ("overall", "trust", "heat")}
    return found | {key: str(figure) for key, figure in figures.items() if figure is not None}


def _step_in_braces(step: PlayedStep) -> str:
    written = {key: _quoted(value) for key in ("at", "choose", "say") if (value := getattr(step, key)) is not None}
    return _in_braces(written | ({"expect": _in_braces(_entries(step.expect))} if step.expect else {}))


def _in_braces(entries: Mapping[Any, object]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in entries.items()) + "}"


def _quoted(id_: str) -> str:
    return f'"{id_}"' if id_ in ("true", "false", "null") else id_
