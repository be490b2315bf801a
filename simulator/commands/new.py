"""`podium new`: a scenario to begin with, by questions at a terminal or by flags."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar, get_args

import click

from simulator.authoring.beginning.files import write
from simulator.authoring.beginning.wishes import AUTHORS, TITLES, Wishes, checked_id, checked_label
from simulator.errors import ExitCode, PodiumError, UsageError
from simulator.language.catalogue import TONGUES, Catalogue, template
from simulator.language.folding import folded
from simulator.language.words import LANGUAGE_NAMES, MODULE_NAMES
from simulator.loading.shelf import all_scenarios
from simulator.scenario.model import Language, Module

MODULES: tuple[Module, ...] = get_args(Module)
DEFAULT_MODULE: Module = "press"

WIDTH = 80
"""Columns of the narrowest terminal that the questions are asked on."""

Word = TypeVar("Word", bound=str)
Answer = TypeVar("Answer")

Given = Mapping[str, str | None]
"""What the flags say, by name; None where one was left out."""


def run(catalogue: Catalogue, id_: str, given: Given, into: str, no_input: bool) -> ExitCode:
    """Write the scenario and say what to do next. Raises UsageError or MachineError."""
    asks = not no_input and sys.stdin.isatty()
    if not id_ and not asks:
        raise UsageError(template("an id is needed, as in `podium new chay-cho-ban-pan`"))
    chosen = _free(checked_id(id_)) if id_ else _ask(catalogue, template("Its id (the folder's name)"), _free_id)
    target = write(_asked(catalogue, chosen, given) if asks else _given(catalogue, chosen, given), Path(into))
    click.echo(catalogue.say(template("Written: {path}"), path=target))
    _tell_what_is_next(catalogue, target)
    return ExitCode.OK


def _given(catalogue: Catalogue, id_: str, given: Given) -> Wishes:
    """What the flags say, and the defaults for the rest."""
    language = _language(given["language"]) or catalogue.tongue
    title, author = given["title"] or TITLES[language], given["author"] or AUTHORS[language]
    return Wishes(id_, language, _module(given["module"]) or DEFAULT_MODULE, title, author)


def _asked(catalogue: Catalogue, id_: str, given: Given) -> Wishes:
    """What the flags say, and the author's answers for the rest."""
    language = _language(given["language"]) or _choice(
        catalogue, template("Language of the scenario"), TONGUES, LANGUAGE_NAMES, catalogue.tongue
    )
    module = _module(given["module"]) or _choice(
        catalogue, template("Module of the course"), MODULES, MODULE_NAMES, DEFAULT_MODULE
    )
    title = given["title"] or _ask(catalogue, template("Title"), checked_label, TITLES[language])
    author = given["author"] or _ask(catalogue, template("Author"), checked_label, AUTHORS[language])
    return Wishes(id_, language, module, title, author)


def _choice(
    catalogue: Catalogue, question: str, words: tuple[Word, ...], names: Mapping[str, str], default: Word
) -> Word:
    """One of some words, listed with their names."""
    for word in words:
        click.echo(f"  {word:<12} {catalogue.say(names[word])}")

    told = {word: [folded(one) for one in (str(word), *_names(names[word]))] for word in words}

    def chosen(typed: str) -> Word:
        meant = folded(" ".join(typed.split()))
        exact = [word for word in words if meant in told[word]]
        found = exact or [word for word in words if meant and any(one.startswith(meant) for one in told[word])]
        if len(found) == 1:
            return found[0]
        known = ", ".join(f"{word} ({catalogue.say(names[word])})" for word in words)
        raise UsageError(template("please type one of: {words}"), words=known)

    return _ask(catalogue, question, chosen, default)


def _names(name: str) -> Iterator[str]:
    """A name in every language, whichever the questions are asked in."""
    return (Catalogue(tongue).say(name) for tongue in TONGUES)


def _ask(catalogue: Catalogue, question: str, read: Callable[[str], Answer], default: str | None = None) -> Answer:
    """Ask until the answer can be used; a bad one is told why, and what is near to it is the next default.

    Enter takes the default.
    """
    while True:
        typed = click.prompt(catalogue.say(question), default=default, type=str)
        try:
            return read(typed)
        except PodiumError as refused:
            _tell(catalogue.say(refused.message, **refused.params))
            if near := refused.params.get("near"):
                default = str(near)
                _tell(catalogue.say(template("Enter takes the one in brackets.")))
            elif refused.hint:
                _tell(catalogue.say(refused.hint, **refused.params))


def _tell(line: str) -> None:
    click.echo("\n".join(wrapped(line)))


def wrapped(line: str, indent: str = "  ") -> list[str]:
    """A sentence in lines of at most WIDTH columns, no word torn apart."""
    return textwrap.wrap(
        line,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _free_id(typed: str) -> str:
    return _free(checked_id(typed.strip()))


def _free(id_: str) -> str:
    """The id, if no scenario on the shelf has it: that one would be played in place of the new one."""
    taken = next((file.parent for file in all_scenarios() if file.parent.name == id_), None)
    if taken is None:
        return id_
    hint = template("choose another id")
    raise UsageError(template("a scenario called `{id}` is on the shelf already: {path}"), hint, id=id_, path=taken)


def _language(word: str | None) -> Language | None:
    return next((tongue for tongue in TONGUES if tongue == word), None)


def _module(word: str | None) -> Module | None:
    return next((module for module in MODULES if module == word), None)


def _tell_what_is_next(catalogue: Catalogue, target: Path) -> None:
    shown = in_a_shell(target)
    steps = (
        (f"podium check {shown}", template("finds mistakes")),
        (f"podium play {shown}", template("plays it")),
        (f"podium graph {shown} --format html --out graph.html", template("draws the scenes")),
        (f"podium agree {shown}", template("compares the grader with the levels you expect of sample answers")),
    )
    for command, does in steps:
        click.echo("\n".join(told_step(command, catalogue.say(does))))


def told_step(command: str, does: str) -> list[str]:
    """A command with what it does behind it, or above it where both together would not fit a line."""
    line = f"  {command}    # {does}"
    return [line] if len(line) <= WIDTH else [*wrapped(does, "  # "), f"  {command}"]


def in_a_shell(path: Path | str) -> str:
    """A path as it is typed in a shell, Windows' included."""
    return f'"{path}"' if " " in str(path) else str(path)
