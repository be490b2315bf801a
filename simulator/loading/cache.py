"""Scenarios that came out well, kept as validated JSON under the hash of their source.

The cache is only ever a saving of time: whatever is wrong with it, the scenario is read from its source.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import platformdirs
import pydantic

import simulator
from simulator.loading.problems import Problem
from simulator.scenario.model import FORMAT, Language, Scenario

KEPT_MAX = 100
"""How many scenarios are kept; beyond that the oldest go. An author who saves every minute makes many."""

_JUDGES = ("scenario", "loading")
"""The rooms whose code decides what is valid; a kept scenario is good only for the code that judged it."""


class Kept(NamedTuple):
    """A scenario with its warnings, and how many of its texts a translation does not tell."""

    scenario: Scenario
    problems: tuple[Problem, ...]
    untranslated: int = 0
    original: Language | None = None
    """The language that it was written in, where it is told in another."""


def recall(source_hash: str, file: str) -> Kept | None:
    """The scenario and the warnings kept for a source, or None. The warnings speak of `file`."""
    try:
        digest, _, kept = _path(source_hash).read_bytes().partition(b"\n")
        if digest != _digest(kept):
            return None
        told, _, body = kept.partition(b"\n")
        about = json.loads(told)
        problems = tuple(Problem(**{**problem, "file": file}) for problem in about["problems"])
        return Kept(Scenario.model_validate_json(body), problems, about["untranslated"], about["original"])
    except (OSError, ValueError, TypeError, KeyError):
        return None  # missing, cut off, damaged or not ours


def keep(source_hash: str, kept_: Kept) -> None:
    """Keep a scenario that has no errors. Does nothing where the folder cannot be written to."""
    scenario, problems, untranslated, original = kept_
    plain = [{**asdict(problem), "params": _plain(problem.params)} for problem in problems]
    told = json.dumps({"problems": plain, "untranslated": untranslated, "original": original}).encode()
    kept = told + b"\n" + scenario.model_dump_json(exclude_unset=True).encode()
    path = _path(source_hash)
    with contextlib.suppress(OSError):
        _write(path, _digest(kept) + b"\n" + kept)
        _prune(path.parent)


def _digest(data: bytes) -> bytes:
    return sha256(data).hexdigest().encode()


def folder() -> Path:
    """Where the cache is: PODIUM_CACHE_DIR, or the user's cache folder."""
    own = os.environ.get("PODIUM_CACHE_DIR")
    return Path(own) if own else platformdirs.user_cache_path("podium")


def _path(source_hash: str) -> Path:
    key = sha256(f"{source_hash} {_edition()}".encode()).hexdigest()
    return folder() / "scenarios" / f"{key}.json"


@cache
def _edition() -> str:
    """What a kept scenario depends on beside its source: the format, pydantic, and the state of our own files."""
    package = Path(__file__).parent.parent
    files = sorted(file for room in _JUDGES for file in (package / room).rglob("*.py"))
    states = [f"{file.relative_to(package)} {file.stat().st_mtime_ns} {file.stat().st_size}" for file in files]
    return "\n".join([f"{FORMAT} {simulator.__version__} {pydantic.VERSION}", *states])


def _write(path: Path, data: bytes) -> None:
    """Write so that a reader sees all of it or nothing, whoever else writes at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _prune(kept_in: Path) -> None:
    kept = sorted(kept_in.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[KEPT_MAX:]:
        path.unlink(missing_ok=True)


def _plain(params: Mapping[str, object]) -> Mapping[str, object]:
    return {name: value if isinstance(value, bool | int) else str(value) for name, value in params.items()}
