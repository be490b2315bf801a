"""The author's own editor, opened at a line: which command that is, for each editor that we know."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

_PLUS_LINE = ("vi", "vim", "nvim", "nvi", "view", "gvim", "mvim", "vimr", "neovide", "ne", "joe", "jed", "mg", "pico")
_PLUS_LINE_COMMA_COLUMN = ("nano", "rnano")
_PLUS_LINE_COLUMN = ("emacs", "emacsclient", "kak", "micro", "gedit", "gnome-text-editor", "pluma", "xed")
_GOTO = ("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf", "positron")
_SUFFIXED = ("hx", "helix", "subl", "sublime_text", "zed", "zeditor", "lapce")
_LINE_OPTION = {"kate": "-l", "kwrite": "-l", "mate": "-l", "pycharm": "--line", "idea": "--line", "lite-xl": "--line"}

_IN_A_WINDOW = (
    *_GOTO,
    *("subl", "sublime_text", "zed", "zeditor", "lapce", "gvim", "mvim", "vimr", "neovide"),
    *("gedit", "gnome-text-editor", "pluma", "xed", "kate", "kwrite", "mate", "pycharm", "idea", "lite-xl", "notepad"),
)
"""Editors with a window of their own, beside which the terminal goes on."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A command that opens a file, as a list of words: no shell ever reads it."""

    command: tuple[str, ...]
    in_a_window: bool


def editor_of_user(environment: Mapping[str, str] | None = None) -> str:
    """What the user has chosen in $VISUAL or else $EDITOR; empty if neither is set."""
    given = os.environ if environment is None else environment
    return given.get("VISUAL", "").strip() or given.get("EDITOR", "").strip()


def opening(editor: str, file: Path, line: int, column: int, *, windows: bool = os.name == "nt") -> Opening | None:
    """How an editor, with whatever options the user gives it, opens a file at a place, counted from 1.

    An editor that we do not know gets the file alone. None if the editor's own words cannot be told apart.
    """
    try:
        words = _words(editor, windows)
    except ValueError:
        return None
    if not words:
        return None
    name = PureWindowsPath(words[0]).name.lower()  # It knows both kinds of slashes.
    for suffix in (".exe", ".cmd", ".bat", ".com"):
        name = name.removesuffix(suffix)
    return Opening((*words, *_place(name, str(file.absolute()), line, column)), name in _IN_A_WINDOW)


def _words(editor: str, windows: bool) -> list[str]:
    if not windows:
        return shlex.split(editor)
    return [word.strip('"') for word in shlex.split(editor, posix=False)]


def _place(name: str, file: str, line: int, column: int) -> tuple[str, ...]:
    if name in _PLUS_LINE:
        return f"+{line}", file
    if name in _PLUS_LINE_COMMA_COLUMN:
        return f"+{line},{column}", file
    if name in _PLUS_LINE_COLUMN:
        return f"+{line}:{column}", file
    if name in _GOTO:
        return "-g", f"{file}:{line}:{column}"
    if name in _SUFFIXED:
        return (f"{file}:{line}:{column}",)
    if name in _LINE_OPTION:
        return _LINE_OPTION[name], str(line), file
    return (file,)
