"""The files of a new scenario: what stands in them, and their folder, written whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from importlib import resources
from pathlib import Path

from simulator.authoring.beginning.wishes import Wishes, checked_label
from simulator.authoring.fmt.form import formed
from simulator.authoring.folder import refuse_taken, write_folder
from simulator.authoring.schema.build import PUBLISHED, schema_text
from simulator.language.catalogue import Catalogue, Tongue, template
from simulator.loading.files import FILE_NAME
from simulator.loading.loader import read_bytes
from simulator.loading.playthrough import FOLDER_NAME
from simulator.loading.playthrough_text import playthrough_text
from simulator.session.recording import record

NOTES = "notes.md"

_PLAYED = (("opening", "owns_it"), ("post_spreads", ""), ("rumour", "shows_it"))
_PLAYED_TITLE: Mapping[Tongue, str] = {
    "vi": "Nhận lỗi trước, rồi đưa chứng cứ",
    "en": "The fault first, and then the evidence",
}
_PLACE = re.compile(r"\{\{(\w+)\}\}")
_MARKUP = re.compile(r"([\\`*_\[\]<>#|])")


def files_of(wishes: Wishes) -> dict[str, str]:
    """Every file of the new scenario under its path in the scenario's folder."""
    label = {"id": wishes.id, "module": wishes.module, "title": checked_label(wishes.title)}
    label["author"] = checked_label(wishes.author)
    scenario = _in_form(wishes, _filled(_text(wishes.language, FILE_NAME), label))
    label["title"] = _MARKUP.sub(r"\\\1", label["title"])
    return {
        FILE_NAME: scenario,
        NOTES: _filled(_text(wishes.language, NOTES), label),
        f"{FOLDER_NAME}/owns-it.yaml": _playthrough(wishes, scenario),
        PUBLISHED.name: schema_text(Catalogue(wishes.language)),
    }


def write(wishes: Wishes, into: Path) -> Path:
    """The new scenario's folder, with all its files. Raises UsageError if it is there already, or MachineError."""
    target = into / wishes.id
    refuse_taken(target, template("nothing was written; choose another id, or another folder with --into"))
    write_folder(files_of(wishes), target)
    return target


def _text(language: Tongue, name: str) -> str:
    return (resources.files("simulator.authoring.beginning") / "texts" / language / name).read_text(encoding="utf-8")


def _filled(text: str, values: Mapping[str, str]) -> str:
    """The text with every {{name}} filled in, in one go: what is filled in is never looked at again."""
    return _PLACE.sub(partial(_value, values), text)


def _value(values: Mapping[str, str], found: re.Match[str]) -> str:
    return values[found[1]]


def _in_form(wishes: Wishes, text: str) -> str:
    """The text as `podium fmt` would leave it."""
    made = formed(text.encode(), Path(wishes.id) / FILE_NAME)
    if made.text is None:
        raise AssertionError(f"a new scenario cannot be put into form: {made.problems}")
    return made.text


def _playthrough(wishes: Wishes, text: str) -> str:
    scenario, problems = read_bytes(text.encode(), Path(wishes.id) / FILE_NAME)
    if scenario is None or problems:
        raise AssertionError(f"a new scenario has problems: {problems}")
    return playthrough_text(record(scenario, _PLAYED_TITLE[wishes.language], 0, _PLAYED))
