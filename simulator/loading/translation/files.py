"""Where the translations of a scenario are: beside its file, one for each language."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from simulator.scenario.model import Language

LANGUAGES: tuple[Language, ...] = get_args(Language)


def translation_file(scenario_file: Path, language: Language) -> Path:
    """The file of a translation; it need not exist."""
    return scenario_file.parent / f"{language}.po"


def translated_into(scenario_file: Path) -> tuple[Language, ...]:
    """The languages that there are translations into, sound or not."""
    return tuple(language for language in LANGUAGES if _is_file(translation_file(scenario_file, language)))


def language_of(file: Path) -> Language | None:
    """The language that a path is a translation into, by its name; None if it is none."""
    return next((language for language in LANGUAGES if file.name == f"{language}.po"), None)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
