"""Changes to a text at the places of its nodes, gathered and made at once."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.authoring.fmt.tree import Node


class Edits:
    """Changes to one text; none of them overlaps another."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._break = "\r\n" if "\r\n" in text else "\n"
        self._changes: list[tuple[int, int, str]] = []

    def column(self, node: Node) -> int:
        """The column in which a node begins, from 0."""
        return node.start - (self._text.rfind("\n", 0, node.start) + 1)

    def put(self, node: Node, written: str) -> None:
        """Write something in a node's place."""
        start, end = self._span(node)
        if node.kind in ("mapping", "list") and self._text[:start].rstrip().endswith(":"):
            start = len(self._text[:start].rstrip())  # in block form it stands below its key
        if self._text[start:end] != written:
            space = " " if start and self._text[start - 1] == ":" else ""
            self._changes.append((start, end, space + written))

    def _span(self, node: Node) -> tuple[int, int]:
        """From the first to the last sign of a value, a list in block form included."""
        leaves = [leaf for leaf in node.leaves if leaf.raw] or [node]
        return min(node.start, leaves[0].start), max(leaves[-1].end, node.end)

    def take_out(self, key: Node, value: Node) -> None:
        """Take a key and its value out with the lines that they stand on."""
        start = self._text.rfind("\n", 0, key.start) + 1
        self._changes.append((start, self._line_end(value), ""))

    def add_below(self, node: Node, lines: Sequence[str], indent: int) -> None:
        """Put lines below the line on which a node ends."""
        if lines:
            at = self._line_end(node)
            before = "" if self._text[at - 1 : at] == "\n" else self._break
            self._changes.append((at, at, before + "".join(f"{' ' * indent}{line}{self._break}" for line in lines)))

    def _line_end(self, node: Node) -> int:
        """Where the line after a node's begins, or the text ends."""
        _, end = self._span(node)
        if self._text[end - 1 : end] == "\n":
            return end
        found = self._text.find("\n", end)
        return len(self._text) if found < 0 else found + 1

    def made(self) -> str:
        """The text with all changes made."""
        text = self._text
        for start, end, written in sorted(self._changes, reverse=True):
            text = text[:start] + written + text[end:]
        return text
