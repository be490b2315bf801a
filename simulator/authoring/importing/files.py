"""A story's file made into a scenario's folder: read, told apart by what it is, proved to load, written whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from simulator.authoring.beginning.wishes import checked_id
from simulator.authoring.fmt.form import formed
from simulator.authoring.folder import refuse_taken, write_folder
from simulator.authoring.importing.ink import read_ink
from simulator.authoring.importing.skeleton import skeleton
from simulator.authoring.importing.story import Lost, Story
from simulator.authoring.importing.twee import read_twee
from simulator.authoring.schema.build import PUBLISHED, schema_text
from simulator.errors import MachineError, UsageError
from simulator.language.catalogue import Catalogue, Tongue, template
from simulator.language.machine import reason_of
from simulator.loading.files import FILE_NAME
from simulator.loading.loader import read_bytes
from simulator.loading.problems import Problem

READ_MAX = 4 * 1024 * 1024
"""Bytes of a story that are read; a scenario may have half as many."""

PASSAGES_MAX = 8_000
"""More of them make a file that is longer than a scenario may be."""

MODELINE = f"# yaml-language-server: $schema={PUBLISHED.name}\n"

_STORIES = template("Twee begins its passages with `::`; ink has choices (*) and diverts (->)")

Reader = Callable[[str], Story]

_BY_ENDING: Mapping[str, Reader] = {".tw": read_twee, ".twee": read_twee, ".tw3": read_twee, ".ink": read_ink}


@dataclass(frozen=True, slots=True)
class Imported:
    """The text of the scenario, what was not carried over, and what a check says of it (never an error)."""

    text: str
    lost: tuple[Lost, ...]
    problems: tuple[Problem, ...]
    scenes: int


def imported(data: bytes, source: str, id_: str, language: Tongue) -> Imported:
    """The scenario of a story's bytes. Raises UsageError where there is no story in them, or too much of one."""
    story = reader_of(data, source)(_text(data))
    if not story.passages:
        raise UsageError(template("there is no story in {path}"), _STORIES, path=source)
    if len(story.passages) > PASSAGES_MAX:
        raise _too_large(source, story)
    text = MODELINE + skeleton(story, checked_id(id_), language, Path(source).name)
    text = formed(text.encode(), Path(id_) / FILE_NAME).text or text
    scenario, problems = read_bytes(text.encode(), Path(id_) / FILE_NAME)
    if scenario is None:
        if {"P020", "P022", "P023"} & {problem.code for problem in problems}:
            raise _too_large(source, story)
        raise AssertionError(f"an imported scenario does not load: {problems[:3]}")
    return Imported(text, tuple(story.all_lost()), problems, len(scenario.scenes))


def _too_large(source: str, story: Story) -> UsageError:
    told = template("the story in {path} is too large for one scenario: {count} passages")
    return UsageError(told, path=source, count=len(story.passages))


def reader_of(data: bytes, source: str) -> Reader:
    """Which format it is, by the file's ending or else by its lines. Raises UsageError for anything else."""
    if re.search(rb"<tw-storydata|<html", data[:4096], re.IGNORECASE):
        hint = template("export it from Twine as Twee")
        raise UsageError(template("{path} is a page, not the text of a story"), hint, path=source)
    known = _BY_ENDING.get(Path(source).suffix.lower())
    if data.startswith(b"#!") or (known is None and b"\0" in data):
        raise _no_story(source)
    if known is read_twee or (known is None and re.search(rb"(?m)^::", data)):
        return read_twee  # Without passages, which is told further on.
    if not _has_ink(data, is_named_so=known is read_ink):
        raise _no_story(source)
    return read_ink


def _no_story(source: str) -> UsageError:
    return UsageError(template("{path} is neither Twee nor ink"), _STORIES, path=source)


def _has_ink(data: bytes, *, is_named_so: bool) -> bool:
    """Whether there are ways in it as ink writes them; in a file that is not named so, ways that lead somewhere."""
    if is_named_so:
        return re.search(rb"->|(?m:^\s*[*+]|^\s*={2,}\s*\w)", data) is not None
    knots = set(re.findall(rb"(?m)^\s*={1,9}\s*(\w{1,200})", data)) | {b"END", b"DONE"}
    return any(target in knots for target in re.findall(rb"->\s{0,9}(\w{1,200})", data))


def read_file(path: str) -> bytes:
    """The bytes of a story's file. Raises MachineError, or UsageError where there are too many."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(READ_MAX + 1)
    except OSError as error:
        told = template("{path} cannot be read: {reason}")
        raise MachineError(told, path=path, reason=reason_of(error)) from None
    if len(data) > READ_MAX:
        raise UsageError(template("{path} is longer than {most} bytes"), path=path, most=READ_MAX)
    return data


def write(made: Imported, target: Path, language: Tongue) -> None:
    """The scenario's folder, whole or not at all. Raises UsageError if it is there already, or MachineError."""
    refuse_taken(target, template("nothing was written; choose another folder with --out"))
    write_folder({FILE_NAME: made.text, PUBLISHED.name: schema_text(Catalogue(language))}, target)


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
