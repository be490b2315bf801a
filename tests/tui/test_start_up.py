"""Start-up is a feature: what the first paint does not need is not imported for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "sqlalchemy",
    "yaml",
    "pydantic",
    "click",
    "numpy",
    "aiohttp",
    "jinja2",
    "psycopg",
    "markdown_it",
    "tree_sitter",
    "sqlite3",
    "simulator.scenario",
    "simulator.session",
    "simulator.exercise",
    "simulator.journal",
    "simulator.loading",
    "simulator.reports",
    "simulator.tui.screens.library",
    "textual.widgets._text_area",
    "textual.widgets._markdown",
    "textual.widgets._data_table",
    "textual.widgets._tabs",
    "textual.widgets._footer",
    "textual.widgets._list_view",
)
PROGRAM = "import sys; import {modules}; print(*sys.modules, sep='\\n')"


def imported(*modules: str) -> set[str]:
    """What a fresh interpreter holds after importing modules."""
    command = [sys.executable, "-c", PROGRAM.format(modules=", ".join(modules))]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(run.stdout.split())


@pytest.fixture(scope="module")
def first() -> set[str]:
    return imported("simulator.cli", "simulator.commands.play", "simulator.tui.app")


@pytest.mark.parametrize("module", HEAVY)
def test_the_first_paint_does_without(first: set[str], module: str) -> None:
    assert module not in first


def test_the_command_line_alone_does_without_textual() -> None:
    assert not any(name.partition(".")[0] in ("textual", "rich") for name in imported("simulator.cli"))


def test_the_library_does_without_what_only_a_session_needs() -> None:
    held = imported("simulator.tui.screens.library")
    for module in ("sqlalchemy", "yaml", "textual.widgets._text_area", "textual.widgets._markdown"):
        assert module not in held
