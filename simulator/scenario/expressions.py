"""The expression language of conditions and effects: text -> a typed tree, or a fault that points into the text.

The grammar is a small part of Python's own, read with `ast` and whitelisted node by node; nothing is ever
evaluated as Python. The tree holds only names that the scenario declares, and its types are right.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from typing import cast

from simulator.language.catalogue import template
from simulator.scenario.arguments import read_argument, takes, usage
from simulator.scenario.faults import Fault
from simulator.scenario.syntax import on_one_line, python_tree
from simulator.scenario.tree import (
    FUNCTIONS,
    MEASURES,
    STEERABLE,
    Assignment,
    Call,
    Compared,
    Computed,
    Constant,
    Expr,
    Function,
    Joined,
    Name,
    Names,
    Negative,
    Not,
    Operator,
    Type,
    conjuncts,
)

__all__ = [
    "FUNCTIONS",
    "MEASURES",
    "STEERABLE",
    "Assignment",
    "Call",
    "Compared",
    "Computed",
    "Constant",
    "Expr",
    "Fault",
    "Function",
    "Joined",
    "Name",
    "Names",
    "Negative",
    "Not",
    "Operator",
    "Type",
    "conjuncts",
    "parse_condition",
    "parse_effect",
]

CONSTANT_BOUND = 1_000_000
DEPTH_MAX = 40

_CLOSING_BRACKETS = re.compile(r"(?:\s*\))*")
_OPENING_BRACKETS = re.compile(r"(?:\(\s*)*$")

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

_FOREIGN_CONSTRUCTION = template("this construction is not part of the expression language")
_NO_SUCH_VARIABLE = template("no variable is called `{name}`")


def parse_condition(text: str, names: Names) -> Expr:
    """The typed tree of a condition. Raises Fault."""
    text = on_one_line(text)
    tree = cast(ast.Expression, python_tree(text, "eval"))
    condition = _Reader(text, names).read(tree.body)
    if condition.type != "bool":
        message = template("a condition must be true or false, but this is {type}")
        raise Fault("P303", condition.start, message, type=condition.type)
    return condition


def parse_effect(text: str, names: Names) -> Assignment:
    """The typed tree of an effect such as `trust += 5`. Raises Fault."""
    text = on_one_line(text)
    match cast(ast.Module, python_tree(text, "exec")).body:
        case [ast.Assign() | ast.AugAssign() as statement]:
            return _Reader(text, names).read_assignment(statement)
    raise Fault("P306", 0, template("an effect is one assignment: name = value, name += number or name -= number"))


class _Reader:
    """Turns Python's tree into ours, refusing all that is not on the list."""

    def __init__(self, text: str, names: Names) -> None:
        self._text = text
        self._names = names
        self._indent = len(text) - len(text.lstrip())
        self._encoded = b"" if text.isascii() else text.lstrip().encode()
        self._depth = 0

    def read(self, node: ast.expr) -> Expr:
        start, end = self._span(node)
        self._depth += 1
        if self._depth > DEPTH_MAX:
            raise Fault("P024", start, template("this expression is nested deeper than {most} levels"), most=DEPTH_MAX)
        expr = self._read(node, start, end)
        self._depth -= 1
        return expr

    def _read(self, node: ast.expr, start: int, end: int) -> Expr:
        match node:
            case ast.Constant(value=value):
                return _constant(value, start, end)
            case ast.Name(id=name):
                return self._name(name, start, end)
            case ast.Call(func=ast.Name(id=name)):
                return self._call(name, node, start, end)
            case ast.UnaryOp(op=ast.Not()):
                return Not(self._typed(node.operand, "bool"), start, end)
            case ast.UnaryOp(op=ast.USub()):
                return Negative(self._typed(node.operand, "int"), start, end)
            case ast.BoolOp():
                parts = tuple(self._typed(part, "bool") for part in node.values)
                return Joined("and" if isinstance(node.op, ast.And) else "or", parts, start, end)
            case ast.BinOp():
                return self._computed(node, start, end)
            case ast.Compare():
                return self._compared(node, start, end)
        raise Fault("P306", start, _FOREIGN_CONSTRUCTION)

    def read_assignment(self, node: ast.Assign | ast.AugAssign) -> Assignment:
        target = node.target if isinstance(node, ast.AugAssign) else node.targets[0]
        start, end = self._span(target)
        if not isinstance(target, ast.Name) or (isinstance(node, ast.Assign) and len(node.targets) != 1):
            raise Fault("P306", start, template("an effect changes one variable by its name"))
        target_type = self._target_type(target.id, start)
        if isinstance(node, ast.Assign):
            value = self._typed(node.value, target_type)
            self._check_choice(target.id, value)
            return Assignment(target.id, "=", value)
        if not isinstance(node.op, ast.Add | ast.Sub):
            raise Fault("P306", end, template("an effect uses =, += or -="))
        if target_type != "int":
            message = template("`{name}` is {type}; only whole numbers can be added to")
            raise Fault("P303", start, message, name=target.id, type=target_type)
        return Assignment(target.id, "+=" if isinstance(node.op, ast.Add) else "-=", self._typed(node.value, "int"))

    def _target_type(self, name: str, start: int) -> Type:
        if name in STEERABLE:
            return "int"
        if name in MEASURES:
            raise Fault("P307", start, template("`{name}` is measured, so no effect can change it"), name=name)
        if name not in self._names.variables:
            raise Fault("P302", start, _NO_SUCH_VARIABLE, (*self._names.variables, *STEERABLE), name=name)
        return self._names.variables[name]

    def _span(self, node: ast.expr) -> tuple[int, int]:
        start, end = node.col_offset, node.end_col_offset or node.col_offset
        if self._encoded:
            # Python counts bytes.
            start, end = (len(self._encoded[:column].decode()) for column in (start, end))
        return self._indent + start, self._indent + end

    def _name(self, name: str, start: int, end: int) -> Expr:
        if name in _BOOLEANS:
            return Constant(_BOOLEANS[name], "bool", start, end)
        if name in self._names.variables:
            return Name(name, self._names.variables[name], start, end)
        if name in MEASURES:
            return Name(name, "int", start, end)
        if name in FUNCTIONS:
            raise Fault("P304", start, template("`{name}` is a function: write {name}(…)"), name=name)
        raise Fault("P302", start, _NO_SUCH_VARIABLE, (*self._names.variables, *MEASURES, *_BOOLEANS), name=name)

    def _computed(self, node: ast.BinOp, start: int, end: int) -> Expr:
        operator = _ARITHMETIC.get(type(node.op))
        if operator is None:
            raise Fault("P306", start, template("only + - * are known here"))
        return Computed(operator, self._typed(node.left, "int"), self._typed(node.right, "int"), start, end)

    def _compared(self, node: ast.Compare, start: int, end: int) -> Expr:
        operands = [self.read(operand) for operand in (node.left, *node.comparators)]
        pairs: list[Compared] = []
        for sign, left, right in zip(node.ops, operands, operands[1:], strict=False):
            operator = _COMPARISONS.get(type(sign))
            if operator is None:
                raise Fault("P306", left.end, template("only == != < <= > >= compare here"))
            self._check_comparable(operator, left, right)
            pairs.append(Compared(operator, left, right, *self._with_brackets(left.start, right.end)))
        if len(pairs) == 1:
            return Compared(pairs[0].operator, pairs[0].left, pairs[0].right, start, end)
        return Joined("and", tuple(pairs), start, end)

    def _with_brackets(self, start: int, end: int) -> tuple[int, int]:
        """The span of two operands with the brackets that they stand in, which are no part of their own spans."""
        opening = _OPENING_BRACKETS.search(self._text, 0, start)
        closing = _CLOSING_BRACKETS.match(self._text, end)
        return opening.start() if opening else start, closing.end() if closing else end

    def _check_comparable(self, operator: Operator, left: Expr, right: Expr) -> None:
        _expect(right, left.type)
        if operator not in ("==", "!=") and left.type != "int":
            message = template("only whole numbers can be ordered; this is {type}")
            raise Fault("P303", left.start, message, type=left.type)
        for one, other in ((left, right), (right, left)):
            if isinstance(one, Name) and isinstance(other, Constant):
                self._check_choice(one.name, other)

    def _check_choice(self, name: str, value: Expr) -> None:
        """Refuse a text that the text variable never holds."""
        choices = self._names.choices.get(name, ())
        held: tuple[object, ...] = ()
        if isinstance(value, Constant):
            held = (value.value,)
        elif isinstance(value, Name):
            held = self._names.choices.get(value.name, ())
        for text in held:
            if choices and text not in choices:
                message = template("`{name}` never holds “{value}”")
                raise Fault("P303", value.start, message, choices, name=name, value=text)

    def _call(self, name: str, node: ast.Call, start: int, end: int) -> Expr:
        function = FUNCTIONS.get(name)
        if function is None:
            raise Fault("P304", start, template("no function is called `{name}`"), tuple(FUNCTIONS), name=name)
        if node.keywords or not takes(function, len(node.args)):
            raise Fault("P305", start, template("write {usage}"), usage=usage(name, function))
        arguments: list[str] = []
        for kind, argument in zip(function.kinds, node.args, strict=False):
            arguments.append(read_argument(kind, argument, self._span(argument)[0], arguments, self._names))
        return Call(name, tuple(arguments), function.type, start, end)

    def _typed(self, node: ast.expr, wanted: Type) -> Expr:
        return _expect(self.read(node), wanted)


def _constant(value: object, start: int, end: int) -> Expr:
    if isinstance(value, str):
        return Constant(value, "text", start, end)
    if isinstance(value, bool) or not isinstance(value, int):
        raise Fault("P306", start, template("write whole numbers, text in quotes, true or false"))
    if value > CONSTANT_BOUND:
        raise Fault("P305", start, template("numbers go up to {most}"), most=CONSTANT_BOUND)
    return Constant(value, "int", start, end)


def _expect(expr: Expr, wanted: Type) -> Expr:
    if expr.type != wanted:
        message = template("this is {type}, but {wanted} is needed here")
        raise Fault("P303", expr.start, message, type=expr.type, wanted=wanted)
    return expr
