"""The expression language of conditions and effects: text -> a typed tree, or a fault that points into the text.

The grammar is a small part of Python's own, read with `ast` and whitelisted node by node; nothing is ever
evaluated as Python. The tree keeps the span of each part, so that a screen can say which part of a
condition is false, and holds only names that the scenario declares.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from simulator.scenario.rubric import RED_FLAGS, SKILLS
from simulator.scenario.text import EXPRESSION_MAX

Type = Literal["bool", "int", "text"]
Operator = Literal["==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "and", "or"]

MEASURES: Mapping[str, str] = {
    "trust": "public trust, 0-100",
    "heat": "media heat, 0-100",
    "minutes": "minutes of story time since the start",
    "score": "mean overall grade of the answers so far, 0-100",
}
"""Names every scenario knows, each a whole number."""

STEERABLE = ("trust", "heat")
"""The measures that effects may change."""

CONSTANT_BOUND = 1_000_000
DEPTH_MAX = 40

_ALLOWED_TEXT = re.compile(r"[\w\s.,()<>=!+\-*/%&|\"':;\[\]{}]*")
_CLOCK_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


class Fault(Exception):
    """Why a text is not an expression.

    `column` counts characters from 0 within the text; `candidates` are names that could have
    stood there, for a 'did you mean'.
    """

    def __init__(
        self, code: str, column: int, message: str, params: Mapping[str, object], candidates: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message)
        self.code = code
        self.column = column
        self.message = message
        self.params = params
        self.candidates = candidates


@dataclass(frozen=True, slots=True)
class Names:
    """What an expression may refer to."""

    variables: Mapping[str, Type]
    choices: Mapping[str, tuple[str, ...]]
    """What each text variable may hold."""
    scenes: Mapping[str, tuple[str, ...]]
    """The ids of the lines or options of each scene; `silence` among them where it can be kept."""


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
}

_COMPARISONS: Mapping[type[ast.cmpop], Operator] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_ARITHMETIC: Mapping[type[ast.operator], Operator] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}
_BOOLEANS = {"true": True, "false": False}


def parse_condition(text: str, names: Names) -> Expr:
    """The typed tree of a condition. Raises Fault."""
    tree = _python_tree(text, "eval")
    assert isinstance(tree, ast.Expression)
    condition = _Reader(text, names).read(tree.body)
    if condition.type != "bool":
        raise _fault("P303", condition.start, "a condition must be true or false, but this is {type}", type=condition.type)
    return condition


def parse_effect(text: str, names: Names) -> Assignment:
    """The typed tree of an effect such as `trust += 5`. Raises Fault."""
    tree = _python_tree(text, "exec")
    assert isinstance(tree, ast.Module)
    if len(tree.body) != 1 or not isinstance(tree.body[0], ast.Assign | ast.AugAssign):
        raise _fault("P306", 0, "an effect is one assignment: name = value, name += number or name -= number")
    return _Reader(text, names).read_assignment(tree.body[0])


def conjuncts(condition: Expr | None) -> int:
    """How specific a condition is: the number of its parts that must hold together (0 for none)."""
    if condition is None:
        return 0
    if isinstance(condition, Joined) and condition.operator == "and":
        return sum(conjuncts(part) for part in condition.parts)
    return 1


def _fault(code: str, column: int, message: str, candidates: tuple[str, ...] = (), **params: object) -> Fault:
    return Fault(code, column, message, params, candidates)


@lru_cache(maxsize=4096)
def _python_tree(text: str, mode: Literal["eval", "exec"]) -> ast.AST:
    if len(text) > EXPRESSION_MAX:
        raise _fault("P024", 0, "this expression has {length} characters; at most {most} are read", length=len(text), most=EXPRESSION_MAX)
    # Backslashes, backticks and the like never belong here, and some of them make `ast` warn on standard error.
    allowed = _ALLOWED_TEXT.match(text)
    if allowed is not None and allowed.end() < len(text):
        raise _fault("P301", allowed.end(), "the character {character} has no place in an expression", character=repr(text[allowed.end()]))
    try:
        return ast.parse(text, mode=mode)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        column = max((getattr(error, "offset", None) or 1) - 1, 0)
        raise _fault("P301", min(column, len(text)), "this is not an expression: {reason}", reason=_reason(text, error)) from None


def _reason(text: str, error: BaseException) -> str:
    """Python's words for a syntax error, or ours where authors write another language's signs."""
    for foreign, own in (("&&", "and"), ("||", "or"), ("!", "not")):
        if foreign in text.replace("!=", ""):
            return f"write `{own}`, not `{foreign}`"
    if isinstance(error, SyntaxError) and "'=='" in (error.msg or ""):
        return "compare with `==`"
    return error.msg if isinstance(error, SyntaxError) and error.msg else "it is nested too deeply"


class _Reader:
    """Turns Python's tree into ours, refusing all that is not on the list."""

    def __init__(self, text: str, names: Names) -> None:
        self.text = text
        self.names = names
        self._ascii = text.isascii()
        self._readers: dict[type[ast.AST], Callable[..., Expr]] = {
            ast.Constant: self._constant,
            ast.Name: self._name,
            ast.Call: self._call,
            ast.UnaryOp: self._unary,
            ast.BoolOp: self._joined,
            ast.Compare: self._compare,
            ast.BinOp: self._computed,
        }
        self._depth = 0

    def read(self, node: ast.expr) -> Expr:
        reader = self._readers.get(type(node))
        if reader is None:
            raise _fault("P306", self._span(node)[0], "this construction is not part of the expression language")
        self._depth += 1
        if self._depth > DEPTH_MAX:
            raise _fault("P024", self._span(node)[0], "this expression is nested deeper than {most} levels", most=DEPTH_MAX)
        expr = reader(node, *self._span(node))
        self._depth -= 1
        return expr

    def read_assignment(self, node: ast.Assign | ast.AugAssign) -> Assignment:
        target = node.target if isinstance(node, ast.AugAssign) else node.targets[0]
        if not isinstance(target, ast.Name) or (isinstance(node, ast.Assign) and len(node.targets) != 1):
            raise _fault("P306", self._span(target)[0], "an effect changes one variable by its name")
        target_type = self._target_type(target)
        value = self.read(node.value)
        if isinstance(node, ast.Assign):
            if value.type != target_type:
                raise self._mismatch(value, target_type)
            self._check_choice(target.id, value)
            return Assignment(target.id, "=", value)
        if type(node.op) not in (ast.Add, ast.Sub):
            raise _fault("P306", self._span(target)[1], "an effect uses =, += or -=")
        if target_type != "int":
            raise _fault("P303", self._span(target)[0], "`{name}` is {type}; only whole numbers can be added to", name=target.id, type=target_type)
        if value.type != "int":
            raise self._mismatch(value, "int")
        return Assignment(target.id, "+=" if isinstance(node.op, ast.Add) else "-=", value)

    def _target_type(self, target: ast.Name) -> Type:
        if target.id in STEERABLE:
            return "int"
        start = self._span(target)[0]
        if target.id in MEASURES:
            raise _fault("P307", start, "`{name}` is measured, so no effect can change it", name=target.id)
        if target.id not in self.names.variables:
            known = (*self.names.variables, *STEERABLE)
            raise _fault("P302", start, "no variable is called `{name}`", known, name=target.id)
        return self.names.variables[target.id]

    def _span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        start, end = node.col_offset, node.end_col_offset or node.col_offset
        if self._ascii and "\n" not in self.text:
            return start, end
        lines = self.text.split("\n")
        before = sum(len(line) + 1 for line in lines[: node.lineno - 1])
        line = lines[node.lineno - 1].encode()
        return before + len(line[:start].decode(errors="replace")), before + len(line[:end].decode(errors="replace"))

    def _constant(self, node: ast.Constant, start: int, end: int) -> Expr:
        value = node.value
        if isinstance(value, str):
            return Constant(value, "text", start, end)
        if isinstance(value, bool) or not isinstance(value, int):
            raise _fault("P306", start, "write whole numbers, text in quotes, true or false")
        if value > CONSTANT_BOUND:
            raise _fault("P305", start, "numbers go up to {most}", most=CONSTANT_BOUND)
        return Constant(value, "int", start, end)

    def _name(self, node: ast.Name, start: int, end: int) -> Expr:
        if node.id in _BOOLEANS:
            return Constant(_BOOLEANS[node.id], "bool", start, end)
        if node.id in self.names.variables:
            return Name(node.id, self.names.variables[node.id], start, end)
        if node.id in MEASURES:
            return Name(node.id, "int", start, end)
        if node.id in FUNCTIONS:
            raise _fault("P304", start, "`{name}` is a function: write {name}(…)", name=node.id)
        known = (*self.names.variables, *MEASURES, *_BOOLEANS)
        raise _fault("P302", start, "no variable is called `{name}`", known, name=node.id)

    def _unary(self, node: ast.UnaryOp, start: int, end: int) -> Expr:
        operand = self.read(node.operand)
        if isinstance(node.op, ast.Not):
            return Not(self._expect(operand, "bool"), start, end)
        if isinstance(node.op, ast.USub):
            return Negative(self._expect(operand, "int"), start, end)
        raise _fault("P306", start, "this construction is not part of the expression language")

    def _joined(self, node: ast.BoolOp, start: int, end: int) -> Expr:
        parts = tuple(self._expect(self.read(part), "bool") for part in node.values)
        return Joined("and" if isinstance(node.op, ast.And) else "or", parts, start, end)

    def _computed(self, node: ast.BinOp, start: int, end: int) -> Expr:
        operator = _ARITHMETIC.get(type(node.op))
        if operator is None:
            raise _fault("P306", start, "only + - * are known here")
        left = self._expect(self.read(node.left), "int")
        return Computed(operator, left, self._expect(self.read(node.right), "int"), start, end)

    def _compare(self, node: ast.Compare, start: int, end: int) -> Expr:
        operands = [self.read(operand) for operand in (node.left, *node.comparators)]
        pairs: list[Expr] = []
        for operator_node, left, right in zip(node.ops, operands, operands[1:], strict=False):
            operator = _COMPARISONS.get(type(operator_node))
            if operator is None:
                raise _fault("P306", left.end, "only == != < <= > >= compare here")
            self._check_comparable(operator, left, right)
            pairs.append(Compared(operator, left, right, left.start, right.end))
        return pairs[0] if len(pairs) == 1 else Joined("and", tuple(pairs), start, end)

    def _check_comparable(self, operator: Operator, left: Expr, right: Expr) -> None:
        if left.type != right.type:
            raise self._mismatch(right, left.type)
        if operator not in ("==", "!=") and left.type != "int":
            raise _fault("P303", left.start, "only whole numbers can be ordered; this is {type}", type=left.type)
        for one, other in ((left, right), (right, left)):
            if isinstance(one, Name):
                self._check_choice(one.name, other)

    def _check_choice(self, name: str, value: Expr) -> None:
        choices = self.names.choices.get(name)
        if choices and isinstance(value, Constant) and value.value not in choices:
            raise _fault("P303", value.start, "`{name}` never holds “{value}”", choices, name=name, value=value.value)

    def _call(self, node: ast.Call, start: int, end: int) -> Expr:
        if not isinstance(node.func, ast.Name):
            raise _fault("P306", start, "this construction is not part of the expression language")
        function = FUNCTIONS.get(node.func.id)
        if function is None:
            raise _fault("P304", start, "no function is called `{name}`", tuple(FUNCTIONS), name=node.func.id)
        least, most = len(function.kinds) - function.optional, len(function.kinds)
        if node.keywords or not least <= len(node.args) <= most:
            raise _fault("P305", start, "{name}(…) takes {kinds}", name=node.func.id, kinds=", ".join(function.kinds))
        arguments: list[str] = []
        for kind, argument in zip(function.kinds, node.args, strict=False):
            arguments.append(self._argument(kind, argument, arguments))
        return Call(node.func.id, tuple(arguments), function.type, start, end)

    def _argument(self, kind: str, node: ast.expr, before: list[str]) -> str:
        start = self._span(node)[0]
        if kind == "time":
            written = node.value if isinstance(node, ast.Constant) else None
            if not isinstance(written, str) or not _CLOCK_TIME.fullmatch(written):
                raise _fault("P305", start, "write a time of day in quotes, such as \"16:00\"")
            return written
        word = node.id if isinstance(node, ast.Name) else node.value if isinstance(node, ast.Constant) else None
        known: tuple[str, ...] = {
            "skill": SKILLS,
            "flag": RED_FLAGS,
            "scene": tuple(self.names.scenes),
            "line": self.names.scenes.get(before[0], ()) if before else (),
        }[kind]
        if not isinstance(word, str) or word not in known:
            shown = word if isinstance(word, str) else "…"
            raise _fault("P302", start, "no {kind} is called `{name}`", known, kind=kind, name=shown)
        return word

    def _expect(self, expr: Expr, type_: Type) -> Expr:
        if expr.type != type_:
            raise self._mismatch(expr, type_)
        return expr

    def _mismatch(self, expr: Expr, wanted: Type) -> Fault:
        return _fault("P303", expr.start, "this is {type}, but {wanted} is needed here", type=expr.type, wanted=wanted)


