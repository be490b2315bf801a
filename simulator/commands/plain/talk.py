"""Talking by lines: paragraphs out, wrapped where they stand on a terminal, and one line in after a prompt."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Iterator
from typing import Protocol, TextIO

from simulator.commands.plain.lines import Lines, standard_lines
from simulator.language.catalogue import Catalogue
from simulator.language.signs import plain

USUAL_COLUMNS = 80
LEAST_COLUMNS = 20


class Timer(Protocol):
    """Looked at while a line is waited for."""

    @property
    def is_up(self) -> bool: ...

    def news(self) -> str:
        """What is to be told of the time now; empty if nothing."""
        ...


class Talk:
    """Tells and asks, in the language of a catalogue. Whatever is told is data: a terminal obeys nothing in it."""

    def __init__(self, catalogue: Catalogue, lines: Lines | None = None, output: TextIO | None = None) -> None:
        self.catalogue = catalogue
        self._lines = lines or standard_lines()
        self._output = output or sys.stdout

    @property
    def live(self) -> bool:
        """Whether a person types at a terminal, so that time passes."""
        return self._lines.live

    def tell(self, *paragraphs: str) -> None:
        """Tell paragraphs, each from the start of a line. Blanks at the beginning of one indent all its lines."""
        for paragraph in paragraphs:
            self._output.write("\n".join(self._wrapped(paragraph)) + "\n")

    def say(self, text: str, /, **params: object) -> None:
        """Tell a text of the interface."""
        self.tell(self.catalogue.say(text, **params))

    def explain(self, text: str, /, **params: object) -> None:
        """Tell an error or a hint, written to stand after a colon on a command line, as a sentence."""
        said = self.catalogue.say(text, **params)
        if said:
            self.tell(said[:1].upper() + said[1:])

    def ask(self, prompt: str, timer: Timer | None = None) -> str | None:
        """The line typed after a prompt; None if the time is up before. Raises Ended."""
        self._prompt(prompt)
        while True:
            if timer is not None:
                if timer.is_up:
                    self._lines.drop()
                    self.tell("")
                    return None
                self._interrupt(timer.news(), prompt)
            line = self._lines.next()
            if line is not None:
                return self._echoed(line)

    def _interrupt(self, news: str, prompt: str) -> None:
        if news:
            self.tell("", news)
            self._prompt(prompt)

    def _prompt(self, prompt: str) -> None:
        self._output.write("\n".join(self._wrapped(prompt, spare=1)) + " " if prompt else "")
        self._output.flush()

    def _echoed(self, line: str) -> str:
        """A line that no terminal has shown yet is shown, so that what is written out can be read on its own."""
        if not self.live:
            self._output.write(plain(line) + "\n")
        return line

    def _wrapped(self, paragraph: str, spare: int = 0) -> Iterator[str]:
        indent = paragraph[: len(paragraph) - len(paragraph.lstrip(" "))]
        width = self._columns()
        for line in plain(paragraph).strip().split("\n"):
            if width is None:
                yield (indent + line.strip()).rstrip()
            else:
                yield from textwrap.wrap(
                    line.strip(),
                    width - spare,
                    initial_indent=indent,
                    subsequent_indent=indent,
                    break_long_words=False,
                    break_on_hyphens=False,
                ) or [""]

    def _columns(self) -> int | None:
        """Columns to fill; the last one stays free, where some terminals begin a new line by themselves."""
        if not self._output.isatty():
            return None
        try:
            columns = os.get_terminal_size(self._output.fileno()).columns
        except OSError:
            columns = 0
        return max(columns or USUAL_COLUMNS, LEAST_COLUMNS) - 1
