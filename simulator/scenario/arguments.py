"""The arguments of a function in an expression: how many it takes, and that each is a known id or a time of day."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence

from simulator.language.catalogue import template
from simulator.scenario.faults import Fault
from simulator.scenario.tree import Function, Names

_CLOCK_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")

_NO_SUCH: Mapping[str, str] = {
    "skill": template("no skill is called `{name}`"),
    "flag": template("no red flag is called `{name}`"),
    "scene": template("no scene is called `{name}`"),
    "item": template("no fact, unknown or rumour of the dossier is called `{name}`"),
    "line": template("no line or option of that scene is called `{name}`"),
}


def takes(function: Function, count: int) -> bool:
    """Whether the function may be given so many arguments."""
    return len(function.kinds) - function.optional <= count <= len(function.kinds)


def usage(name: str, function: Function) -> str:
    """How the function is written: `level(skill) / level(skill, scene)`."""
    counts = range(len(function.kinds) - function.optional, len(function.kinds) + 1)
    return " / ".join(f"{name}({', '.join(function.kinds[:count])})" for count in counts)


def read_argument(kind: str, node: ast.expr, start: int, before: Sequence[str], names: Names) -> str:
    """The id or time that stands at `start`; `before` are the arguments that stand before it. Raises Fault."""
    word = node.id if isinstance(node, ast.Name) else node.value if isinstance(node, ast.Constant) else None
    if kind == "time":
        if not isinstance(node, ast.Constant) or not isinstance(word, str) or not _CLOCK_TIME.fullmatch(word):
            raise Fault("P305", start, template('write a time of day in quotes, such as "16:00"'))
        return word
    if not isinstance(word, str):
        raise Fault("P305", start, template("write one id here"))
    scene = before[0] if before else ""
    # A long scenario has a thousand scenes: they are not listed for each mention.
    if word not in (names.scenes if kind == "scene" else names.known(kind, scene)):
        raise Fault("P302", start, _NO_SUCH[kind], names.known(kind, scene), name=word)
    return word
