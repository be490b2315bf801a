"""The shelf: where scenarios are found. Those that come with Podium first, then the user's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import platformdirs

from simulator.errors import UsageError
from simulator.language.catalogue import template
from simulator.loading.files import FILE_NAME, scenario_file
from simulator.loading.nearest import nearest
from simulator.loading.unseen import visible

_PACKAGE = Path(__file__).resolve().parent.parent


def folders() -> list[Path]:
    """The folders that hold scenarios, in the order in which they are looked through; they need not exist."""
    own = [_expanded(folder) for folder in os.environ.get("PODIUM_SCENARIOS", "").split(os.pathsep) if folder.strip()]
    return [_built_in(), *own, platformdirs.user_data_path("podium") / "scenarios"]


def all_scenarios() -> list[Path]:
    """The file of every scenario on the shelf, one for each id: of two folders with one name, the first counts."""
    found: dict[str, Path] = {}
    for folder in folders():
        for scenario in _scenarios_in(folder):
            found.setdefault(scenario.parent.name, scenario)
    return list(found.values())


def find(id_or_path: str) -> Path:
    """The file of a scenario, by its id on the shelf or by the path of its folder or file. Raises UsageError."""
    on_shelf = {scenario.parent.name: scenario for scenario in all_scenarios()}
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
    try:
        names = sorted(folder.iterdir())
    except OSError:
        return  # a folder that is missing or locked holds no scenarios
    for name in names:
        if _is_file(name / FILE_NAME):
            yield name / FILE_NAME


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
