"""The shelf: where scenarios are found. Those that come with Podium first, then the user's own.

In each folder of scenarios, the folder `bank` holds sets of single questions: scenarios too, which the library does
not list. The folder `courses` holds courses, a file each.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import platformdirs

from simulator.errors import UsageError
from simulator.language.catalogue import template
from simulator.loading.files import FILE_NAME, scenario_file
from simulator.loading.nearest import nearest
from simulator.loading.unseen import visible

BANK = "bank"
"""The folder of question sets in a folder of scenarios."""

COURSES = "courses"
"""The folder of courses in a folder of scenarios."""

_PACKAGE = Path(__file__).resolve().parent.parent


def folders() -> list[Path]:
    """The folders that hold scenarios, in the order in which they are looked through; they need not exist."""
    own = [_expanded(folder) for folder in os.environ.get("PODIUM_SCENARIOS", "").split(os.pathsep) if folder.strip()]
    return [_built_in(), *own, platformdirs.user_data_path("podium") / "scenarios"]


def all_scenarios() -> list[Path]:
    """The file of every scenario on the shelf, one for each id: of two folders with one name, the first counts."""
    return _one_for_each_id(folders())


def question_sets() -> list[Path]:
    """The file of every set of single questions, one for each id."""
    return _one_for_each_id(folder / BANK for folder in folders())


def playable() -> dict[str, Path]:
    """The file of everything that can be played, under its id: of a set and a scenario of one name, the scenario."""
    return {file.parent.name: file for file in (*question_sets(), *all_scenarios())}


def courses() -> dict[str, Path]:
    """The file of every course under its id, the name of the file: those that come with Podium first."""
    found: dict[str, Path] = {}
    for folder in folders():
        for file in _files_in(folder / COURSES):
            found.setdefault(file.stem, file)
    return found


def _one_for_each_id(places: Iterable[Path]) -> list[Path]:
    found: dict[str, Path] = {}
    for folder in places:
        for scenario in _scenarios_in(folder):
            found.setdefault(scenario.parent.name, scenario)
    return list(found.values())


def find(id_or_path: str) -> Path:
    """The file of a scenario or question set, by its id or by the path of its folder or file. Raises UsageError."""
    on_shelf = playable()
    if id_or_path in on_shelf:
        return on_shelf[id_or_path]
    if _is_path(id_or_path):
        return scenario_file(_expanded(id_or_path))
    near = nearest(id_or_path, on_shelf)
    hint = template("did you mean `{near}`?") if near else template("`podium list` shows the scenarios there are")
    raise UsageError(template("no scenario is called `{name}`"), hint, name=visible(id_or_path[:80]), near=near)


def _built_in() -> Path:
    """Inside the package where it is installed, beside it in a checkout."""
    installed = _PACKAGE / "scenarios"
    return installed if installed.is_dir() else _PACKAGE.parent / "scenarios"


def _scenarios_in(folder: Path) -> Iterator[Path]:
    yield from (name / FILE_NAME for name in _inside(folder) if _is_file(name / FILE_NAME))


def _files_in(folder: Path) -> Iterator[Path]:
    yield from (name for name in _inside(folder) if name.suffix == ".yaml" and _is_file(name))


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []  # a folder that is missing or locked holds nothing


def _expanded(path: str) -> Path:
    try:
        return Path(path).expanduser()
    except RuntimeError:  # `~somebody` who does not exist
        return Path(path)


def _is_path(text: str) -> bool:
    looks_like_one = os.sep in text or "/" in text or text.startswith((".", "~")) or text.endswith((".yaml", ".yml"))
    try:
        return looks_like_one or Path(text).exists()
    except (OSError, ValueError):
        return False


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
