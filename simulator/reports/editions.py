"""In which languages a scenario can be played, and what to tell of it before it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import LANGUAGE_NAMES, ONLY_IN

if TYPE_CHECKING:
    from simulator.scenario.model import Language


class Edition(NamedTuple):
    """A scenario as it is shown: its language, all that it can be played in, and how many texts are not in that one.

    Those `untranslated` stand in the `original` language.
    """

    language: Language
    languages: tuple[Language, ...]
    original: Language
    untranslated: int = 0


def languages_told(edition: Edition) -> str:
    """In a word or two: the languages it can be played in, the present one first."""
    if len(edition.languages) > 1:  # By their codes, for they share a line with much else.
        return ", ".join(language.upper() for language in sorted(edition.languages, key=edition.language.__ne__))
    return LANGUAGE_NAMES[edition.language]


def edition_notes(edition: Edition, catalogue: Catalogue) -> Iterator[str]:
    """What there is to tell a player of this tongue: nothing where all of it is in it."""
    if edition.language != catalogue.tongue and catalogue.tongue not in edition.languages:
        told = template("This scenario has not been translated: {only}.")
        yield catalogue.say(told, only=catalogue.say(ONLY_IN[edition.language]))
    if edition.untranslated:
        yield catalogue.count(
            "Not translated yet: one text; it stands in the original.",
            "Not translated yet: {n} texts; they stand in the original.",
            edition.untranslated,
        )
