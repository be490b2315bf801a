"""The command that opens an editor at a line: each editor's own way of saying it, and never a shell."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.preview.editors import editor_of_user, opening

FILE = Path("/a/my scenario;rm/scenario.yaml")
F = str(FILE)


def command(editor: str, *, windows: bool = False) -> tuple[str, ...]:
    """The command for line 12, column 5."""
    found = opening(editor, FILE, 12, 5, windows=windows)
    assert found is not None
    return found.command


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("vim", ("vim", "+12", F)),
        ("/usr/bin/nvim", ("/usr/bin/nvim", "+12", F)),
        ("vim -u NONE", ("vim", "-u", "NONE", "+12", F)),
        ("nano", ("nano", "+12,5", F)),
        ("emacs -nw", ("emacs", "-nw", "+12:5", F)),
        ("emacsclient -t", ("emacsclient", "-t", "+12:5", F)),
        ("kak", ("kak", "+12:5", F)),
        ("micro", ("micro", "+12:5", F)),
        ("code --wait", ("code", "--wait", "-g", f"{F}:12:5")),
        ("hx", ("hx", f"{F}:12:5")),
        ("helix", ("helix", f"{F}:12:5")),
        ("subl -w", ("subl", "-w", f"{F}:12:5")),
        ("zed --wait", ("zed", "--wait", f"{F}:12:5")),
        ("kate", ("kate", "-l", "12", F)),
        ("my-editor --quiet", ("my-editor", "--quiet", F)),
        ("'/opt/my tools/vim' -n", ("/opt/my tools/vim", "-n", "+12", F)),
        ("vim; rm -rf ~", ("vim;", "rm", "-rf", "~", F)),
    ],
)
def test_each_editor_is_told_the_place_in_its_own_way(editor: str, words: tuple[str, ...]) -> None:
    assert command(editor) == words


def test_windows_paths_and_endings_are_known() -> None:
    words = command(r'"C:\Program Files\Microsoft VS Code\bin\code.cmd" --wait', windows=True)
    assert words[0] == r"C:\Program Files\Microsoft VS Code\bin\code.cmd"
    assert words[1:3] == ("--wait", "-g")
    assert command("Notepad.exe", windows=True) == ("Notepad.exe", F)


def test_those_with_a_window_of_their_own_are_told_apart() -> None:
    found = [opening(name, FILE, 1, 1, windows=False) for name in ("code", "subl", "vim", "my-editor")]
    assert [one.in_a_window for one in found if one] == [True, True, False, False]


@pytest.mark.parametrize("editor", ["", "   ", "vim 'never closed"])
def test_what_cannot_be_told_apart_is_no_command(editor: str) -> None:
    assert opening(editor, FILE, 1, 1, windows=False) is None


def test_visual_comes_before_editor() -> None:
    assert editor_of_user({"VISUAL": "code", "EDITOR": "nano"}) == "code"
    assert editor_of_user({"VISUAL": " ", "EDITOR": "nano"}) == "nano"
    assert editor_of_user({}) == ""
