"""How one text is written: plain where it can be, as a block where it is prose longer than its line.

Whatever is chosen is read again before it is taken: what would be another text is left as its author wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from simulator.authoring.fmt.tree import Node
from simulator.loading.source import read_source

WIDTH = 120
"""Columns of a line."""

_BREAK = re.compile(r"(?<=\S) (?=\S)")
"""Where a folded block may go on in another line: a single space. A no-break space holds together."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text on the line of its key, and the lines below it (without their indentation)."""

    head: str
    below: tuple[str, ...] = ()


def written(node: Node, room: int, indent: int, *, is_prose: bool) -> Written:
    """How to write a scalar that has `room` columns left on its line; lines below it begin at column `indent`."""
    if node.style in ("|", ">"):
        return _block(node, indent)
    is_long = len(node.raw) > room or "\n" in node.raw or "\n" in node.value
    if is_prose and is_long and node.value.strip():
        found = next((one for one in _as_block(node.value, indent) if _reads(one, node.value)), None)
        if found is not None:
            return found
    if node.style and "\n" not in node.raw and _is_plain(node.value):
        return Written(node.value)
    return _as_it_was(node)


def _block(node: Node, indent: int) -> Written:
    """A block again: a folded one in lines of the right length, a literal one line by line."""
    sign = _sign(node)
    if node.style == ">":
        found = Written(sign, tuple(_folded(node.value, indent)))
    else:
        found = Written(sign, tuple(node.value.rstrip("\n").split("\n")))
    return found if _reads(found, node.value) else _raw_block(node)


def _sign(node: Node) -> str:
    """The block's sign with how it ends; a digit for its indentation is not needed where ours is used."""
    ending = "" if node.value.endswith("\n") else "-"
    return node.style + ("+" if node.value.endswith("\n\n") else ending)


def _as_block(value: str, indent: int) -> Iterator[Written]:
    if "\n" not in value:
        yield Written(">-", tuple(_folded(value, indent)))
    ending = "" if value.endswith("\n") else "-"
    yield Written(f"|{ending}", tuple(value.removesuffix("\n").split("\n")))


def _folded(value: str, indent: int) -> Iterator[str]:
    """Lines that fold into the text: an empty line is a line break."""
    paragraphs = value.rstrip("\n").split("\n")
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield ""
        yield from _wrapped(paragraph, WIDTH - indent)


def _wrapped(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in _BREAK.split(text):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _raw_block(node: Node) -> Written:
    """A block as it was, from its own indentation to ours."""
    sign, _, content = node.raw.partition("\n")
    lines = content.rstrip().split("\n")
    least = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    return Written(sign.partition(" ")[0], tuple(line[least:].rstrip("\r") for line in lines))


def _as_it_was(node: Node) -> Written:
    head, *below = node.raw.split("\n")
    return Written(head.rstrip(), tuple(line.strip() for line in below))


@lru_cache(maxsize=4_096)
def _is_plain(value: str) -> bool:
    """Whether a text without quotes is the same text, here and in other programs that read YAML."""
    if value.lower() in _WORDS or not value or value[0] in _SIGNS or value != value.strip():
        return False
    return "\n" not in value and ": " not in value and " #" not in value and _reads(Written(value), value)


_WORDS = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})
_SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@`.+0123456789=<~")
"""What makes some reader of YAML take a text for something else."""


def _reads(one: Written, value: str) -> bool:
    """Whether this is read as that text, without a problem."""
    lines = "".join(f"  {line}".rstrip() + "\n" if not line.strip() else f"  {line}\n" for line in one.below)
    source, report = read_source(f"k: {one.head}\n{lines}z: 1\n".encode(), "")
    return source is not None and not len(report) and source.value == {"k": value, "z": 1}
