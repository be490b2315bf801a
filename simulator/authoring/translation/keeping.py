"""A scenario and its translation's file -> that file as it should be today."""

from __future__ import annotations

from pathlib import Path

from simulator.authoring.translation.merging import Merged, merged
from simulator.authoring.translation.writing import header_of, po_text
from simulator.errors import UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.loading.files import bytes_of
from simulator.loading.loader import ScenarioInvalid, load
from simulator.loading.source import read_source
from simulator.loading.translation.files import translation_file
from simulator.loading.translation.po import Entry, Po, read_po
from simulator.loading.translation.texts import Text, texts_of
from simulator.scenario.model import Language, Scenario


def kept_in_step(file: Path, language: Language, old_file: Path | None = None) -> tuple[str, Merged]:
    """The text of the translation as it should be, and what is in it; from the file there is, if there is one.

    Raises ScenarioInvalid if the scenario or the translation has errors, UsageError for its own language.
    """
    scenario = load(file).scenario
    if scenario.language == language:
        raise UsageError(template("{id} is written in `{language}`"), id=scenario.id, language=language)
    old = _old(old_file or translation_file(file, language))
    # The comments are for those who know the language that is translated into.
    made = merged(in_order_of_file(file, scenario), scenario, old, Catalogue(language))
    return po_text(made.entries, header_of(scenario, language, old.header)), made


def in_order_of_file(file: Path, scenario: Scenario) -> tuple[Text, ...]:
    """The texts as they stand one after the other in the file, a line before the reasons for its grades."""
    source, _ = read_source(bytes_of(file), str(file))
    assert source is not None, "a scenario that has been loaded"
    places = source.places

    def place(text: Text) -> tuple[int, int]:
        found = places.of(text.path)
        return found.line, found.column

    return tuple(sorted(texts_of(scenario), key=place))


def _old(file: Path) -> Po:
    if not file.is_file():
        return Po(Entry(), ())
    po, report = read_po(bytes_of(file), str(file))
    if report.has_errors:
        raise ScenarioInvalid(report.problems())
    return po
