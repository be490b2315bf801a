"""Events of a file -> nodes, each with the comments that belong to it.

A comment on a line of its own belongs to what comes after it; one at the end of a line to what stands on that line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

Event = Any
"""One of libyaml's events, with its marks."""

Kind = Literal["scalar", "flow", "mapping", "list"]

_CLOSING = {"[": "]", "{": "}"}
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*")


@dataclass(slots=True)
class Node:
    """A value, or a key. `raw` is how a scalar or a flow collection is written; `value` is a scalar's text.

    `before` are the lines above it: comments without their indentation, and empty lines. `after` is the comment at
    the end of its line, which began at column `column` (from 0).
    """

    kind: Kind
    start: int
    end: int
    raw: str = ""
    value: str = ""
    style: str = ""
    pairs: list[tuple[Node, Node]] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    after: str = ""
    column: int = 0

    def get(self, key: str) -> Node | None:
        """The value of a key of a mapping."""
        return next((value for name, value in self.pairs if name.value == key), None)

    @property
    def leaves(self) -> Iterator[Node]:
        """All scalars and flow collections within it, in the order of the file."""
        for key, value in self.pairs:
            yield key
            yield from value.leaves
        for item in self.items:
            yield from item.leaves
        if self.kind in ("scalar", "flow"):
            yield self


@dataclass(frozen=True, slots=True)
class Tree:
    """The root of a file, what stands before it (such as `---`), and the comments after the last value."""

    root: Node
    head: list[str]
    tail: list[str]


def tree_of(text: str, trail: Any) -> Tree:  # noqa: ANN401  # as `loading.events.trail_of` gives it
    """The nodes of a text that can be read, with all of its comments."""
    root = _node(text, trail)
    leaves = list(root.leaves)
    before: Node | None = None
    head: list[str] = []
    for leaf in leaves:
        gap = text[before.end if before else 0 : leaf.start]
        lines = _lines_above(gap, text, before)
        if before is None:
            head = [line for line in lines if line.startswith(("%", "---"))]
            lines = [line for line in lines if line not in head]
            while lines and not lines[0]:
                lines.pop(0)
        leaf.before = lines
        before = leaf
    tail = _lines_above(text[before.end :], text, before) if before else []
    while tail and not tail[-1]:
        tail.pop()
    return Tree(root, head, tail)


def comments_of(tree: Tree) -> list[str]:
    """Every comment of a file, with its sign, in any order."""
    leaves = list(tree.root.leaves)
    told = [line for leaf in leaves for line in (*leaf.before, leaf.after) if line]
    inner = [found for leaf in leaves if leaf.kind == "flow" for found in flow_comments(leaf.raw)]
    return sorted(line.strip() for line in (*told, *inner, *tree.tail) if line)


def flow_comments(raw: str) -> list[str]:
    """The comments inside a flow collection that goes over several lines."""
    return [match[0] for line in raw.split("\n") for match in _COMMENT.finditer(_without_quoted(line))]


def _without_quoted(line: str) -> str:
    return re.sub(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'', lambda found: "x" * len(found[0]), line)


def _node(text: str, trail: Any) -> Node:  # noqa: ANN401
    if not isinstance(trail, list):
        return _scalar(text, trail)
    opening = trail[0]
    start = opening.start_mark.index
    if opening.flow_style:
        end = _flow_end(text, trail)
        return Node("flow", start, end, text[start:end])
    if type(opening).__name__ == "MappingStartEvent":
        pairs = [(_node(text, trail[at]), _node(text, trail[at + 1])) for at in range(1, len(trail) - 1, 2)]
        return Node("mapping", start, pairs[-1][1].end if pairs else start, pairs=pairs)
    items = [_node(text, item) for item in trail[1:]]
    return Node("list", start, items[-1].end if items else start, items=items)


def _scalar(text: str, event: Event) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    node = Node("scalar", start, end, text[start:end], event.value, event.style or "")
    if node.style in ("|", ">"):
        sign, _, content = node.raw.partition("\n")
        comment = _COMMENT.search(sign)
        if comment:
            node.after = comment[0].rstrip()
            node.column = start - (text.rfind("\n", 0, start) + 1) + comment.start()
        # The empty lines below a block are counted as its own; they stand above what comes next.
        solid = len(sign) + 1 + len(content.rstrip())
        line_end = text.find("\n", start + min(solid, len(node.raw)))
        node.end = min(end, line_end) if line_end >= 0 and content.strip() else end
    return node


def _flow_end(text: str, trail: Any) -> int:  # noqa: ANN401
    """Where a flow collection ends: its closing bracket is the next sign that is neither comma, space nor comment."""
    opening = trail[0].start_mark.index
    at = _end(text, trail[-1]) if len(trail) > 1 else opening + 1
    closing = _CLOSING[text[opening]]
    while text[at] != closing:
        at = text.index("\n", at) if text[at] == "#" else at + 1
    return at + 1


def _end(text: str, trail: Any) -> int:  # noqa: ANN401
    return _flow_end(text, trail) if isinstance(trail, list) else int(trail.end_mark.index)


def _lines_above(gap: str, text: str, before: Node | None) -> list[str]:
    """The comments and empty lines of a gap; what stands at the end of the line before goes to the node there."""
    first, *lines = gap.split("\n")
    comment = _COMMENT.search(f" {first}") if before is not None else None
    if before is None:
        lines = [first, *lines]
    elif comment and not before.after:
        before.after = comment[0].rstrip()
        before.column = before.end - (text.rfind("\n", 0, before.end) + 1) + comment.start() - 1
    found = [_line(line) for line in lines[:-1]]
    last = _COMMENT.search(lines[-1]) if lines else None
    if last:
        found.append(last[0].rstrip())
    return _calmed([line for line in found if line is not None])


def _line(line: str) -> str | None:
    """A comment, an empty line, or None for a line with nothing to keep, such as a lone dash."""
    stripped = line.strip()
    if not stripped or stripped.startswith(("%", "---")):
        return stripped
    comment = _COMMENT.search(line)
    return comment[0].rstrip() if comment else None


def _calmed(lines: list[str]) -> list[str]:
    """No two empty lines one after the other."""
    return [line for at, line in enumerate(lines) if line or at == 0 or lines[at - 1]]
