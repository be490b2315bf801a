"""Nodes -> lines: two spaces for each level, keys in their order, every comment where it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.authoring.fmt.order import is_prose, rank
from simulator.authoring.fmt.scalars import WIDTH, written
from simulator.authoring.fmt.tree import Node, Tree

STEP = 2


def text_of(tree: Tree) -> str:
    """The text of a tree."""
    lines = [*tree.head, *_mapping(tree.root, "scenario", 0), *tree.tail]
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def _mapping(node: Node, part: str, indent: int) -> Iterator[str]:
    """The lines of a mapping, its keys in their order."""
    part = _part_of_scene(node) if part == "scenes" else part
    ordered = sorted(enumerate(node.pairs), key=lambda pair: rank(part, pair[1][0].value, pair[0]))
    for _, (key, value) in ordered:
        above = [*key.before, *_hoisted(value)]
        yield from _above(above, indent)
        yield from _pair(key, value, part, indent)


def _part_of_scene(node: Node) -> str:
    kind = node.get("kind")
    return kind.value if kind is not None else "scenes"


def _hoisted(value: Node) -> Sequence[str]:
    """Comments between a key and its value go above the key."""
    if value.kind not in ("scalar", "flow"):
        return ()
    return [line for line in value.before if line]


def _above(lines: Sequence[str], indent: int) -> Iterator[str]:
    yield from (f"{' ' * indent}{line}" if line else "" for line in lines)


def _pair(key: Node, value: Node, part: str, indent: int) -> Iterator[str]:
    head = f"{' ' * indent}{key.raw}:"
    if value.kind == "mapping" and value.pairs:
        yield _with_comment(head, key)
        yield from _mapping(value, key.value, indent + STEP)
    elif value.kind == "list" and value.items:
        yield _with_comment(head, key)
        yield from _list(value, key.value, indent + STEP)
    else:
        comment = value if value.after else key
        yield from _value(head, value, comment, indent + STEP, prose=is_prose(key.value))


def _list(node: Node, part: str, indent: int) -> Iterator[str]:
    for item in node.items:
        head = f"{' ' * indent}-"
        if item.kind == "mapping" and item.pairs:
            yield from _item(_mapping(item, part, indent + STEP), indent)
        elif item.kind == "list" and item.items:
            yield from (head, *_list(item, part, indent + STEP))
        else:
            yield from _above(item.before, indent)
            yield from _value(head, item, item, indent + STEP, prose=is_prose(part))


def _item(lines: Iterator[str], indent: int) -> Iterator[str]:
    """The lines of a mapping as an item: what stands above its first key stands above the dash."""
    for line in lines:
        if line.strip() and not line.lstrip().startswith("#"):
            yield f"{' ' * indent}- {line.lstrip()}"
            break
        yield line.removeprefix(" " * STEP)
    yield from lines


def _value(head: str, value: Node, comment: Node, indent: int, *, prose: bool) -> Iterator[str]:
    if value.kind != "scalar":
        first, *others = value.raw.split("\n")
        yield _with_comment(f"{head} {first.rstrip()}", comment if not others else Node("scalar", 0, 0))
        for number, line in enumerate(others, 1):
            shown = f"{' ' * indent}{line.strip()}"
            yield _with_comment(shown, comment) if number == len(others) else shown
        return
    if not value.raw:
        yield _with_comment(head, comment)
        return
    one = written(value, WIDTH - len(head) - 1, indent, is_prose=prose)
    is_block = one.head[:1] in ("|", ">") and bool(one.below)
    below = [f"{' ' * indent}{line}" if line.strip() else "" for line in one.below]
    if is_block or not below:
        yield _with_comment(f"{head} {one.head}", comment)
        yield from below
    else:
        yield f"{head} {one.head}"
        yield from below[:-1]
        yield _with_comment(below[-1], comment)


def _with_comment(line: str, node: Node) -> str:
    """A line with the comment that stands at its end, in its old column if that is free."""
    if not node.after:
        return line
    return f"{line}{' ' * max(2, node.column - len(line))}{node.after}"
