"""The typed tree of an expression, and the names and functions that one may be made of.

Every part keeps its span in the text, so that a screen can say which part of a condition is false.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.scenario.rubric import RED_FLAGS, SKILLS

Type = Literal["bool", "int", "text"]
Operator = Literal["==", "!=", "<", "<=", ">", ">=", "+", "-", "*"]

MEASURES: Mapping[str, str] = {
    "trust": "public trust, 0-100",
    "heat": "media heat, 0-100",
    "minutes": "minutes of story time since the start",
    "score": "mean overall grade of the answers so far, 0-100",
    "overall": "overall grade of the latest answer, 0-100; 0 before the first",
}
"""Names every scenario knows, each a whole number."""

STEERABLE = ("trust", "heat")
"""The measures that effects may change."""


@dataclass(frozen=True, slots=True)
class Function:
    """What a function takes, kind by kind, and gives. The last `optional` arguments may be left out."""

    kinds: tuple[str, ...]
    optional: int
    type: Type


FUNCTIONS: Mapping[str, Function] = {
    "after": Function(("time",), 0, "bool"),
    "visits": Function(("scene",), 0, "int"),
    "chosen": Function(("scene", "line"), 0, "bool"),
    "level": Function(("skill", "scene"), 1, "int"),
    "average": Function(("skill",), 0, "int"),
    "flag": Function(("flag", "scene"), 1, "bool"),
    "raised": Function(("flag",), 1, "int"),
    "said": Function(("item",), 0, "bool"),
}


@dataclass(frozen=True, slots=True)
class Names:
    """What an expression may refer to."""

    variables: Mapping[str, Type]
    choices: Mapping[str, tuple[str, ...]]
    """What each text variable may hold."""
    scenes: Mapping[str, tuple[str, ...]]
    """The ids of the lines or options of each scene; `silence` among them where it can be kept."""
    items: tuple[str, ...] = ()
    """The ids of the facts, unknowns and rumours of the dossier."""

    def known(self, kind: str, scene: str) -> tuple[str, ...]:
        """All ids of a kind of argument; those of lines are the given scene's."""
        match kind:
            case "skill":
                return SKILLS
            case "flag":
                return RED_FLAGS
            case "scene":
                return tuple(self.scenes)
            case "item":
                return self.items
        return self.scenes.get(scene, ())


@dataclass(frozen=True, slots=True)
class Constant:
    value: bool | int | str
    type: Type
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """A declared variable or one of MEASURES."""

    name: str
    type: Type
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Call:
    """One of FUNCTIONS, with its arguments as ids."""

    function: str
    arguments: tuple[str, ...]
    type: Type
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Not:
    operand: Expr
    start: int
    end: int
    type: Type = "bool"


@dataclass(frozen=True, slots=True)
class Negative:
    operand: Expr
    start: int
    end: int
    type: Type = "int"


@dataclass(frozen=True, slots=True)
class Joined:
    """Parts joined by `and` or by `or`."""

    operator: Literal["and", "or"]
    parts: tuple[Expr, ...]
    start: int
    end: int
    type: Type = "bool"


@dataclass(frozen=True, slots=True)
class Compared:
    operator: Operator
    left: Expr
    right: Expr
    start: int
    end: int
    type: Type = "bool"


@dataclass(frozen=True, slots=True)
class Computed:
    operator: Operator
    left: Expr
    right: Expr
    start: int
    end: int
    type: Type = "int"


Expr = Constant | Name | Call | Not | Negative | Joined | Compared | Computed


@dataclass(frozen=True, slots=True)
class Assignment:
    """An effect: the variable or measure, how it changes, and by what."""

    target: str
    operator: Literal["=", "+=", "-="]
    value: Expr


def parts_of(tree: Expr | Assignment) -> Iterator[Expr]:
    """Every expression that stands in a condition or an effect, the whole before its parts, as they are written."""
    match tree:
        case Assignment(value=value):
            yield from parts_of(value)
            return
        case Not(operand=operand) | Negative(operand=operand):
            inner: tuple[Expr, ...] = (operand,)
        case Joined(parts=parts):
            inner = parts
        case Compared(left=left, right=right) | Computed(left=left, right=right):
            inner = (left, right)
        case _:
            inner = ()
    yield tree
    for part in inner:
        yield from parts_of(part)


def leaves(expr: Expr) -> Iterator[Name | Call]:
    """The names and calls of an expression, in the order in which they are written."""
    return (part for part in parts_of(expr) if isinstance(part, Name | Call))


def conjuncts(condition: Expr | None) -> int:
    """How specific a condition is: the number of its parts that must hold together (0 for none)."""
    if condition is None:
        return 0
    if isinstance(condition, Joined) and condition.operator == "and":
        return sum(conjuncts(part) for part in condition.parts)
    return 1
