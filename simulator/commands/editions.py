"""The scenarios of a house in the languages that they can be told in, and which of them is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.errors import UsageError
from simulator.language.catalogue import template

if TYPE_CHECKING:
    from simulator.loading.loader import Loaded
    from simulator.reports.editions import Edition
    from simulator.scenario.model import Language, Scenario


class Editions:
    """Loads scenarios, each in the language wished for, where there is a sound translation into it.

    A language that is `forced` is demanded, and stays whatever is spoken.
    """

    def __init__(self, forced: Language | None = None) -> None:
        self.forced = forced
        self._spoken: Language | None = None
        self._paths: dict[str, Path] = {}
        self._editions: dict[tuple[str, Language], Edition] = {}
        self._others: dict[tuple[str, Language], Scenario] = {}
        """Scenarios in the other language, for answers in it; until they are loaded anew."""

    @property
    def wish(self) -> Language | None:
        """The language to tell scenarios in; None for that which each was written in."""
        return self.forced or self._spoken

    def speak(self, language: Language) -> None:
        """Wish for a language from now on."""
        self._spoken = language

    def found(self, scenario_id: str, path: Path) -> None:
        """Take note of where a scenario is."""
        self._paths[scenario_id] = path

    def loaded(self, id_or_path: str, language: Language | None = None, question: str = "") -> Loaded:
        """A scenario by its id or path, in a language or in the one wished for, if it can be. Raises PodiumError.

        With a question, or for the id of a single question: that question of it alone.
        """
        from simulator.loading.loader import load, load_best

        path, asked = self._place(id_or_path)
        wish = language or self.wish
        if self.forced and wish == self.forced:
            loaded = load(path, wish)
        else:
            loaded = load_best(path, wish) if wish else load(path)
        if question or asked:
            loaded = _alone(loaded, question or asked)
        self.know(loaded, wish)
        return loaded

    def know(self, loaded: Loaded, wish: Language | None) -> None:
        """Take note of a scenario that was loaded, by the language that was wished for."""
        scenario = loaded.scenario
        self._paths[scenario.id] = loaded.path
        self._editions[scenario.id, scenario.language] = _edition(loaded, wish)
        self._others.pop((scenario.id, scenario.language), None)

    def _place(self, id_or_path: str) -> tuple[Path, str]:
        """Where a scenario is, and the one question that is meant of it, if it is only one."""
        from simulator.loading.shelf import find, playable
        from simulator.scenario.single import PART, parted

        if PART in id_or_path and not Path(id_or_path).exists():
            scenario_id, question = parted(id_or_path)
            known = self._paths
            path = known.get(id_or_path) or known.get(scenario_id) or playable().get(scenario_id)
            if path is not None:
                return path, question
        return self._paths.get(id_or_path) or find(id_or_path), ""

    def retold(self, scenario: Scenario) -> Scenario:
        """The same scenario in the language wished for; the very same where it cannot be. Raises PodiumError."""
        if self.wish in (None, scenario.language) or scenario.id not in self._paths:
            return scenario
        other = self.loaded(scenario.id).scenario
        return scenario if other.language == scenario.language else other

    def in_language(self, scenario: Scenario, language: Language) -> Scenario:
        """The same scenario in a language, where it is told in it; else the very same. Raises PodiumError."""
        known = self._editions.get((scenario.id, scenario.language))
        if known is None or scenario.language == language or language not in known.languages:
            return scenario
        place = scenario.id, language
        if place not in self._others:
            other = self.loaded(scenario.id, language).scenario
            self._others[place] = other if other.language == language else scenario
        return self._others[place]

    def of(self, scenario: Scenario) -> Edition:
        """What is known of a scenario that was loaded here."""
        from simulator.reports.editions import Edition

        language = scenario.language
        return self._editions.get((scenario.id, language)) or Edition(language, (language,), language)


def _alone(loaded: Loaded, question: str) -> Loaded:
    """One question of a scenario, as a scenario. Raises UsageError where it has no such question."""
    from simulator.scenario.single import single

    try:
        return replace(loaded, scenario=single(loaded.scenario, question))
    except KeyError:
        told = template("the scenario {id} has no question called `{question}`")
        raise UsageError(told, "", id=loaded.scenario.id, question=question[:80]) from None


def _edition(loaded: Loaded, wish: Language | None) -> Edition:
    return edition_of(loaded.path, loaded.scenario, loaded.original, loaded.untranslated, wish)


def edition_of(path: Path, scenario: Scenario, original: Language, untranslated: int, wish: Language | None) -> Edition:
    """The edition of a scenario at a path. A translation that was wished for and not got has errors, and is none."""
    from simulator.loading.translation.files import LANGUAGES, translated_into
    from simulator.reports.editions import Edition

    sound = {scenario.language, original, *translated_into(path)}
    if wish not in (None, scenario.language, original):
        sound.discard(wish)
    languages = tuple(language for language in LANGUAGES if language in sound)
    return Edition(scenario.language, languages, original, untranslated)
