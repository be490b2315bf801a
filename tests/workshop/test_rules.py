"""What lets many seats share a process, held in the code itself; what is measured is in `tests.benchmarks.workshop`.

Other rules have tests where they belong: the collector, admission, the lobby before the App, cursors that do not blink
and mice that are not followed in `serving`, no screen pushed upon a room's event in `seat`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import simulator

PACKAGE = Path(simulator.__file__).parent
SCREENS = sorted(
    file for room in ("tui", "workshop/seat", "workshop/console") for file in (PACKAGE / room).rglob("*.py")
)

OFTEN = (
    "tui/widgets/countdown.py",
    "tui/widgets/masthead.py",
    "tui/widgets/gauges.py",
    "tui/widgets/meter.py",
    "tui/widgets/ticker.py",
    "workshop/seat/room_bar.py",
)
"""What is drawn anew at every seat upon a tick of the clock or an event of the room."""

MUTABLE = ("list", "dict", "set", "defaultdict", "deque", "Counter")


def named(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


def filled_later(tree: ast.Module) -> Iterator[str]:
    """Names at module level that are bound to an empty collection, which only waits to be filled by somebody."""
    for statement in tree.body:
        value = statement.value if isinstance(statement, ast.Assign | ast.AnnAssign) else None
        empty = (
            (isinstance(value, ast.List | ast.Set) and not value.elts)
            or (isinstance(value, ast.Dict) and not value.keys)
            or (isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in MUTABLE)
        )
        if empty:
            yield ast.unparse(statement)


@pytest.mark.parametrize("file", SCREENS, ids=named)
def test_no_screen_keeps_anything_at_module_level(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assert [*filled_later(tree)] == []
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Global)]


@pytest.mark.parametrize("name", OFTEN)
def test_what_is_drawn_often_is_never_laid_out_anew(name: str) -> None:
    tree = ast.parse((PACKAGE / name).read_text(encoding="utf-8"))
    updates = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("update", "refresh")
    ]
    for call in updates:
        given = {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}
        expected = "False" if isinstance(call.func, ast.Attribute) and call.func.attr == "update" else None
        assert given.get("layout") == expected, ast.unparse(call)


def test_a_collection_that_waits_to_be_filled_would_be_noticed() -> None:
    assert [*filled_later(ast.parse("KNOWN: dict[str, int] = {}\nSEEN = set()\nFIXED = {'a': 1}"))] == [
        "KNOWN: dict[str, int] = {}",
        "SEEN = set()",
    ]
